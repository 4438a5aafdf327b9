import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildImage, type BuiltImage } from '../../../src-main/engine/image/build-image';
import { defaultImageOptions, type ImageOptions } from '../../../src-main/engine/image/image-options';
import { chipById } from '../../../src-shared/chips';
import { isIntact, parseFirmwareImage } from '../../../src-shared/formats/firmware-image';
import { buildTestElf, type TestElfPart } from '../../formats/test-elf';

const part = (address: number, sizeBytes: number, flags = 2): TestElfPart => ({
  address,
  bytes: new Uint8Array(sizeBytes).fill(address >> 16),
  flags,
});
const build = (sections: TestElfPart[], options: Partial<ImageOptions>): readonly BuiltImage[] =>
  buildImage(buildTestElf({ machine: 0x5e, entryPoint: 0x4010_0004, sections }), 'a.elf', chipById('esp8266'), {
    ...defaultImageOptions,
    ...options,
  });

describe('version 3', () => {
  const sections = [
    part(0x4010_0000, 30, 6),
    part(0x3ffe_8000, 16),
    part(0x4021_0010, 100, 6),
    part(0x4020_0010, 6, 6),
  ];

  it('is one image: flash by address, then RAM by address, a checksum and a SHA-256', () => {
    const [image, ...more] = build(sections, { esp8266Version: 3 });
    expect(more).toEqual([]);
    const { bytes, offset } = image!;
    expect(offset).toBeNull();
    const parsed = parseFirmwareImage(bytes, '', 'esp8266');
    expect(parsed.segments.map(({ loadAddress, sizeBytes }) => [loadAddress, sizeBytes])).toEqual([
      [0x4020_0010, 8],
      [0x4021_0010, 100],
      [0x3ffe_8000, 16],
      [0x4010_0000, 32],
    ]);
    expect(isIntact(parsed)).toBe(true);
    expect(bytes).toHaveLength(parsed.endOffset + 32);
    const hash = createHash('sha256').update(bytes.subarray(0, parsed.endOffset)).digest();
    expect(Buffer.from(bytes.subarray(parsed.endOffset))).toEqual(hash);
  });
  it('counts flash sizes as ESP-IDF does, and has them alone', () => {
    const sizeByte = (flashSize: string): number | undefined =>
      build(sections, { esp8266Version: 3, flashSize })[0]?.bytes[3];
    expect([sizeByte('1MB'), sizeByte('4MB'), sizeByte('16MB')]).toEqual([0x00, 0x20, 0x40]);
    expect(() => sizeByte('4MB-c1')).toThrow(expect.objectContaining({ code: 'input.badChoice' }));
  });
  it('has no two parts in one page of mapped flash', () => {
    expect(() => build([part(0x4021_0010, 8), part(0x4021_1000, 8)], { esp8266Version: 3 })).toThrow(/same page/);
  });
});

describe('version 1', () => {
  it('is refused where the part that runs from flash belongs where the other one goes', () => {
    const sections = [part(0x4010_0000, 32, 6), part(0x4020_0000, 64, 6)];
    expect(() => build(sections, {})).toThrow(/both parts belong at the start/);
    expect(build(sections, { esp8266Version: 2 })).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeImages, type MergeFormat, type NamedRegion } from '../../../src-main/engine/image/merge-images';
import type { HeaderSettings } from '../../../src-main/engine/image/patch-header';
import { chipById } from '../../../src-shared/chips';
import { isIntact, parseFirmwareImage } from '../../../src-shared/formats/firmware-image';
import { joinRegions } from '../../../src-shared/formats/flash-region';
import { parseIntelHex } from '../../../src-shared/formats/intel-hex';
import { parseUf2 } from '../../../src-shared/formats/uf2';
import { fixture, hasFixtures } from '../../formats/fixtures';
import { runs } from '../../property-runs';

const esp32 = chipById('esp32');
const keep: HeaderSettings = { flashMode: 'keep', flashFrequency: 'keep', flashSize: 'keep' };
const raw: MergeFormat = { kind: 'raw', targetOffset: 0, padToSize: null };
const uf2: MergeFormat = { kind: 'uf2', chunkSize: null, hasMd5: true };
const at = (offset: number, ...bytes: number[]): NamedRegion => ({
  name: `${offset}.bin`,
  offset,
  bytes: Uint8Array.from(bytes),
});
const failure = (code: string, facts: object): object => expect.objectContaining({ code, facts }) as object;

describe.skipIf(!hasFixtures)('a merged file is byte for byte that of the reference tool', () => {
  const parts = (): NamedRegion[] => [
    { name: 'bootloader.bin', offset: 0x1000, bytes: fixture('image/bootloader_esp32_v5_2.bin') },
    { name: 'partitions.bin', offset: 0x8000, bytes: fixture('image/partitions_singleapp.bin') },
  ];
  const same = (bytes: Uint8Array, path: string): boolean => Buffer.from(bytes).equals(fixture(`golden/${path}`));

  it('raw, with flash settings in the header of the bootloader', () => {
    const header = { flashMode: 'dio', flashFrequency: 'keep', flashSize: '4MB' };
    const merged = mergeImages(parts(), esp32, { format: raw, header });
    expect(same(merged, 'merged.bin')).toBe(true);
    expect(isIntact(parseFirmwareImage(merged.subarray(0x1000)))).toBe(true);
  });
  it('UF2 and Intel HEX', () => {
    expect(same(mergeImages(parts(), esp32, { format: uf2, header: keep }), 'merged.uf2')).toBe(true);
    expect(same(mergeImages(parts(), esp32, { format: { kind: 'hex' }, header: keep }), 'merged.hex')).toBe(true);
  });
});

describe('merging', () => {
  it('fills gaps with 0xFF, from the target offset to the size asked for', () => {
    const parts = [at(6, 3), at(2, 1, 2)];
    const merge = (targetOffset: number, padToSize: number | null): number[] => [
      ...mergeImages(parts, null, { format: { kind: 'raw', targetOffset, padToSize }, header: keep }),
    ];
    expect(merge(0, null)).toEqual([0xff, 0xff, 1, 2, 0xff, 0xff, 3]);
    expect(merge(2, null)).toEqual([1, 2, 0xff, 0xff, 3]);
    expect(merge(2, 8)).toEqual([1, 2, 0xff, 0xff, 3, 0xff]);
    expect(() => merge(3, null)).toThrow(failure('input.badChoice', { text: '0x2', what: '2.bin', choices: '≥ 0x3' }));
    expect(() => merge(0, 6)).toThrow(failure('plan.pastEnd', { name: '6.bin', endOffset: 7, flashSizeBytes: 6 }));
  });
  it('refuses files that overlap, nothing at all, and what no flash holds', () => {
    const merge = (...parts: NamedRegion[]) => mergeImages(parts, null, { format: raw, header: keep });
    expect(() => merge(at(0, 1, 2, 3), at(2, 4, 5))).toThrow(
      failure('plan.overlap', { name: '2.bin', otherName: '0.bin', offset: 2, endOffset: 3 }),
    );
    expect(() => merge(at(0))).toThrow(failure('plan.nothingToWrite', {}));
    expect(() => merge(at(0xffff_fff0, 1))).toThrow(expect.objectContaining({ code: 'file.tooLarge' }));
  });
  it('UF2 blocks take as much as asked for, with or without MD5', () => {
    const part = { name: 'a', offset: 0x1000, bytes: new Uint8Array(1000).fill(7) };
    const merge = (chunkSize: number | null, hasMd5: boolean): Uint8Array =>
      mergeImages([part], esp32, { format: { kind: 'uf2', chunkSize, hasMd5 }, header: keep });
    expect([merge(null, true), merge(null, false), merge(256, false)].map(({ length }) => length / 512)).toEqual([
      3, 3, 4,
    ]);
    const bytes = Buffer.from(merge(null, false));
    expect([bytes.readUInt32LE(8), bytes.readUInt32LE(16)]).toEqual([0x2000, 476]);
    expect(Buffer.from(merge(256, true)).readUInt32LE(16)).toBe(256);
    expect(parseUf2(merge(256, false)).regions[0]!.bytes).toEqual(part.bytes);
  });
  it('Intel HEX has an address record for every 64 KiB when one needs it', () => {
    const text = (...parts: NamedRegion[]): string[] =>
      Buffer.from(mergeImages(parts, null, { format: { kind: 'hex' }, header: keep }))
        .toString()
        .split('\n');
    expect(text(at(0x1000, 97, 98, 99), { ...at(0x1fff8), bytes: new Uint8Array(20) })).toEqual([
      ':020000040000FA',
      ':03100000616263C7',
      ':020000040001F9',
      ':08FFF800000000000000000001',
      ':020000040002F8',
      ':0C000000000000000000000000000000F4',
      ':00000001FF',
      '',
    ]);
    expect(text(at(0xfffe, 97, 98))).toEqual([':02FFFE0061623E', ':00000001FF', '']);
    expect(text(at(0x10, 1), at(0x11, 2))).toEqual([':020010000102EB', ':00000001FF', '']);
  });
  it('comes back from every format as it went in', () => {
    const someParts = fc
      .array(fc.tuple(fc.nat(0x3_0000), fc.uint8Array({ minLength: 1, maxLength: 900 })), {
        minLength: 1,
        maxLength: 5,
      })
      .map((list) => {
        let end = 0;
        return list.map(([gap, bytes], index) => {
          const offset = end + gap;
          end = offset + bytes.length;
          return { name: `${index}`, offset, bytes };
        });
      });
    fc.assert(
      fc.property(someParts, fc.option(fc.integer({ min: 1, max: 119 })), fc.boolean(), (parts, words, hasMd5) => {
        const regions = joinRegions(parts);
        const merge = (format: MergeFormat) => mergeImages(parts, null, { format, header: keep });
        const chunkSize = words === null ? null : Math.min(words * 4, 452);
        expect(parseUf2(merge({ kind: 'uf2', chunkSize, hasMd5 })).regions).toEqual(regions);
        expect(parseIntelHex(merge({ kind: 'hex' }))).toEqual(regions);
        const whole = merge(raw);
        for (const { offset, bytes } of parts) {
          expect(Buffer.from(whole.subarray(offset, offset + bytes.length)).equals(bytes)).toBe(true);
        }
      }),
      { numRuns: runs(50) },
    );
  });
});

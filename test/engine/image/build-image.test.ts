import { describe, expect, it } from 'vitest';
import { buildImage } from '../../../src-main/engine/image/build-image';
import { defaultImageOptions, type ImageOptions } from '../../../src-main/engine/image/image-options';
import { chipById } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { fixture, hasFixtures } from '../../formats/fixtures';

const build = (elf: string, chip: ChipId, options: Partial<ImageOptions> = {}) =>
  buildImage(fixture(`elf/${elf}.elf`), elf, chipById(chip), { ...defaultImageOptions, ...options });
const same = (actual: Uint8Array | undefined, path: string): boolean =>
  actual !== undefined && Buffer.from(actual).equals(fixture(`golden/${path}`));

describe.skipIf(!hasFixtures)('an image is byte for byte what the reference tool makes of the same program', () => {
  const iotdemo = 'esp8266-nonosssdk20-iotdemo';

  it('ESP8266, version 1: a file for ROM and one for mapped flash', () => {
    const [first, second, ...rest] = build(iotdemo, 'esp8266');
    expect(rest).toEqual([]);
    expect([first?.offset, second?.offset]).toEqual([0, 0x10000]);
    expect(same(first?.bytes, `${iotdemo}.v1-0x00000.bin`)).toBe(true);
    expect(same(second?.bytes, `${iotdemo}.v1-0x10000.bin`)).toBe(true);
  });
  it('ESP8266, version 2', () => {
    const [image, ...rest] = build(iotdemo, 'esp8266', { esp8266Version: 2 });
    expect(rest).toEqual([]);
    expect(same(image?.bytes, `${iotdemo}.v2.bin`)).toBe(true);
  });
  it('ESP32, a bootloader', () => {
    expect(same(build('esp32-bootloader', 'esp32')[0]?.bytes, 'esp32-bootloader.bin')).toBe(true);
  });
  it('ESP32, by segments', () => {
    expect(same(build('esp32-zephyr', 'esp32', { source: 'segments' })[0]?.bytes, 'esp32-zephyr.bin')).toBe(true);
  });
  it('ESP32-C6, with the SHA-256 of the program in its description', () => {
    expect(same(build('esp32c6-appdesc', 'esp32c6')[0]?.bytes, 'esp32c6-appdesc.bin')).toBe(true);
  });
});

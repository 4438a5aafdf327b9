import { describe, expect, test } from 'vitest';
import {
  bytesToFlashSize,
  flashSizeFromDeviceId,
  flashSizeToBytes,
  manufacturerName,
} from '../../src-shared/flash-parts/flash-parts';

const MB = 1024 * 1024;

/** [part, manufacturer byte, type byte, capacity byte, size] out of the parts' data sheets. */
const parts: readonly (readonly [string, number, number, number, number])[] = [
  ['Winbond W25Q32', 0xef, 0x40, 0x16, 4 * MB],
  ['Winbond W25Q128', 0xef, 0x40, 0x18, 16 * MB],
  ['GigaDevice GD25Q64', 0xc8, 0x40, 0x17, 8 * MB],
  ['XMC XM25QH64C', 0x20, 0x40, 0x17, 8 * MB],
  ['Boya BY25Q32', 0x68, 0x40, 0x16, 4 * MB],
  ['Puya P25Q40H', 0x85, 0x60, 0x13, MB / 2],
  ['Micron MT25QL512', 0x20, 0xba, 0x20, 64 * MB],
  ['Macronix MX25U1635F', 0xc2, 0x25, 0x35, 2 * MB],
  ['Adesto AT25SF041', 0x1f, 0x84, 0x01, MB / 2],
  ['Adesto AT25SF081', 0x1f, 0x85, 0x01, MB],
  ['Adesto AT25SF161', 0x1f, 0x86, 0x01, 2 * MB],
  ['Adesto AT25DF321A', 0x1f, 0x47, 0x01, 4 * MB],
  ['Adesto AT25SF128A', 0x1f, 0x89, 0x01, 16 * MB],
  ['Adesto AT25SF641', 0x1f, 0x32, 0x17, 8 * MB],
];

describe('the JEDEC id', () => {
  test.each(parts)('of %s tells its size', (_part, manufacturer, type, capacity, sizeBytes) => {
    expect(flashSizeFromDeviceId(manufacturer | (type << 8) | (capacity << 16))).toBe(sizeBytes);
    expect(manufacturerName(manufacturer)).not.toBeNull();
  });

  test.each([0x000000, 0xffffff, 0x0040ef, 0x01841e, 0x1040ef])('%i tells no size', (jedec) => {
    expect(flashSizeFromDeviceId(jedec)).toBeNull();
  });

  test('names the maker, and only where it is known', () => {
    expect(manufacturerName(0xef)).toBe('Winbond');
    expect(manufacturerName(0xc8)).toBe('GigaDevice');
    expect(manufacturerName(0x00)).toBeNull();
    expect(manufacturerName(0xff)).toBeNull();
  });
});

describe('size names', () => {
  test.each([
    ['256KB', MB / 4],
    ['512KB', MB / 2],
    ['1MB', MB],
    ['2MB', 2 * MB],
    ['2MB-c1', 2 * MB],
    ['4MB-c1', 4 * MB],
    ['128MB', 128 * MB],
  ])('%s is %d bytes', (name, sizeBytes) => {
    expect(flashSizeToBytes(name)).toBe(sizeBytes);
    expect(bytesToFlashSize(sizeBytes)).toBe(name.replace('-c1', ''));
  });

  test.each(['', 'detect', 'keep', '4', '4mb', '4MB-c2', '-4MB'])('%j is none', (name) => {
    expect(flashSizeToBytes(name)).toBeNull();
  });

  test('sizes that no flash part has are none', () => {
    expect([0, -1024, 1000, 1025].map((n) => bytesToFlashSize(n))).toEqual([null, null, null, null]);
  });
});

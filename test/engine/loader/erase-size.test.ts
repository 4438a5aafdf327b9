import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseSizeWithQuirk, wholeSectors } from '../../../src-main/engine/loader/erase-size';

/** Sectors that ESP8266's ROM erases when asked for so many, as its erase size bug is documented. */
function erasedByRom(offset: number, askedBytes: number): number {
  const asked = askedBytes / 0x1000;
  const head = 16 - ((offset / 0x1000) % 16);
  return Math.min(head, asked) + asked;
}

describe('the erase size of FLASH_BEGIN on ESP8266', () => {
  it('always covers what is written, and at most one sector more', () => {
    fc.assert(
      fc.property(fc.nat(1023), fc.integer({ min: 1, max: 0x40_0000 }), (sector, sizeBytes) => {
        const offset = sector * 0x1000;
        const erased = erasedByRom(offset, eraseSizeWithQuirk(offset, sizeBytes));
        const needed = Math.ceil(sizeBytes / 0x1000);
        expect(erased).toBeGreaterThanOrEqual(needed);
        expect(erased).toBeLessThanOrEqual(needed + 1);
      }),
    );
  });

  it('is nothing for nothing', () => {
    expect(eraseSizeWithQuirk(0, 0)).toBe(0);
    expect(wholeSectors(0)).toBe(0);
    expect(wholeSectors(1)).toBe(0x1000);
  });
});

import { describe, expect, it } from 'vitest';
import { partSeries } from '../../src-shared/flash-parts/part-series';
import { differingBits, statusBits } from '../../src-shared/flash-parts/status-bits';

const names = (bytes: 1 | 2 | 3, maker: number | null): string[] => statusBits(bytes, maker).map(({ name }) => name);

describe('bits of the status registers', () => {
  it('have the quad bit in the second register with most makers, in the first with Macronix and ISSI', () => {
    expect(names(2, 0xef).indexOf('qe')).toBe(9);
    expect(names(3, null).indexOf('qe')).toBe(9);
    expect(names(2, 0xc2).indexOf('qe')).toBe(6);
    expect(names(2, 0x9d).slice(8)).toEqual(Array.from({ length: 8 }, () => 'maker'));
  });

  it('are as many as were asked for', () => {
    expect([names(1, null).length, names(2, null).length, names(3, null).length]).toEqual([8, 16, 24]);
    expect(differingBits(2, 0x0200, 0x021c)).toEqual([2, 3, 4]);
    expect(differingBits(1, 0x0200, 0x0000)).toEqual([]);
  });
});

describe('the series of a part', () => {
  it('is named with its megabits', () => {
    expect(partSeries(0xef, 0x4016, 4 << 20)).toBe('W25Q32');
    expect(partSeries(0xc8, 0x4018, 16 << 20)).toBe('GD25Q128');
  });

  it('is not guessed', () => {
    expect(partSeries(0xef, 0x9916, 4 << 20)).toBe(null);
    expect(partSeries(0xef, 0x4016, null)).toBe(null);
  });
});

import { describe, expect, it } from 'vitest';
import { partSeries } from '../../src-shared/flash-parts/part-series';
import {
  differingBits,
  isWriteProtected,
  mostStatusBytes,
  protectMask,
  statusBits,
} from '../../src-shared/flash-parts/status-bits';

const part = (manufacturerId: number, deviceId = 0x4016) => ({ manufacturerId, deviceId });
const names = (bytes: 1 | 2 | 3, maker: number, deviceId?: number): string[] =>
  statusBits(bytes, part(maker, deviceId)).map(({ name }) => name);

describe('bits of the status registers', () => {
  it('have the quad bit in the second register with most makers, in the first with Macronix and ISSI', () => {
    expect(names(2, 0xef).indexOf('qe')).toBe(9);
    expect(names(3, 0x42).indexOf('qe')).toBe(9);
    expect(names(1, 0xc2).indexOf('qe')).toBe(6);
    expect(names(1, 0x9d).indexOf('qe')).toBe(6);
    expect(names(1, 0x20, 0xba18)).not.toContain('qe');
    expect(names(2, 0x20, 0x7016).indexOf('qe')).toBe(9);
  });

  it('are in one register where the command for the second means something else', () => {
    expect([part(0xc2), part(0x9d), part(0x2c), part(0x20, 0xba18)].map(mostStatusBytes)).toEqual([1, 1, 1, 1]);
    expect([part(0xef), part(0xc8), part(0x20, 0x4016)].map(mostStatusBytes)).toEqual([3, 3, 3]);
  });

  it('tell whether something is protected, also where CMP turns that around', () => {
    const winbond = part(0xef);
    expect(isWriteProtected(2, winbond, 0x0200)).toBe(false);
    expect(isWriteProtected(1, winbond, 0x04)).toBe(true);
    expect(isWriteProtected(2, winbond, 0x4000)).toBe(true);
    expect(isWriteProtected(2, winbond, 0x401c)).toBe(false);
    expect(isWriteProtected(1, part(0xc2), 0x20)).toBe(true);
    expect(protectMask(2, winbond)).toBe(0x401c);
    expect(protectMask(1, part(0xc2))).toBe(0x3c);
  });

  it('are as many as were asked for', () => {
    expect([names(1, 0xef).length, names(2, 0xef).length, names(3, 0xef).length]).toEqual([8, 16, 24]);
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

import { describe, expect, it } from 'vitest';
import { watchdogReset } from '../../../src-main/engine/reset/watchdog-reset';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { chipById } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';

async function writesOf(id: ChipId, failAt?: { write: number; error: AppError }): Promise<string[]> {
  const writes: string[] = [];
  const { watchdogReset: registers } = chipById(id);
  if (registers === null) throw new Error(`${id} has no watchdog reset`);
  const write = (address: number, value: number, mask?: number): Promise<void> => {
    writes.push([address, value, ...(mask === undefined ? [] : [mask])].map((n) => n.toString(16)).join(' '));
    return failAt !== undefined && writes.length >= failAt.write ? Promise.reject(failAt.error) : Promise.resolve();
  };
  await watchdogReset(registers, write, new FakeClock({ autoAdvance: true }));
  return writes;
}

describe('reset by the RTC watchdog', () => {
  it('unlocks, sets the time, enables, locks', async () => {
    expect(await writesOf('esp32c3')).toEqual(['600080a8 50d83aa1', '60008094 7d0', '60008090 d0000102', '600080a8 0']);
  });

  it.each([
    ['esp32s2', '3f408128 0 1'],
    ['esp32s3', '6000812c 0 1'],
    ['esp32p4', '50110008 0 4'],
  ] as const)('clears the bit that would keep %s in download mode first', async (id, first) => {
    expect((await writesOf(id))[0]).toBe(first);
  });

  it('takes silence after the watchdog was enabled as success', async () => {
    const error = new AppError('protocol.timeout', { command: 'WRITE_REG', timeoutMs: 3000 });
    await expect(writesOf('esp32c3', { write: 4, error })).resolves.toHaveLength(4);
  });

  it('can be cancelled while the chip restarts', async () => {
    const controller = new AbortController();
    const clock = new FakeClock({ autoAdvance: true });
    clock.after(100, () => controller.abort());
    const { watchdogReset: registers } = chipById('esp32c3');
    const reset = watchdogReset(registers!, () => Promise.resolve(), clock, controller.signal);
    await expect(reset).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  it('reports silence before that', async () => {
    const error = new AppError('protocol.timeout', { command: 'WRITE_REG', timeoutMs: 3000 });
    await expect(writesOf('esp32c3', { write: 3, error })).rejects.toBe(error);
  });
});

import { describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../src-shared/ipc/contract';
import { createSimBench, holds, settle, someBytes } from './flash-bench';

const files = [
  { offset: 0x1_0000, bytes: someBytes(60_000) },
  { offset: 0x4_0000, bytes: someBytes(20_000, 3) },
];

/** Flashes, and presses Cancel when that many protocol lines have been seen. */
async function cancelAfter(
  lines: number,
): Promise<ReturnType<typeof createSimBench> & { outcome: JobOutcome; jobId: string }> {
  let seen = 0;
  let cancel = (): void => undefined;
  const bench = createSimBench(
    { chip: 'esp32' },
    {
      onTrace: () => {
        seen += 1;
        if (seen === lines) cancel();
      },
    },
  );
  const { jobId, outcome } = await bench.start(files);
  cancel = () => bench.services.jobs.cancel(jobId);
  return { ...bench, outcome: await outcome, jobId };
}

describe('Cancel', () => {
  it('works at any moment, leaves the port closed and the chip reset, and the board can be flashed again', async () => {
    const whole = await cancelAfter(Infinity);
    expect(whole.outcome.kind).toBe('verified');
    const total = whole.trace.length;
    const moments = Array.from({ length: 40 }, (_, index) => 1 + Math.floor((index * total * 0.97) / 40));
    for (const moment of moments) {
      const { outcome, board, flash, services, clock } = await cancelAfter(moment);
      if (outcome.kind === 'verified') {
        // Too late: everything was proven already.
        for (const file of files) expect(holds(board.flash, file)).toBe(true);
      } else {
        expect(outcome).toMatchObject({ kind: 'cancelled', error: { code: 'job.cancelled' } });
      }
      await settle(clock);
      expect({ moment, activity: board.activity }).toEqual({ moment, activity: 'application' });
      if (moment % 4 === 0) {
        expect(await flash(files)).toMatchObject({ kind: 'verified' });
        for (const file of files) expect(holds(board.flash, file)).toBe(true);
      }
      await services.jobs.shutDown();
    }
  });

  it('before the port is even open ends the job without a byte, and the application runs', async () => {
    const bench = createSimBench({ chip: 'esp32' });
    const { jobId, outcome } = await bench.start(files);
    bench.services.jobs.cancel(jobId);
    expect(await outcome).toMatchObject({ kind: 'cancelled' });
    expect(bench.trace.filter(({ direction }) => direction !== 'line')).toEqual([]);
    await settle(bench.clock);
    expect(bench.board.activity).toBe('application');
  });

  it('that is pressed twice, or after the end, does no harm', async () => {
    const { services, jobId } = await cancelAfter(30);
    services.jobs.cancel(jobId);
    services.jobs.cancel(jobId);
    expect(() => services.jobs.cancel('job-99')).toThrow(expect.objectContaining({ code: 'job.notFound' }) as Error);
  });

  it('happens by itself when the program ends, which waits for the port to be closed', async () => {
    const bench = createSimBench({ chip: 'esp32' });
    const { outcome } = await bench.start(files);
    await bench.services.jobs.shutDown();
    expect(await outcome).toMatchObject({ kind: 'cancelled' });
  });
});

describe('unplugging', () => {
  it.each([100, 5_000, 30_000, 45_000])('after %i bytes ends the job as unplugged, at once', async (bytes) => {
    const bench = createSimBench({ chip: 'esp32c3', troubles: [{ name: 'unplug-after', amount: bytes }] });
    const startedMs = bench.clock.nowMs();
    const outcome = await bench.flash(files);
    expect(outcome).toMatchObject({ kind: 'unplugged', error: { code: 'port.unplugged' } });
    expect(bench.clock.nowMs() - startedMs).toBeLessThan(10_000);
    expect(await bench.flash(files)).toMatchObject({ kind: 'failed', error: { code: 'port.notFound' } });
  });
});

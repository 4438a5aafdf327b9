import { describe, expect, it } from 'vitest';
import type { JobProgress } from '../../src-shared/ipc/contract';
import { ProgressMeter } from '../../src-main/jobs/progress-meter';
import { FakeClock } from '../../src-main/virtual/fake-clock';

function createMeter(): { meter: ProgressMeter; clock: FakeClock; sent: JobProgress[] } {
  const clock = new FakeClock();
  const sent: JobProgress[] = [];
  const start = {
    jobId: 'job-1',
    kind: 'flash',
    path: 'sim://esp32',
    stage: 'waiting',
    detail: null,
    doneBytes: 0,
    totalBytes: 0,
    rowDoneBytes: [],
    rowTotalBytes: [],
    baudRate: null,
  } as const;
  return { meter: new ProgressMeter(start, clock, (progress) => sent.push(progress)), clock, sent };
}

describe('progress of a job', () => {
  it('comes at most ten times a second, and the last word is never lost', async () => {
    const { meter, clock, sent } = createMeter();
    for (let step = 1; step <= 1000; step += 1) {
      meter.update({ stage: 'writing', doneBytes: step, totalBytes: 1000 });
      await clock.advance(2);
    }
    expect(sent.length).toBeLessThanOrEqual(21);
    expect(sent.length).toBeGreaterThan(15);
    await clock.advance(100);
    expect(sent.at(-1)?.doneBytes).toBe(1000);
    const count = sent.length;
    meter.flush();
    expect(sent).toHaveLength(count);
  });

  it('tells speed and time left from what happened lately', async () => {
    const { meter, clock, sent } = createMeter();
    for (let second = 0; second <= 10; second += 1) {
      // Slow for five seconds, then four times as fast.
      const doneBytes = second <= 5 ? second * 1000 : 5000 + (second - 5) * 4000;
      meter.update({ stage: 'writing', doneBytes, totalBytes: 45_000 });
      await clock.advance(1000);
    }
    expect(sent.at(-1)).toMatchObject({ bytesPerSecond: 4000, secondsLeft: 5, elapsedMs: 10_000 });
    expect(sent.find(({ doneBytes }) => doneBytes === 5000)).toMatchObject({ bytesPerSecond: 1000, secondsLeft: 40 });
  });

  it('tells no speed before there is one', () => {
    const { meter, sent } = createMeter();
    meter.update({ stage: 'connecting' });
    expect(sent).toMatchObject([{ bytesPerSecond: null, secondsLeft: null }]);
  });
});

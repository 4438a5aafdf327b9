import { describe, expect, it } from 'vitest';
import { followJobs, type IconBar } from '../../src-main/app/taskbar-progress';
import type { BoardJobFinished, JobFinished, JobProgress } from '../../src-shared/ipc/contract';
import { progressAt, verified } from '../renderer/scenes';

const none: IconBar = { value: -1, mode: 'normal' };
const failure = { kind: 'failed', error: { code: 'connect.noReply', facts: { path: 'COM3', attempts: 7 } } } as const;

/** Jobs that do what a test says, and the bars that came of it. */
function follow() {
  let onProgress: (progress: JobProgress) => void = () => undefined;
  let onFinished: (finished: JobFinished) => void = () => undefined;
  let onBoardJobFinished: (finished: BoardJobFinished) => void = () => undefined;
  const bars: IconBar[] = [];
  const unsubscribe = (): void => undefined;
  const icon = followJobs(
    {
      onProgress: (listener) => ((onProgress = listener), unsubscribe),
      onFinished: (listener) => ((onFinished = listener), unsubscribe),
      onBoardJobFinished: (listener) => ((onBoardJobFinished = listener), unsubscribe),
    },
    (bar) => bars.push(bar),
  );
  return {
    icon,
    last: () => bars.at(-1),
    progress: (jobId: string, part: number) => onProgress({ jobId, path: 'COM3', ...progressAt('writing', part) }),
    erase: (jobId: string) => onProgress({ jobId, path: 'COM3', ...progressAt('erasing', 0) }),
    finish: (jobId: string, outcome: JobFinished['outcome']) => onFinished({ jobId, outcome }),
    finishBoardJob: (jobId: string, outcome: BoardJobFinished['outcome']) => onBoardJobFinished({ jobId, outcome }),
  };
}

describe('the bar on the icon', () => {
  it('follows the job and goes when it has ended well', () => {
    const { progress, finish, last } = follow();
    progress('job-1', 0.2);
    const early = last()?.value ?? 0;
    progress('job-1', 0.9);
    expect(early).toBeGreaterThan(0);
    expect(last()?.value).toBeGreaterThan(early);
    finish('job-1', verified);
    expect(last()).toEqual(none);
  });

  it('keeps a failure until somebody looks', () => {
    const { icon, progress, finishBoardJob, last } = follow();
    progress('job-1', 0.5);
    finishBoardJob('job-1', failure);
    expect(last()).toMatchObject({ mode: 'error' });
    icon.seen();
    expect(last()).toEqual(none);
  });

  it('says of an erase only that it goes on', () => {
    const { erase, last } = follow();
    erase('job-1');
    expect(last()?.value).toBeGreaterThan(1);
  });

  it('of several jobs shows the first until that has ended', () => {
    const { progress, finish, last } = follow();
    progress('job-1', 0.1);
    progress('job-2', 0.9);
    const first = last();
    finish('job-1', verified);
    expect(last()?.value).toBeGreaterThan(first?.value ?? 1);
    finish('job-2', { kind: 'cancelled', error: { code: 'job.cancelled', facts: {} } });
    expect(last()).toEqual(none);
  });
});

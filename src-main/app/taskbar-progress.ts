import type { BrowserWindow } from 'electron';
import { jobFraction } from '../../src-shared/jobs/job-fraction';
import type { JobRunner } from '../jobs/services';

/** Electron's own values: none, and a bar that only says that something happens. */
const none = -1;
const unknown = 2;

/** What is to be shown on the icon in the taskbar or dock. */
export interface IconBar {
  readonly value: number;
  readonly mode: 'normal' | 'error';
}

/**
 * Follows the running jobs and tells what the icon shows: how far the job is that was started first, then nothing, or
 * the failure, until `seen` is called. Knows no window, so that it can be tested.
 */
export function followJobs(
  jobs: Pick<JobRunner, 'onProgress' | 'onFinished' | 'onBoardJobFinished'>,
  show: (bar: IconBar) => void,
): { seen(): void } {
  const running = new Map<string, number>();
  let hasFailed = false;
  const tell = (): void => {
    const [first] = running.values();
    if (first !== undefined) show({ value: first, mode: 'normal' });
    else show(hasFailed ? { value: 1, mode: 'error' } : { value: none, mode: 'normal' });
  };
  const finish = (jobId: string, isFailure: boolean): void => {
    running.delete(jobId);
    hasFailed = isFailure;
    tell();
  };
  jobs.onProgress((progress) => {
    if (progress.stage === 'done') return;
    hasFailed = false;
    const isOpenEnded = progress.stage === 'erasing' && progress.doneBytes === 0;
    running.set(progress.jobId, isOpenEnded ? unknown : jobFraction(progress));
    tell();
  });
  jobs.onFinished(({ jobId, outcome }) => finish(jobId, outcome.kind === 'failed' || outcome.kind === 'unplugged'));
  jobs.onBoardJobFinished(({ jobId, outcome }) =>
    finish(jobId, outcome.kind === 'failed' || outcome.kind === 'unplugged'),
  );
  return {
    seen() {
      hasFailed = false;
      tell();
    },
  };
}

/** Shows the running job on the window's icon. A failure stays there until somebody looks. */
export function showProgressOnIcon(
  jobs: Pick<JobRunner, 'onProgress' | 'onFinished' | 'onBoardJobFinished'>,
  window: BrowserWindow,
): void {
  const icon = followJobs(jobs, ({ value, mode }) => {
    if (window.isDestroyed()) return;
    window.setProgressBar(mode === 'error' && window.isFocused() ? none : value, { mode });
  });
  window.on('focus', () => icon.seen());
}

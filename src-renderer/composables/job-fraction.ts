import type { JobProgress, JobStage } from '../../src-shared/ipc/contract';

/** The stages in their order. */
export const stageOrder: readonly JobStage[] = [
  'waiting',
  'connecting',
  'startingStub',
  'detecting',
  'erasing',
  'writing',
  'verifying',
  'resetting',
  'listening',
  'done',
];

/** Where writing begins and ends on the bar; what comes before and after is short. */
const writeFrom = 0.04;
const writeTo = 0.94;
const verifyTo = 0.98;

/** How far a job is, from 0 to 1; it never goes back from one stage to the next. */
export function jobFraction(progress: Pick<JobProgress, 'stage' | 'doneBytes' | 'totalBytes'> | null): number {
  if (progress === null) return 0;
  const part = progress.totalBytes > 0 ? Math.min(1, progress.doneBytes / progress.totalBytes) : 0;
  switch (progress.stage) {
    case 'waiting':
      return 0;
    case 'connecting':
      return 0.01;
    case 'startingStub':
      return 0.02;
    case 'detecting':
      return 0.03;
    // A loader may erase between its writes.
    case 'erasing':
    case 'writing':
      return writeFrom + part * (writeTo - writeFrom);
    case 'verifying':
      return writeTo + part * (verifyTo - writeTo);
    case 'resetting':
      return verifyTo;
    case 'listening':
      return 0.99;
    case 'done':
      return 1;
  }
}

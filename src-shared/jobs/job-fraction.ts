import type { JobProgress, JobStage } from '../ipc/contract';

/** What a person is told that a job does; `working` is what it is for, such as to erase, write and verify each file. */
export type JobStep = 'connecting' | 'detecting' | 'startingStub' | 'working' | 'resetting' | 'listening';

/** In their order. */
export const jobSteps: readonly JobStep[] = [
  'connecting',
  'detecting',
  'startingStub',
  'working',
  'resetting',
  'listening',
];

/** The step that a stage belongs to. */
export function stepOf(stage: JobStage): JobStep {
  switch (stage) {
    case 'waiting':
    case 'connecting':
      return 'connecting';
    case 'detecting':
    case 'startingStub':
    case 'resetting':
    case 'listening':
      return stage;
    case 'erasing':
    case 'reading':
    case 'writing':
    case 'verifying':
      return 'working';
    case 'done':
      return 'listening';
  }
}

/** Where the work begins and ends on the bar; what comes before and after is short. */
const workFrom = 0.04;
const workTo = 0.97;

/** How far a job is, from 0 to 1. */
export function jobFraction(progress: Pick<JobProgress, 'stage' | 'doneBytes' | 'totalBytes'> | null): number {
  if (progress === null) return 0;
  const part = progress.totalBytes > 0 ? Math.min(1, progress.doneBytes / progress.totalBytes) : 0;
  switch (progress.stage) {
    case 'waiting':
      return 0;
    case 'connecting':
      return 0.01;
    case 'detecting':
      return 0.02;
    case 'startingStub':
      return 0.03;
    case 'erasing':
    case 'reading':
    case 'writing':
    case 'verifying':
      return workFrom + part * (workTo - workFrom);
    case 'resetting':
      return 0.98;
    case 'listening':
      return 0.99;
    case 'done':
      return 1;
  }
}

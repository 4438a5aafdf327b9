import { formatBytes } from '../../src-shared/numbers/parse-number';
import type { JobProgress, JobStage } from '../../src-shared/ipc/contract';
import type { ConsoleIo } from './console-io';

const stageNames: Readonly<Record<JobStage, string>> = {
  waiting: 'Waiting',
  connecting: 'Connecting',
  startingStub: 'Starting the stub',
  detecting: 'Detecting',
  erasing: 'Erasing',
  reading: 'Reading',
  writing: 'Writing',
  verifying: 'Verifying',
  resetting: 'Resetting',
  listening: 'Listening to the board',
  done: 'Done',
};

/** A file gets a line for every step of this many percent. */
const quietStepPercent = 25;

/** Progress on a terminal is one line written over and over; elsewhere it is a few lines that stay. */
export class ProgressLine {
  private isOpen = false;
  private lastLine = '';
  private lastMark = '';

  constructor(private readonly io: Pick<ConsoleIo, 'err' | 'isTerminal'>) {}

  show(progress: JobProgress): void {
    const line = describeProgress(progress);
    if (this.io.isTerminal) {
      if (line === this.lastLine) return;
      this.io.err(`\r${line}\u001b[K`);
      this.isOpen = true;
    } else {
      const step = Math.floor(percentOf(progress) / quietStepPercent);
      // Verifying alternates with writing for every file; that is no news.
      const mark = isTransfer(progress.stage) ? `transfer ${step}` : `${progress.stage} ${progress.detail ?? ''}`;
      if (mark === this.lastMark) return;
      this.lastMark = mark;
      this.io.err(`${line}\n`);
    }
    this.lastLine = line;
  }

  /** Leaves the line as it is, so that other text can follow. */
  end(): void {
    if (this.isOpen) this.io.err('\n');
    this.isOpen = false;
    this.lastLine = '';
  }
}

/** `Writing 42 %, 420 KB of 1 MB, 85.3 KB/s, 7 s left` */
export function describeProgress(progress: JobProgress): string {
  const { stage, detail, doneBytes, totalBytes, bytesPerSecond, secondsLeft } = progress;
  const what = detail === null ? stageNames[stage] : `${stageNames[stage]} (${detail})`;
  if (!isTransfer(stage) || totalBytes === 0) return what;
  const parts = [`${what} ${percentOf(progress)} %`, `${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}`];
  if (bytesPerSecond !== null) parts.push(`${formatBytes(bytesPerSecond)}/s`);
  if (secondsLeft !== null && secondsLeft > 0) parts.push(`${secondsLeft} s left`);
  return parts.join(', ');
}

function percentOf({ doneBytes, totalBytes }: JobProgress): number {
  return totalBytes === 0 ? 0 : Math.floor((doneBytes * 100) / totalBytes);
}

function isTransfer(stage: JobStage): boolean {
  return stage === 'reading' || stage === 'erasing' || stage === 'writing' || stage === 'verifying';
}

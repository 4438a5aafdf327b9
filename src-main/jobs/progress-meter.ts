import type { JobProgress } from '../../src-shared/ipc/contract';
import type { Clock } from '../engine/transport/transport';

/** At most ten messages a second. */
const intervalMs = 100;
/** Speed is what happened in this span: long enough to be calm, short enough to notice a stall. */
const speedWindowMs = 3000;

type Measured = Pick<JobProgress, 'bytesPerSecond' | 'secondsLeft' | 'elapsedMs'>;

/** Turns what a job reports as often as it likes into few messages with speed and time left. */
export class ProgressMeter {
  private readonly startedMs: number;
  private current: Omit<JobProgress, keyof Measured>;
  private samples: { readonly atMs: number; readonly doneBytes: number }[] = [];
  private lastSentMs = Number.NEGATIVE_INFINITY;
  private cancelTimer: (() => void) | null = null;
  private hasNews = true;

  constructor(
    start: Omit<JobProgress, keyof Measured>,
    private readonly clock: Clock,
    private readonly send: (progress: JobProgress) => void,
  ) {
    this.startedMs = clock.nowMs();
    this.current = start;
  }

  get elapsedMs(): number {
    return this.clock.nowMs() - this.startedMs;
  }

  update(change: Partial<Omit<JobProgress, keyof Measured>>): void {
    const isNewStage = change.stage !== undefined && change.stage !== this.current.stage;
    this.current = { ...this.current, ...change };
    this.hasNews = true;
    const nowMs = this.clock.nowMs();
    if (isNewStage) this.samples = [];
    this.samples.push({ atMs: nowMs, doneBytes: this.current.doneBytes });
    // One sample older than the window is kept, so that the window is always covered.
    while (this.samples.length > 2 && (this.samples[1]?.atMs ?? nowMs) < nowMs - speedWindowMs) this.samples.shift();

    const waitMs = this.lastSentMs + intervalMs - nowMs;
    if (waitMs <= 0) this.flush();
    else this.cancelTimer ??= this.clock.after(waitMs, () => this.flush());
  }

  /** Sends what has not been sent; called once more at the end. */
  flush(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    if (!this.hasNews) return;
    this.hasNews = false;
    this.lastSentMs = this.clock.nowMs();
    this.send({ ...this.current, ...this.measure() });
  }

  private measure(): Measured {
    const elapsedMs = Math.round(this.elapsedMs);
    const first = this.samples[0];
    const last = this.samples.at(-1);
    const spanMs = first === undefined || last === undefined ? 0 : last.atMs - first.atMs;
    const bytes = first === undefined || last === undefined ? 0 : last.doneBytes - first.doneBytes;
    if (spanMs < intervalMs || bytes <= 0) return { bytesPerSecond: null, secondsLeft: null, elapsedMs };
    const bytesPerSecond = Math.round((bytes * 1000) / spanMs);
    const leftBytes = this.current.totalBytes - this.current.doneBytes;
    return { bytesPerSecond, secondsLeft: Math.ceil(leftBytes / Math.max(1, bytesPerSecond)), elapsedMs };
  }
}

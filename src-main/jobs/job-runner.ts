import { AppError, toAppError } from '../../src-shared/errors/app-error';
import { failureKindOf } from '../../src-shared/errors/error-codes';
import type { JobFinished, JobOutcome, JobProgress } from '../../src-shared/ipc/contract';
import type { TraceEvent } from '../engine/loader/connection';
import type { Boards } from './board-registry';
import type { ServiceDependencies } from './dependencies';
import type { FirmwareFiles } from './firmware-store';
import { runFlashJob } from './flash-job';
import { JobReport } from './job-report';
import { makePlan } from './plan-checker';
import type { PortLock } from './port-lock';
import { ProgressMeter } from './progress-meter';
import type { FlashRequest, JobRunner } from './services';

/** Reports of jobs that ended are kept for "copy details", but not for ever. */
const keptReports = 20;

interface Job {
  readonly cancel: AbortController;
  readonly report: JobReport;
  ended: Promise<void>;
  hasEnded: boolean;
}

/** See `JobRunner`. */
export class Jobs implements JobRunner {
  private readonly jobs = new Map<string, Job>();
  private readonly progressListeners = new Set<(progress: JobProgress) => void>();
  private readonly finishedListeners = new Set<(finished: JobFinished) => void>();
  private lastNumber = 0;

  constructor(
    private readonly deps: ServiceDependencies,
    private readonly boards: Boards,
    private readonly firmware: FirmwareFiles,
    private readonly lock: PortLock,
  ) {}

  async startFlash(request: FlashRequest): Promise<{ jobId: string }> {
    const cancel = new AbortController();
    const release = await this.lock.acquire(request.path, 'job', () => cancel.abort());
    const jobId = `job-${++this.lastNumber}`;
    const report = new JobReport(this.deps.about, this.deps.homeFolder);
    const job: Job = { cancel, report, ended: Promise.resolve(), hasEnded: false };
    this.jobs.set(jobId, job);
    this.forgetOldJobs();
    // The caller learns the id first; everything else comes by events.
    job.ended = Promise.resolve().then(() => this.run(jobId, job, request, release));
    return { jobId };
  }

  cancel(jobId: string): void {
    this.get(jobId).cancel.abort();
  }

  report(jobId: string): string {
    return this.get(jobId).report.text();
  }

  async shutDown(): Promise<void> {
    for (const job of this.jobs.values()) job.cancel.abort();
    await Promise.all([...this.jobs.values()].map((job) => job.ended));
    await this.boards.close();
  }

  onProgress(listener: (progress: JobProgress) => void): () => void {
    this.progressListeners.add(listener);
    return () => this.progressListeners.delete(listener);
  }

  onFinished(listener: (finished: JobFinished) => void): () => void {
    this.finishedListeners.add(listener);
    return () => this.finishedListeners.delete(listener);
  }

  private async run(jobId: string, job: Job, request: FlashRequest, release: () => void): Promise<void> {
    const meter = this.createMeter(jobId, request);
    const outcome = await this.flash(job, request, meter);
    if (outcome.kind === 'verified') meter.update({ stage: 'done' });
    meter.flush();
    job.report.finish(outcome);
    job.hasEnded = true;
    release();
    for (const listener of [...this.finishedListeners]) listener({ jobId, outcome });
  }

  private async flash({ cancel, report }: Job, request: FlashRequest, meter: ProgressMeter): Promise<JobOutcome> {
    const { path, rows, settings } = request;
    const tokens = rows.filter((row) => row.enabled).map((row) => row.token);
    report.line(`Flash ${path}, settings ${JSON.stringify(settings)}`);
    for (const { token, offsetText } of rows.filter((row) => row.enabled)) {
      report.line(`Row: ${this.firmware.get(token).name} at ${offsetText}`);
    }
    try {
      const result = await runFlashJob(this.deps, {
        path,
        settings,
        rowCount: rows.length,
        signal: cancel.signal,
        trace: (event: TraceEvent) => {
          report.trace(event);
          this.deps.connect.trace?.(event);
        },
        makePlan: (identity) => makePlan(this.firmware, rows, settings, identity),
        readFilesAgain: async () => {
          for (const token of tokens) await this.firmware.readAgain(token);
        },
        report: (change) => meter.update(change),
        onIdentity: (identity) => this.boards.learn(path, identity),
      });
      return { kind: 'verified', result };
    } catch (thrown) {
      const error = toAppError(thrown).toData();
      return { kind: failureKindOf(error.code), error };
    }
  }

  private createMeter(jobId: string, { path, rows }: FlashRequest): ProgressMeter {
    const start = {
      jobId,
      kind: 'flash',
      path,
      stage: 'waiting',
      detail: null,
      doneBytes: 0,
      totalBytes: 0,
      rowDoneBytes: rows.map(() => 0),
      rowTotalBytes: rows.map(() => 0),
      baudRate: null,
    } as const;
    return new ProgressMeter(start, this.deps.clock, (progress) => {
      for (const listener of [...this.progressListeners]) listener(progress);
    });
  }

  private get(jobId: string): Job {
    const job = this.jobs.get(jobId);
    if (job === undefined) throw new AppError('job.notFound', { jobId });
    return job;
  }

  private forgetOldJobs(): void {
    for (const [jobId, job] of this.jobs) {
      if (this.jobs.size <= keptReports) return;
      if (job.hasEnded) this.jobs.delete(jobId);
    }
  }
}

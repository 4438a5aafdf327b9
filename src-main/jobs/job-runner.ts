import { AppError, toAppError } from '../../src-shared/errors/app-error';
import { failureKindOf } from '../../src-shared/errors/error-codes';
import { parseNvs } from '../../src-shared/formats/nvs/parse-nvs';
import type {
  BoardIdentity,
  BoardJobFinished,
  BoardJobOutcome,
  FlashResult,
  FlashRow,
  JobFinished,
  JobKind,
  JobOutcome,
  JobProgress,
} from '../../src-shared/ipc/contract';
import type { TraceSink } from '../engine/loader/connection';
import type { BuiltPlan, Comparison } from '../engine/plan/build-plan';
import type { Boards } from './board-registry';
import { dependenciesFor, type ServiceDependencies } from './dependencies';
import { runEraseJob } from './erase-job';
import type { FirmwareFiles } from './firmware-store';
import type { EndedFlash, FlashedFile } from './history/history-record';
import { runFlashJob } from './flash-job';
import { JobReport } from './job-report';
import { Listeners } from './listeners';
import type { NvsDesk } from './nvs-desk';
import { runPartitionJob } from './partition-job';
import { makeComparison, makePlan } from './plan-checker';
import type { PortLock } from './port-lock';
import { ProgressMeter } from './progress-meter';
import { runReadJob } from './read-job';
import type {
  EraseRequest,
  JobRunner,
  PartitionRequest,
  ReadRequest,
  VerifyRequest,
  WriteRequest,
  WriteTableRequest,
} from './services';
import { runTableJob } from './table-job';
import type { TraceDesk, TraceOfJob } from './trace/trace-desk';
import { runVerifyJob } from './verify-job';

/** Reports of jobs that ended are kept for "copy details", but not for ever. */
const keptReports = 20;

interface Job {
  readonly cancel: AbortController;
  readonly report: JobReport;
  readonly trace: TraceOfJob;
  ended: Promise<void>;
  hasEnded: boolean;
}

type Failure = Extract<JobOutcome, { readonly error: unknown }>;

/** What the work of a job gets at hand. */
export interface Tools {
  readonly path: string;
  readonly isPatient: boolean;
  readonly signal: AbortSignal;
  readonly trace: TraceSink;
  readonly report: (change: Partial<JobProgress>) => void;
  readonly onIdentity: (identity: BoardIdentity) => void;
  /** Writes a line into the report. */
  readonly note: (text: string) => void;
}

interface Start<O> {
  readonly path: string;
  readonly kind: JobKind;
  readonly rowCount: number;
  readonly isPatient: boolean;
  readonly work: (tools: Tools) => Promise<O>;
  readonly tell: (finished: { readonly jobId: string; readonly outcome: O | Failure }) => void;
}

/** See `JobRunner`. */
export class Jobs implements JobRunner {
  private readonly jobs = new Map<string, Job>();
  private readonly progressListeners = new Set<(progress: JobProgress) => void>();
  private readonly finishedListeners = new Set<(finished: JobFinished) => void>();
  private readonly endedFlashes = new Listeners<EndedFlash>();
  /** Everything about a write that ended, for the history. */
  readonly onFlashEnded = this.endedFlashes.add;
  private readonly boardJobListeners = new Set<(finished: BoardJobFinished) => void>();
  private lastNumber = 0;

  constructor(
    private readonly deps: ServiceDependencies,
    private readonly boards: Boards,
    private readonly firmware: FirmwareFiles,
    private readonly lock: PortLock,
    private readonly nvs: NvsDesk,
    private readonly traces: TraceDesk,
  ) {}

  startFlash(request: WriteRequest): Promise<{ jobId: string }> {
    const { path, rows, settings } = request;
    let beganMs = this.deps.clock.nowMs();
    let files: readonly FlashedFile[] = [];
    let identity: BoardIdentity | null = null;
    return this.start<JobOutcome>({
      path,
      kind: 'flash',
      rowCount: rows.length,
      isPatient: request.isPatient ?? false,
      work: async (tools) => {
        beganMs = this.deps.clock.nowMs();
        files = this.filesOf(rows);
        const onIdentity = (found: BoardIdentity): void => tools.onIdentity((identity = found));
        const result = await this.flash(request, { ...tools, onIdentity });
        const isProven = result.regions.every(({ isUnproven }) => isUnproven !== true);
        return { kind: isProven ? 'verified' : 'written', result };
      },
      tell: (finished) => {
        tellAll(this.finishedListeners, finished);
        const durationMs = this.deps.clock.nowMs() - beganMs;
        this.endedFlashes.tell({ path, settings, files, identity, outcome: finished.outcome, durationMs });
      },
    });
  }

  startTable(request: WriteTableRequest): Promise<{ jobId: string }> {
    const { path } = request;
    return this.start<JobOutcome>({
      path,
      isPatient: request.isPatient ?? false,
      kind: 'flash',
      rowCount: 1,
      work: async (tools) => {
        tools.note(`Partition table for ${path}, ${request.rows.length} rows`);
        const layoutOf = (identity: BoardIdentity) => this.boards.layoutOf(path, identity);
        return { kind: 'verified', result: await runTableJob(this.deps, tools, request, layoutOf) };
      },
      tell: (finished) => tellAll(this.finishedListeners, finished),
    });
  }

  startRead(request: ReadRequest): Promise<{ jobId: string }> {
    return this.startBoardJob('read', request, async (tools) => {
      const result = await runReadJob(
        dependenciesFor(this.deps, tools.path),
        { ...tools, settings: request.settings },
        request,
      );
      return { kind: 'read', result };
    });
  }

  startErase(request: EraseRequest): Promise<{ jobId: string }> {
    return this.startBoardJob('erase', request, async (tools) => {
      const result = await runEraseJob(
        dependenciesFor(this.deps, tools.path),
        { ...tools, settings: request.settings },
        request,
      );
      return { kind: 'erased', result };
    });
  }

  startVerify(request: VerifyRequest): Promise<{ jobId: string }> {
    const { rows, settings, diff } = request;
    return this.startBoardJob('verify', request, async (tools) => {
      this.noteRows(rows, tools);
      const compare = (identity: BoardIdentity): Comparison =>
        makeComparison(this.firmware, rows, settings, identity, this.boards.layoutOf(tools.path, identity));
      const result = await runVerifyJob(
        dependenciesFor(this.deps, tools.path),
        { ...tools, settings },
        { diff, compare },
      );
      return { kind: 'compared', result };
    });
  }

  startNvs(request: PartitionRequest): Promise<{ jobId: string }> {
    const { label, offset, sizeBytes, settings } = request;
    return this.startBoardJob('nvs', request, async (tools) => {
      tools.note(`Partition ${label}: ${offset}, ${sizeBytes} bytes`);
      const { bytes, ...found } = await runPartitionJob(
        dependenciesFor(this.deps, tools.path),
        { ...tools, settings },
        request,
      );
      const nvs = this.nvs.keep(label, parseNvs(bytes));
      return { kind: 'nvs', result: { ...found, label, offset, sizeBytes, nvs } };
    });
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

  onBoardJobFinished(listener: (finished: BoardJobFinished) => void): () => void {
    this.boardJobListeners.add(listener);
    return () => this.boardJobListeners.delete(listener);
  }

  /** Any job that ends by `onBoardJobFinished`, with work of somebody else's. */
  startBoardJob(
    kind: JobKind,
    request: ReadRequest | EraseRequest | VerifyRequest | PartitionRequest | Pick<ReadRequest, 'path' | 'settings'>,
    work: (tools: Tools) => Promise<BoardJobOutcome>,
  ): Promise<{ jobId: string }> {
    const { path, settings } = request;
    return this.start<BoardJobOutcome>({
      path,
      kind,
      rowCount: 0,
      isPatient: 'isPatient' in request && request.isPatient,
      work: (tools) => {
        tools.note(
          `${kind} ${path}, ${'span' in request ? JSON.stringify(request.span) : ''} ${JSON.stringify(settings)}`,
        );
        return work(tools);
      },
      tell: (finished) => tellAll(this.boardJobListeners, finished),
    });
  }

  private async start<O extends JobOutcome | BoardJobOutcome>(start: Start<O>): Promise<{ jobId: string }> {
    const cancel = new AbortController();
    const release = await this.lock.acquire(start.path, 'job', () => cancel.abort());
    const jobId = `job-${++this.lastNumber}`;
    const report = new JobReport(this.deps.about, this.deps.homeFolder);
    const trace = this.traces.begin(jobId, start.kind, start.path);
    const job: Job = { cancel, report, trace, ended: Promise.resolve(), hasEnded: false };
    this.jobs.set(jobId, job);
    this.forgetOldJobs();
    // The caller learns the id first; everything else comes by events.
    job.ended = Promise.resolve().then(() => this.run(jobId, job, start, release));
    return { jobId };
  }

  private async run<O extends JobOutcome | BoardJobOutcome>(
    jobId: string,
    job: Job,
    start: Start<O>,
    release: () => void,
  ): Promise<void> {
    const meter = this.createMeter(jobId, start);
    const outcome = await this.outcomeOf(start.work(this.tools(start, job, meter)));
    if (!('error' in outcome)) meter.update({ stage: 'done' });
    meter.flush();
    job.report.finish(outcome);
    job.trace.finish('error' in outcome ? outcome.error : null);
    job.hasEnded = true;
    release();
    start.tell({ jobId, outcome });
  }

  private async outcomeOf<O>(work: Promise<O>): Promise<O | Failure> {
    try {
      return await work;
    } catch (thrown) {
      const error = toAppError(thrown).toData();
      return { kind: failureKindOf(error.code), error };
    }
  }

  private tools(
    { path, kind, isPatient }: Pick<Start<unknown>, 'path' | 'kind' | 'isPatient'>,
    { cancel, report, trace }: Job,
    meter: ProgressMeter,
  ): Tools {
    return {
      path,
      isPatient,
      signal: cancel.signal,
      trace: (event) => {
        report.trace(event);
        trace.add(event);
        this.deps.connect.trace?.(event);
      },
      report: (change) => {
        const isWrite = change.stage === 'erasing' || change.stage === 'writing';
        // Files in a partition change nothing about what lies where.
        if (isWrite && kind !== 'volumeWrite') this.boards.learnLayout(path, null);
        meter.update(change);
      },
      onIdentity: (identity) => this.boards.learn(path, identity),
      note: (text) => report.line(text),
    };
  }

  private async flash({ rows, settings, looksAfterwards }: WriteRequest, tools: Tools): Promise<FlashResult> {
    const tokens = rows.filter((row) => row.enabled).map((row) => row.token);
    tools.note(`Flash ${tools.path}, settings ${JSON.stringify(settings)}`);
    this.noteRows(rows, tools);
    const plans = new Map<string | null, BuiltPlan>();
    const result = await runFlashJob(dependenciesFor(this.deps, tools.path), {
      ...tools,
      settings,
      rowCount: rows.length,
      looksAfterwards: looksAfterwards ?? false,
      makePlan: (identity) => {
        // What is known of the board holds until something is written, and another attempt is to carry out the same plan.
        const layout = this.boards.layoutOf(tools.path, identity);
        const built = plans.get(identity.mac) ?? makePlan(this.firmware, rows, settings, identity, layout);
        plans.set(identity.mac, built);
        return built;
      },
      readFilesAgain: () => this.firmware.readAgain(tokens),
    });
    if (result.layout !== undefined) this.boards.learnLayout(tools.path, result.layout);
    return result;
  }

  private filesOf(rows: readonly FlashRow[]): readonly FlashedFile[] {
    return rows
      .filter((row) => row.enabled)
      .map((row) => ({ row, loaded: this.firmware.get(row.token), origin: this.firmware.originOf(row.token) }));
  }

  private noteRows(rows: readonly FlashRow[], { note }: Tools): void {
    for (const { token, offsetText } of rows.filter((row) => row.enabled)) {
      note(`Row: ${this.firmware.get(token).name} at ${offsetText}`);
    }
  }

  private createMeter(jobId: string, { path, kind, rowCount }: Pick<Start<unknown>, 'path' | 'kind' | 'rowCount'>) {
    const zeroes = Array.from({ length: rowCount }, () => 0);
    const start = {
      jobId,
      kind,
      path,
      stage: 'waiting',
      detail: null,
      doneBytes: 0,
      totalBytes: 0,
      rowDoneBytes: zeroes,
      rowTotalBytes: zeroes,
      baudRate: null,
    } as const;
    return new ProgressMeter(start, this.deps.clock, (progress) => tellAll(this.progressListeners, progress));
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

function tellAll<T>(listeners: ReadonlySet<(value: T) => void>, value: T): void {
  for (const listener of [...listeners]) listener(value);
}

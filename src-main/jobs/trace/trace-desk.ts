import { AppError, type AppErrorData } from '../../../src-shared/errors/app-error';
import type { JobKind, Replies, Request, TracedJob } from '../../../src-shared/ipc/contract';
import type { TraceEvent } from '../../engine/loader/connection';
import type { ServiceDependencies } from '../dependencies';
import { Listeners } from '../listeners';
import { redact } from '../redact';
import type { SavedFiles } from '../saved-files';
import { writeWhole } from '../whole-file';
import { JobTrace } from './job-trace';

/** How often whoever watches is told at most. */
const tellEveryMs = 200;
/** Between two pieces of a long text others get their turn. */
const linesAtOnce = 2000;

interface Traced {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly path: string;
  readonly trace: JobTrace;
  isRunning: boolean;
}

/** What a job tells its trace. */
export interface TraceOfJob {
  add(event: TraceEvent): void;
  /** `error`: why it failed; null where it did not. */
  finish(error: AppErrorData | null): void;
}

/** The traces of running jobs and of the last one that ended, for whoever looks. */
export class TraceDesk {
  /** In the order in which they began. */
  private traced: Traced[] = [];
  private readonly changes = new Listeners<readonly TracedJob[]>();
  readonly onChanged = this.changes.add;
  private isWatched = false;
  private isTelling = false;

  constructor(
    private readonly deps: Pick<ServiceDependencies, 'clock' | 'about' | 'homeFolder'>,
    private readonly saves: Pick<SavedFiles, 'pathOf'>,
  ) {}

  begin(jobId: string, kind: JobKind, path: string): TraceOfJob {
    const { clock } = this.deps;
    const trace = new JobTrace(clock.nowMs(), () => this.schedule());
    const traced: Traced = { jobId, kind, path, trace, isRunning: true };
    this.traced = [...this.traced.filter(({ isRunning }) => isRunning), ...this.lastEnded(), traced];
    this.schedule();
    return {
      add: (event) => trace.add(event),
      finish: (error) => {
        if (error !== null) trace.fail(clock.nowMs(), error);
        traced.isRunning = false;
        const [last] = this.lastEnded();
        this.traced = this.traced.filter((each) => each.isRunning || each === last);
        this.schedule();
      },
    };
  }

  /** The newest first. */
  list(): readonly TracedJob[] {
    return this.traced.map(view).reverse();
  }

  watch(watching: boolean): readonly TracedJob[] {
    this.isWatched = watching;
    return this.list();
  }

  read({ jobId, from, count }: Request<'trace.read'>): Replies['trace.read'] {
    const traced = this.get(jobId);
    return { lines: traced.trace.read(from, count), job: view(traced) };
  }

  async text({ jobId, numbers }: Request<'trace.text'>): Promise<string> {
    const { kind, path, trace } = this.get(jobId);
    let piece = [...this.deps.about, `Trace: ${kind} ${path}`, ''];
    let text = '';
    for (const line of trace.publicLines(numbers)) {
      piece.push(line);
      if (piece.length < linesAtOnce) continue;
      text += this.redacted(piece);
      piece = [];
      await new Promise((resolve) => setImmediate(resolve));
    }
    return text + this.redacted(piece);
  }

  async save({ jobId, numbers, save }: Request<'trace.save'>): Promise<void> {
    await writeWhole(this.saves.pathOf(save), async () => ({
      bytes: new TextEncoder().encode(await this.text({ jobId, numbers })),
      result: null,
    }));
  }

  private redacted(lines: readonly string[]): string {
    return lines.length === 0 ? '' : redact(`${lines.join('\n')}\n`, this.deps.homeFolder);
  }

  private lastEnded(): readonly Traced[] {
    return this.traced.filter(({ isRunning }) => !isRunning).slice(-1);
  }

  private get(jobId: string): Traced {
    const traced = this.traced.find((each) => each.jobId === jobId);
    if (traced === undefined) throw new AppError('job.notFound', { jobId });
    return traced;
  }

  private schedule(): void {
    if (!this.isWatched || this.isTelling) return;
    this.isTelling = true;
    this.deps.clock.after(tellEveryMs, () => {
      this.isTelling = false;
      if (this.isWatched) this.changes.tell(this.list());
    });
  }
}

function view({ jobId, kind, path, isRunning, trace }: Traced): TracedJob {
  return { jobId, kind, path, isRunning, first: trace.first, end: trace.end };
}

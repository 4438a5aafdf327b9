import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { toAppError } from '../../src-shared/errors/app-error';
import { failureKindOf } from '../../src-shared/errors/error-codes';
import type {
  BoardJobFinished,
  BoardJobOutcome,
  ContactSettings,
  FlashSpan,
  JobFinished,
  JobOutcome,
  JobProgress,
  JobStage,
  PartitionView,
  Request,
  SavePlace,
} from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import type { ShownKind } from '../composables/shown-kind';
import { useBoardsStore } from './boards';
import { useClosedBoardStore } from './closed-board';
import { useFlashTableStore } from './flash-table';
import { useNoticesStore } from './notices';
import { useRemarksStore } from './remarks';
import { usePlanStore } from './plan';
import { useSettingsStore } from './settings';

export type { ShownKind };

/** The job that is shown, from the press of the button until it is put away. */
export interface ShownJob {
  readonly kind: ShownKind;
  /** Null until the main process has taken it, and for ever where it refused. */
  readonly jobId: string | null;
  readonly path: string;
  /** Where what is read goes; null for jobs that make no file. */
  readonly save: SavePlace | null;
  /** The rows as they were sent: what the row numbers in `progress` stand for. */
  readonly tokens: readonly string[];
  readonly startedAt: number;
  readonly progress: JobProgress | null;
  /** When each stage began, in milliseconds since the job's start, in the order of their beginning. */
  readonly stages: readonly { readonly stage: JobStage; readonly beganMs: number }[];
  readonly isCancelling: boolean;
  readonly outcome: JobOutcome | BoardJobOutcome | null;
}

/** The running job, then how it ended. */
export const useJobsStore = defineStore('jobs', () => {
  const boards = useBoardsStore();
  const settings = useSettingsStore();
  const closed = useClosedBoardStore();
  const table = useFlashTableStore();
  const plan = usePlanStore();
  const notices = useNoticesStore();
  const remarks = useRemarksStore();
  const job = ref<ShownJob | null>(null);
  const isRunning = computed(() => job.value !== null && job.value.outcome === null);
  const reportCopied = ref(false);
  let lastJobId: string | null = null;
  /** What was started last, to be tried once more. */
  let last: { readonly order: Order; readonly begin: Begin } | null = null;
  /** How it had ended before it was tried patiently. */
  let failed: ShownJob | null = null;

  type Message = JobProgress | JobFinished | BoardJobFinished;
  /** What arrived for jobs not yet known by id: the reply to `flash.start` may come after them. */
  let early: Message[] = [];

  function load(): void {
    on('job.progress', receive);
    on('job.finished', receive);
    on('boardJob.finished', receive);
    // An outcome speaks of what was asked for. As soon as that is not what the page shows, it is put away.
    watch(() => boards.selectedPath, putAway);
    watch(
      () => JSON.stringify([table.requestRows, settings.current.flash]),
      () => {
        if (job.value !== null && usesTable(job.value.kind)) putAway();
      },
    );
  }

  function receive(message: Message): void {
    const shown = job.value;
    if (shown === null || shown.outcome !== null) return;
    if (shown.jobId === null) {
      early.push(message);
      return;
    }
    if (message.jobId !== shown.jobId) return;
    if ('outcome' in message) finish(message.outcome);
    else job.value = { ...shown, progress: message, stages: stagesWith(shown, message) };
  }

  /** Writes the flash table, once its checks are back; does nothing where one of them stands in the way by then. */
  async function start(): Promise<void> {
    if ((await plan.whenChecked())?.canFlash !== true) return;
    const { path, rows, settings } = plan.request;
    if (path === null) return;
    await run({ kind: 'flash', path, tokens: rows.map((row) => row.token) }, (patience) =>
      call('flash.start', { path, rows, settings, ...patience }),
    );
  }

  /** Compares the flash table with the board, as `start` would write it. */
  async function startVerify(): Promise<void> {
    if ((await plan.whenChecked())?.canFlash !== true) return;
    const { path, rows, settings } = plan.request;
    if (path === null) return;
    await run({ kind: 'verify', path, tokens: rows.map((row) => row.token) }, (patience) =>
      call('verify.start', { path, rows, settings, ...patience }),
    );
  }

  /** Asks for a place and reads the span into it; nothing happens where the person thinks better of it. */
  async function startRead(span: FlashSpan, suggestedName: string): Promise<void> {
    const path = boards.selectedPath;
    if (path === null || isRunning.value) return;
    let save: SavePlace | null;
    try {
      save = await call('saves.choose', { suggestedName });
    } catch (error) {
      notices.report(error);
      return;
    }
    if (save === null) return;
    const { token } = save;
    await run({ kind: 'read', path, save }, (patience) =>
      call('read.start', { path, span, settings: contactSettings(), save: token, ...patience }),
    );
  }

  /** Writes a partition table. */
  async function startTable(
    table: Pick<Request<'partitions.write'>, 'rows' | 'tableOffset' | 'hasMd5'>,
  ): Promise<void> {
    const path = boards.selectedPath;
    if (path === null) return;
    await run({ kind: 'partitions', path }, (patience) =>
      call('partitions.write', { path, ...table, settings: contactSettings(), ...patience }),
    );
  }

  /** Reads the settings in a partition. */
  async function startNvs(partition: Pick<PartitionView, 'label' | 'offset' | 'sizeBytes'>): Promise<void> {
    const path = boards.selectedPath;
    if (path === null) return;
    const { label, offset, sizeBytes } = partition;
    await run({ kind: 'nvs', path }, (patience) =>
      call('nvs.start', { path, label, offset, sizeBytes, settings: contactSettings(), ...patience }),
    );
  }

  /** `force`: also where secure boot or flash encryption is on. */
  async function startErase(span: FlashSpan, force: boolean): Promise<void> {
    const path = boards.selectedPath;
    if (path === null) return;
    const flashSizeBytes = closed.isClosed ? closed.flashSizeBytes : null;
    await run({ kind: 'erase', path }, (patience) =>
      call('erase.start', {
        path,
        span,
        settings: contactSettings(),
        force,
        ...(flashSizeBytes === null ? {} : { flashSizeBytes }),
        ...patience,
      }),
    );
  }

  function contactSettings(): ContactSettings {
    const { baudRate, useStub, before, after } = settings.current.flash;
    return { baudRate, useStub, before, after };
  }

  async function run(order: Order, begin: Begin, patience: Patience = {}): Promise<void> {
    if (isRunning.value) return;
    last = { order, begin };
    failed = patience.isPatient === true ? job.value : null;
    early = [];
    reportCopied.value = false;
    table.isLocked = usesTable(order.kind);
    job.value = {
      jobId: null,
      save: null,
      tokens: [],
      startedAt: Date.now(),
      progress: null,
      stages: [],
      isCancelling: false,
      outcome: null,
      ...order,
    };
    try {
      const { jobId } = await begin(patience);
      job.value = { ...job.value, jobId };
      lastJobId = jobId;
      for (const message of early) receive(message);
      if (job.value.isCancelling) await requestCancel(jobId);
    } catch (error) {
      const data = toAppError(error).toData();
      finish({ kind: failureKindOf(data.code), error: data });
    }
  }

  function finish(outcome: JobOutcome | BoardJobOutcome): void {
    if (job.value === null) return;
    // Whoever gives up waiting is back where they were.
    const gaveUp = failed !== null && outcome.kind === 'cancelled' && !hasContact(job.value);
    job.value = gaveUp ? failed : { ...job.value, outcome };
    failed = null;
    table.isLocked = false;
    plan.schedule();
  }

  /** The failed job once more, until the board answers or the person gives up. */
  async function tryPatiently(): Promise<void> {
    if (last === null || job.value?.outcome === null) return;
    await run(last.order, last.begin, { isPatient: true });
  }

  /** A request: the job ends as `cancelled` when the port and the chip are left tidy. */
  async function cancel(): Promise<void> {
    if (job.value === null || job.value.outcome !== null) return;
    job.value = { ...job.value, isCancelling: true };
    if (job.value.jobId !== null) await requestCancel(job.value.jobId);
  }

  async function requestCancel(jobId: string): Promise<void> {
    try {
      await call('job.cancel', { jobId });
    } catch (error) {
      notices.report(error);
    }
  }

  /** Puts the report of the shown job on the clipboard. */
  async function copyReport(): Promise<void> {
    const jobId = job.value?.jobId;
    if (jobId === undefined || jobId === null) return;
    if (await copyReportOf(jobId)) reportCopied.value = true;
  }

  /** Puts the report of the job that was started last on the clipboard, shown or not. */
  async function copyLastReport(): Promise<void> {
    if (lastJobId === null) {
      remarks.say('remark.noJobYet', 'note');
      return;
    }
    if (await copyReportOf(lastJobId)) remarks.say('remark.detailsCopied');
  }

  async function copyReportOf(jobId: string): Promise<boolean> {
    try {
      const { text } = await call('job.report', { jobId });
      await call('app.copyText', { text });
      return true;
    } catch (error) {
      notices.report(error);
      return false;
    }
  }

  /** A message of the system, which the main process shows only while the window is not in front. */
  async function notify(message: { readonly title: string; readonly text: string }): Promise<void> {
    try {
      await call('app.notify', message);
    } catch (error) {
      notices.report(error);
    }
  }

  async function openLink(code: string): Promise<void> {
    try {
      await call('app.openLink', { code });
    } catch (error) {
      notices.report(error);
    }
  }

  /** Shows the file that was read where the system keeps it. */
  async function showSave(): Promise<void> {
    const token = job.value?.save?.token;
    if (token === undefined) return;
    try {
      await call('saves.show', { token });
    } catch (error) {
      notices.report(error);
    }
  }

  /** Back to the checks. */
  function putAway(): void {
    if (!isRunning.value) job.value = null;
  }

  return {
    run,
    contactSettings,
    job,
    isRunning,
    reportCopied,
    load,
    start,
    startVerify,
    startRead,
    startErase,
    startNvs,
    tryPatiently,
    startTable,
    cancel,
    copyReport,
    copyLastReport,
    showSave,
    notify,
    openLink,
    putAway,
  };
});

type Order = Pick<ShownJob, 'kind' | 'path'> & Partial<ShownJob>;
interface Patience {
  readonly isPatient?: true;
}
type Begin = (patience: Patience) => Promise<{ readonly jobId: string }>;

/** Somebody has answered: what the job is for has begun, or is about to. */
export function hasContact(job: Pick<ShownJob, 'stages'>): boolean {
  return job.stages.some(({ stage }) => stage !== 'waiting' && stage !== 'connecting');
}

/** Jobs whose rows must stay what they are. */
function usesTable(kind: ShownKind): boolean {
  return kind === 'flash' || kind === 'verify';
}

function stagesWith(shown: ShownJob, progress: JobProgress): ShownJob['stages'] {
  if (shown.stages.at(-1)?.stage === progress.stage) return shown.stages;
  return [...shown.stages, { stage: progress.stage, beganMs: progress.elapsedMs }];
}

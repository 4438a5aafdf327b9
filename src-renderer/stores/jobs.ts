import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { toAppError } from '../../src-shared/errors/app-error';
import { failureKindOf } from '../../src-shared/errors/error-codes';
import type { JobFinished, JobOutcome, JobProgress, JobStage } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useFlashTableStore } from './flash-table';
import { useNoticesStore } from './notices';
import { usePlanStore } from './plan';
import { useSettingsStore } from './settings';

/** The flash job that is shown, from the press of the button until it is put away. */
export interface ShownJob {
  /** Null until the main process has taken it, and for ever where it refused. */
  readonly jobId: string | null;
  readonly path: string;
  /** The rows as they were sent: what the row numbers in `progress` stand for. */
  readonly tokens: readonly string[];
  readonly startedAt: number;
  readonly progress: JobProgress | null;
  /** When each stage began, in milliseconds since the job's start, in the order of their beginning. */
  readonly stages: readonly { readonly stage: JobStage; readonly beganMs: number }[];
  readonly isCancelling: boolean;
  readonly outcome: JobOutcome | null;
}

/** The running job, then how it ended. */
export const useJobsStore = defineStore('jobs', () => {
  const boards = useBoardsStore();
  const settings = useSettingsStore();
  const table = useFlashTableStore();
  const plan = usePlanStore();
  const notices = useNoticesStore();
  const job = ref<ShownJob | null>(null);
  const isRunning = computed(() => job.value !== null && job.value.outcome === null);
  const reportCopied = ref(false);

  /** What arrived for jobs not yet known by id: the reply to `flash.start` may come after them. */
  let early: (JobProgress | JobFinished)[] = [];

  function load(): void {
    on('job.progress', receive);
    on('job.finished', receive);
    // An outcome speaks of what was written. As soon as that is not what the page shows, it is put away.
    watch(() => JSON.stringify([boards.selectedPath, table.requestRows, settings.current.flash]), putAway);
  }

  function receive(message: JobProgress | JobFinished): void {
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

  async function start(): Promise<void> {
    const { path, rows, settings } = plan.request;
    if (path === null || isRunning.value) return;
    early = [];
    reportCopied.value = false;
    table.isLocked = true;
    job.value = {
      jobId: null,
      path,
      tokens: rows.map((row) => row.token),
      startedAt: Date.now(),
      progress: null,
      stages: [],
      isCancelling: false,
      outcome: null,
    };
    try {
      const { jobId } = await call('flash.start', { path, rows, settings });
      job.value = { ...job.value, jobId };
      for (const message of early) receive(message);
      if (job.value.isCancelling) await requestCancel(jobId);
    } catch (error) {
      const data = toAppError(error).toData();
      finish({ kind: failureKindOf(data.code), error: data });
    }
  }

  function finish(outcome: JobOutcome): void {
    if (job.value === null) return;
    job.value = { ...job.value, outcome };
    table.isLocked = false;
    plan.schedule();
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
    try {
      const { text } = await call('job.report', { jobId });
      await call('app.copyText', { text });
      reportCopied.value = true;
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

  /** Back to the checks. */
  function putAway(): void {
    if (!isRunning.value) job.value = null;
  }

  return { job, isRunning, reportCopied, load, start, cancel, copyReport, openLink, putAway };
});

function stagesWith(shown: ShownJob, progress: JobProgress): ShownJob['stages'] {
  if (shown.stages.at(-1)?.stage === progress.stage) return shown.stages;
  return [...shown.stages, { stage: progress.stage, beganMs: progress.elapsedMs }];
}

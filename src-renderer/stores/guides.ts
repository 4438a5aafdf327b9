import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { AppErrorData } from '../../src-shared/errors/app-error';
import { canPass, type GuideId, guidesFor } from '../../src-shared/guides/guides';
import { useBoardsStore } from './boards';
import { hasContact, useJobsStore } from './jobs';

/** Who is tried to be reached while a guide is open. */
type Subject = { readonly kind: 'job' } | { readonly kind: 'board'; readonly path: string };

/** The guide beside the page. */
interface OpenGuide {
  readonly id: GuideId;
  /** What else helps with the same error. */
  readonly others: readonly GuideId[];
  readonly error: AppErrorData;
}

/** How the attempts go that are made while a guide is open. */
export interface Attempts {
  readonly state: 'trying' | 'reached';
  /** Why nobody answered so far. */
  readonly trouble: AppErrorData | null;
}

/** Long enough to read that the board answers. */
const reachedMs = 1800;

/** The guide that is open, and the attempts that go on meanwhile: who follows it sees at once whether it works. */
export const useGuidesStore = defineStore('guides', () => {
  const boards = useBoardsStore();
  const jobs = useJobsStore();
  const open = ref<OpenGuide | null>(null);
  const subject = ref<Subject | null>(null);
  const isReached = ref(false);
  const areShortcutsOpen = ref(false);

  const attempts = computed<Attempts | null>(() => {
    const now = subject.value;
    if (now === null) return null;
    if (isReached.value) return { state: 'reached', trouble: null };
    const told =
      now.kind === 'job'
        ? (jobs.job?.progress?.trouble ?? null)
        : (boards.all.find((card) => card.path === now.path)?.error ?? null);
    return { state: 'trying', trouble: told ?? open.value?.error ?? null };
  });

  function load(): void {
    watch(
      () => jobs.job,
      (job) => {
        if (subject.value?.kind !== 'job') return;
        if (job !== null && hasContact(job)) reached();
        else if (job === null || job.outcome !== null) subject.value = null;
      },
    );
  }

  /** Opens what helps with the shown job's failure, and goes on trying to reach its board. */
  function openForJob(error: AppErrorData, id?: GuideId): void {
    if (!show(error, id) || !canPass(error.code) || jobs.isRunning) return;
    subject.value = { kind: 'job' };
    void jobs.tryPatiently();
  }

  /** The same for the chosen board, which did not say who it is. */
  function openForBoard(error: AppErrorData, id?: GuideId): void {
    const path = boards.selectedPath;
    if (!show(error, id) || path === null || !canPass(error.code)) return;
    const mine: Subject = { kind: 'board', path };
    subject.value = mine;
    void boards.askPatiently(path).then((hasAnswered) => {
      if (subject.value?.kind !== 'board' || subject.value.path !== path) return;
      if (hasAnswered) reached();
      else subject.value = null;
    });
  }

  function show(error: AppErrorData, id?: GuideId): boolean {
    const [first, ...others] = guidesFor(error.code);
    if (first === undefined) return false;
    stop();
    open.value = { id: id ?? first, others: [first, ...others], error };
    return true;
  }

  function choose(id: GuideId): void {
    if (open.value !== null) open.value = { ...open.value, id };
  }

  function reached(): void {
    if (isReached.value) return;
    isReached.value = true;
    setTimeout(() => {
      if (!isReached.value) return;
      // What was reached goes on; only the guide has done its work.
      subject.value = null;
      isReached.value = false;
      open.value = null;
    }, reachedMs);
  }

  /** Puts the guide away; attempts that reached nobody end with it. */
  function close(): void {
    stop();
    open.value = null;
  }

  function stop(): void {
    const now = subject.value;
    const wasReached = isReached.value;
    subject.value = null;
    isReached.value = false;
    if (now === null || wasReached) return;
    if (now.kind === 'job') void jobs.cancel();
    else void boards.stopAsking(now.path);
  }

  return { open, attempts, areShortcutsOpen, load, openForJob, openForBoard, choose, close };
});

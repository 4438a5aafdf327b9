import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { type AppErrorData, toAppError } from '../../src-shared/errors/app-error';
import type { BoardLayout } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useNoticesStore } from './notices';

/** What is known about one board's flash. */
interface Knowledge {
  /** Another board at the same port has another flash. */
  readonly mac: string | null;
  readonly layout: BoardLayout | null;
  readonly error: AppErrorData | null;
}

/** As long as the main process waits for a board to come back. */
const reenumerationMs = 6000;

/** What lies where on the chosen board, as far as it was asked. */
export const useLayoutsStore = defineStore('layouts', () => {
  const boards = useBoardsStore();
  const notices = useNoticesStore();
  const known = ref<Readonly<Record<string, Knowledge>>>({});
  const readingPath = ref<string | null>(null);

  const current = computed<Knowledge | null>(() => {
    const path = boards.selectedPath;
    const knowledge = path === null ? undefined : known.value[path];
    if (knowledge === undefined || boards.selected === null) return null;
    const mac = boards.selected.identity?.mac ?? knowledge.mac;
    return mac === knowledge.mac ? knowledge : null;
  });
  const layout = computed(() => current.value?.layout ?? null);
  const error = computed(() => current.value?.error ?? null);
  const isReading = computed(() => readingPath.value !== null && readingPath.value === boards.selectedPath);
  /** A board that is being asked, used by a job or gone cannot be read now. */
  const canRead = computed(() => {
    const { state, identity } = boards.selected ?? {};
    if (identity?.secureDownloadMode === true) return false;
    return readingPath.value === null && (state === 'identified' || state === 'unknown' || state === 'failed');
  });

  function load(): void {
    /** Jobs that have begun to change what lies on a board, by the board's path. */
    const changing = new Map<string, string>();
    on('job.progress', ({ jobId, kind, path, stage }) => {
      // Files in a partition change nothing about what lies where.
      if (kind !== 'volumeWrite' && (stage === 'erasing' || stage === 'writing')) changing.set(jobId, path);
    });
    on('job.finished', ({ jobId, outcome }) => {
      const path = changing.get(jobId);
      if (!changing.delete(jobId) || path === undefined) return;
      if ('result' in outcome && outcome.result.layout !== undefined) learn(path, outcome.result.layout);
      else forget(path);
    });
    on('boardJob.finished', ({ jobId }) => {
      const path = changing.get(jobId);
      if (changing.delete(jobId) && path !== undefined) forget(path);
    });
    watch(
      () => boards.all.map((card) => card.path),
      (paths) => Object.keys(known.value).forEach((path) => (paths.includes(path) ? stay(path) : leaveSoon(path))),
    );
  }

  /** A chip's own USB goes away for a moment when the chip restarts: it is the same board when it is back. */
  const leaving = new Map<string, ReturnType<typeof setTimeout>>();
  function leaveSoon(path: string): void {
    if (!leaving.has(path))
      leaving.set(
        path,
        setTimeout(() => forget(path), reenumerationMs),
      );
  }
  function stay(path: string): void {
    clearTimeout(leaving.get(path));
    leaving.delete(path);
  }

  function forget(path: string): void {
    stay(path);
    known.value = Object.fromEntries(Object.entries(known.value).filter(([other]) => other !== path));
  }

  function learn(path: string, layout: BoardLayout): void {
    known.value = { ...known.value, [path]: { mac: macAt(path), layout, error: null } };
  }

  function macAt(path: string): string | null {
    return boards.all.find((card) => card.path === path)?.identity?.mac ?? null;
  }

  /** Looks at a virtual board, which nobody minds being restarted. */
  async function needWhereHarmless(): Promise<void> {
    if (boards.selected?.kind === 'virtual' && boards.selected.state === 'identified') await need();
  }

  /** Asks the board, once: what is known is not asked again. */
  async function need(): Promise<void> {
    if (current.value === null) await read();
  }

  async function read(): Promise<void> {
    const path = boards.selectedPath;
    if (path === null || !canRead.value) return;
    readingPath.value = path;
    try {
      learn(path, await call('boards.layout', { path }));
    } catch (thrown) {
      const error = toAppError(thrown).toData();
      // A job that pushes the look aside is no trouble of the board's.
      if (error.code !== 'job.cancelled')
        known.value = { ...known.value, [path]: { mac: macAt(path), layout: null, error } };
    } finally {
      readingPath.value = null;
    }
  }

  /** Ends a read under way; nothing is known then that was not known before. */
  async function stop(): Promise<void> {
    const path = readingPath.value;
    if (path === null) return;
    try {
      await call('boards.stopLayout', { path });
    } catch (error) {
      notices.report(error);
    }
  }

  return { layout, error, isReading, canRead, load, need, needWhereHarmless, read, stop };
});

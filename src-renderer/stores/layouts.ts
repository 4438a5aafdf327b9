import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { type AppErrorData, toAppError } from '../../src-shared/errors/app-error';
import type { BoardLayout } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';

/** What is known about one board's flash. */
interface Knowledge {
  /** Another board at the same port has another flash. */
  readonly mac: string | null;
  readonly layout: BoardLayout | null;
  readonly error: AppErrorData | null;
}

/** What lies where on the chosen board, as far as it was asked. */
export const useLayoutsStore = defineStore('layouts', () => {
  const boards = useBoardsStore();
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
    // What was written or erased may have been the table.
    on('job.finished', forget);
    const changing = new Set<string>();
    on('job.progress', ({ jobId, kind }) => kind === 'erase' && changing.add(jobId));
    on('boardJob.finished', ({ jobId, outcome }) => {
      if (outcome.kind === 'erased' || changing.delete(jobId)) forget();
    });
    watch(
      () => boards.all.map((card) => card.path),
      (paths) => {
        known.value = Object.fromEntries(Object.entries(known.value).filter(([path]) => paths.includes(path)));
      },
    );
  }

  function forget(): void {
    known.value = {};
  }

  /** Asks the board, once: what is known is not asked again. */
  async function need(): Promise<void> {
    if (current.value === null) await read();
  }

  async function read(): Promise<void> {
    const path = boards.selectedPath;
    if (path === null || !canRead.value) return;
    readingPath.value = path;
    let answer: Pick<Knowledge, 'layout' | 'error'>;
    try {
      answer = { layout: await call('boards.layout', { path }), error: null };
    } catch (thrown) {
      answer = { layout: null, error: toAppError(thrown).toData() };
    } finally {
      readingPath.value = null;
    }
    const mac = boards.all.find((card) => card.path === path)?.identity?.mac ?? null;
    known.value = { ...known.value, [path]: { mac, ...answer } };
  }

  return { layout, error, isReading, canRead, load, need, read };
});

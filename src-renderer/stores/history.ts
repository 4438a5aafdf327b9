import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { AppErrorData } from '../../src-shared/errors/app-error';
import type { HistoryEntry, HistoryFileState } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useNoticesStore } from './notices';
import { useRemarksStore } from './remarks';

/** What was flashed when. Asked for when somebody wants to see it. */
export const useHistoryStore = defineStore('history', () => {
  const boards = useBoardsStore();
  const notices = useNoticesStore();
  const remarks = useRemarksStore();
  /** Newest first; null until they are there. */
  const entries = ref<readonly HistoryEntry[] | null>(null);
  const problem = ref<AppErrorData | null>(null);
  /** False: all boards. */
  const isThisBoardOnly = ref(true);
  /** Of the entry that was looked at last. */
  const files = ref<{ readonly id: string; readonly states: readonly HistoryFileState[] } | null>(null);

  /** By MAC where that is known, else by port. */
  function isOfBoard(entry: HistoryEntry): boolean {
    const mac = boards.selected?.identity?.mac ?? null;
    return mac === null || entry.mac === null ? entry.port === boards.selectedPath : entry.mac === mac;
  }
  const shown = computed(() => {
    const all = entries.value ?? [];
    return isThisBoardOnly.value && boards.selectedPath !== null ? all.filter(isOfBoard) : all;
  });

  /** The last write to the chosen board that ended well; null where there is none, or nobody looked. */
  const lastGood = computed(
    () => entries.value?.find((entry) => isOfBoard(entry) && ['verified', 'written'].includes(entry.result)) ?? null,
  );

  function load(): void {
    on('history.added', (entry) => {
      if (entries.value !== null) entries.value = [entry, ...entries.value];
    });
    on('history.removed', ({ ids }) => {
      const gone = new Set(ids);
      entries.value = entries.value?.filter(({ id }) => !gone.has(id)) ?? null;
    });
    on('history.problem', (next) => (problem.value = next));
  }

  async function need(): Promise<void> {
    if (entries.value !== null) return;
    try {
      const view = await call('history.list');
      entries.value = view.entries;
      problem.value = view.problem;
    } catch (error) {
      notices.report(error);
    }
  }

  /** Whether the files of an entry are still what they were. */
  async function check(id: string): Promise<void> {
    if (files.value?.id !== id) files.value = null;
    try {
      const states = await call('history.check', { id });
      files.value = { id, states };
    } catch (error) {
      notices.report(error);
    }
  }

  async function remove(ids: readonly string[]): Promise<void> {
    try {
      await call('history.remove', { ids: [...ids] });
    } catch (error) {
      notices.report(error);
    }
  }

  /** Asks for a place and saves what is shown as comma-separated values. */
  async function exportShown(suggestedName: string): Promise<void> {
    try {
      const save = await call('saves.choose', { suggestedName });
      if (save === null) return;
      await call('history.export', { ids: shown.value.map(({ id }) => id), save: save.token });
      remarks.say('history.exported');
    } catch (error) {
      notices.report(error);
    }
  }

  return { entries, problem, isThisBoardOnly, files, shown, lastGood, load, need, check, remove, exportShown };
});

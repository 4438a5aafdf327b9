import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import type { MadeFiles } from '../../src-shared/ipc/contract';
import { call } from '../api/client';
import { useBoardsStore } from './boards';
import { useLayoutsStore } from './layouts';
import { useNoticesStore } from './notices';
import { useNvsStore } from './nvs';

/** Everything known about the chosen board, as a file. */
export const useBoardFileStore = defineStore('board-file', () => {
  const boards = useBoardsStore();
  const layouts = useLayoutsStore();
  const nvs = useNvsStore();
  const notices = useNoticesStore();
  const saved = ref<MadeFiles | null>(null);
  watch(
    () => boards.selectedPath,
    () => (saved.value = null),
  );

  /** Asks for a place and writes it there. */
  async function save(suggestedName: string, withSecrets: boolean): Promise<void> {
    const path = boards.selectedPath;
    if (path === null) return;
    saved.value = null;
    try {
      const place = await call('saves.choose', { suggestedName });
      if (place === null) return;
      saved.value = await call('boards.save', {
        path,
        withLayout: layouts.layout !== null,
        nvs: nvs.results.map((result) => result.nvs.token),
        withSecrets,
        save: place.token,
      });
    } catch (error) {
      notices.report(error);
    }
  }

  /** Shows the file where the system keeps it. */
  async function show(token: string): Promise<void> {
    try {
      await call('saves.show', { token });
    } catch (error) {
      notices.report(error);
    }
  }

  return { saved, save, show };
});

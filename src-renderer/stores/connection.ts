import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import { type AppErrorData, toAppError } from '../../src-shared/errors/app-error';
import { defaultConnectionSettings } from '../../src-shared/ipc/connection-defaults';
import type { ConnectionSettings } from '../../src-shared/ipc/contract';
import { call } from '../api/client';
import { useBoardsStore } from './boards';
import { useNoticesStore } from './notices';

/** What was typed and means nothing. */
export interface ConnectionProblem {
  readonly field: keyof ConnectionSettings;
  readonly error: AppErrorData;
}

/** How the chosen board is reached; the main process remembers it for each. */
export const useConnectionStore = defineStore('connection', () => {
  const boards = useBoardsStore();
  const notices = useNoticesStore();
  const settings = ref<ConnectionSettings>(defaultConnectionSettings);
  const problem = ref<ConnectionProblem | null>(null);

  function load(): void {
    watch(() => boards.selectedPath, fetch, { immediate: true });
  }

  async function fetch(path: string | null): Promise<void> {
    settings.value = defaultConnectionSettings;
    problem.value = null;
    if (path === null) return;
    try {
      const stored = await call('connection.get', { path });
      if (path === boards.selectedPath) settings.value = stored;
    } catch (error) {
      notices.report(error);
    }
  }

  /** One field; what means nothing changes nothing and is said in `problem`. */
  async function change<F extends keyof ConnectionSettings>(field: F, value: ConnectionSettings[F]): Promise<void> {
    const path = boards.selectedPath;
    if (path === null) return;
    const isAboutFlash = field === 'spiConnection' || field === 'vddSdio';
    const isSame = settings.value[field] === value;
    try {
      const stored = await call('connection.set', { path, settings: { ...settings.value, [field]: value } });
      if (path !== boards.selectedPath) return;
      settings.value = stored;
      if (problem.value?.field === field) problem.value = null;
      // What is known about the flash is what answered at other pins, or without power.
      if (isAboutFlash && !isSame) void boards.identify();
    } catch (thrown) {
      const error = toAppError(thrown).toData();
      if (error.code === 'input.badChoice') problem.value = { field, error };
      else notices.add(error);
    }
  }

  return { settings, problem, load, change };
});

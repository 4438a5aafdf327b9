import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { type AppErrorData, toAppError } from '../../src-shared/errors/app-error';
import type { PortShare, ShareAudience } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useNoticesStore } from './notices';

/** The ports that are given to other programs over the network. */
export const useSharingStore = defineStore('sharing', () => {
  const boards = useBoardsStore();
  const notices = useNoticesStore();
  const shares = shallowRef<readonly PortShare[]>([]);
  /** The one of the chosen board. */
  const chosen = computed(() => shares.value.find(({ path }) => path === boards.selectedPath) ?? null);
  const isBusy = ref(false);
  /** Why the last attempt to share failed; shown in its place, not as a message. */
  const error = shallowRef<AppErrorData | null>(null);

  async function load(): Promise<void> {
    on('sharing.changed', (next) => (shares.value = next));
    on('sharing.ended', (ended) => notices.add(ended.error));
    try {
      shares.value = await call('sharing.list');
    } catch (thrown) {
      notices.report(thrown);
    }
  }

  async function start(audience: ShareAudience, port: number): Promise<void> {
    const path = boards.selectedPath;
    if (path === null || isBusy.value) return;
    isBusy.value = true;
    error.value = null;
    try {
      const share = await call('sharing.start', { path, audience, port });
      shares.value = [...shares.value.filter((other) => other.path !== path), share];
    } catch (thrown) {
      error.value = toAppError(thrown).toData();
    } finally {
      isBusy.value = false;
    }
  }

  async function stop(path: string): Promise<void> {
    isBusy.value = true;
    try {
      await call('sharing.stop', { path });
      shares.value = shares.value.filter((share) => share.path !== path);
    } catch (thrown) {
      notices.report(thrown);
    } finally {
      isBusy.value = false;
    }
  }

  function forgetError(): void {
    error.value = null;
  }

  return { shares, chosen, isBusy, error, load, start, stop, forgetError };
});

import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { call } from '../api/client';
import { useBoardsStore } from './boards';
import { useFlashTableStore } from './flash-table';
import { useJobsStore } from './jobs';
import { useNoticesStore } from './notices';
import { usePlanStore } from './plan';
import { useRemarksStore } from './remarks';
import { useSetupsStore } from './setups';

/** Repeats a write with the files as they are now. */
export const useFlashAgainStore = defineStore('flashAgain', () => {
  const boards = useBoardsStore();
  const table = useFlashTableStore();
  const setups = useSetupsStore();
  const plan = usePlanStore();
  const jobs = useJobsStore();
  const notices = useNoticesStore();
  const remarks = useRemarksStore();
  const isPreparing = ref(false);
  const canStart = computed(() => boards.selectedPath !== null && !jobs.isRunning && !isPreparing.value);

  /**
   * Puts on the table what was flashed last to the chosen board, or what an entry of the history says, and flashes
   * it. Where a check stands in the way, the table and its checks are what a person finds.
   */
  async function start(entry: string | null = null): Promise<void> {
    const port = boards.selectedPath;
    if (port === null || !canStart.value) return;
    isPreparing.value = true;
    try {
      const reply = await call('setups.again', { port, entry });
      if (reply.kind === 'nothing') remarks.say('again.nothing', 'note');
      if (reply.kind !== 'ready') return;
      if (reply.opened !== null) setups.receive(reply.opened);
      if (reply.refreshed !== null) table.refresh(reply.refreshed);
      jobs.putAway();
      await plan.whenChecked();
      if (boards.selectedPath === port) await jobs.start();
    } catch (error) {
      notices.report(error);
    } finally {
      isPreparing.value = false;
    }
  }

  return { canStart, isPreparing, start };
});

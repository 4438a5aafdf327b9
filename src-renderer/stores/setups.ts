import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import type { RecentItem, Request, SetupOpened, SetupState } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useFlashTableStore } from './flash-table';
import { useJobsStore } from './jobs';
import { useNoticesStore } from './notices';
import { useRemarksStore } from './remarks';
import { useSettingsStore } from './settings';
import { useTourStore } from './tour';

/** The setup on the flash table, and what was open lately. The main process has the file; here is what is shown of it. */
export const useSetupsStore = defineStore('setups', () => {
  const boards = useBoardsStore();
  const table = useFlashTableStore();
  const settings = useSettingsStore();
  const jobs = useJobsStore();
  const tour = useTourStore();
  const notices = useNoticesStore();
  const remarks = useRemarksStore();
  const state = ref<SetupState>({ name: null, isChanged: false, chip: null, missing: [] });
  const recents = ref<readonly RecentItem[]>([]);
  /** Of the table: what is told with another one is about a table that is gone. */
  let revision = 0;
  /** What was opened while a job needs the table as it is. */
  let waiting: SetupOpened[] = [];

  async function load(): Promise<void> {
    on('setup.state', (next) => (state.value = next));
    on('recents.changed', (next) => (recents.value = next));
    on('setup.opened', receive);
    try {
      const begun = await call('setups.begin');
      revision = Math.max(revision, begun.revision);
      recents.value = await call('recents.list');
    } catch (error) {
      notices.report(error);
    }
    watch(
      () =>
        JSON.stringify([
          table.requestRows,
          table.rows.map((row) => row.offsetIsTyped),
          settings.current.flash,
          boards.chip,
          tour.isOn,
          tour.isPreparing,
        ]),
      () => void tell(),
      { immediate: true },
    );
    // How the job ended is read first: it is put away as soon as the table holds something else.
    watch(
      () => table.isLocked || jobs.job !== null,
      (isHeld) => {
        if (!isHeld) for (const opened of waiting.splice(0)) receive(opened);
      },
    );
  }

  function receive(opened: SetupOpened): void {
    if (table.isLocked) {
      waiting = opened.replaces ? [opened] : [...waiting, opened];
      return;
    }
    // What the setup takes the place of is the person's own table.
    tour.leave();
    // At once and together, so that what is told next is the setup and nothing else.
    revision = opened.revision;
    void table.put(opened);
    if (opened.settings !== null) void settings.updateFlash(opened.settings);
  }

  async function tell(): Promise<void> {
    // The example is nobody's own: it is in no setup, and the own table comes back.
    if (tour.isOn || tour.isPreparing) return;
    const rows = table.requestRows.map((row, index) => ({
      ...row,
      offsetIsTyped: table.rows[index]?.offsetIsTyped === true,
    }));
    await ask(() => call('setups.table', { revision, rows, settings: settings.current.flash, chip: boards.chip }));
  }

  /** What goes wrong is told; undefined then. */
  async function ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      notices.report(error);
      return undefined;
    }
  }

  const open = (): Promise<unknown> => ask(() => call('setups.open'));
  async function save(how: Request<'setups.save'>['how'] = 'save'): Promise<void> {
    // What would be saved is the person's own table, and that is not what is seen.
    if (tour.isOn) remarks.say('remark.exampleNotSaved', 'note');
    else await ask(() => call('setups.save', { how }));
  }
  const close = (): Promise<unknown> => ask(() => call('setups.close'));
  const locate = (id: string): Promise<unknown> => ask(() => call('setups.locate', { id }));
  const leaveOut = (id: string): Promise<unknown> => ask(() => call('setups.leaveOut', { id }));
  const openRecent = (id: string): Promise<unknown> => ask(() => call('recents.open', { id }));
  const forgetRecent = (id: string): Promise<unknown> => ask(() => call('recents.forget', { id }));

  return { state, recents, load, receive, open, save, close, locate, leaveOut, openRecent, forgetRecent };
});

import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { BoardCard } from '../../src-shared/ipc/contract';
import { call } from '../api/client';
import { useBoardsStore } from './boards';
import { useFlashTableStore } from './flash-table';
import { useJobsStore } from './jobs';
import { useNoticesStore } from './notices';
import { useSettingsStore } from './settings';

/** What the tour has put on the desk, and what lay there before. */
interface Tour {
  readonly path: string;
  readonly tokens: readonly string[];
  readonly formerPath: string | null;
  readonly formerTable: ReturnType<ReturnType<typeof useFlashTableStore>['exchange']>;
}

/** The example is for chips that are flashed by bootloader, table and app. */
const canTour = (card: BoardCard): boolean => card.kind === 'virtual' && !card.path.startsWith('sim://esp8266');

/** A first flash without hardware: a virtual board and an example firmware, chosen with one click. */
export const useTourStore = defineStore('tour', () => {
  const boards = useBoardsStore();
  const table = useFlashTableStore();
  const jobs = useJobsStore();
  const settings = useSettingsStore();
  const notices = useNoticesStore();
  const tour = ref<Tour | null>(null);
  const isPreparing = ref(false);

  const isOn = computed(() => tour.value !== null);
  /** Nobody has flashed anything yet, nor said that they need no help with it. */
  const isOffered = computed(() => !settings.current.welcomed && !isOn.value);

  function load(): void {
    // Whoever chooses another board or brings files of their own has moved on from the example.
    watch(
      () => boards.selectedPath,
      (path) => {
        if (tour.value !== null && path !== tour.value.path && !isPreparing.value) leave();
      },
    );
    watch(
      () => table.rows.map((row) => row.file.token),
      (tokens) => {
        const now = tour.value;
        if (now === null || isPreparing.value) return;
        if (tokens.length === 0 || tokens.some((token) => !now.tokens.includes(token))) leave();
      },
    );
    watch(
      () => jobs.job?.outcome?.kind === 'verified',
      (isVerified) => {
        if (isVerified) welcome();
      },
    );
  }

  /** Not to be asked again; the way to the tour is in Help. */
  function welcome(): void {
    if (!settings.current.welcomed) void settings.update({ welcomed: true });
  }

  /** Puts a virtual board and the example firmware on the desk. What lies there is put back at the end. */
  async function begin(): Promise<void> {
    if (isPreparing.value || isOn.value || jobs.isRunning) return;
    isPreparing.value = true;
    try {
      if (!settings.current.showVirtualBoards) await settings.update({ showVirtualBoards: true });
      const card = boards.all.find(canTour) ?? (await boards.refresh()).find(canTour);
      if (card === undefined) return;
      const added = await call('files.example', { path: card.path });
      const formerPath = boards.selectedPath;
      const formerTable = table.exchange({ rows: [], source: null });
      await boards.select(card.path);
      await table.receive(added);
      jobs.putAway();
      const tokens = table.rows.map((row) => row.file.token);
      if (tokens.length > 0) tour.value = { path: card.path, tokens, formerPath, formerTable };
    } catch (error) {
      notices.report(error);
    } finally {
      isPreparing.value = false;
    }
  }

  /** Clears the desk for the person's own board. */
  async function end(): Promise<void> {
    const former = tour.value?.formerPath ?? null;
    leave();
    if (former !== null && boards.all.some((card) => card.path === former)) await boards.select(former);
    else await boards.letGo();
  }

  /** The table as it was before, with what came to the example meanwhile. */
  function leave(): void {
    const now = tour.value;
    if (now === null) return;
    tour.value = null;
    const { rows, source } = table.exchange(now.formerTable);
    const isExample = ({ file }: (typeof rows)[number]): boolean => now.tokens.includes(file.token);
    const own = rows.filter((row) => !isExample(row));
    if (own.length > 0) {
      const { rows: former } = now.formerTable;
      table.exchange({ rows: [...former, ...own], source: former.length === 0 ? source : null });
    }
    void table.release(rows.filter(isExample).map((row) => row.file));
  }

  return { isOn, isOffered, isPreparing, load, begin, end, leave, welcome };
});

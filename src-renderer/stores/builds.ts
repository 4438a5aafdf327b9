import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { BuildChange, BuildNews } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { mergeChanges } from '../composables/build-changes';
import { useBoardsStore } from './boards';
import { useFlashTableStore } from './flash-table';
import { useJobsStore } from './jobs';
import { useNoticesStore } from './notices';
import { usePlanStore } from './plan';
import { useSettingsStore } from './settings';
import { useSetupsStore } from './setups';
import { useTourStore } from './tour';

/** What a build has changed since the table was flashed, or put there. */
export interface BuildOffer {
  readonly changes: readonly BuildChange[];
  /** When it was noticed, in milliseconds since 1970. */
  readonly at: number;
}

/** What keeps the table from being flashed now. */
export type FlashObstacle = 'noBoard' | 'boardMissing' | 'boardBusy' | 'missingFiles' | 'checks';

/** Files of the table that a build changes on disk: noticed, read anew, and offered to be flashed again. */
export const useBuildsStore = defineStore('builds', () => {
  const boards = useBoardsStore();
  const table = useFlashTableStore();
  const plan = usePlanStore();
  const jobs = useJobsStore();
  const setups = useSetupsStore();
  const settings = useSettingsStore();
  const tour = useTourStore();
  const notices = useNoticesStore();
  /** Watched, on disk; 0: nothing is. */
  const fileCount = ref(0);
  const offer = shallowRef<BuildOffer | null>(null);
  /** Names of files that somebody is still writing. */
  const unfinished = shallowRef<readonly string[]>([]);
  /** They have been missing for a while. */
  const isOverdue = ref(false);
  /** The table is flashed without being asked when a build changes it. */
  const isByItself = ref(false);
  /** Why the new build was not flashed when it should have been. */
  const stoppedBy = ref<FlashObstacle | null>(null);
  const isStarting = ref(false);
  /** Something was touched while the rows had to stay what they were. */
  let isTouched = false;
  let isLooking = false;
  /** The new build is to be flashed by itself as soon as no other job runs. */
  let isDue = false;

  const tokens = computed(() => table.rows.map((row) => row.file.token));
  const isWatching = computed(() => fileCount.value > 0);
  const obstacle = computed((): FlashObstacle | null => {
    if (boards.selectedPath === null) return 'noBoard';
    if (boards.isMissing) return 'boardMissing';
    if (boards.selected?.state === 'busy') return 'boardBusy';
    if (setups.state.missing.length > 0) return 'missingFiles';
    return plan.view?.canFlash === true ? null : 'checks';
  });

  function load(): void {
    on('builds.touched', () => void look());
    watch(
      () => JSON.stringify(settings.current.watchBuilds && !tour.isOn && !tour.isPreparing ? tokens.value : []),
      (text) => void follow(JSON.parse(text) as string[]),
    );
    watch(
      () => JSON.stringify([tokens.value, boards.selectedPath, setups.state.name]),
      () => void askByItself(),
    );
    // Of other files nothing was promised.
    watch(
      () => table.rows.map((row) => row.file.name),
      (names) => {
        const left = offer.value?.changes.filter(({ name, after }) => after === null || names.includes(name)) ?? [];
        if (names.length === 0 || left.every(({ after }) => after === null)) dismiss();
      },
    );
    watch(
      () => jobs.job?.kind === 'flash' && jobs.job.outcome === null,
      (isFlashing) => {
        if (isFlashing) dismiss();
      },
    );
    watch(
      () => [table.isLocked, jobs.isRunning],
      () => {
        if (isTouched && !table.isLocked) void look();
        else if (isDue) void flashByItself();
      },
    );
  }

  async function follow(wanted: readonly string[]): Promise<void> {
    try {
      const followed = await call('builds.follow', { tokens: [...wanted] });
      fileCount.value = followed.fileCount;
    } catch (error) {
      notices.report(error);
    }
    if (fileCount.value > 0) return;
    unfinished.value = [];
    dismiss();
  }

  /** Reads the files anew, and puts on the table what is new. */
  async function look(): Promise<void> {
    isTouched = true;
    if (isLooking || !isWatching.value) return;
    isLooking = true;
    const mayLook = (): boolean => isTouched && !table.isLocked;
    try {
      while (mayLook()) {
        isTouched = false;
        const asked = tokens.value;
        if (asked.length === 0) return;
        const chip = boards.chip ?? setups.state.chip;
        take(await call('builds.refresh', { tokens: [...asked], chip }), asked);
      }
    } catch (error) {
      notices.report(error);
    } finally {
      isLooking = false;
    }
  }

  function take(news: BuildNews, asked: readonly string[]): void {
    unfinished.value = news.kind === 'unfinished' ? news.names : [];
    isOverdue.value = news.kind === 'unfinished' && news.isOverdue;
    if (news.kind !== 'changed') return;
    if (table.isLocked || asked.join() !== tokens.value.join()) {
      void table.release([...news.replaced.map(({ file }) => file), ...news.added]);
      isTouched = true;
      return;
    }
    table.refresh(news);
    void table.remove(news.removed);
    const changes = mergeChanges(offer.value?.changes ?? [], news.changes);
    offer.value = changes.length === 0 ? null : { changes, at: Date.now() };
    stoppedBy.value = null;
    isDue = changes.length > 0;
    if (isDue) void flashByItself();
  }

  /** Only where somebody has chosen so for these files and this board, and no check stands in the way. */
  async function flashByItself(): Promise<void> {
    if (jobs.isRunning || isStarting.value) return;
    isDue = false;
    const path = boards.selectedPath;
    try {
      const isWanted = path !== null && (await call('builds.byItself', { tokens: [...tokens.value], path }));
      if (isWanted && offer.value !== null) await flash();
    } catch (error) {
      notices.report(error);
    }
  }

  /** False, and `stoppedBy` says why, where something stands in the way. */
  async function flash(): Promise<boolean> {
    const isBusy = (): boolean => jobs.isRunning;
    if (isBusy() || isStarting.value) return false;
    isStarting.value = true;
    const path = boards.selectedPath;
    try {
      // An outcome that is still shown speaks of the build before.
      jobs.putAway();
      await plan.whenChecked();
      // Somebody was quicker, or has chosen another board meanwhile.
      if (isBusy() || boards.selectedPath !== path) return false;
      stoppedBy.value = obstacle.value;
      if (stoppedBy.value !== null) return false;
      await jobs.start();
      return true;
    } finally {
      isStarting.value = false;
    }
  }

  function dismiss(): void {
    offer.value = null;
    stoppedBy.value = null;
    isDue = false;
  }

  let asked = 0;
  async function askByItself(): Promise<void> {
    const mine = ++asked;
    const path = boards.selectedPath;
    try {
      const isOn =
        path !== null &&
        tokens.value.length > 0 &&
        (await call('builds.byItself', { tokens: [...tokens.value], path }));
      if (mine === asked) isByItself.value = isOn;
    } catch (error) {
      notices.report(error);
    }
  }

  async function setByItself(isOn: boolean): Promise<void> {
    const path = boards.selectedPath;
    if (path === null) return;
    const mine = ++asked;
    isByItself.value = isOn;
    try {
      const answer = await call('builds.setByItself', { tokens: [...tokens.value], path, isOn });
      if (mine === asked) isByItself.value = answer;
    } catch (error) {
      isByItself.value = !isOn;
      notices.report(error);
    }
  }

  return {
    fileCount,
    isWatching,
    offer,
    unfinished,
    isOverdue,
    isByItself,
    stoppedBy,
    isStarting,
    obstacle,
    load,
    flash,
    dismiss,
    setByItself,
  };
});

import { defineStore } from 'pinia';
import { computed, nextTick, ref, watch } from 'vue';
import type { PlanView, PreflightRepair } from '../../src-shared/ipc/contract';
import { formatHex } from '../../src-shared/numbers/parse-number';
import { call } from '../api/client';
import { useBoardsStore } from './boards';
import { useClosedBoardStore } from './closed-board';
import { useFlashTableStore } from './flash-table';
import { useLayoutsStore } from './layouts';
import { useNoticesStore } from './notices';
import { useSettingsStore } from './settings';

/** Long enough that typing an address asks once, short enough to feel immediate. */
const quietMs = 150;

/** What would be written and whether it can work, as the main process sees it. */
export const usePlanStore = defineStore('plan', () => {
  const boards = useBoardsStore();
  const table = useFlashTableStore();
  const settings = useSettingsStore();
  const closed = useClosedBoardStore();
  const layouts = useLayoutsStore();
  const notices = useNoticesStore();
  const view = ref<PlanView | null>(null);
  /** The tokens that the row numbers in `view` stand for: the table may have changed since. */
  const viewTokens = ref<readonly string[]>([]);
  /** What `view` answers, as JSON. */
  const viewRequest = ref<string | null>(null);
  /** True from a change until its checks are back: the shown checks belong to the state before. */
  const isStale = ref(false);

  const request = computed(() => ({
    path: boards.selected?.path ?? null,
    rows: table.requestRows,
    settings: closed.settingsFor(settings.current.flash),
  }));
  const requestText = computed(() => JSON.stringify(request.value));
  /** The board's answers matter to the checks as well, and so does what lies on it. */
  const trigger = computed(() =>
    JSON.stringify([requestText.value, boards.selected?.identity, boards.selected?.state, layouts.layout]),
  );
  /**
   * What is asked for was found good, and nobody has changed it since. News of the board alone leave this as it is until
   * the checks are back: a button must not go off under a finger. Whoever starts a job waits for `whenChecked` first.
   */
  const canFlash = computed(() => view.value?.canFlash === true && viewRequest.value === requestText.value);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  function load(): void {
    watch(trigger, schedule, { immediate: true });
  }

  function schedule(): void {
    if (table.isLocked) return;
    asked += 1;
    clearTimeout(timer);
    timer = undefined;
    if (table.rows.length === 0) {
      view.value = null;
      isStale.value = false;
      return;
    }
    isStale.value = true;
    timer = setTimeout(beginCheck, quietMs);
  }

  function beginCheck(): void {
    clearTimeout(timer);
    timer = undefined;
    void check();
  }

  async function check(): Promise<void> {
    const mine = asked;
    const text = requestText.value;
    const tokens = request.value.rows.map((row) => row.token);
    try {
      const answer = await call('plan.check', request.value);
      if (mine !== asked) return;
      view.value = answer;
      viewRequest.value = text;
      viewTokens.value = tokens;
    } catch (error) {
      if (mine === asked) view.value = null;
      notices.report(error);
    } finally {
      if (mine === asked) isStale.value = false;
    }
  }

  /** The checks of what lies on the table now; null where there are none. */
  async function whenChecked(): Promise<PlanView | null> {
    // What was just put there is noticed on the next tick.
    await nextTick();
    // Whoever waits has stopped typing.
    if (timer !== undefined) beginCheck();
    if (isStale.value) await new Promise((resolve) => void watch(isStale, resolve, { once: true }));
    return view.value;
  }

  /** Applies what a check offers to mend. */
  async function repair(change: PreflightRepair): Promise<void> {
    switch (change.kind) {
      case 'setOffset': {
        const token = viewTokens.value[change.row];
        if (token !== undefined) table.setOffset(token, formatHex(change.offset));
        return;
      }
      case 'disableRow': {
        const token = viewTokens.value[change.row];
        if (token !== undefined) table.setEnabled(token, false);
        return;
      }
      case 'encryptRows':
        for (const row of change.rows) {
          const token = viewTokens.value[row];
          if (token !== undefined) table.setEncrypted(token, true);
        }
        return;
      case 'setFlashSize':
        await settings.updateFlash({ flashSize: change.flashSize });
        return;
      case 'setOption':
        await settings.updateFlash({ [change.option]: change.value });
    }
  }

  return { view, viewTokens, isStale, canFlash, request, load, schedule, whenChecked, repair };
});

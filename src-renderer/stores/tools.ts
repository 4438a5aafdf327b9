import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type {
  FlashStatusFound,
  MacFound,
  MadeFiles,
  SecurityReport,
  SfdpFound,
  StatusBytes,
  Tool,
  ToolsResult,
  ToolsTask,
} from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useClosedBoardStore } from './closed-board';
import { useJobsStore } from './jobs';
import { useNoticesStore } from './notices';
import { useSettingsStore } from './settings';

/** What one board told; null: it was not asked. */
export interface ToolsReading {
  readonly mac: string | null;
  readonly flash: FlashStatusFound | null;
  readonly sfdp: SfdpFound | null;
  readonly security: SecurityReport | null;
  readonly addresses: MacFound | null;
}
const nothingRead: ToolsReading = { mac: null, flash: null, sfdp: null, security: null, addresses: null };

/** What the flash chips and the chips of boards told about themselves, since the window was opened. */
export const useToolsStore = defineStore('tools', () => {
  const boards = useBoardsStore();
  const closed = useClosedBoardStore();
  const jobs = useJobsStore();
  const notices = useNoticesStore();
  const settings = useSettingsStore();

  /** By path. */
  const readings = ref<ReadonlyMap<string, ToolsReading>>(new Map());
  const saved = ref<MadeFiles | null>(null);
  const isSaving = ref(false);
  let last: ToolsTask | null = null;

  /** What is known of the board that is there now: another one at the same port has another flash chip. */
  const reading = computed<ToolsReading>(() => {
    const known = readings.value.get(boards.selectedPath ?? '');
    const mac = boards.selected?.identity?.mac ?? null;
    return known !== undefined && (mac === null || mac === known.mac) ? known : nothingRead;
  });
  const statusBytes = computed(() => settings.current.statusBytes);

  function load(): void {
    // Not by `boardJob.finished`: that does not say on which board.
    watch(
      () => jobs.job,
      (job) => {
        if (job?.outcome?.kind === 'tools') keep(job.path, job.outcome.result);
      },
    );
    // A write or an erase may lift or need another status: what was read before it is not what is there.
    on('job.finished', () => forgetStatus());
    watch([() => boards.selectedPath, () => reading.value.sfdp], () => (saved.value = null));
  }

  function keep(path: string, { identity, found }: ToolsResult): void {
    const before = readings.value.get(path);
    const known = before !== undefined && before.mac === identity.mac ? before : { ...nothingRead, mac: identity.mac };
    readings.value = new Map(readings.value).set(path, merged(known, found));
  }

  function forgetStatus(): void {
    readings.value = new Map([...readings.value].map(([path, each]) => [path, { ...each, flash: null }]));
  }

  async function run(task: ToolsTask): Promise<void> {
    const path = boards.selectedPath;
    if (path === null || jobs.isRunning) return;
    last = task;
    const contact = jobs.contactSettings();
    await jobs.run({ kind: 'tools', path }, () => call('tools.start', { path, settings: contact, task }));
  }
  const read = (tools: readonly Tool[]): Promise<void> =>
    run({ kind: 'read', tools: [...tools], statusBytes: statusBytes.value });
  /** Everything that this board lets itself be asked. */
  const readAll = (): Promise<void> => read(closed.isClosed ? ['security'] : ['flash', 'sfdp', 'security', 'mac']);

  /** Writes all registers that were read; nothing happens where none were. */
  async function writeStatus(value: number, nonVolatile: boolean): Promise<void> {
    const { flash } = reading.value;
    if (flash === null) return;
    await run({ kind: 'writeStatus', statusBytes: flash.statusBytes, value, was: flash.value, nonVolatile });
  }

  /** What failed, once more; a status that has changed has to be read first. */
  async function tryAgain(): Promise<void> {
    const outcome = jobs.job?.outcome ?? null;
    const isStale = outcome !== null && 'error' in outcome && outcome.error.code === 'flash.statusChanged';
    if (last === null) await readAll();
    else await (isStale ? read(['flash']) : run(last));
  }

  const setStatusBytes = (count: StatusBytes): Promise<void> => settings.update({ statusBytes: count });

  /** Asks for a place and writes the table there. */
  async function saveSfdp(suggestedName: string): Promise<void> {
    const token = reading.value.sfdp?.token ?? null;
    if (token === null || isSaving.value) return;
    isSaving.value = true;
    saved.value = null;
    try {
      const place = await call('saves.choose', { suggestedName });
      if (place !== null) saved.value = await call('tools.saveSfdp', { token, save: place.token });
    } catch (error) {
      notices.report(error);
    } finally {
      isSaving.value = false;
    }
  }

  return {
    reading,
    statusBytes,
    saved,
    isSaving,
    load,
    read,
    readAll,
    writeStatus,
    tryAgain,
    setStatusBytes,
    saveSfdp,
  };
});

function merged(known: ToolsReading, found: ToolsResult['found']): ToolsReading {
  if (found.kind === 'writeStatus') {
    const { flash, statusBytes, after } = found;
    return { ...known, flash: { flash, statusBytes, value: after } };
  }
  return {
    ...known,
    flash: found.flash ?? known.flash,
    sfdp: found.sfdp ?? known.sfdp,
    security: found.security ?? known.security,
    addresses: found.mac ?? known.addresses,
  };
}

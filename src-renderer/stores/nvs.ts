import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { MadeFiles, NvsResult, NvsShownValue, PartitionView } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useJobsStore } from './jobs';
import { useLayoutsStore } from './layouts';
import { useNoticesStore } from './notices';

/** A partition that was read, and what was asked for beyond what is shown at first. */
interface Reading {
  readonly mac: string | null;
  readonly result: NvsResult;
  /** By place among the entries. */
  readonly revealed: ReadonlyMap<number, NvsShownValue>;
}

/** The settings on the chosen board, as far as they were read. */
export const useNvsStore = defineStore('nvs', () => {
  const boards = useBoardsStore();
  const jobs = useJobsStore();
  const layouts = useLayoutsStore();
  const notices = useNoticesStore();

  /** By path and offset. */
  const readings = ref<ReadonlyMap<string, Reading>>(new Map());
  const chosenOffset = ref<number | null>(null);
  const isSaving = ref(false);
  const saved = ref<(MadeFiles & { readonly leftOut: number }) | null>(null);

  const partitions = computed<readonly PartitionView[]>(() =>
    (layouts.layout?.partitions ?? []).filter(({ type, subtype }) => type === 'data' && subtype === 'nvs'),
  );
  const partition = computed(
    () => partitions.value.find(({ offset }) => offset === chosenOffset.value) ?? partitions.value[0] ?? null,
  );
  const keyOf = (path: string, { offset, sizeBytes }: Pick<PartitionView, 'offset' | 'sizeBytes'>): string =>
    `${offset} ${sizeBytes} ${path}`;

  /** What is known of the board that is there now: another one at the same port has other settings. */
  function readingOf(each: PartitionView): Reading | null {
    const path = boards.selectedPath;
    const reading = path === null ? undefined : readings.value.get(keyOf(path, each));
    const mac = boards.selected?.identity?.mac ?? null;
    return reading !== undefined && (mac === null || mac === reading.mac) ? reading : null;
  }
  const reading = computed(() => (partition.value === null ? null : readingOf(partition.value)));
  const result = computed(() => reading.value?.result ?? null);
  const revealed = computed(() => reading.value?.revealed ?? new Map<number, NvsShownValue>());
  /** Everything that was read on this board. */
  const results = computed(() => partitions.value.flatMap((each) => readingOf(each)?.result ?? []));

  function load(): void {
    watch(
      () => jobs.job,
      (job) => {
        if (job?.outcome?.kind !== 'nvs') return;
        const found = job.outcome.result;
        keep(job.path, { mac: found.identity.mac, result: found, revealed: new Map() });
        saved.value = null;
        // The list is the result; there is nothing else to tell.
        jobs.putAway();
      },
    );
    // What was written or erased may have been the settings.
    on('job.finished', forget);
    on('boardJob.finished', ({ outcome }) => outcome.kind === 'erased' && forget());
    watch(
      () => boards.selectedPath,
      () => (saved.value = null),
    );
  }

  function forget(): void {
    readings.value = new Map();
    saved.value = null;
  }

  function keep(path: string, next: Reading): void {
    readings.value = new Map(readings.value).set(keyOf(path, next.result), next);
  }

  function choose(offset: number): void {
    chosenOffset.value = offset;
    saved.value = null;
  }

  async function read(): Promise<void> {
    if (partition.value !== null) await jobs.startNvs(partition.value);
  }

  /** Gets values that are hidden or cut. */
  async function reveal(entries: readonly number[]): Promise<void> {
    const path = boards.selectedPath;
    const current = reading.value;
    if (path === null || current === null || entries.length === 0) return;
    try {
      const values = await call('nvs.reveal', { token: current.result.nvs.token, entries: [...entries] });
      const more = new Map(current.revealed);
      entries.forEach((entry, at) => {
        const value = values[at];
        if (value !== undefined) more.set(entry, value);
      });
      keep(path, { ...current, revealed: more });
    } catch (error) {
      notices.report(error);
    }
  }

  function hide(entries: readonly number[]): void {
    const path = boards.selectedPath;
    const current = reading.value;
    if (path === null || current === null) return;
    const fewer = new Map([...current.revealed].filter(([entry]) => !entries.includes(entry)));
    keep(path, { ...current, revealed: fewer });
  }

  /** Asks for a place and writes the table there. */
  async function save(suggestedName: string): Promise<void> {
    const token = result.value?.nvs.token;
    if (token === undefined || isSaving.value) return;
    isSaving.value = true;
    saved.value = null;
    try {
      const place = await call('saves.choose', { suggestedName });
      if (place !== null) saved.value = await call('nvs.save', { token, save: place.token });
    } catch (error) {
      notices.report(error);
    } finally {
      isSaving.value = false;
    }
  }

  return {
    partitions,
    partition,
    result,
    results,
    revealed,
    isSaving,
    saved,
    load,
    choose,
    read,
    reveal,
    hide,
    save,
  };
});

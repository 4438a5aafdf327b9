import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { type AppErrorData, toAppError } from '../../src-shared/errors/app-error';
import type { FilePreview, MadeFiles, PartitionView, SavedVolume, VolumeResult } from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useJobsStore } from './jobs';
import { useLayoutsStore } from './layouts';
import { useNoticesStore } from './notices';

/** A partition that was read. */
interface Reading {
  readonly mac: string | null;
  readonly result: VolumeResult;
}

/** A partition, or a place in flash that somebody named. */
export type VolumePlace = Pick<PartitionView, 'label' | 'offset' | 'sizeBytes'>;

/** What a person looks at. */
export interface ShownFile {
  /** Place among the entries of the volume. */
  readonly entry: number;
  /** Null until it is here. */
  readonly preview: FilePreview | null;
  readonly error: AppErrorData | null;
}

/** Subtypes that a filesystem may lie in. Which one it is, its contents say: Arduino's LittleFS lies in `spiffs`. */
const subtypes: readonly string[] = ['spiffs', 'littlefs', 'fat'];

/** The files on the chosen board, as far as they were read. */
export const useVolumesStore = defineStore('volumes', () => {
  const boards = useBoardsStore();
  const jobs = useJobsStore();
  const layouts = useLayoutsStore();
  const notices = useNoticesStore();

  /** By path and offset. */
  const readings = shallowRef<ReadonlyMap<string, Reading>>(new Map());
  const chosenOffset = ref<number | null>(null);
  /** Where somebody says that files are, on a board that does not tell. */
  const region = ref<VolumePlace | null>(null);
  const shown = shallowRef<ShownFile | null>(null);
  const asBytes = ref(false);
  const isSaving = ref(false);
  const saved = ref<MadeFiles | null>(null);
  const savedAll = ref<SavedVolume | null>(null);

  const partitions = computed<readonly PartitionView[]>(() =>
    (layouts.layout?.partitions ?? []).filter(({ type, subtype }) => type === 'data' && subtypes.includes(subtype)),
  );
  const place = computed<VolumePlace | null>(
    () => partitions.value.find(({ offset }) => offset === chosenOffset.value) ?? partitions.value[0] ?? region.value,
  );
  const keyOf = (path: string, { offset, sizeBytes }: Pick<VolumePlace, 'offset' | 'sizeBytes'>): string =>
    `${offset} ${sizeBytes} ${path}`;

  /** What is known of the board that is there now: another one at the same port has other files. */
  const result = computed(() => {
    const path = boards.selectedPath;
    if (path === null || place.value === null) return null;
    const reading = readings.value.get(keyOf(path, place.value));
    const mac = boards.selected?.identity?.mac ?? null;
    return reading !== undefined && (mac === null || mac === reading.mac) ? reading.result : null;
  });
  const volume = computed(() => (result.value?.volume.state === 'readable' ? result.value.volume : null));

  function load(): void {
    watch(
      () => jobs.job,
      (job) => {
        if (job?.outcome?.kind !== 'volume') return;
        const found = job.outcome.result;
        keep(job.path, { mac: found.identity.mac, result: found });
      },
    );
    // What was written or erased may have been the files.
    on('job.finished', forget);
    on('boardJob.finished', ({ outcome }) => outcome.kind === 'erased' && forget());
    watch(volume, putAway);
  }

  function keep(path: string, next: Reading): void {
    readings.value = new Map(readings.value).set(keyOf(path, next.result), next);
  }

  function forget(): void {
    readings.value = new Map();
  }

  function putFileAway(): void {
    shown.value = null;
    asBytes.value = false;
    saved.value = null;
  }

  function putAway(): void {
    putFileAway();
    savedAll.value = null;
  }

  function choose(offset: number): void {
    chosenOffset.value = offset;
  }

  function setRegion(next: VolumePlace | null): void {
    region.value = next;
  }

  async function read(): Promise<void> {
    const path = boards.selectedPath;
    if (path === null || place.value === null) return;
    const { label, offset, sizeBytes } = place.value;
    await jobs.run({ kind: 'volume', path }, (patience) =>
      call('volume.start', { path, label, offset, sizeBytes, settings: jobs.contactSettings(), ...patience }),
    );
  }

  /** Looks at a file. */
  async function show(entry: number): Promise<void> {
    saved.value = null;
    asBytes.value = false;
    shown.value = { entry, preview: null, error: null };
    await fetchPreview();
  }

  async function showAsBytes(wanted: boolean): Promise<void> {
    asBytes.value = wanted;
    await fetchPreview();
  }

  async function fetchPreview(): Promise<void> {
    const token = volume.value?.token;
    const now = shown.value;
    if (token === undefined || now === null) return;
    const { isDamaged, kind } = volume.value?.entries[now.entry] ?? { isDamaged: true, kind: 'folder' };
    if (isDamaged || kind === 'folder') return;
    const isBytes = asBytes.value;
    // Whoever goes through the list by keys is further on when an answer comes.
    const isCurrent = (): boolean =>
      token === volume.value?.token && shown.value?.entry === now.entry && asBytes.value === isBytes;
    try {
      const preview = await call('volume.preview', { token, entry: now.entry, asBytes: isBytes });
      if (isCurrent()) shown.value = { entry: now.entry, preview, error: null };
    } catch (error) {
      if (isCurrent()) shown.value = { entry: now.entry, preview: null, error: toAppError(error).toData() };
    }
  }

  async function whileSaving(act: (token: string) => Promise<void>): Promise<void> {
    const token = volume.value?.token;
    if (token === undefined || isSaving.value) return;
    isSaving.value = true;
    saved.value = null;
    savedAll.value = null;
    try {
      await act(token);
    } catch (error) {
      notices.report(error);
    } finally {
      isSaving.value = false;
    }
  }

  /** Asks for a place and writes the file that is looked at there. */
  async function save(): Promise<void> {
    const entry = shown.value?.entry;
    if (entry === undefined) return;
    await whileSaving(async (token) => {
      saved.value = await call('volume.save', { token, entry });
    });
  }

  /** Asks for a folder and makes one in it with all files. */
  async function saveAll(): Promise<void> {
    await whileSaving(async (token) => {
      savedAll.value = await call('volume.saveAll', { token });
    });
  }

  return {
    partitions,
    place,
    result,
    volume,
    shown,
    asBytes,
    isSaving,
    saved,
    savedAll,
    load,
    choose,
    setRegion,
    putFileAway,
    read,
    show,
    showAsBytes,
    save,
    saveAll,
  };
});

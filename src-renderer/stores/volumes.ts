import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { type AppErrorData, toAppError } from '../../src-shared/errors/app-error';
import type {
  FilePreview,
  MadeFiles,
  PartitionView,
  SavedVolume,
  VolumeDraft,
  VolumeResult,
} from '../../src-shared/ipc/contract';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { type ShownJob, useJobsStore } from './jobs';
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
  /** In the volume. */
  readonly path: string;
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
  /** What is to become of volumes, by their tokens. */
  const drafts = shallowRef<ReadonlyMap<string, VolumeDraft>>(new Map());
  /** Volumes of which a write broke off: what lies on the board is neither what was read nor what was wanted. */
  const broken = shallowRef<ReadonlySet<string>>(new Set());
  let writing: string | null = null;
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

  const draft = computed(() => {
    const token = volume.value?.token;
    return token === undefined ? null : (drafts.value.get(token) ?? null);
  });
  const changes = computed(() => draft.value?.changes ?? []);
  const isBroken = computed(() => broken.value.has(volume.value?.token ?? ''));
  /** What there is, or is to be. */
  const entries = computed(() => draft.value?.entries ?? volume.value?.entries ?? []);

  function load(): void {
    watch(
      () => jobs.job,
      (job) => {
        if (job?.kind === 'volumeWrite' && job.outcome !== null) noteBroken(job);
        if (job?.outcome?.kind !== 'volume' && job?.outcome?.kind !== 'volumeWritten') return;
        const found = job.outcome.result;
        keep(job.path, { mac: found.identity.mac, result: found });
      },
    );
    on('volume.changed', take);
    // A window that was loaded anew waits for no files.
    void receiveDrops(null);
    // What was written or erased may have been the files.
    on('job.finished', forget);
    on('boardJob.finished', ({ outcome }) => outcome.kind === 'erased' && forget());
    watch(volume, putAway);
  }

  function noteBroken({ outcome, stages }: ShownJob): void {
    const hasBegun = stages.some(({ stage }) => stage === 'erasing' || stage === 'writing');
    if (writing !== null && hasBegun && outcome !== null && 'error' in outcome) {
      broken.value = new Set(broken.value).add(writing);
    }
  }

  function keep(path: string, next: Reading): void {
    readings.value = new Map(readings.value).set(keyOf(path, next.result), next);
  }

  function forget(): void {
    readings.value = new Map();
    drafts.value = new Map();
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
  async function show(path: string): Promise<void> {
    saved.value = null;
    asBytes.value = false;
    shown.value = { path, preview: null, error: null };
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
    const { path } = now;
    if (entries.value.find((entry) => entry.path === path)?.isDamaged !== false) return;
    const isBytes = asBytes.value;
    const before = draft.value;
    // Whoever goes through the list by keys is further on when an answer comes.
    const isCurrent = (): boolean =>
      token === volume.value?.token &&
      shown.value?.path === path &&
      asBytes.value === isBytes &&
      draft.value === before;
    try {
      const preview = await call('volume.preview', { token, entry: path, asBytes: isBytes });
      if (isCurrent()) shown.value = { path, preview, error: null };
    } catch (error) {
      if (isCurrent()) shown.value = { path, preview: null, error: toAppError(error).toData() };
    }
  }

  /** What the main process made of a change. */
  function take(next: VolumeDraft | null): void {
    if (next === null) return;
    drafts.value = new Map(drafts.value).set(next.token, next);
    for (const { error } of next.rejected) notices.add(error);
    if (next.token !== volume.value?.token) return;
    // The outcome of before says nothing about what is to become.
    jobs.putAway();
    saved.value = null;
    const path = shown.value?.path;
    if (path === undefined) return;
    if (next.entries.some((entry) => entry.path === path && entry.kind === 'file')) void fetchPreview();
    else putFileAway();
  }

  async function change(act: (token: string) => Promise<VolumeDraft | null>): Promise<void> {
    const token = volume.value?.token;
    if (token === undefined || jobs.isRunning) return;
    try {
      take(await act(token));
    } catch (error) {
      notices.report(error);
    }
  }
  /** Asks for files and adds them to a folder; '' is the top. */
  const add = (folder: string): Promise<void> => change((token) => call('volume.add', { token, folder }));
  const replace = (entry: string): Promise<void> => change((token) => call('volume.replace', { token, entry }));
  const remove = (entry: string): Promise<void> => change((token) => call('volume.remove', { token, entry }));
  const undo = (id: number | null): Promise<void> => change((token) => call('volume.undo', { token, change: id }));
  async function rename(entry: string, to: string): Promise<void> {
    await change((token) => call('volume.rename', { token, entry, to }));
    if (entries.value.some(({ path }) => path === to)) await show(to);
  }

  /** Where files go that are dropped; null: not here. */
  async function receiveDrops(folder: string | null): Promise<void> {
    const token = volume.value?.token;
    try {
      await call('volume.receive', { into: token === undefined || folder === null ? null : { token, folder } });
    } catch (error) {
      notices.report(error);
    }
  }

  /** Writes what was changed. */
  async function write(): Promise<void> {
    const path = boards.selectedPath;
    const token = volume.value?.token;
    if (path === null || token === undefined) return;
    writing = token;
    await jobs.run({ kind: 'volumeWrite', path }, (patience) =>
      call('volume.write', { path, token, settings: jobs.contactSettings(), ...patience }),
    );
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
    const entry = shown.value?.path;
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
    draft,
    changes,
    isBroken,
    entries,
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
    add,
    replace,
    remove,
    rename,
    undo,
    receiveDrops,
    write,
  };
});

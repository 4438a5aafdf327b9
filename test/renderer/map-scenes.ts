/** What the checks tell for the flash map, for the scenes. */
import { partitionKind } from '../../src-shared/formats/partition-kind';
import type {
  BoardEffect,
  BoardEffects,
  BoardFate,
  BoardLayout,
  FirmwareFile,
  MapRegion,
  PartitionView,
  PlanView,
  PreflightCheck,
  RegionProgress,
} from '../../src-shared/ipc/contract';
import { layout, partitions } from './board-scenes';

const mib = 1024 * 1024;
const by = 'weather-station.bin';
const newApp = { projectName: 'weather-station', version: '2.5.0' };

function effect(partition: PartitionView, fate: BoardFate, over: Partial<BoardEffect> = {}): BoardEffect {
  const { label, offset, sizeBytes, type, subtype } = partition;
  const app = layout.apps.find((each) => each.offset === offset);
  const before = app === undefined ? null : { projectName: app.projectName, version: app.version };
  return {
    label,
    kind: partitionKind(partition),
    offset,
    sizeBytes,
    fate,
    isUserData: type === 'data' && !['ota', 'coredump'].includes(subtype),
    by: null,
    row: null,
    before,
    after: fate === 'kept' ? before : null,
    ...over,
  };
}

/** `weather-station` in four files: its app goes to `app0`, and OTA data says so. */
export function effectsOfFiles(basis: BoardEffects['basis'], erasesAll = false): BoardEffects {
  const forget = basis === 'files' ? { before: null } : {};
  const rest = erasesAll ? 'erased' : 'kept';
  return {
    basis,
    items: partitions.map((partition) => {
      if (partition.label === 'app0') return effect(partition, 'replaced', { by, row: 3, after: newApp, ...forget });
      if (partition.label === 'otadata') return effect(partition, 'replaced', { by: 'ota_data_initial.bin', row: 2 });
      return effect(partition, rest, forget);
    }),
  };
}

/** A merged file that is written as it is. */
export const effectsOfRaw: BoardEffects = {
  basis: 'board',
  items: partitions.map((partition) => effect(partition, 'overwritten', { by: 'weather-station-full.bin', row: 0 })),
};

const region = (name: string, kind: MapRegion['kind'], offset: number, sizeBytes: number): MapRegion => ({
  row: 0,
  name: `weather-station-full.bin (${name})`,
  part: name,
  kind,
  offset,
  sizeBytes,
});
/** A merged file, cut by its own table; it brings settings of its own, which stay out. */
export const mergedPlan: Partial<PlanView> = {
  writes: [
    region('bootloader', 'bootloader', 0, 0x6000),
    region('partition table', 'partitionTable', 0x8000, 0x1000),
    region('otadata', 'otaData', 0xe000, 0x2000),
    region('app0', 'app', 0x10000, 0x12f000),
    region('storage', 'filesystem', 0x290000, 0x160000),
  ],
  kept: [{ row: 0, name: 'nvs', kind: 'nvs', offset: 0x9000, sizeBytes: 0x5000, isWithheld: true }],
  effects: {
    basis: 'files',
    items: effectsOfFiles('files').items.map((item) =>
      item.label === 'storage' ? { ...item, fate: 'replaced', by: 'weather-station-full.bin', row: 0 } : item,
    ),
  },
};

const check = (id: string, state: PreflightCheck['state'], over: Partial<PreflightCheck> = {}): PreflightCheck => ({
  ...{ id, state, error: null, facts: {}, rows: [], repair: null },
  ...over,
});
export const withheld = check('withheld', 'warning', {
  error: { code: 'plan.settingsWithheld', facts: { name: 'weather-station-full.bin', partitions: 'nvs' } },
  rows: [0],
  repair: { kind: 'setOption', option: 'keepSettings', value: false },
});
export const erasesAll = check('data', 'warning', {
  error: { code: 'plan.everythingErased', facts: {} },
  repair: { kind: 'setOption', option: 'eraseAll', value: false },
});
export const keepsData = check('data', 'ok', { facts: { partitions: 'nvs, storage' } });

/** The partition table was put over the app. */
export const overlapping: PreflightCheck = check('overlap', 'problem', {
  error: {
    code: 'plan.overlap',
    facts: { name: 'partition-table.bin', otherName: by, offset: 0x20000, endOffset: 0x20c00 },
  },
  rows: [3, 2],
  repair: { kind: 'setOffset', row: 3, offset: 0x8000 },
  otherRepair: { kind: 'disableRow', row: 3 },
});

/** A flash as large as there are: small things at its beginning, a large file system, and much that nobody has. */
export const bigPartitions: readonly PartitionView[] = [
  { label: 'nvs', type: 'data', subtype: 'nvs', offset: 0x9000, sizeBytes: 0x6000 },
  { label: 'phy_init', type: 'data', subtype: 'phy', offset: 0xf000, sizeBytes: 0x1000 },
  { label: 'factory', type: 'app', subtype: 'factory', offset: 0x10000, sizeBytes: 4 * mib },
  { label: 'media', type: 'data', subtype: 'littlefs', offset: 0x410000, sizeBytes: 80 * mib },
];
export const bigLayout: BoardLayout = {
  ...layout,
  partitions: bigPartitions,
  apps: layout.apps.slice(0, 1).map((app) => ({ ...app, label: 'factory', subtype: 'factory', version: '2.3.0' })),
  start: { label: 'factory', offset: 0x10000, reason: 'factory' },
};

export const bigEffects: BoardEffects = {
  basis: 'board',
  items: bigPartitions.map((partition) =>
    partition.label === 'factory'
      ? effect(partition, 'replaced', {
          ...{ by, row: 3, after: newApp },
          before: { projectName: 'weather-station', version: '2.3.0' },
        })
      : effect(partition, 'kept'),
  ),
};

/** How far each file is when so many bytes of them are written. */
export function regionsAt(files: readonly FirmwareFile[], doneBytes: number, isVerifying: boolean): RegionProgress[] {
  let left = doneBytes;
  return files.map(({ suggestedOffset, sizeBytes }) => {
    const done = Math.min(sizeBytes, left);
    left -= done;
    const isLast = left <= 0 && done > 0;
    const state = done === 0 ? 'waiting' : !isLast ? 'verified' : isVerifying ? 'verifying' : 'writing';
    return { offset: suggestedOffset ?? 0, sizeBytes, doneBytes: done, state };
  });
}

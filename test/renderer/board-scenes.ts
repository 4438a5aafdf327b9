/** What boards answer when they are read, erased and compared, for the scenes. */
import { partitionSubtypeName, partitionTypes } from '../../src-shared/formats/partition-names';
import type {
  BoardIdentity,
  BoardJobOutcome,
  BoardLayout,
  PartitionApp,
  PartitionView,
} from '../../src-shared/ipc/contract';

const mib = 1024 * 1024;

export const partitions: readonly PartitionView[] = [
  { label: 'nvs', type: 'data', subtype: 'nvs', offset: 0x9000, sizeBytes: 0x5000 },
  { label: 'otadata', type: 'data', subtype: 'ota', offset: 0xe000, sizeBytes: 0x2000 },
  { label: 'app0', type: 'app', subtype: 'ota_0', offset: 0x10000, sizeBytes: 0x140000 },
  { label: 'app1', type: 'app', subtype: 'ota_1', offset: 0x150000, sizeBytes: 0x140000 },
  { label: 'storage', type: 'data', subtype: 'spiffs', offset: 0x290000, sizeBytes: 0x160000 },
  { label: 'coredump', type: 'data', subtype: 'coredump', offset: 0x3f0000, sizeBytes: 0x10000 },
];

const app = (label: string, subtype: string, offset: number, version: string, built: string): PartitionApp => ({
  label,
  subtype,
  offset,
  partitionSizeBytes: 0x14_0000,
  imageSizeBytes: 0xf_2a40,
  isIntact: true,
  isForThisChip: true,
  projectName: 'weather-station',
  version,
  idfVersion: 'v5.5',
  built,
  secureVersion: 0,
  elfSha256: '4ddfa2c1b8e0975361f2a4c8d09e7b65f3a1c2e4d5b6978810a2b3c4d5e6f708',
});
const running = app('app1', 'ota_1', 0x15_0000, '2.4.1', 'Sep 13 2026 19:46:07');

const numberOf = ({ type, subtype }: PartitionView): { readonly type: number; readonly subtype: number } => {
  const typeNumber = type === 'app' ? partitionTypes.app : partitionTypes.data;
  const subtypes = Array.from({ length: 0x100 }, (_, number) => partitionSubtypeName(typeNumber, number));
  return { type: typeNumber, subtype: subtypes.indexOf(subtype) };
};

export const layout: BoardLayout = {
  tableOffset: 0x8000,
  partitions,
  table: {
    hasMd5: true,
    partitions: partitions.map((partition) => ({
      ...partition,
      ...numberOf(partition),
      isEncrypted: false,
      isReadOnly: false,
      flags: 0,
    })),
  },
  app: running,
  apps: [app('app0', 'ota_0', 0x1_0000, '2.3.0', 'Aug 2 2026 08:12:44'), running],
  start: { label: 'app1', offset: 0x15_0000, reason: 'sequence' },
  otaData: {
    label: 'otadata',
    offset: 0xe000,
    entries: [
      { sequence: 3, state: 'valid', isCrcValid: true, slot: 'app0' },
      { sequence: 4, state: 'pendingVerify', isCrcValid: true, slot: 'app1' },
    ],
  },
  bootloader: {
    offset: 0,
    imageSizeBytes: 0x54d0,
    isIntact: true,
    isForThisChip: true,
    idfVersion: 'v5.5',
    built: 'Sep 13 2026 19:45:58',
    flashMode: 'dio',
    flashFrequency: '80m',
    flashSize: '4MB',
  },
};

/** A board whose flash is empty. */
export const noLayout: BoardLayout = {
  tableOffset: 0x8000,
  partitions: null,
  table: null,
  app: null,
  apps: [],
  start: null,
  otaData: null,
  bootloader: null,
};

/** Every byte of the file that was read, by its place: enough to see that the right ones are shown. */
export const byteAt = (offset: number): number => (offset % 256 < 32 ? 0xff : (offset * 7 + (offset >> 8)) & 0xff);

export const readOutcome = (identity: BoardIdentity): BoardJobOutcome => ({
  kind: 'read',
  result: {
    identity,
    offset: 0,
    sizeBytes: 4 * mib,
    md5: '5d41402abc4b2a76b9719d911017c592',
    isProven: true,
    blankBytes: 1_671_168,
    elapsedMs: 31_400,
    baudRate: 921_600,
  },
});

export const erasedOutcome = (identity: BoardIdentity): BoardJobOutcome => ({
  kind: 'erased',
  result: { identity, offset: 0, sizeBytes: 4 * mib, isProven: true, elapsedMs: 14_200 },
});

export const comparedOutcome = (identity: BoardIdentity, differs: boolean): BoardJobOutcome => ({
  kind: 'compared',
  result: {
    identity,
    matches: !differs,
    regions: [
      { name: 'bootloader.bin', row: 0, offset: 0, sizeBytes: 21_712, matches: true, differing: [] },
      { name: 'partition-table.bin', row: 1, offset: 0x8000, sizeBytes: 3072, matches: true, differing: [] },
      { name: 'ota_data_initial.bin', row: 2, offset: 0xe000, sizeBytes: 8192, matches: true, differing: [] },
      {
        name: 'weather-station.bin',
        row: 3,
        offset: 0x10000,
        sizeBytes: 1_237_504,
        matches: !differs,
        differing: differs
          ? [0x20000, 0x21000, 0x22000, 0x90000, 0xc4000].map((offset, index) => ({
              offset,
              sizeBytes: 0x1000,
              differingBytes: 1 + index * 300,
              first: { offset: offset + 0x12, expected: 0x41, actual: 0xff },
            }))
          : [],
      },
    ],
    elapsedMs: 2140,
  },
});

/** Firmware files on the table, for the scenes. */
import type { FirmwareFile } from '../../src-shared/ipc/contract';
import { partitions } from './board-scenes';

const noImage = {
  chip: null,
  flashMode: null,
  flashFrequency: null,
  flashSize: null,
  projectName: null,
  version: null,
  idfVersion: null,
  minRevision: null,
  maxRevision: null,
  checksumOk: null,
  hashOk: null,
} as const;

export const files: readonly FirmwareFile[] = [
  {
    token: 'f1',
    name: 'bootloader.bin',
    sizeBytes: 21_712,
    kind: 'bootloader',
    suggestedOffset: 0,
    image: { ...noImage, chip: 'esp32c3', idfVersion: 'v5.5', flashSize: '2MB', hashOk: true, checksumOk: true },
    partitions: null,
  },
  {
    token: 'f2',
    name: 'partition-table.bin',
    sizeBytes: 3072,
    kind: 'partitionTable',
    suggestedOffset: 0x8000,
    image: null,
    partitions,
  },
  {
    token: 'f3',
    name: 'ota_data_initial.bin',
    sizeBytes: 8192,
    kind: 'otaData',
    suggestedOffset: 0xe000,
    image: null,
    partitions: null,
  },
  {
    token: 'f4',
    name: 'weather-station.bin',
    sizeBytes: 1_237_504,
    kind: 'app',
    suggestedOffset: 0x10000,
    image: {
      ...noImage,
      chip: 'esp32c3',
      projectName: 'weather-station',
      version: '2.4.1',
      idfVersion: 'v5.5',
      hashOk: true,
    },
    partitions: null,
  },
];

export const strangeFile: FirmwareFile = {
  token: 'f5',
  name: 'a-very-long-file-name-from-a-vendor-that-nobody-shortened-release-candidate-2026-11.bin',
  sizeBytes: 65_536,
  kind: 'unknown',
  suggestedOffset: null,
  image: null,
  partitions: null,
};

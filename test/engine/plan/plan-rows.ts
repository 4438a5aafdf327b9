import { expect } from 'vitest';
import { buildPlan, type BuiltPlan } from '../../../src-main/engine/plan/build-plan';
import type { PlanRow } from '../../../src-main/engine/plan/plan-input';
import { inspectFirmware } from '../../../src-main/firmware/inspect-firmware';
import { describeFirmware } from '../../../src-main/firmware/describe-firmware';
import { chipById } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { serializePartitionTable, type Partition } from '../../../src-shared/formats/partition-table';
import { subtypeName, typeName } from '../../../src-shared/formats/partition-table';
import {
  defaultFlashSettings,
  type BoardIdentity,
  type BoardLayout,
  type FlashSettings,
  type PartitionApp,
  type PartitionView,
} from '../../../src-shared/ipc/contract';
import {
  appDescriptionBytes,
  bootloaderDescriptionBytes,
  buildTestImage,
  type TestImage,
} from '../../formats/test-image';

export const MIB = 1024 * 1024;

export const board = (over: Partial<BoardIdentity> = {}, sizeBytes: number | null = 4 * MIB): BoardIdentity => ({
  chip: 'esp32',
  description: 'ESP32',
  revision: '3.1',
  features: [],
  crystalMhz: 40,
  mac: null,
  flash: { manufacturerId: 0xef, deviceId: 0x4016, manufacturer: 'Winbond', sizeBytes },
  secureBoot: false,
  flashEncryption: false,
  secureDownloadMode: false,
  ...over,
});
export const bare = (sizeBytes = 0x1000): Uint8Array => new Uint8Array(sizeBytes).fill(0x5a);
export const row = (offsetText: string, bytes: Uint8Array, name = 'data.bin', enabled = true): PlanRow => ({
  name,
  enabled,
  offsetText,
  bytes,
  description: describeFirmware({ name, bytes, statedOffset: null, contents: inspectFirmware(bytes) }, null),
});
export const imageId = (chip: ChipId): number => chipById(chip).imageChipId!;
export const app = (over: Partial<TestImage> = {}, sizeBytes = 4000): Uint8Array =>
  buildTestImage({
    chipId: 0,
    segments: [[0x3f40_0020, sizeBytes]],
    firstSegment: appDescriptionBytes('blink', '1'),
    ...over,
  });
export const bootloader = (over: Partial<TestImage> = {}): Uint8Array =>
  buildTestImage({ chipId: 0, segments: [[0x3fff_0030, 200]], firstSegment: bootloaderDescriptionBytes(), ...over });
export const partition = (over: Partial<Partition>): Partition => ({
  ...{ label: 'factory', type: 0, subtype: 0, offset: 0x1_0000, sizeBytes: MIB },
  ...{ isEncrypted: false, isReadOnly: false, flags: 0 },
  ...over,
});
export const table = (...partitions: Partition[]): Uint8Array =>
  serializePartitionTable({ partitions: partitions.length > 0 ? partitions : [partition({})], hasMd5: true });

export const build = (
  rows: PlanRow[],
  settings: Partial<FlashSettings> = {},
  identity: BoardIdentity | null = board(),
): BuiltPlan => buildPlan({ rows, settings: { ...defaultFlashSettings, ...settings }, identity });
/** Rows of a table as a board tells them. */
export const views = (...partitions: Partition[]): PartitionView[] =>
  partitions.map((row) => ({
    label: row.label,
    type: typeName(row),
    subtype: subtypeName(row),
    offset: row.offset,
    sizeBytes: row.sizeBytes,
  }));
export const appOn = (where: Partition, projectName: string, version: string): PartitionApp => ({
  ...{ label: where.label, subtype: subtypeName(where), offset: where.offset, partitionSizeBytes: where.sizeBytes },
  ...{ imageSizeBytes: 4096, isIntact: true, isForThisChip: true, secureVersion: 0, elfSha256: null },
  ...{ projectName, version, idfVersion: null, built: null },
});
/** A board in use; by default with a bootloader and the default table. */
export const boardLayout = (over: Partial<BoardLayout> = {}): BoardLayout => ({
  tableOffset: 0x8000,
  partitions: views(partition({})),
  table: null,
  app: over.apps?.find(({ offset }) => offset === over.start?.offset) ?? null,
  apps: [],
  start: null,
  otaData: null,
  bootloader: {
    ...{ offset: 0x1000, imageSizeBytes: 4096, isIntact: true, isForThisChip: true, idfVersion: null, built: null },
    ...{ flashMode: 'dio', flashFrequency: '40m', flashSize: '4MB' },
  },
  ...over,
});
/** A plan for a board on which that lies. */
export const buildOn = (
  layout: BoardLayout,
  rows: PlanRow[],
  settings: Partial<FlashSettings> = {},
  identity: BoardIdentity = board(),
): BuiltPlan => buildPlan({ rows, settings: { ...defaultFlashSettings, ...settings }, identity, layout });
/** Lines that are not well, as `id: code`, with their state. */
export const lines = (built: BuiltPlan, state: 'problem' | 'warning' | 'unknown'): string[] =>
  built.view.checks.filter((c) => c.state === state).map((c) => (c.error ? `${c.id}: ${c.error.code}` : c.id));
export const okLines = (built: BuiltPlan): string[] =>
  built.view.checks.filter((c) => c.state === 'ok').map((c) => c.id);
export const repairs = (built: BuiltPlan): unknown[] =>
  built.view.checks.flatMap((c) => (c.repair === null ? [] : [c.repair]));

/** A problem that nothing can talk away. */
export function expectStopped(built: BuiltPlan, line: string): void {
  expect(lines(built, 'problem')).toContain(line);
  expect(built.plan).toBeNull();
  expect(built.view.canFlash).toBe(false);
  expect(built.error?.code).toBe(built.view.checks.find((c) => c.state === 'problem')?.error?.code);
}

/** A problem that `force` turns into a warning. */
export function expectForceable(
  rows: PlanRow[],
  line: string,
  identity = board(),
  settings: Partial<FlashSettings> = {},
): void {
  const built = build(rows, settings, identity);
  expectStopped(built, line);
  const forced = build(rows, { ...settings, force: true }, identity);
  expect(lines(forced, 'warning')).toContain(line);
  expect(forced.plan).not.toBeNull();
  expect(forced.error).toBeNull();
}

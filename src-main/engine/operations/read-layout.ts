import { bootOrder, slotOfSequence } from '../../../src-shared/formats/boot-choice';
import { otaDataSize, parseOtaData, type OtaData } from '../../../src-shared/formats/ota-data';
import {
  isAppPartition,
  parsePartitionTable,
  partitionTableSize,
  startsLikePartitionTable,
  subtypeName,
  typeName,
  type Partition,
  type PartitionTable,
} from '../../../src-shared/formats/partition-table';
import { isAppError } from '../../../src-shared/errors/app-error';
import type {
  BoardLayout,
  BootSelection,
  OtaDataView,
  OtaEntryView,
  PartitionApp,
} from '../../../src-shared/ipc/contract';
import type { Abortable, Loader } from '../loader/loader';
import { readAppHead, readBootloaderHead } from './read-image-head';

/** Where ESP-IDF, Arduino and PlatformIO put the table unless told otherwise. */
const usualTableOffset = 0x8000;
const sectorBytes = 0x1000;
const otaEntryBytes = 32;

/**
 * What lies where on the chip, by its own partition table; what the bootloader and every app say about themselves, and
 * which app starts. Reads little, so that it is quick with a ROM loader too. A table that is not there, is encrypted
 * or damaged is a fact, not an error.
 *
 * Errors: `protocol.*`, `port.*`, `job.cancelled`.
 */
export async function readLayout(loader: Loader, options: Abortable = {}): Promise<BoardLayout> {
  const bootloader = await readBootloaderHead(loader, options);
  const table = await readTable(loader, options);
  const tableOffset = usualTableOffset;
  if (table === null) {
    return { tableOffset, partitions: null, table, app: null, apps: [], start: null, otaData: null, bootloader };
  }
  const { partitions } = table;
  const apps = await readApps(loader, partitions, options);
  const otaPartition = partitions.find(isOtaData);
  const otaData = otaPartition === undefined ? null : await readOtaData(loader, otaPartition, options);
  const start = startOf(partitions, apps, otaData);
  const app = apps.filter(canStart).find(({ offset }) => offset === start?.offset);
  return {
    tableOffset,
    partitions: partitions.map((partition) => ({
      label: partition.label,
      type: typeName(partition),
      subtype: subtypeName(partition),
      offset: partition.offset,
      sizeBytes: partition.sizeBytes,
    })),
    table,
    app: app ?? null,
    apps,
    start,
    otaData: otaPartition === undefined || otaData === null ? null : otaView(otaPartition, otaData, partitions),
    bootloader,
  };
}

async function readTable(loader: Loader, options: Abortable): Promise<PartitionTable | null> {
  const head = await loader.readFlash(usualTableOffset, 64, options);
  if (!startsLikePartitionTable(head)) return null;
  const bytes = await loader.readFlash(usualTableOffset, partitionTableSize, options);
  try {
    return parsePartitionTable(bytes);
  } catch (error) {
    if (isAppError(error, 'file.notUnderstood')) return null;
    throw error;
  }
}

async function readApps(
  loader: Loader,
  partitions: readonly Partition[],
  options: Abortable,
): Promise<readonly PartitionApp[]> {
  const apps: PartitionApp[] = [];
  for (const partition of partitions.filter(isAppPartition)) {
    const app = await readAppHead(loader, partition, options);
    if (app !== null) apps.push(app);
  }
  return apps;
}

function isOtaData(partition: Partition): boolean {
  return typeName(partition) === 'data' && subtypeName(partition) === 'ota' && partition.sizeBytes >= otaDataSize;
}

async function readOtaData(loader: Loader, { offset }: Partition, options: Abortable): Promise<OtaData> {
  const sectors = new Uint8Array(otaDataSize).fill(0xff);
  for (const at of [0, sectorBytes]) sectors.set(await loader.readFlash(offset + at, otaEntryBytes, options), at);
  return parseOtaData(sectors);
}

/** The first partition in the bootloader's order in which there is something to start, else the first of all. */
function startOf(
  partitions: readonly Partition[],
  apps: readonly PartitionApp[],
  otaData: OtaData | null,
): BootSelection | null {
  const order = bootOrder(partitions, otaData);
  const startable = apps.filter(canStart).map(({ offset }) => offset);
  const choice = order.find(({ partition }) => startable.includes(partition.offset)) ?? order[0];
  if (choice === undefined) return null;
  const { label, offset } = choice.partition;
  return { label, offset, reason: choice.reason };
}

function canStart({ isIntact, isForThisChip }: PartitionApp): boolean {
  return isIntact !== false && isForThisChip !== false;
}

function otaView({ label, offset }: Partition, { entries }: OtaData, partitions: readonly Partition[]): OtaDataView {
  const view = (entry: OtaData['entries'][number]): OtaEntryView | null =>
    entry && { ...entry, slot: slotOfSequence(entry.sequence, partitions)?.label ?? null };
  return { label, offset, entries: [view(entries[0]), view(entries[1])] };
}

import { ByteReader } from '../../../src-shared/formats/byte-reader';
import { parseAppDescription } from '../../../src-shared/formats/image-description';
import { imageMagic } from '../../../src-shared/formats/image-header';
import { activeSequence, otaDataSize, parseOtaData } from '../../../src-shared/formats/ota-data';
import {
  isAppPartition,
  parsePartitionTable,
  partitionTableSize,
  startsLikePartitionTable,
  subtypeName,
  typeName,
  type Partition,
} from '../../../src-shared/formats/partition-table';
import { isAppError } from '../../../src-shared/errors/app-error';
import type { BoardLayout, StartingApp } from '../../../src-shared/ipc/contract';
import type { Abortable, Loader } from '../loader/loader';

/** Where ESP-IDF, Arduino and PlatformIO put the table unless told otherwise. */
const usualTableOffset = 0x8000;
const sectorBytes = 0x1000;
const otaEntryBytes = 32;
/** Image header, extended header and first segment header: the description is the first thing in the first segment. */
const appDescriptionOffset = 24 + 8;
const appHeadBytes = appDescriptionOffset + 256;
const firstOtaSubtype = 0x10;
const lastOtaSubtype = 0x1f;

/**
 * What lies where on the chip, by its own partition table, and which application starts. Reads little, so that it is
 * quick with a ROM loader too. A table that is not there, is encrypted or damaged is a fact, not an error.
 *
 * Errors: `protocol.*`, `port.*`, `job.cancelled`.
 */
export async function readLayout(loader: Loader, options: Abortable = {}): Promise<BoardLayout> {
  const partitions = await readTable(loader, options);
  if (partitions === null) return { tableOffset: usualTableOffset, partitions: null, app: null };
  return {
    tableOffset: usualTableOffset,
    partitions: partitions.map((partition) => ({
      label: partition.label,
      type: typeName(partition),
      subtype: subtypeName(partition),
      offset: partition.offset,
      sizeBytes: partition.sizeBytes,
    })),
    app: await readStartingApp(loader, partitions, options),
  };
}

async function readTable(loader: Loader, options: Abortable): Promise<readonly Partition[] | null> {
  const head = await loader.readFlash(usualTableOffset, 64, options);
  if (!startsLikePartitionTable(head)) return null;
  const bytes = await loader.readFlash(usualTableOffset, partitionTableSize, options);
  try {
    return parsePartitionTable(bytes).partitions;
  } catch (error) {
    if (isAppError(error, 'file.notUnderstood')) return null;
    throw error;
  }
}

async function readStartingApp(
  loader: Loader,
  partitions: readonly Partition[],
  options: Abortable,
): Promise<StartingApp | null> {
  const partition = await startingPartition(loader, partitions, options);
  if (partition === undefined) return null;
  const head = await loader.readFlash(partition.offset, appHeadBytes, options);
  if (head[0] !== imageMagic) return null;
  const description = parseAppDescription(new ByteReader(head, partition.label), appDescriptionOffset);
  return {
    label: partition.label,
    offset: partition.offset,
    projectName: description?.projectName ?? null,
    version: description?.version ?? null,
    idfVersion: description?.idfVersion ?? null,
    built: description === null ? null : `${description.date} ${description.time}`,
  };
}

/** As the bootloader chooses: OTA data where it is valid, else `factory`, else the first OTA slot. */
async function startingPartition(
  loader: Loader,
  partitions: readonly Partition[],
  options: Abortable,
): Promise<Partition | undefined> {
  const apps = partitions.filter(isAppPartition);
  const slots = apps
    .filter(({ subtype }) => subtype >= firstOtaSubtype && subtype <= lastOtaSubtype)
    .sort((a, b) => a.subtype - b.subtype);
  const otaData = partitions.find((partition) => typeName(partition) === 'data' && subtypeName(partition) === 'ota');
  if (otaData !== undefined && slots.length > 0 && otaData.sizeBytes >= otaDataSize) {
    const sectors = new Uint8Array(otaDataSize).fill(0xff);
    for (const offset of [0, sectorBytes]) {
      sectors.set(await loader.readFlash(otaData.offset + offset, otaEntryBytes, options), offset);
    }
    const sequence = activeSequence(parseOtaData(sectors));
    if (sequence !== null && sequence > 0) return slots[(sequence - 1) % slots.length];
  }
  return apps.find((partition) => subtypeName(partition) === 'factory') ?? slots[0];
}

import { chips } from '../../src-shared/chips';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { isAppError } from '../../src-shared/errors/app-error';
import { recognizeFilesystem, type FilesystemKind } from '../../src-shared/formats/filesystem';
import { looksLikeNvs } from '../../src-shared/formats/nvs/looks-like-nvs';
import { looksLikeOtaData } from '../../src-shared/formats/ota-data';
import {
  firstAppPartition,
  parsePartitionTable,
  startsLikePartitionTable,
  type PartitionTable,
} from '../../src-shared/formats/partition-table';
import type { FirmwareKind, ImageSummary } from '../../src-shared/ipc/contract';
import { inspectImage, type InspectedImage } from './inspect-image';

const sectorSize = 0x1000;
const usualTableOffset = 0x8000;
/** ESP-IDF's menu does not offer to move the table further than bootloaders grow. */
const lastTableOffset = 0x2_0000;

/** What a file is, by its contents alone. */
export interface FirmwareContents {
  readonly kind: FirmwareKind;
  /** The chip that the image says it is for; null when nothing in the file says so. */
  readonly chip: ChipDescriptor | null;
  readonly image: ImageSummary | null;
  /** The table that the file is, or that lies inside a merged file. */
  readonly table: PartitionTable | null;
  /** Where in the file the table is. */
  readonly tableOffset: number | null;
  /** Place in flash that follows from the contents: of a merged file, of an ESP8266 image linked to an address. */
  readonly ownOffset: number | null;
  readonly filesystem: FilesystemKind | null;
}

const nothing = {
  chip: null,
  image: null,
  table: null,
  tableOffset: null,
  ownOffset: null,
  filesystem: null,
} as const;

/** Classifies a file by looking inside; names play no part. Never throws. */
export function inspectFirmware(bytes: Uint8Array): FirmwareContents {
  if (startsLikePartitionTable(bytes) && bytes.length <= sectorSize) {
    return { ...nothing, kind: 'partitionTable', table: tableAt(bytes, 0), tableOffset: 0 };
  }
  const image = inspectImage(bytes);
  const merged = inspectMerged(bytes, image);
  if (merged !== null) return merged;
  if (image !== null) {
    return { ...nothing, kind: image.kind, chip: image.chip, image: image.summary, ownOffset: image.ownOffset };
  }
  if (looksLikeOtaData(bytes)) return { ...nothing, kind: 'otaData' };
  if (looksLikeNvs(bytes)) return { ...nothing, kind: 'nvs' };
  const filesystem = recognizeFilesystem(bytes);
  return { ...nothing, kind: filesystem === null ? 'unknown' : 'filesystem', filesystem };
}

/**
 * A bootloader and a partition table where they belong in relation to each other: a copy of the flash
 * from its start, or from the bootloader on. Without a table an intact image at the place of the
 * bootloader is enough (Secure Boot v1 puts a digest in front of it).
 */
function inspectMerged(bytes: Uint8Array, atStart: InspectedImage | null): FirmwareContents | null {
  for (const bootloaderOffset of new Set(chips.map((chip) => chip.bootloaderOffset))) {
    // A file that starts with the bootloader itself begins in flash where the bootloader does.
    const image = atStart ?? inspectImage(bytes.subarray(bootloaderOffset));
    if (image?.chip.bootloaderOffset !== bootloaderOffset || image.kind === 'esp8266Image') continue;
    const start = atStart === null ? 0 : bootloaderOffset;
    const [table, tableOffset] = findTable(bytes, start, image.chip);
    const isIntact = image.summary.checksumOk === true && image.summary.hashOk !== false;
    if (table === null && (atStart !== null || !isIntact)) continue;
    const app = table === null ? null : inspectApp(bytes, start, table);
    return {
      ...nothing,
      kind: 'merged',
      chip: image.chip,
      image: app === null ? image.summary : withApp(image.summary, app.summary),
      table,
      tableOffset,
      ownOffset: start,
    };
  }
  return null;
}

/** The table and its place in the file. */
function findTable(
  bytes: Uint8Array,
  start: number,
  chip: ChipDescriptor,
): [table: PartitionTable, at: number] | [table: null, at: null] {
  const places = [chip.partitionTableOffset ?? usualTableOffset];
  for (let offset = chip.bootloaderOffset + sectorSize; offset <= lastTableOffset; offset += sectorSize) {
    places.push(offset);
  }
  for (const place of places) {
    const table = tableAt(bytes, place - start);
    if (table !== null) return [table, place - start];
  }
  return [null, null];
}

function tableAt(bytes: Uint8Array, at: number): PartitionTable | null {
  if (!startsLikePartitionTable(bytes, at)) return null;
  try {
    return parsePartitionTable(bytes.subarray(at));
  } catch (error) {
    if (isAppError(error, 'file.notUnderstood')) return null;
    throw error;
  }
}

function inspectApp(bytes: Uint8Array, start: number, table: PartitionTable): InspectedImage | null {
  const partition = firstAppPartition(table);
  if (partition === null || partition.offset <= start) return null;
  const image = inspectImage(bytes.subarray(partition.offset - start, partition.offset - start + partition.sizeBytes));
  return image?.kind === 'app' ? image : null;
}

/** Settings of the bootloader's header, which count; names and limits of the application, which people know. */
function withApp(bootloader: ImageSummary, app: ImageSummary): ImageSummary {
  const both = (a: boolean | null, b: boolean | null): boolean | null =>
    a === false || b === false ? false : (a ?? b);
  return {
    ...bootloader,
    projectName: app.projectName,
    version: app.version,
    idfVersion: app.idfVersion,
    minRevision: app.minRevision ?? bootloader.minRevision,
    maxRevision: app.maxRevision ?? bootloader.maxRevision,
    checksumOk: both(bootloader.checksumOk, app.checksumOk),
    hashOk: both(bootloader.hashOk, app.hashOk),
  };
}

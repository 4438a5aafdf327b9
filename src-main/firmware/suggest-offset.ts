import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import {
  firstAppPartition,
  isAppPartition,
  subtypeName,
  typeName,
  type Partition,
  type PartitionTable,
} from '../../src-shared/formats/partition-table';
import type { FirmwareContents } from './inspect-firmware';

const usualTableOffset = 0x8000;
const usualAppOffset = 0x1_0000;
/** ESP-IDF's tables put OTA data at 0xD000, Arduino's at 0xE000; Arduino's file is always called boot_app0. */
const usualOtaDataOffset = 0xd000;
const arduinoOtaDataOffset = 0xe000;
const sectorSize = 0x1000;
const filesystemSubtypes = ['spiffs', 'littlefs', 'fat'];

/** What decides where one file goes. */
export interface OffsetQuestion {
  readonly name: string;
  readonly sizeBytes: number;
  readonly contents: FirmwareContents;
  /** The chip to be flashed; null when nothing is known about it. */
  readonly chip: ChipDescriptor | null;
  /** The partition table that will be on the board; null = not known. */
  readonly table: PartitionTable | null;
}

/** Where a file belongs, by what it is, the partition table, and an address in its name; null when nobody can know. */
export function suggestOffset(question: OffsetQuestion): number | null {
  const { contents, chip, table, name } = question;
  const named = offsetInName(name);
  switch (contents.kind) {
    case 'bootloader':
      return chip?.bootloaderOffset ?? null;
    case 'merged':
      return contents.ownOffset;
    case 'partitionTable':
      return atSector(named) ?? chip?.partitionTableOffset ?? usualTableOffset;
    case 'otaData':
      return (
        partitionOffset(table, (partition) => typeName(partition) === 'data' && subtypeName(partition) === 'ota') ??
        atSector(named) ??
        (stem(name) === 'boot_app0' ? arduinoOtaDataOffset : usualOtaDataOffset)
      );
    case 'app':
      return suggestAppOffset(question, named);
    case 'esp8266Image':
      return named ?? contents.ownOffset;
    case 'filesystem':
      return partitionOffset(table, isLabelled(name)) ?? named ?? suggestFilesystemOffset(question);
    case 'nvs':
      return (
        partitionOffset(table, isLabelled(name)) ??
        named ??
        partitionOffset(table, (partition) => typeName(partition) === 'data' && subtypeName(partition) === 'nvs')
      );
    case 'unknown':
      return named ?? partitionOffset(table, isLabelled(name)) ?? partitionOffset(table, isSubtypeOf(name));
  }
}

/** An address in the name counts unless the table contradicts it. */
function suggestAppOffset({ table, name }: OffsetQuestion, named: number | null): number {
  const isPossible = (offset: number): boolean =>
    table === null
      ? offset > usualTableOffset && offset % sectorSize === 0
      : table.partitions.some((partition) => isAppPartition(partition) && partition.offset === offset);
  if (named !== null && isPossible(named)) return named;
  if (table === null) return usualAppOffset;
  const labelled = partitionOffset(table, (partition) => isAppPartition(partition) && isLabelled(name)(partition));
  return labelled ?? firstAppPartition(table)?.offset ?? usualAppOffset;
}

/** The partition made for this filesystem, else one for any (Arduino keeps LittleFS in a partition of subtype spiffs). */
function suggestFilesystemOffset({ table, contents, sizeBytes }: OffsetQuestion): number | null {
  const fits = (partition: Partition): boolean => typeName(partition) === 'data' && partition.sizeBytes >= sizeBytes;
  return (
    partitionOffset(table, (partition) => fits(partition) && subtypeName(partition) === contents.filesystem) ??
    partitionOffset(table, (partition) => fits(partition) && filesystemSubtypes.includes(subtypeName(partition)))
  );
}

function partitionOffset(table: PartitionTable | null, isWanted: (partition: Partition) => boolean): number | null {
  return table?.partitions.find(isWanted)?.offset ?? null;
}

function isLabelled(name: string): (partition: Partition) => boolean {
  return (partition) => partition.label.toLowerCase() === stem(name);
}

function isSubtypeOf(name: string): (partition: Partition) => boolean {
  return (partition) => typeName(partition) === 'data' && subtypeName(partition) === stem(name);
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}

function atSector(offset: number | null): number | null {
  return offset !== null && offset % sectorSize === 0 && offset > 0 ? offset : null;
}

/** `app-0x10000.bin`, `bootloader_0x1000.bin`, `0x8000.bin` → the number; null when the name has none. */
export function offsetInName(name: string): number | null {
  const match = /(?:^|[^0-9a-z])0x([0-9a-f]{1,8})(?![0-9a-z])/i.exec(name.replace(/\.[^.]*$/, ''));
  return match?.[1] === undefined ? null : Number.parseInt(match[1], 16);
}

import { md5 } from '@noble/hashes/legacy.js';
import { ByteReader, isErased, notUnderstood, sameBytes } from './byte-reader';
import { partitionSubtypeName, partitionTypeName, partitionTypes } from './partition-names';

const entrySize = 32;
const entryMagic = 0x50aa;
const md5Magic = 0xebeb;
const labelSize = 16;
const sectorSize = 0x1000;
/** The table has 0xC00 bytes; the rest of its sector may hold a signature. */
export const partitionTableSize = 0xc00;
const maxEntries = partitionTableSize / entrySize;
/** Rows that fit beside the row with the MD5 and the end mark. */
export const mostPartitions = maxEntries - 2;
/** Applications are mapped by 64 KiB pages. */
const appAlign = 0x1_0000;

/** One row of the table. */
export interface Partition {
  readonly label: string;
  readonly type: number;
  readonly subtype: number;
  readonly offset: number;
  readonly sizeBytes: number;
  /** Bit 0 of the flags: encrypted where flash encryption is on. */
  readonly isEncrypted: boolean;
  /** Bit 1 of the flags. */
  readonly isReadOnly: boolean;
  /** The flags word with every bit, known or not. */
  readonly flags: number;
}

/** A table in the order of its rows. */
export interface PartitionTable {
  readonly partitions: readonly Partition[];
  /** Newer tables carry an MD5 of their rows; tables of ESP-IDF before 3.1 do not. */
  readonly hasMd5: boolean;
}

/** Something wrong with a table that can be read. `at` is the row's index. */
export interface PartitionProblem {
  readonly kind: 'overlap' | 'unalignedOffset' | 'unalignedApp' | 'zeroSize' | 'duplicateLabel' | 'pastEnd';
  readonly at: number;
}

/** Name of the type: `app`, `data`. */
export function typeName(partition: Pick<Partition, 'type'>): string {
  return partitionTypeName(partition.type);
}

/** Name of the subtype: `factory`, `ota_0`, `nvs`. */
export function subtypeName(partition: Pick<Partition, 'type' | 'subtype'>): string {
  return partitionSubtypeName(partition.type, partition.subtype);
}

/** Whether an application is meant to be written there. */
export function isAppPartition(partition: Pick<Partition, 'type'>): boolean {
  return partition.type === partitionTypes.app;
}

/** Whether a table seems to start here: the magic of a first row. */
export function startsLikePartitionTable(bytes: Uint8Array, offset = 0): boolean {
  return bytes.length >= offset + entrySize && bytes[offset] === 0xaa && bytes[offset + 1] === 0x50;
}

/**
 * Reads a table (ESP-IDF documentation, "Partition Tables"): rows of 32 bytes, then a row with the MD5 of
 * the rows before it, then an erased row. Looks at no more than 0xC00 bytes. Throws `file.notUnderstood`
 * for foreign rows, an empty table and a wrong MD5. A file may end where the table does.
 */
export function parsePartitionTable(bytes: Uint8Array, name = ''): PartitionTable {
  const reader = new ByteReader(bytes, name);
  const partitions: Partition[] = [];
  let hasMd5 = false;
  for (let offset = 0; ; offset += entrySize) {
    if (offset === partitionTableSize) throw notUnderstood(name, 'the partition table has no end mark', offset);
    if (offset === reader.sizeBytes && partitions.length > 0) break;
    const row = reader.slice(offset, entrySize);
    if (isErased(row)) break;
    const magic = reader.u16(offset);
    if (magic === md5Magic && !hasMd5) {
      if (!sameBytes(reader.slice(offset + 16, 16), md5(reader.slice(0, offset)))) {
        throw notUnderstood(name, 'the partition table checksum is wrong', offset);
      }
      hasMd5 = true;
      continue;
    }
    if (magic !== entryMagic || hasMd5) throw notUnderstood(name, 'not a partition table entry', offset);
    partitions.push(parsePartition(reader, offset));
  }
  if (partitions.length === 0) throw notUnderstood(name, 'not a partition table entry', 0);
  return { partitions, hasMd5 };
}

function parsePartition(reader: ByteReader, offset: number): Partition {
  const flags = reader.u32(offset + 28);
  const label = reader.text(offset + 12, labelSize);
  if (label.includes('\uFFFD')) throw notUnderstood(reader.name, 'a name is not text', offset + 12);
  return {
    label,
    type: reader.u8(offset + 2),
    subtype: reader.u8(offset + 3),
    offset: reader.u32(offset + 4),
    sizeBytes: reader.u32(offset + 8),
    isEncrypted: (flags & 1) !== 0,
    isReadOnly: (flags & 2) !== 0,
    flags,
  };
}

/**
 * The table as bytes: rows, MD5 row where the table has one, 0xFF up to 0xC00 bytes. Labels are cut to 16
 * bytes of UTF-8. Throws `file.notUnderstood` when there are more rows than fit.
 */
export function serializePartitionTable(table: PartitionTable, name = ''): Uint8Array {
  const rowCount = table.partitions.length + (table.hasMd5 ? 1 : 0);
  if (rowCount >= maxEntries) throw notUnderstood(name, 'too many partition table entries', partitionTableSize);
  const bytes = new Uint8Array(partitionTableSize).fill(0xff);
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const partition of table.partitions) {
    view.setUint16(offset, entryMagic, true);
    view.setUint8(offset + 2, partition.type);
    view.setUint8(offset + 3, partition.subtype);
    view.setUint32(offset + 4, partition.offset, true);
    view.setUint32(offset + 8, partition.sizeBytes, true);
    bytes.fill(0, offset + 12, offset + 12 + labelSize);
    bytes.set(new TextEncoder().encode(partition.label).subarray(0, labelSize), offset + 12);
    view.setUint32(offset + 28, partition.flags, true);
    offset += entrySize;
  }
  if (table.hasMd5) {
    view.setUint16(offset, md5Magic, true);
    bytes.set(md5(bytes.subarray(0, offset)), offset + 16);
  }
  return bytes;
}

/** What the bootloader would stumble over; `flashSizeBytes` null = no bound is known. */
export function checkPartitionTable(table: PartitionTable, flashSizeBytes: number | null): PartitionProblem[] {
  const problems: PartitionProblem[] = [];
  const labels = new Set<string>();
  const byOffset = table.partitions
    .map((partition, at) => ({ partition, at }))
    .sort((a, b) => a.partition.offset - b.partition.offset);
  let usedUpTo = 0;
  for (const { partition, at } of byOffset) {
    const end = partitionEnd(partition);
    if (partition.sizeBytes === 0) problems.push({ kind: 'zeroSize', at });
    if (partition.offset % sectorSize !== 0) problems.push({ kind: 'unalignedOffset', at });
    else if (isAppPartition(partition) && partition.offset % appAlign !== 0)
      problems.push({ kind: 'unalignedApp', at });
    if (partition.offset < usedUpTo) problems.push({ kind: 'overlap', at });
    if (flashSizeBytes !== null && end > flashSizeBytes) problems.push({ kind: 'pastEnd', at });
    if (labels.has(partition.label)) problems.push({ kind: 'duplicateLabel', at });
    labels.add(partition.label);
    usedUpTo = Math.max(usedUpTo, end);
  }
  return problems;
}

/** First byte after the partition. */
export function partitionEnd(partition: Pick<Partition, 'offset' | 'sizeBytes'>): number {
  return partition.offset + partition.sizeBytes;
}

/** First byte after the last partition. */
export function partitionTableEnd(table: PartitionTable): number {
  return Math.max(0, ...table.partitions.map(partitionEnd));
}

/** Where the bootloader looks for an application that was just written: `factory`, else the lowest OTA slot. */
export function firstAppPartition(table: PartitionTable): Partition | null {
  const apps = table.partitions.filter((partition) => isAppPartition(partition) && partition.subtype <= 0x1f);
  return apps.reduce<Partition | null>(
    (best, partition) => (best === null || partition.subtype < best.subtype ? partition : best),
    null,
  );
}

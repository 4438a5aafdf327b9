import { formatHex, parseSize } from '../../numbers/parse-number';
import { partitionSubtypeNumber, partitionTypeNumber, partitionTypes } from '../partition-names';
import { subtypeName, typeName, type Partition, type PartitionTable } from '../partition-table';

/** A row as somebody writes it, in a table on the screen or in a CSV file. What is written may be wrong. */
export interface PartitionRow {
  readonly label: string;
  /** `app`, `data`, or a number. */
  readonly type: string;
  /** `ota_0`, `nvs`, or a number. */
  readonly subtype: string;
  /** Empty: behind the row before it, where its type may begin. */
  readonly offset: string;
  /** `0x5000`, `20K`, `1M`. */
  readonly size: string;
  readonly isEncrypted: boolean;
  readonly isReadOnly: boolean;
  /** Bits of the flags beyond these two, as they were found; absent = none. A CSV file has no place for them. */
  readonly otherFlags?: number;
}

/** A row with numbers; null for what is not written, or makes no sense. */
export interface ResolvedRow {
  readonly label: string;
  readonly type: number | null;
  readonly subtype: number | null;
  readonly offset: number | null;
  readonly sizeBytes: number | null;
}

/** What rows do not say themselves. */
export interface TablePlace {
  /** Where the table itself lies. */
  readonly tableOffset: number;
  /** Of the chip; null where no chip is known. */
  readonly bootloaderOffset: number | null;
}

/** Where the table itself ends: it has a sector. */
export const partitionTableSectorBytes = 0x1000;
const sectorBytes = 0x1000;
const appAlign = 0x1_0000;

/** Rows of a table, with all offsets written out. */
export function rowsOfTable(table: PartitionTable): PartitionRow[] {
  return table.partitions.map((partition) => ({
    label: partition.label,
    type: typeName(partition),
    subtype: subtypeName(partition),
    offset: formatHex(partition.offset),
    size: sizeText(partition.sizeBytes),
    isEncrypted: partition.isEncrypted,
    isReadOnly: partition.isReadOnly,
    ...(partition.flags >>> 2 === 0 ? {} : { otherFlags: (partition.flags & ~3) >>> 0 }),
  }));
}

/** A size as ESP-IDF's tool writes it: `1M`, `20K`, else hexadecimal. */
export function sizeText(sizeBytes: number): string {
  if (sizeBytes === 0) return '0';
  if (sizeBytes % 0x10_0000 === 0) return `${sizeBytes / 0x10_0000}M`;
  if (sizeBytes % 0x400 === 0) return `${sizeBytes / 0x400}K`;
  return formatHex(sizeBytes);
}

/**
 * Turns what is written into numbers and gives rows without an offset their place, as ESP-IDF's tool does: behind the
 * row before, applications on a boundary of 64 KiB, everything else of 4 KiB. Never throws.
 */
export function resolveRows(rows: readonly PartitionRow[], place: TablePlace): readonly ResolvedRow[] {
  let end: number | null = place.tableOffset + partitionTableSectorBytes;
  return rows.map((row) => {
    const type = partitionTypeNumber(row.type);
    const subtype = type === null ? null : partitionSubtypeNumber(type, row.subtype);
    const own = ownPlace(type, subtype, place);
    const sizeBytes = numberOf(row.size) ?? (row.size.trim() === '' ? (own?.sizeBytes ?? null) : null);
    const automatic =
      own?.offset ?? (end === null ? null : alignUp(end, type === partitionTypes.app ? appAlign : sectorBytes));
    const offset = row.offset.trim() === '' ? automatic : numberOf(row.offset);
    // Bootloader and table lie before all others; what follows them does not go on from there.
    if (own === null) end = offset === null || sizeBytes === null ? null : offset + sizeBytes;
    return { label: row.label, type, subtype, offset, sizeBytes };
  });
}

/** Rows for the bootloader and for the table itself have a place of their own. */
function ownPlace(
  type: number | null,
  subtype: number | null,
  { tableOffset, bootloaderOffset }: TablePlace,
): { readonly offset: number; readonly sizeBytes: number } | null {
  if (subtype !== 0) return null;
  if (type === partitionTypes.partition_table) return { offset: tableOffset, sizeBytes: partitionTableSectorBytes };
  if (type !== partitionTypes.bootloader || bootloaderOffset === null) return null;
  return { offset: bootloaderOffset, sizeBytes: tableOffset - bootloaderOffset };
}

/**
 * The table that rows describe. Null where a row does not say all that it has to.
 */
export function tableOfRows(rows: readonly PartitionRow[], place: TablePlace, hasMd5: boolean): PartitionTable | null {
  const partitions: Partition[] = [];
  for (const [index, resolved] of resolveRows(rows, place).entries()) {
    const { type, subtype, offset, sizeBytes, label } = resolved;
    const { isEncrypted = false, isReadOnly = false, otherFlags = 0 } = rows[index] ?? {};
    if (type === null || subtype === null || offset === null || sizeBytes === null) return null;
    const flags = ((otherFlags & ~3) | (isEncrypted ? 1 : 0) | (isReadOnly ? 2 : 0)) >>> 0;
    partitions.push({ label, type, subtype, offset, sizeBytes, isEncrypted, isReadOnly, flags });
  }
  return { partitions, hasMd5 };
}

/** `0x1000`, `4096`, `4K`; null for anything else, and for what 32 bits do not hold. */
export function numberOf(text: string): number | null {
  try {
    const value = parseSize(text, '');
    return value <= 0xffff_ffff ? value : null;
  } catch {
    return null;
  }
}

function alignUp(value: number, align: number): number {
  return Math.ceil(value / align) * align;
}

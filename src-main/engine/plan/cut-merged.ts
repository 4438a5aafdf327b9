import { chipById } from '../../../src-shared/chips';
import { isAppError } from '../../../src-shared/errors/app-error';
import { isErased } from '../../../src-shared/formats/byte-reader';
import { holdsSettings, partitionKind } from '../../../src-shared/formats/partition-kind';
import { parsePartitionTable, startsLikePartitionTable } from '../../../src-shared/formats/partition-table';
import type { FirmwareKind, FlashSettings, KeptPlace, PartitionView } from '../../../src-shared/ipc/contract';
import type { PlacedRegion, PlacedRow } from './plan-input';

/** Smallest unit that flash erases. */
const sectorSize = 0x1000;

/** A merged file in pieces, and what it leaves alone. */
export interface CutFile {
  readonly regions: readonly PlacedRegion[];
  readonly kept: readonly KeptPlace[];
}

interface Span {
  /** Of the partition, or of what lies there; null for a place that the table gives to nobody. */
  readonly label: string | null;
  readonly kind: FirmwareKind;
  readonly offset: number;
  readonly endOffset: number;
  /** As in the table; null for a place that is in none. */
  readonly partition: PartitionView | null;
  /**
   * `firmware` is written from its first to its last sector that is not blank; `data` is written as a whole or, where the
   * file has only blanks for it, not at all; `settings` stay those of the board, whatever the file has; `selection` (of
   * the application to start) is always written.
   */
  readonly holds: 'firmware' | 'data' | 'settings' | 'selection';
}

/**
 * Cuts a merged file by the partition table in it, so that settings, and what it holds only as blanks, stay as they are on
 * the board. Where the board is known to have nothing at such a place that could be kept (`onBoard`: its own table, or no
 * partition at all where it is empty; null = not known), the file is written there as well. A file without a table, with
 * a strange one or away from its place is one region, and so is every file when settings are not to be kept.
 */
export function cutMerged(
  row: PlacedRow,
  settings: Pick<FlashSettings, 'keepSettings' | 'eraseAll'>,
  onBoard: readonly PartitionView[] | null,
): CutFile {
  const spans = settings.keepSettings ? spansOf(row) : null;
  const { name, description } = row.row;
  if (spans === null) return { regions: [{ ...row, name, part: null, kind: description.kind }], kept: [] };
  const regions: PlacedRegion[] = [];
  const kept: KeptPlace[] = [];
  for (const span of spans) {
    const { label, kind, offset, endOffset, holds, partition } = span;
    const bytes = row.bytes.subarray(offset - row.offset, endOffset - row.offset);
    const isBlank = isErased(bytes);
    const canKeep = !settings.eraseAll && partition !== null && isOnBoard(partition, onBoard);
    if (canKeep && (holds === 'settings' || (holds === 'data' && isBlank))) {
      const place = { offset, sizeBytes: bytes.length, name: label ?? name, kind: partitionKind(partition) };
      kept.push({ row: row.index, ...place, isWithheld: !isBlank });
      continue;
    }
    // What is blank in the file is blank on a board that is erased first, or that never had anything.
    if (isBlank && (settings.eraseAll || onBoard?.length === 0 || holds === 'firmware')) continue;
    const part = holds === 'firmware' ? trimmed(bytes) : { start: 0, end: bytes.length };
    regions.push({
      ...row,
      name: label === null ? name : `${name} (${label})`,
      part: label,
      kind,
      offset: offset + part.start,
      endOffset: offset + part.end,
      bytes: bytes.subarray(part.start, part.end),
    });
  }
  return { regions, kept };
}

/** Whether the board has this partition too, as far as is known. Settings are found again whatever room they have. */
function isOnBoard(partition: PartitionView, onBoard: readonly PartitionView[] | null): boolean {
  if (onBoard === null) return true;
  return onBoard.some(
    ({ type, subtype, offset, sizeBytes }) =>
      type === partition.type &&
      subtype === partition.subtype &&
      offset === partition.offset &&
      (sizeBytes === partition.sizeBytes || holdsSettings(partition)),
  );
}

/** The file as spans without gaps, in order; null where it cannot be cut. */
function spansOf({ row: { description }, offset, endOffset, bytes }: PlacedRow): readonly Span[] | null {
  const { kind, partitions, image, suggestedOffset } = description;
  if (kind !== 'merged' || partitions === null || (image?.chip ?? null) === null || offset !== suggestedOffset)
    return null;
  const bootloaderOffset = image?.chip ? chipById(image.chip).bootloaderOffset : 0;
  const tableOffset = findTable(bytes, offset, Math.max(offset, bootloaderOffset), partitions);
  if (tableOffset === null || bootloaderOffset < offset) return null;
  const tableEnd = tableOffset + sectorSize;
  const inTable = partitions.filter((partition) => partition.offset >= tableEnd).sort((a, b) => a.offset - b.offset);
  const named: Span[] = [
    { ...firmware, label: 'bootloader', kind: 'bootloader', offset: bootloaderOffset, endOffset: tableOffset },
    { ...firmware, label: 'partition table', kind: 'partitionTable', offset: tableOffset, endOffset: tableEnd },
    ...inTable.map(partitionSpan),
  ];
  const spans: Span[] = [];
  let at = offset;
  for (const span of named) {
    if (span.offset >= endOffset) break;
    // A table whose rows overlap or lie across sectors says nothing that could be relied on.
    if (span.offset < at || span.offset % sectorSize !== 0) return null;
    if (span.offset > at) spans.push(nobodys(at, span.offset));
    at = Math.min(span.endOffset, endOffset);
    spans.push({ ...span, endOffset: at });
  }
  if (at < endOffset) spans.push(nobodys(at, endOffset));
  return spans;
}

/** Up to the end of its last sector: a partition may be shorter, but sectors are erased as a whole. */
function partitionSpan(partition: PartitionView): Span {
  const { label, offset, sizeBytes } = partition;
  const endOffset = Math.ceil((offset + sizeBytes) / sectorSize) * sectorSize;
  const kind = partitionKind(partition);
  const firmwareKind = kind === 'partition' ? 'unknown' : kind;
  return { label, kind: firmwareKind, offset, endOffset, partition, holds: holdsOf(partition) };
}

const firmware = { holds: 'firmware', partition: null } as const;

function nobodys(offset: number, endOffset: number): Span {
  return { ...firmware, label: null, kind: 'unknown', offset, endOffset };
}

function holdsOf(partition: PartitionView): Span['holds'] {
  // Blank data here means the first slot: left as it was, it might start an older application than the one written.
  if (partition.type === 'data' && partition.subtype === 'ota') return 'selection';
  if (['app', 'bootloader', 'partition_table'].includes(partition.type)) return 'firmware';
  return holdsSettings(partition) ? 'settings' : 'data';
}

/** Where in flash the table lies that these partitions were read from. */
function findTable(
  bytes: Uint8Array,
  offset: number,
  from: number,
  partitions: readonly PartitionView[],
): number | null {
  for (let at = from; at < offset + bytes.length; at += sectorSize) {
    if (!startsLikePartitionTable(bytes, at - offset)) continue;
    try {
      const { length } = parsePartitionTable(bytes.subarray(at - offset)).partitions;
      if (length === partitions.length) return at;
    } catch (error) {
      if (!isAppError(error, 'file.notUnderstood')) throw error;
    }
  }
  return null;
}

/** From the first to the last sector with something in it. */
function trimmed(bytes: Uint8Array): { readonly start: number; readonly end: number } {
  const isBlankAt = (at: number): boolean => isErased(bytes.subarray(at, at + sectorSize));
  let start = 0;
  while (start < bytes.length && isBlankAt(start)) start += sectorSize;
  let end = Math.ceil(bytes.length / sectorSize) * sectorSize;
  while (end > start && isBlankAt(end - sectorSize)) end -= sectorSize;
  return { start, end: Math.min(end, bytes.length) };
}

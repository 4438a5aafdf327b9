import { ByteReader, isErased } from '../byte-reader';
import { crc32 } from '../crc32';
import type { NvsNotes, NvsPageState, NvsPageSummary } from './nvs-contents';

export const nvsPageSize = 4096;
export const nvsRowSize = 32;
export const nvsRowsPerPage = 126;
const bitmapOffset = 32;
const firstRowOffset = 64;
const keySize = 16;

/** States are reached by clearing one more bit each (ESP-IDF documentation, "NVS Internals"). */
const pageStates: Readonly<Record<number, NvsPageState>> = {
  0xffff_ffff: 'empty',
  0xffff_fffe: 'active',
  0xffff_fffc: 'full',
  0xffff_fff8: 'freeing',
  0xffff_fff0: 'corrupt',
};
/** Counted downwards from 0xFF. */
const newestVersionByte = 0xfe;

/** Two bits per row. */
const rowStates = { erased: 0, written: 2, empty: 3 } as const;

/** Types of entries, by their number. */
export const nvsEntryTypes = {
  u8: 0x01,
  i8: 0x11,
  u16: 0x02,
  i16: 0x12,
  u32: 0x04,
  i32: 0x14,
  u64: 0x08,
  i64: 0x18,
  string: 0x21,
  /** Version 1: a blob within one page. */
  blob: 0x41,
  /** Version 2: a part of a blob, and the entry that says of how many parts it consists. */
  blobData: 0x42,
  blobIndex: 0x48,
} as const;
export type NvsEntryType = keyof typeof nvsEntryTypes;

const typeNames = new Map<number, NvsEntryType>(
  (Object.keys(nvsEntryTypes) as NvsEntryType[]).map((name) => [nvsEntryTypes[name], name]),
);

/** An entry as it lies in its page, with a right checksum. */
export interface NvsItem {
  readonly namespaceIndex: number;
  readonly type: NvsEntryType;
  readonly chunkIndex: number;
  readonly key: string;
  /** The 8 bytes of the entry itself. */
  readonly data: ByteReader;
  /** What follows in further rows, as long as the entry says; null for types that have nothing there. */
  readonly payload: Uint8Array | null;
  readonly page: number;
  readonly row: number;
}

/** A page and the entries in it that can be believed. */
export interface NvsPage {
  readonly summary: NvsPageSummary;
  readonly items: readonly NvsItem[];
  /** Entries that the bitmap says are written and that are not what they should be. */
  readonly unreadable: number;
}

/** State of a page by its header; `damaged` where the header's checksum is wrong or the state is none. */
export function nvsPageState(page: ByteReader): NvsPageState {
  const state = pageStates[page.u32(0)] ?? 'damaged';
  if (state === 'empty') return isErased(page.bytes) ? 'empty' : 'damaged';
  return page.u32(28) === nvsCrc(page.slice(4, 24)) ? state : 'damaged';
}

/** The checksum that NVS uses everywhere. */
export function nvsCrc(bytes: Uint8Array): number {
  return crc32(bytes, 0xffff_ffff);
}

/** Reads one page of 4096 bytes. Never throws. */
export function parseNvsPage(page: ByteReader, index: number, notes: NvsNotes): NvsPage {
  const state = nvsPageState(page);
  if (state === 'empty' || state === 'damaged' || state === 'corrupt') {
    if (state !== 'empty') notes.add('damagedPage', index);
    return withoutItems(state, null, null);
  }
  const sequence = page.u32(4);
  const versionByte = page.u8(8);
  const version = 0x100 - versionByte;
  if (versionByte < newestVersionByte) {
    notes.add('newerPage', index);
    return withoutItems(state, sequence, version);
  }
  const rows = Array.from({ length: nvsRowsPerPage }, (_, row) => rowState(page, row));
  const count = (wanted: number): number => rows.filter((each) => each === wanted).length;
  const items: NvsItem[] = [];
  let unreadable = 0;
  for (let row = 0; row < nvsRowsPerPage;) {
    if (rows[row] !== rowStates.written) {
      row += 1;
      continue;
    }
    const { item, span } = parseItem(page, index, row, rows, notes);
    if (item === null) unreadable += 1;
    else items.push(item);
    row += span;
  }
  const writtenEntries = count(rowStates.written);
  const emptyEntries = count(rowStates.empty);
  const erasedEntries = nvsRowsPerPage - writtenEntries - emptyEntries;
  return { summary: { state, sequence, version, writtenEntries, erasedEntries, emptyEntries }, items, unreadable };
}

function withoutItems(state: NvsPageState, sequence: number | null, version: number | null): NvsPage {
  const emptyEntries = state === 'empty' ? nvsRowsPerPage : 0;
  return {
    summary: { state, sequence, version, writtenEntries: 0, erasedEntries: 0, emptyEntries },
    items: [],
    unreadable: 0,
  };
}

function rowState(page: ByteReader, row: number): number {
  return (page.u8(bitmapOffset + (row >> 2)) >> ((row & 3) * 2)) & 3;
}

/** The entry at `row` and how many rows to go on by; `item` null where it cannot be believed. */
function parseItem(
  page: ByteReader,
  index: number,
  row: number,
  rows: readonly number[],
  notes: NvsNotes,
): { readonly item: NvsItem | null; readonly span: number } {
  const offset = firstRowOffset + row * nvsRowSize;
  const covered = new Uint8Array(nvsRowSize - 4);
  covered.set(page.slice(offset, 4));
  covered.set(page.slice(offset + 8, 24), 4);
  if (page.u32(offset + 4) !== nvsCrc(covered)) {
    notes.add('entryChecksum', index, row);
    return { item: null, span: 1 };
  }
  const type = typeNames.get(page.u8(offset + 1));
  const span = page.u8(offset + 2);
  const isWhole =
    span > 0 &&
    row + span <= nvsRowsPerPage &&
    rows.slice(row, row + span).every((state) => state === rowStates.written);
  if (type === undefined || !isWhole) {
    notes.add(type === undefined && isWhole ? 'unknownType' : 'entryShape', index, row);
    return { item: null, span: Math.max(1, span) };
  }
  const item = {
    namespaceIndex: page.u8(offset),
    type,
    chunkIndex: page.u8(offset + 3),
    key: page.text(offset + 8, keySize),
    data: new ByteReader(page.slice(offset + 24, 8), ''),
    page: index,
    row,
  };
  if (type !== 'string' && type !== 'blob' && type !== 'blobData') return { item: { ...item, payload: null }, span };
  const sizeBytes = item.data.u16(0);
  if (sizeBytes > (span - 1) * nvsRowSize) {
    notes.add('entryShape', index, row);
    return { item: null, span };
  }
  const payload = page.slice(offset + nvsRowSize, sizeBytes);
  if (item.data.u32(4) !== nvsCrc(payload)) {
    notes.add('dataChecksum', index, row);
    return { item: null, span };
  }
  return { item: { ...item, payload }, span };
}

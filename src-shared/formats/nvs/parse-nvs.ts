import { ByteReader, sameBytes } from '../byte-reader';
import { NvsNotes, type NvsContents, type NvsEntry, type NvsValue } from './nvs-contents';
import { nvsPageSize, parseNvsPage, type NvsItem, type NvsPage } from './nvs-page';

/** Namespaces are entries of this namespace: key = name, value = number. */
const namespaceOfNamespaces = 0;
const stringEnd = 0;
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

/**
 * Reads an NVS partition (ESP-IDF documentation, "Non-Volatile Storage Library"), versions 1 and 2. Pages count in the
 * order of their sequence numbers, so that of two values of a key the newer one wins, as it does on the board. What
 * cannot be believed is left out with a note. Time and memory are linear in the size; never throws.
 */
export function parseNvs(partition: Uint8Array): NvsContents {
  // Copies are to be copies, also of Node's Buffer, whose `slice` is none.
  const bytes = new Uint8Array(partition.buffer, partition.byteOffset, partition.length);
  const notes = new NvsNotes();
  const pages: NvsPage[] = [];
  for (let offset = 0; offset + nvsPageSize <= bytes.length; offset += nvsPageSize) {
    const page = new ByteReader(bytes.subarray(offset, offset + nvsPageSize), '');
    pages.push(parseNvsPage(page, pages.length, notes));
  }
  if (bytes.length % nvsPageSize !== 0) notes.add('partialPage', pages.length);
  const items = pages
    .filter(({ summary }) => summary.sequence !== null)
    .sort((a, b) => (a.summary.sequence ?? 0) - (b.summary.sequence ?? 0))
    .flatMap((page) => page.items);
  const state = stateOf(pages, items.length);
  return {
    state,
    pages: pages.map(({ summary }) => summary),
    entries: state === 'readable' ? putTogether(items, notes) : [],
    // Of a partition that cannot be read at all, every entry would be complained about.
    notes: state === 'readable' ? notes.list() : [],
  };
}

function stateOf(pages: readonly NvsPage[], itemCount: number): NvsContents['state'] {
  if (pages.every(({ summary }) => summary.state === 'empty')) return 'empty';
  if (pages.every(({ summary }) => summary.sequence === null)) return 'foreign';
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  return itemCount === 0 && unreadable > 0 ? 'encrypted' : 'readable';
}

/** Newest values by key, blobs joined, namespaces named. */
function putTogether(items: readonly NvsItem[], notes: NvsNotes): readonly NvsEntry[] {
  const names = new Map<number, string>();
  const values = new Map<string, NvsItem>();
  const chunks = new Map<string, NvsItem>();
  for (const item of items) {
    const { namespaceIndex, key, type, chunkIndex } = item;
    if (namespaceIndex === namespaceOfNamespaces) {
      if (type === 'u8') names.set(item.data.u8(0), key);
      else notes.add('entryShape', item.page, item.row);
      continue;
    }
    const [kept, id] =
      type === 'blobData'
        ? ([chunks, chunkId(namespaceIndex, key, chunkIndex)] as const)
        : ([values, `${namespaceIndex} ${key}`] as const);
    const older = kept.get(id);
    if (older !== undefined) notes.add('overwritten', older.page, older.row);
    // What was written last comes last, also in the list.
    kept.delete(id);
    kept.set(id, item);
  }
  const entries: NvsEntry[] = [];
  for (const item of values.values()) {
    const value = item.type === 'blobIndex' ? joinChunks(item, chunks, notes) : valueOf(item);
    if (value === null) continue;
    const name = names.get(item.namespaceIndex);
    if (name === undefined) notes.add('unknownNamespace', item.page, item.row);
    entries.push({ namespace: name ?? `#${item.namespaceIndex}`, key: item.key, value });
  }
  for (const { page, row } of chunks.values()) notes.add('looseChunk', page, row);
  return byNamespace(entries);
}

function chunkId(namespaceIndex: number, key: string, chunkIndex: number): string {
  return `${namespaceIndex} ${chunkIndex} ${key}`;
}

/** Takes the parts out of `chunks`; null where one is missing or they are not as long as they should be. */
function joinChunks(index: NvsItem, chunks: Map<string, NvsItem>, notes: NvsNotes): NvsValue | null {
  const sizeBytes = index.data.u32(0);
  const count = index.data.u8(4);
  const start = index.data.u8(5);
  const parts: Uint8Array[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = chunkId(index.namespaceIndex, index.key, start + number);
    const payload = chunks.get(id)?.payload;
    chunks.delete(id);
    if (payload !== undefined && payload !== null) parts.push(payload);
  }
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (parts.length !== count || length !== sizeBytes) {
    notes.add('chunkMissing', index.page, index.row);
    return null;
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return { type: 'blob', bytes };
}

function valueOf({ type, data, payload }: NvsItem): NvsValue | null {
  const view = new DataView(data.bytes.buffer, data.bytes.byteOffset, 8);
  switch (type) {
    case 'u8':
      return { type, value: BigInt(view.getUint8(0)) };
    case 'i8':
      return { type, value: BigInt(view.getInt8(0)) };
    case 'u16':
      return { type, value: BigInt(view.getUint16(0, true)) };
    case 'i16':
      return { type, value: BigInt(view.getInt16(0, true)) };
    case 'u32':
      return { type, value: BigInt(view.getUint32(0, true)) };
    case 'i32':
      return { type, value: BigInt(view.getInt32(0, true)) };
    case 'u64':
      return { type, value: view.getBigUint64(0, true) };
    case 'i64':
      return { type, value: view.getBigInt64(0, true) };
    case 'string':
      return textValue(payload ?? new Uint8Array());
    case 'blob':
      return { type, bytes: (payload ?? new Uint8Array()).slice() };
    // Met as parts of others.
    case 'blobData':
    case 'blobIndex':
      return null;
  }
}

function textValue(payload: Uint8Array): NvsValue {
  const end = payload.indexOf(stringEnd);
  const bytes = payload.slice(0, end < 0 ? payload.length : end);
  const decoded = new TextDecoder().decode(bytes);
  // The decoder swallows a byte order mark, which is a part of the value like any other.
  const value = sameBytes(bytes.subarray(0, 3), byteOrderMark) ? `\uFEFF${decoded}` : decoded;
  const again = new TextEncoder().encode(value);
  return { type: 'string', value, bytes, isText: sameBytes(again, bytes) };
}

function byNamespace(entries: readonly NvsEntry[]): readonly NvsEntry[] {
  const groups = new Map<string, NvsEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.namespace);
    if (group === undefined) groups.set(entry.namespace, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flat();
}

import { joinBytes } from './join-bytes';
import type { FileVolume, VolumeNote } from './file-volume';
import { findSpiffs, type SpiffsFamily } from './spiffs-geometry';
import {
  indexFlag,
  indexHeaderBytes,
  isData,
  isFileHeader,
  isWhole,
  lookupPages,
  nameOffset,
  pageAt,
  pageHeaderBytes,
  pageKey,
  scanPages,
  sizeOffset,
  type SpiffsPage,
} from './spiffs-pages';
import { secondsAsMs } from './volume-times';
import { nameText, rawNameNote, VolumeTree } from './volume-tree';
import type { SpiffsGeometry } from './volume-geometry';

const unknownSize = 0xffff_ffff;
/** So many first pages of an index one file can have at a time. */
const mostHeaders = 4;

/**
 * SPIFFS with object ids, page and block numbers of sixteen bits, as on all boards of Espressif's (SPIFFS, docs/TECH_SPEC);
 * null for anything else. There are no folders: `/a/b.txt` is one name. Time and memory are linear, because a page belongs
 * to one place of one file.
 */
export function readSpiffs(bytes: Uint8Array, family: SpiffsFamily | null = null): FileVolume | null {
  const geometry = findSpiffs(bytes, family);
  if (!geometry) return null;
  const { pageSize, blockSize, blockCount } = geometry;
  const { pages, allocated } = scanPages(bytes, geometry);
  const tree = new VolumeTree(bytes.length);
  new SpiffsReader(bytes, geometry, pages).addFiles(tree);
  // As `SPIFFS_info` counts: two blocks are always spare, and one page is for emergencies.
  const dataBytes = pageSize - pageHeaderBytes;
  const totalPages = (blockCount - 2) * (blockSize / pageSize - lookupPages(geometry)) + 1;
  return {
    kind: 'spiffs',
    layout: [
      { name: 'pageSize', value: String(pageSize) },
      { name: 'blockSize', value: String(blockSize) },
      { name: 'blockCount', value: String(blockCount) },
      { name: 'nameLength', value: String(geometry.nameLength - 1) },
      { name: 'metaLength', value: String(geometry.metaLength) },
    ],
    geometry,
    totalBytes: totalPages * dataBytes,
    usedBytes: allocated * dataBytes,
    isIncomplete: tree.isIncomplete,
    entries: tree.entries(),
    read: (path) => tree.read(path),
    notesOf: (path) => tree.notesOf(path),
  };
}

/** How many pages the first and every other page of a file's index can name. */
export function listLengths({ pageSize, listOffset }: SpiffsGeometry): { first: number; other: number } {
  return {
    first: Math.floor((pageSize - listOffset) / 2),
    other: Math.floor((pageSize - indexHeaderBytes) / 2),
  };
}

class SpiffsReader {
  readonly #view: DataView;
  readonly #indexPages = new Map<number, SpiffsPage>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly geometry: SpiffsGeometry,
    private readonly pages: readonly SpiffsPage[],
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const page of pages) {
      const key = pageKey(page.id, page.span);
      if ((page.id & indexFlag) !== 0 && isWhole(page) && !this.#indexPages.has(key)) this.#indexPages.set(key, page);
    }
  }

  addFiles(tree: VolumeTree): void {
    const seen = new Map<number, number>();
    const files: { header: SpiffsPage; pages: number[] | null }[] = [];
    for (const header of this.pages.filter(isFileHeader)) {
      // Where the power went while an index was replaced there are two of it; more would be made up.
      const count = (seen.get(header.id) ?? 0) + 1;
      seen.set(header.id, count);
      if (count <= mostHeaders) files.push({ header, pages: this.#pagesOfFile(header) });
    }
    // The first of two with one name is taken, so those that are whole come first.
    for (const { header, pages } of files) if (pages) this.#addFile(tree, header, pages);
    for (const { header, pages } of files) if (!pages) this.#addFile(tree, header, pages);
  }

  #addFile(tree: VolumeTree, header: SpiffsPage, pages: readonly number[] | null): void {
    const { nameLength, metaLength } = this.geometry;
    const at = header.index * this.geometry.pageSize + nameOffset;
    const field = this.bytes.subarray(at, at + nameLength);
    const end = field.indexOf(0);
    const name = end < 0 ? field : field.subarray(0, end);
    const text = nameText(name);
    const path = tree.pathOfFlat(text);
    if (path === null) return;
    const meta = this.bytes.subarray(at + nameLength, at + nameLength + metaLength);
    const notes: VolumeNote[] = metaLength === 0 ? [] : [{ type: 0, bytes: meta.slice() }];
    if (path !== text) notes.push({ type: rawNameNote, bytes: name.slice() });
    const size = this.#sizeOf(header);
    tree.add(
      {
        path,
        kind: 'file',
        sizeBytes: size,
        modifiedMs: meta.every((byte) => byte === 0xff) ? null : secondsAsMs(meta),
        isDamaged: pages === null,
      },
      () => pages && this.#join(pages, size),
      () => notes,
    );
  }

  /** A file that was never closed has no size yet, and nothing in it. */
  #sizeOf({ index }: SpiffsPage): number {
    const size = this.#view.getUint32(index * this.geometry.pageSize + sizeOffset, true);
    return size === unknownSize ? 0 : size;
  }

  /**
   * The pages of a file's contents in their order; null where one is missing or another's. Only their own headers count, as
   * for the library: where the power went while a file was deleted, lookups are ahead of them.
   */
  #pagesOfFile(header: SpiffsPage): number[] | null {
    const { pageSize, listOffset } = this.geometry;
    const size = this.#sizeOf(header);
    if (size > this.bytes.length) return null;
    const count = Math.ceil(size / (pageSize - pageHeaderBytes));
    const { first, other } = listLengths(this.geometry);
    const id = header.id & ~indexFlag;
    const pages: number[] = [];
    for (let span = 0; span < count; span++) {
      const later = span - first;
      const list = later < 0 ? header : this.#indexPages.get(pageKey(header.id, 1 + Math.floor(later / other)));
      if (!list) return null;
      const at = list.index * pageSize + (later < 0 ? listOffset + span * 2 : indexHeaderBytes + (later % other) * 2);
      const page = pageAt(this.#view, this.geometry, this.#view.getUint16(at, true));
      if (page?.id !== id || page.span !== span || !isData(page)) return null;
      pages.push(page.index);
    }
    return pages;
  }

  #join(pages: readonly number[], size: number): Uint8Array {
    const { pageSize } = this.geometry;
    const parts = pages.map((page) => this.bytes.subarray(page * pageSize + pageHeaderBytes, (page + 1) * pageSize));
    return joinBytes(parts, size);
  }
}

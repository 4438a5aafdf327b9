/** How SPIFFS divides its partition; all other measures follow from these three. */
export interface SpiffsMeasures {
  readonly pageSize: number;
  readonly blockSize: number;
  readonly blockCount: number;
}

/** The bits of a page's flags; each counts as set where it is 0 (SPIFFS, `spiffs_nucleus.h`). */
export const pageFlags = { used: 0x01, final: 0x02, index: 0x04, indexDeleted: 0x40, deleted: 0x80 } as const;
/** Marks the pages of an index among the object ids. */
export const indexFlag = 0x8000;
/** Object id, number in its file, flags. */
export const pageHeaderBytes = 5;
/** Pages of an index have the header on a multiple of four. */
export const indexHeaderBytes = 8;
/** In the first page of an index: size, type, name. */
export const sizeOffset = 8;
export const typeOffset = 12;
export const nameOffset = 13;

const deletedId = 0;
const freeId = 0xffff;

/** The pages at the start of a block which say whose the others are. */
export function lookupPages({ pageSize, blockSize }: SpiffsMeasures): number {
  return Math.max(1, Math.floor(((blockSize / pageSize) * 2) / pageSize));
}

/** Where a block's mark is, from its start; its erase counter follows. */
export function magicOffset(measures: SpiffsMeasures): number {
  return lookupPages(measures) * measures.pageSize - 4;
}

/** A page in use: of which object, which of its pages, and where. */
export interface SpiffsPage {
  /** With {@link indexFlag} for pages of the index. */
  readonly id: number;
  readonly span: number;
  readonly flags: number;
  /** Number of the page in the partition. */
  readonly index: number;
}

/**
 * Every page that a block's lookup says is in use, and whose own header says the same. `allocated` counts what the lookups
 * say, `contradictions` how often the page says something else (SPIFFS, docs/TECH_SPEC, "Objects, indices and look-ups").
 */
export function scanPages(
  bytes: Uint8Array,
  measures: SpiffsMeasures,
): { pages: SpiffsPage[]; allocated: number; contradictions: number } {
  const { pageSize, blockSize } = measures;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const blocks = Math.min(measures.blockCount, Math.floor(bytes.length / blockSize));
  const perBlock = blockSize / pageSize;
  const skipped = lookupPages(measures);
  const pages: SpiffsPage[] = [];
  let allocated = 0;
  let contradictions = 0;
  for (let block = 0; block < blocks; block++) {
    for (let entry = 0; entry < perBlock - skipped; entry++) {
      const id = view.getUint16(block * blockSize + entry * 2, true);
      if (id === deletedId || id === freeId) continue;
      allocated += 1;
      const index = block * perBlock + skipped + entry;
      const page = pageAt(view, measures, index);
      if (page?.id !== id) contradictions += 1;
      // The library lists a file by its header even where the lookup names another, as happens once in a while.
      const isListed = page !== null && (id & indexFlag) !== 0 && isFileHeader(page);
      if (page && (page.id === id || isListed)) pages.push(page);
    }
  }
  return { pages, allocated, contradictions };
}

/** The page of this number by its own header; null for a lookup page and for none. */
export function pageAt(view: DataView, measures: SpiffsMeasures, index: number): SpiffsPage | null {
  const { pageSize, blockSize } = measures;
  const at = index * pageSize;
  if (index % (blockSize / pageSize) < lookupPages(measures) || at + pageSize > view.byteLength) return null;
  return { id: view.getUint16(at, true), span: view.getUint16(at + 2, true), flags: view.getUint8(at + 4), index };
}

/** Used, written to its end, and not deleted: what the library would read. */
export function isWhole({ flags }: SpiffsPage): boolean {
  return (flags & (pageFlags.used | pageFlags.final | pageFlags.deleted)) === pageFlags.deleted;
}

/** The first page of a file's index, as a listing shows it. */
export function isFileHeader(page: SpiffsPage): boolean {
  const isIndex = (page.id & indexFlag) !== 0 && (page.flags & pageFlags.index) === 0;
  return isIndex && page.span === 0 && isWhole(page) && (page.flags & pageFlags.indexDeleted) !== 0;
}

/** A page of a file's contents. */
export function isData(page: SpiffsPage): boolean {
  return (page.id & indexFlag) === 0 && isWhole(page) && (page.flags & pageFlags.index) !== 0;
}

/** One number for an object's page, to look it up by. */
export const pageKey = (id: number, span: number): number => id * 0x1_0000 + span;

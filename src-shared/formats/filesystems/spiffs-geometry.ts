import {
  indexFlag,
  isFileHeader,
  lookupPages,
  magicOffset,
  nameOffset,
  pageAt,
  pageFlags,
  pageHeaderBytes,
  scanPages,
  sizeOffset,
  type SpiffsMeasures,
  type SpiffsPage,
} from './spiffs-pages';
import type { SpiffsGeometry } from './volume-geometry';

const magicNumber = 0x0529;
const pageSizes = [128, 256, 512, 1024, 2048];
const blockSizes = [4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144];
/** Pages are numbered with sixteen bits, of which the last means none. */
const mostPages = 0xffff;
/** So many files are looked at to find out where their lists of pages begin. */
const mostVotes = 64;

/**
 * Name and metadata lengths in the order in which they are likely: ESP-IDF and Arduino for the ESP32 (32 and 4), Arduino for
 * the ESP8266 (32 and none, lists on even places), then others that mkspiffs and ESP-IDF can be set to.
 */
const likelyFields = [
  { nameLength: 32, metaLength: 4, padding: 0 },
  { nameLength: 32, metaLength: 0, padding: 1 },
  { nameLength: 32, metaLength: 0, padding: 0 },
  { nameLength: 32, metaLength: 8, padding: 0 },
  { nameLength: 32, metaLength: 4, padding: 1 },
  { nameLength: 32, metaLength: 8, padding: 1 },
  { nameLength: 64, metaLength: 4, padding: 0 },
  { nameLength: 64, metaLength: 0, padding: 0 },
  { nameLength: 64, metaLength: 0, padding: 1 },
  { nameLength: 64, metaLength: 8, padding: 0 },
];

/**
 * The measures of a SPIFFS partition, from its marks or, where it has none, from its pages; null for none. `family` counts
 * where nothing in it tells how the library was set.
 */
export function findSpiffs(bytes: Uint8Array, family: SpiffsFamily | null): SpiffsGeometry | null {
  const found = byMagic(bytes, 'withLength') ?? byMagic(bytes, 'plain') ?? byPages(bytes);
  if (!found) return null;
  const { pages } = scanPages(bytes, found);
  return { kind: 'spiffs', ...found, ...fieldsOf(bytes, found, pages, family) };
}

type Found = SpiffsMeasures & { magic: SpiffsGeometry['magic'] };

/** What a block's mark is (SPIFFS, `SPIFFS_MAGIC`). */
export function magicOf(
  { pageSize, blockCount, magic }: SpiffsMeasures & Pick<SpiffsGeometry, 'magic'>,
  block: number,
): number {
  return (magicNumber ^ pageSize ^ (magic === 'withLength' ? blockCount - block : 0)) & 0xffff;
}

/** All blocks must have their marks; one may be without, because the power can go while it is erased. */
function byMagic(bytes: Uint8Array, magic: 'plain' | 'withLength'): Found | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const measures of candidates(bytes)) {
    const { blockSize, pageSize } = measures;
    const at = magicOffset(measures);
    const available = measures.blockCount;
    const markOf = (block: number): number => view.getUint16(block * blockSize + at, true);
    // The mark tells how many blocks the filesystem has, which need not be as many as the partition.
    const counts =
      magic === 'plain' ? [available] : [0, 1].map((block) => (markOf(block) ^ magicNumber ^ pageSize) + block);
    for (const blockCount of counts) {
      if (blockCount < 2 || blockCount * (blockSize / pageSize) > mostPages) continue;
      const found: Found = { pageSize, blockSize, blockCount, magic };
      const looked = Math.min(available, blockCount);
      let wrong = 0;
      for (let block = 0; block < looked && wrong <= 1; block++)
        if (markOf(block) !== magicOf(found, block)) wrong += 1;
      if (wrong === 0 || (wrong === 1 && looked > 2)) return found;
    }
  }
  return null;
}

/**
 * Without marks: the measures by which lookups and pages say the same, if there is a file at all. Of those that do so equally,
 * where all files are in the first block, those count that find an erase counter in every block.
 */
function byPages(bytes: Uint8Array): Found | null {
  let best: (Found & { agreeing: number; isCounted: boolean }) | null = null;
  for (const measures of candidates(bytes)) {
    const { pages, contradictions } = scanPages(bytes, measures);
    const agreeing = pages.length - 8 * contradictions;
    if (agreeing <= 0 || !pages.some((page) => isFileHeader(page) && hasName(bytes, measures, page))) continue;
    const isCounted = hasEraseCounters(bytes, measures);
    const isBetter = !best || agreeing > best.agreeing || (agreeing === best.agreeing && isCounted && !best.isCounted);
    if (isBetter) best = { ...measures, magic: 'none', agreeing, isCounted };
  }
  return best && { pageSize: best.pageSize, blockSize: best.blockSize, blockCount: best.blockCount, magic: best.magic };
}

function hasEraseCounters(bytes: Uint8Array, measures: SpiffsMeasures): boolean {
  const at = magicOffset(measures) + 2;
  const blocks = Array.from({ length: measures.blockCount }, (_, block) => block * measures.blockSize + at);
  return blocks.every((offset) => bytes[offset] !== 0xff || bytes[offset + 1] !== 0xff);
}

const hasName = (bytes: Uint8Array, { pageSize }: SpiffsMeasures, { index }: SpiffsPage): boolean =>
  (bytes[index * pageSize + nameOffset] ?? 0) >= 0x20 && bytes[index * pageSize + nameOffset] !== 0xff;

function candidates(bytes: Uint8Array): SpiffsMeasures[] {
  const all: SpiffsMeasures[] = [];
  for (const blockSize of blockSizes) {
    for (const pageSize of pageSizes) {
      const blockCount = Math.min(Math.floor(bytes.length / blockSize), Math.floor((mostPages * pageSize) / blockSize));
      const measures = { pageSize, blockSize, blockCount };
      // The lookup pages must leave room for pages, and in them there must be room for the mark.
      const perBlock = blockSize / pageSize;
      const hasRoom = perBlock >= 8 && (perBlock - lookupPages(measures)) * 2 <= magicOffset(measures);
      if (blockCount >= 2 && hasRoom) all.push(measures);
    }
  }
  return all;
}

type Fields = Pick<SpiffsGeometry, 'nameLength' | 'metaLength' | 'listOffset'>;

/** Whose library it is: what is compiled into it differs where an empty filesystem does not tell. */
export type SpiffsFamily = 'esp8266' | 'esp32';

const allFields = likelyFields.map(({ nameLength, metaLength, padding }) => ({
  nameLength,
  metaLength,
  listOffset: nameOffset + nameLength + metaLength + padding,
}));

/** Where lists of pages begin: there, where what stands in them are the pages that the file has. Deleted files tell it, too. */
function fieldsOf(
  bytes: Uint8Array,
  measures: SpiffsMeasures,
  pages: readonly SpiffsPage[],
  family: SpiffsFamily | null,
): Fields & { isGuessed: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let votes = listVotes(view, measures, pages.filter(isFileHeader));
  if (votes.size === 0) votes = listVotes(view, measures, deletedHeaders(view, measures));
  const most = Math.max(0, ...votes.values());
  const offsets = [...votes].filter(([, count]) => count === most).map(([offset]) => offset);
  const likely = allFields.find(({ listOffset }) => offsets.includes(listOffset));
  if (likely) return { ...likely, isGuessed: false };
  const [listOffset] = offsets;
  if (listOffset !== undefined) {
    return { nameLength: listOffset - nameOffset, metaLength: 0, listOffset, isGuessed: false };
  }
  // Nothing was ever in it. Blocks of 8 KiB are what Arduino for the ESP8266 uses.
  const isEsp8266 = family === null ? measures.blockSize === 8192 : family === 'esp8266';
  const metaLength = isEsp8266 ? 0 : 4;
  return { nameLength: 32, metaLength, listOffset: nameOffset + (isEsp8266 ? 33 : 36), isGuessed: true };
}

/** For each place, how many headers have the numbers of their file's first pages there. */
function listVotes(view: DataView, measures: SpiffsMeasures, headers: readonly SpiffsPage[]): Map<number, number> {
  const { pageSize } = measures;
  const votes = new Map<number, number>();
  let voters = 0;
  for (const { id, index: header } of headers) {
    if (voters === mostVotes) break;
    const at = header * pageSize;
    const size = view.getUint32(at + sizeOffset, true);
    if (size === 0 || size === 0xffff_ffff) continue;
    const count = Math.min(Math.ceil(size / (pageSize - pageHeaderBytes)), 4);
    voters += 1;
    for (let offset = nameOffset + 1; offset + 2 * count <= pageSize; offset++) {
      let span = 0;
      while (span < count && isPageOf(view, measures, view.getUint16(at + offset + 2 * span, true), id, span))
        span += 1;
      // The longer the list, the less it is there by chance.
      if (span === count) votes.set(offset, (votes.get(offset) ?? 0) + count * count);
    }
  }
  return votes;
}

function isPageOf(view: DataView, measures: SpiffsMeasures, index: number, id: number, span: number): boolean {
  const page = pageAt(view, measures, index);
  return page?.id === (id & ~indexFlag) && page.span === span && (page.flags & pageFlags.index) !== 0;
}

/** First pages of indexes that lookups know no more, but whose block was not erased since. */
function deletedHeaders(view: DataView, measures: SpiffsMeasures): SpiffsPage[] {
  const count = Math.floor(view.byteLength / measures.pageSize);
  const headers: SpiffsPage[] = [];
  for (let index = 0; index < count && headers.length < mostVotes; index++) {
    const page = pageAt(view, measures, index);
    const isIndex =
      page !== null && (page.id & indexFlag) !== 0 && (page.flags & (pageFlags.used | pageFlags.index)) === 0;
    if (isIndex && page.span === 0) headers.push(page);
  }
  return headers;
}

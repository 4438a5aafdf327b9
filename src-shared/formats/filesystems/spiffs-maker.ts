import { magicOf } from './spiffs-geometry';
import {
  indexFlag,
  indexHeaderBytes,
  lookupPages,
  magicOffset,
  nameOffset,
  pageFlags,
  pageHeaderBytes,
  sizeOffset,
  typeOffset,
} from './spiffs-pages';
import { listLengths } from './spiffs-volume';
import type { SpiffsGeometry } from './volume-geometry';
import { checkNameLength, noRoom, type PlannedFile, type VolumePlan } from './volume-plan';
import { isTimeLength, secondsBytes } from './volume-times';
import { rawNameNote } from './volume-tree';

/** The library keeps so many blocks free to move pages about. */
const spareBlocks = 2;
const fileType = 1;
const dataFlags = 0xff & ~(pageFlags.used | pageFlags.final);
const indexFlags = dataFlags & ~pageFlags.index;

/**
 * A SPIFFS volume with these files in it, page after page, no page deleted. Throws `file.nameTooLong` (a name is the whole path,
 * its first slash included) and `file.noRoom`.
 */
export function makeSpiffs(plan: VolumePlan, geometry: SpiffsGeometry): Uint8Array {
  const { nameLength, pageSize, blockSize, blockCount } = geometry;
  const perBlock = blockSize / pageSize - lookupPages(geometry);
  const available = Math.max(0, blockCount - spareBlocks) * perBlock;
  let wanted = 0;
  let first: string | null = null;
  for (const file of plan.files) {
    checkNameLength(file.path, nameOf(file).length, nameLength - 1);
    wanted += pagesOf(file.bytes?.length ?? 0, geometry);
    if (wanted > available) first ??= file.path;
  }
  if (first !== null) throw noRoom(first, (wanted - available) * (pageSize - pageHeaderBytes));
  const writer = new SpiffsWriter(geometry);
  plan.files.forEach((file, index) => {
    writer.putFile(
      index + 1,
      nameOf(file),
      metaOf(file, geometry.metaLength, plan.nowMs),
      file.bytes ?? new Uint8Array(0),
    );
  });
  return writer.image;
}

/** Pages of contents and of the index. */
function pagesOf(sizeBytes: number, geometry: SpiffsGeometry): number {
  const count = Math.ceil(sizeBytes / (geometry.pageSize - pageHeaderBytes));
  const { first, other } = listLengths(geometry);
  return count + 1 + Math.max(0, Math.ceil((count - first) / other));
}

function nameOf({ path, notes }: PlannedFile): Uint8Array {
  return notes.find(({ type }) => type === rawNameNote)?.bytes ?? new TextEncoder().encode(path);
}

/** ESP-IDF notes the time of the last change in the metadata, which stay erased where there is none. */
function metaOf({ notes, isUnchanged }: PlannedFile, length: number, nowMs: number | null): Uint8Array {
  const before = notes.find(({ type, bytes }) => type === 0 && bytes.length === length)?.bytes;
  if (before && (isUnchanged || !isTimeLength(length))) return before;
  return isTimeLength(length) && nowMs !== null ? secondsBytes(nowMs, length) : new Uint8Array(length).fill(0xff);
}

class SpiffsWriter {
  readonly image: Uint8Array;
  readonly #view: DataView;
  readonly #perBlock: number;
  #nextEntry = 0;

  constructor(private readonly geometry: SpiffsGeometry) {
    const { blockSize, blockCount, pageSize, magic } = geometry;
    this.image = new Uint8Array(blockSize * blockCount).fill(0xff);
    this.#view = new DataView(this.image.buffer);
    this.#perBlock = blockSize / pageSize - lookupPages(geometry);
    for (let block = 0; block < blockCount; block++) {
      const at = block * blockSize + magicOffset(geometry);
      if (magic !== 'none') this.#view.setUint16(at, magicOf({ ...geometry, magic }, block), true);
      // The counters of erasing, as formatting leaves them.
      this.#view.setUint16(at + 2, block, true);
    }
  }

  putFile(id: number, name: Uint8Array, meta: Uint8Array, bytes: Uint8Array): void {
    const { pageSize, nameLength, listOffset } = this.geometry;
    const { first, other } = listLengths(this.geometry);
    const header = this.#take(id | indexFlag, 0, indexFlags) * pageSize;
    // The library leaves the size of an empty file erased, so that it can be written later in the same page.
    if (bytes.length > 0) this.#view.setUint32(header + sizeOffset, bytes.length, true);
    this.image[header + typeOffset] = fileType;
    this.image.fill(0, header + nameOffset, header + nameOffset + nameLength);
    this.image.set(name, header + nameOffset);
    this.image.set(meta, header + nameOffset + nameLength);
    let list = header + listOffset;
    const dataBytes = pageSize - pageHeaderBytes;
    for (let span = 0; span * dataBytes < bytes.length; span++) {
      const later = span - first;
      if (later >= 0 && later % other === 0) {
        list = this.#take(id | indexFlag, 1 + later / other, indexFlags) * pageSize + indexHeaderBytes;
      }
      const page = this.#take(id, span, dataFlags);
      this.image.set(bytes.subarray(span * dataBytes, (span + 1) * dataBytes), page * pageSize + pageHeaderBytes);
      this.#view.setUint16(list + (later < 0 ? span : later % other) * 2, page, true);
    }
  }

  /** The next free page, with its header and its entry in the lookup of its block. */
  #take(id: number, span: number, flags: number): number {
    const { blockSize, pageSize } = this.geometry;
    const block = Math.floor(this.#nextEntry / this.#perBlock);
    const entry = this.#nextEntry % this.#perBlock;
    this.#nextEntry += 1;
    const page = (block * blockSize) / pageSize + lookupPages(this.geometry) + entry;
    this.#view.setUint16(block * blockSize + entry * 2, id, true);
    this.#view.setUint16(page * pageSize, id, true);
    this.#view.setUint16(page * pageSize + 2, span, true);
    this.#view.setUint8(page * pageSize + 4, flags);
    return page;
  }
}

import { md5 } from '@noble/hashes/legacy.js';
import { ByteReader, notUnderstood, sameBytes } from './byte-reader';
import { joinRegions, type FlashRegion } from './flash-region';

const blockSize = 512;
const firstMagic = 0x0a32_4655;
const secondMagic = 0x9e5d_5157;
const lastMagic = 0x0ab1_6f30;
const dataOffset = 32;
const dataSize = 476;
const md5Size = 24;
const notForFlash = 0x0000_0001;
const hasFamily = 0x0000_2000;
const hasMd5 = 0x0000_4000;

/** A UF2 file: what it writes, and for which chip family where it says so. */
export interface Uf2File {
  readonly familyId: number | null;
  readonly regions: readonly FlashRegion[];
}

/** Whether the first block starts as one. */
export function looksLikeUf2(bytes: Uint8Array): boolean {
  if (bytes.length < blockSize) return false;
  const reader = new ByteReader(bytes, '');
  return reader.u32(0) === firstMagic && reader.u32(4) === secondMagic;
}

/**
 * Reads UF2 (github.com/microsoft/uf2). Each block numbers itself within its file; several files may follow one
 * another, as the reference tool writes them. Blocks that are not for the flash are read over. Throws
 * `file.notUnderstood` for a foreign block, a missing block and a wrong MD5.
 */
export function parseUf2(bytes: Uint8Array, name = ''): Uf2File {
  const reader = new ByteReader(bytes, name);
  const pieces: FlashRegion[] = [];
  let familyId: number | null = null;
  let expected = 0;
  let count = 0;
  for (let at = 0; at < reader.sizeBytes; at += blockSize) {
    if (reader.u32(at) !== firstMagic || reader.u32(at + 4) !== secondMagic || reader.u32(at + 508) !== lastMagic) {
      throw notUnderstood(name, 'unexpected magic number', at);
    }
    const flags = reader.u32(at + 8);
    const length = reader.u32(at + 16);
    if (length > (flags & hasMd5 ? dataSize - md5Size : dataSize))
      throw notUnderstood(name, 'the file ends too early', at);
    if (expected === 0) count = reader.u32(at + 24);
    if (reader.u32(at + 20) !== expected || reader.u32(at + 24) !== count || count === 0) {
      throw notUnderstood(name, 'the number of blocks does not match', at);
    }
    expected = (expected + 1) % count;
    if (flags & notForFlash) continue;
    const data = reader.slice(at + dataOffset, length);
    if (flags & hasMd5) checkMd5(reader, at, data);
    if (flags & hasFamily) familyId ??= reader.u32(at + 28);
    pieces.push({ offset: reader.u32(at + 12), bytes: data });
  }
  if (expected !== 0 || pieces.length === 0)
    throw notUnderstood(name, 'the number of blocks does not match', reader.sizeBytes);
  const regions = joinRegions(pieces);
  if (regions === null) throw notUnderstood(name, 'two records overlap', 0);
  return { familyId, regions };
}

/**
 * A span of the flash and its MD5: by the specification in the last 24 bytes of the data field, by the
 * reference tool right behind the data. Checked where the span is this block's.
 */
function checkMd5(reader: ByteReader, at: number, data: Uint8Array): void {
  const places = [at + dataOffset + data.length, at + dataOffset + dataSize - md5Size];
  const own = places.find((sum) => reader.u32(sum) === reader.u32(at + 12) && reader.u32(sum + 4) === data.length);
  if (own !== undefined && !sameBytes(reader.slice(own + 8, 16), md5(data))) {
    throw notUnderstood(reader.name, 'a checksum is wrong', at);
  }
}

/** How UF2 blocks are filled. */
export interface Uf2Layout {
  /** Bytes of data in a block; null for as many as fit. */
  readonly chunkSize: number | null;
  /** An MD5 in every block. */
  readonly hasMd5: boolean;
}

/** Most bytes of data in a block. */
export function largestUf2Chunk(hasMd5: boolean): number {
  return hasMd5 ? dataSize - md5Size : dataSize;
}

/** UF2 with each region as a file of its own, as the reference tool writes it: the MD5 stands right behind the data. */
export function serializeUf2(
  { familyId, regions }: Uf2File,
  { chunkSize, hasMd5: withMd5 }: Uf2Layout = { chunkSize: null, hasMd5: true },
): Uint8Array {
  const payload = Math.min(chunkSize ?? dataSize, largestUf2Chunk(withMd5));
  const flags = (withMd5 ? hasMd5 : 0) | (familyId === null ? 0 : hasFamily);
  const blockCounts = regions.map(({ bytes }) => Math.ceil(bytes.length / payload));
  const out = new Uint8Array(blockCounts.reduce((sum, count) => sum + count, 0) * blockSize);
  const view = new DataView(out.buffer);
  let at = 0;
  regions.forEach(({ offset, bytes }, index) => {
    const count = blockCounts[index] ?? 0;
    for (let block = 0; block < count; block++, at += blockSize) {
      const data = bytes.subarray(block * payload, (block + 1) * payload);
      const address = offset + block * payload;
      const words = [firstMagic, secondMagic, flags, address, data.length, block, count, familyId ?? 0];
      words.forEach((word, place) => view.setUint32(at + place * 4, word, true));
      out.set(data, at + dataOffset);
      view.setUint32(at + 508, lastMagic, true);
      if (!withMd5) continue;
      const sum = at + dataOffset + data.length;
      view.setUint32(sum, address, true);
      view.setUint32(sum + 4, data.length, true);
      out.set(md5(data), sum + 8);
    }
  });
  return out;
}

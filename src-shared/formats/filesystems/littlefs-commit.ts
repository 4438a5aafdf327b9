import { crc32 } from '../crc32';
import type { LittleFsGeometry } from './volume-geometry';

/** A tag of a metadata block with its data; `id` is 0x3ff for what belongs to no file (littlefs, SPEC.md, "Metadata tags"). */
export interface LittleFsTag {
  readonly type: number;
  readonly id: number;
  readonly data: Uint8Array;
}

/** What a commit's end takes: a forward CRC and a CRC, each with its tag. */
export const commitEndBytes = 20;

/** What a tag takes in its block. */
export const tagBytes = ({ data }: LittleFsTag): number => 4 + data.length;

/**
 * One metadata block with one commit. It ends as littlefs ends it: on a multiple of the unit of writing, with a
 * forward CRC over the next one where the version knows it (SPEC.md, `LFS_TYPE_CRC` and `LFS_TYPE_FCRC`), so that a
 * board may go on behind it. The tags must fit, `commitEndBytes` and the revision included.
 */
export function writeLittleFsLog(
  tags: readonly LittleFsTag[],
  revision: number,
  { blockSize, programSize, minorVersion }: Pick<LittleFsGeometry, 'blockSize' | 'programSize' | 'minorVersion'>,
): Uint8Array {
  const block = new Uint8Array(blockSize).fill(0xff);
  const view = new DataView(block.buffer);
  view.setUint32(0, revision, true);
  let offset = 4;
  let previous = 0xffff_ffff;
  const put = (type: number, id: number, size: number, data: Uint8Array): void => {
    const tag = ((type << 20) | (id << 10) | size) >>> 0;
    view.setUint32(offset, (tag ^ previous) >>> 0);
    block.set(data, offset + 4);
    offset += 4 + data.length;
    previous = tag;
  };
  for (const { type, id, data } of tags) put(type, id, data.length, data);
  const end = Math.min(Math.ceil((offset + commitEndBytes) / programSize) * programSize, blockSize);
  let commitStart = 0;
  while (offset < end) {
    // A tag's size has ten bits: what is longer is filled with commits of nothing.
    let next = Math.min(end, offset + 4 + 0x3fe);
    if (next < end) next = Math.min(next, end - commitEndBytes);
    if (minorVersion > 0 && next === end && end + programSize <= blockSize) {
      const forward = new Uint8Array(8);
      new DataView(forward.buffer).setUint32(0, programSize, true);
      new DataView(forward.buffer).setUint32(4, ~crc32(block.subarray(end, end + programSize)) >>> 0, true);
      put(0x5ff, 0x3ff, 8, forward);
    }
    put(0x500, 0x3ff, next - offset - 4, new Uint8Array(0));
    view.setUint32(offset, ~crc32(block.subarray(commitStart, offset)) >>> 0, true);
    offset = commitStart = next;
  }
  return block;
}

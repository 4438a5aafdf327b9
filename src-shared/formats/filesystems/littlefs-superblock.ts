import { readLittleFsLog, type LittleFsLog } from './littlefs-log';
import type { LittleFsGeometry } from './volume-geometry';

const magic = [0x6c, 0x69, 0x74, 0x74, 0x6c, 0x65, 0x66, 0x73];
const largestBlock = 0x10_0000;
/** 104 bytes are the least that SPEC.md allows; all known boards use 256 and more. */
const smallestBlock = 128;
const usualProgramSize = 128;
/** Arduino's core for the ESP8266 has the smallest cache; littlefs itself takes an eighth of a block at most. */
const smallestCache = 64;

/**
 * The geometry of a LittleFS volume, from the first or the second copy of its superblock (littlefs, SPEC.md,
 * `LFS_TYPE_SUPERBLOCK`); null where there is none of versions 2.0 and 2.1.
 */
export function findLittleFs(bytes: Uint8Array): LittleFsGeometry | null {
  const first = superblockAt(bytes, 0, largestBlock);
  // The first copy tells how long it is itself; without it, the second must lie where it says that it lies.
  let geometry = first && superblockAt(bytes, 0, first.blockSize);
  for (let blockSize = smallestBlock; blockSize <= largestBlock && geometry === null; blockSize *= 2) {
    const second = superblockAt(bytes, blockSize, blockSize);
    if (second?.blockSize === blockSize) geometry = second;
  }
  return geometry;
}

function superblockAt(bytes: Uint8Array, offset: number, blockSize: number): LittleFsGeometry | null {
  if (!magic.every((byte, index) => bytes[offset + 8 + index] === byte)) return null;
  const log = readLittleFsLog(bytes.subarray(offset, offset + blockSize));
  const struct = log?.records[0]?.struct;
  if (!log || struct?.length !== 24) return null;
  const view = new DataView(struct.buffer, struct.byteOffset, struct.length);
  const [version, size, blockCount, nameMax, fileMax, attributeMax] = [0, 4, 8, 12, 16, 20].map((at) =>
    view.getUint32(at, true),
  ) as [number, number, number, number, number, number];
  const minorVersion = version & 0xffff;
  if (version >>> 16 !== 2 || (minorVersion !== 0 && minorVersion !== 1)) return null;
  if (size < smallestBlock - 24 || size > largestBlock || blockCount < 2) return null;
  const programSize = programSizeOf(log, size);
  const inlineMax = Math.min(smallestCache, Math.floor(size / 8), attributeMax);
  return {
    kind: 'littlefs',
    minorVersion,
    blockSize: size,
    blockCount,
    nameMax,
    fileMax,
    attributeMax,
    programSize,
    inlineMax,
  };
}

/** Forward CRCs tell it; where there are none, commits that end on multiples of it do. */
function programSizeOf({ forwardBytes, endOffsets }: LittleFsLog, blockSize: number): number {
  const ends = endOffsets.reduce((bits, end) => bits | end, 0);
  const size = forwardBytes > 0 ? forwardBytes : ends & -ends;
  const isPlausible = size > 0 && size <= blockSize && (size & (size - 1)) === 0;
  return isPlausible ? size : Math.min(usualProgramSize, blockSize);
}

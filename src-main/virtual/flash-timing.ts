import { BLOCK_BYTES, SECTOR_BYTES } from './nor-flash';

/** Typical times of a GD25Q32/W25Q32 data sheet. */
const SECTOR_ERASE_MS = 45;
const BLOCK_ERASE_MS = 150;
const PAGE_BYTES = 256;
const PAGE_PROGRAM_MS = 0.4;
/** Reading and hashing on the chip runs at about 1.5 MB/s. */
const HASH_MS_PER_BYTE = 1 / 1500;

/** Erasing a span by the largest units that fit. */
export function eraseMs(offset: number, lengthBytes: number): number {
  if (lengthBytes <= 0) return 0;
  let at = offset - (offset % SECTOR_BYTES);
  const end = offset + lengthBytes;
  let milliseconds = 0;
  while (at < end) {
    const isBlock = at % BLOCK_BYTES === 0 && end - at >= BLOCK_BYTES;
    milliseconds += isBlock ? BLOCK_ERASE_MS : SECTOR_ERASE_MS;
    at += isBlock ? BLOCK_BYTES : SECTOR_BYTES;
  }
  return milliseconds;
}

/** Programming page by page. */
export function programMs(lengthBytes: number): number {
  return Math.ceil(lengthBytes / PAGE_BYTES) * PAGE_PROGRAM_MS;
}

/** Computing a digest of flash. */
export function hashMs(lengthBytes: number): number {
  return lengthBytes * HASH_MS_PER_BYTE;
}

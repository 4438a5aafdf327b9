/** Erase unit of NOR flash. */
export const sectorSizeBytes = 0x1000;
const sectorsPerBlock = 16;

/** The size rounded up to whole sectors. */
export function wholeSectors(sizeBytes: number): number {
  return Math.ceil(sizeBytes / sectorSizeBytes) * sectorSizeBytes;
}

/**
 * The size word of FLASH_BEGIN with which ESP8266's ROM erases what `sizeBytes` at `offset` need and
 * little more. Its bug ("Serial Protocol", Erase Size Bug): asked for n sectors it erases up to the end
 * of the block first, h sectors, and then n sectors once more instead of n - h. So asking for n erases
 * min(h, n) + n.
 */
export function eraseSizeWithQuirk(offset: number, sizeBytes: number): number {
  const sectors = Math.ceil(sizeBytes / sectorSizeBytes);
  const head = sectorsToBlockEnd(offset);
  const asked = sectors <= 2 * head ? Math.ceil(sectors / 2) : sectors - head;
  return asked * sectorSizeBytes;
}

/** True where no size word makes ESP8266's ROM erase just this: it erases one sector too many. */
export function erasesTooMuch(offset: number, sizeBytes: number): boolean {
  const sectors = Math.ceil(sizeBytes / sectorSizeBytes);
  return sectors % 2 === 1 && sectors <= 2 * sectorsToBlockEnd(offset);
}

function sectorsToBlockEnd(offset: number): number {
  return sectorsPerBlock - (Math.floor(offset / sectorSizeBytes) % sectorsPerBlock);
}

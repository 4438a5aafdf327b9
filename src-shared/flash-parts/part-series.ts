/**
 * Which series of parts a JEDEC id belongs to. Sources: data sheets of the series ("Read Identification").
 * Makers use an id for several revisions of a part and sometimes borrow one another's: it is a likely name, no proof.
 */

/** By maker and type byte; parts of these series are named by their size in megabits. */
const series: Readonly<Record<number, string>> = {
  0x0b40: 'XT25F',
  0x0b60: 'XT25Q',
  0x1c30: 'EN25Q',
  0x1c70: 'EN25QH',
  0x2070: 'XM25QH',
  0x5e40: 'ZB25VQ',
  0x6840: 'BY25Q',
  0x8560: 'P25Q',
  0x9d60: 'IS25LP',
  0x9d70: 'IS25WP',
  0xc220: 'MX25L',
  0xc225: 'MX25U',
  0xc228: 'MX25R',
  0xc840: 'GD25Q',
  0xc860: 'GD25LQ',
  0xc865: 'GD25WQ',
  0xef40: 'W25Q',
  0xef60: 'W25Q',
  0xef70: 'W25Q',
};
const bytesPerMegabit = 0x2_0000;

/**
 * `W25Q32` for Winbond, type 0x40, 4 MB; null where the list has no such series or the size is unknown.
 * `deviceId`: type in the upper byte, capacity in the lower.
 */
export function partSeries(manufacturerId: number, deviceId: number, sizeBytes: number | null): string | null {
  const name = series[(manufacturerId << 8) | (deviceId >>> 8)];
  if (name === undefined || sizeBytes === null || sizeBytes < bytesPerMegabit) return null;
  return `${name}${sizeBytes / bytesPerMegabit}`;
}

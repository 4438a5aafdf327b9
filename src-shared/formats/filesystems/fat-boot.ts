import type { FatGeometry } from './volume-geometry';

export const entryBytes = 32;
/** The most clusters that FAT12 and FAT16 number (FatFs and Microsoft's specification). */
export const mostClusters12 = 4084;
export const mostClusters16 = 65_524;
const mostClusters32 = 0x0fff_fff5;

/** Where things are in a FAT volume, in bytes from its start. */
export interface FatPlaces {
  readonly fat: number;
  /** The root folder of FAT12 and FAT16. */
  readonly root: number;
  /** The first cluster, which has the number 2. */
  readonly data: number;
  readonly clusterBytes: number;
}

/** The places that follow from a boot sector. */
export function fatPlaces(
  geometry: Omit<FatGeometry, 'label' | 'wearLevelling' | 'leading' | 'bootSector'>,
): FatPlaces {
  const { sectorSize, reservedSectors, fatCount, sectorsPerFat, rootEntries, sectorsPerCluster } = geometry;
  const root = reservedSectors + fatCount * sectorsPerFat;
  const data = root + Math.ceil((rootEntries * entryBytes) / sectorSize);
  return {
    fat: reservedSectors * sectorSize,
    root: root * sectorSize,
    data: data * sectorSize,
    clusterBytes: sectorsPerCluster * sectorSize,
  };
}

/**
 * What the boot sector at the start of `volume` says; null where it is none (Microsoft, "FAT: General Overview of On-Disk
 * Format", and what FatFs, the library of ESP-IDF and Arduino, checks).
 */
export function readBootSector(volume: Uint8Array): Omit<FatGeometry, 'label' | 'wearLevelling' | 'leading'> | null {
  if (volume.length < 512) return null;
  const view = new DataView(volume.buffer, volume.byteOffset, volume.length);
  const jump = view.getUint8(0);
  if (view.getUint16(510, true) !== 0xaa55 || (jump !== 0xeb && jump !== 0xe9 && jump !== 0xe8)) return null;
  const sectorSize = view.getUint16(11, true);
  const sectorsPerCluster = view.getUint8(13);
  const reservedSectors = view.getUint16(14, true);
  const fatCount = view.getUint8(16);
  const rootEntries = view.getUint16(17, true);
  const sectorCount = view.getUint16(19, true) || view.getUint32(32, true);
  const sectorsPerFat = view.getUint16(22, true) || view.getUint32(36, true);
  const isPlausible =
    [512, 1024, 2048, 4096].includes(sectorSize) &&
    sectorsPerCluster !== 0 &&
    (sectorsPerCluster & (sectorsPerCluster - 1)) === 0 &&
    reservedSectors !== 0 &&
    (fatCount === 1 || fatCount === 2) &&
    sectorsPerFat !== 0;
  if (!isPlausible) return null;
  const rootSectors = Math.ceil((rootEntries * entryBytes) / sectorSize);
  const dataSectors = sectorCount - reservedSectors - fatCount * sectorsPerFat - rootSectors;
  const clusterCount = Math.floor(dataSectors / sectorsPerCluster);
  if (clusterCount < 1 || clusterCount > mostClusters32) return null;
  const bits = clusterCount <= mostClusters12 ? 12 : clusterCount <= mostClusters16 ? 16 : 32;
  // Each cluster must have its place in the table, and FAT32 alone has no root folder of its own.
  if (sectorsPerFat * sectorSize * 8 < (clusterCount + 2) * bits || (rootEntries === 0) !== (bits === 32)) return null;
  const bootSector = volume.slice(0, sectorSize);
  return {
    kind: 'fat',
    bits,
    sectorSize,
    sectorsPerCluster,
    reservedSectors,
    fatCount,
    rootEntries,
    sectorsPerFat,
    sectorCount,
    clusterCount,
    bootSector,
  };
}

/** Entry of the table for a cluster: the one that follows, or a mark. */
export function nextCluster(table: Uint8Array, bits: 12 | 16 | 32, cluster: number): number {
  const at = Math.floor((cluster * bits) / 8);
  const byte = (index: number): number => table[at + index] ?? 0;
  const word = byte(0) | (byte(1) << 8);
  if (bits === 12) return cluster % 2 === 0 ? word & 0xfff : word >>> 4;
  return bits === 16 ? word : word | (byte(2) << 16) | ((byte(3) & 0x0f) << 24);
}

/** Every number from here on ends a file. */
export function endMark(bits: 12 | 16 | 32): number {
  return bits === 12 ? 0xff8 : bits === 16 ? 0xfff8 : 0x0fff_fff8;
}

import { entryBytes, mostClusters12, mostClusters16 } from './fat-boot';
import type { FatGeometry } from './volume-geometry';

/** What is chosen for a FAT volume; the rest follows from its size. */
export interface FatChoices {
  readonly sectorSize: number;
  readonly sectorsPerCluster: number;
  readonly fatCount: number;
  /** For FAT12 and FAT16. */
  readonly rootEntries: number;
}

const reservedSectors32 = 32;
const backupSector = 6;
const infoSector = 1;

/**
 * The geometry of a new FAT volume of so many sectors, with a boot sector for it; null where it is too small. The names in
 * `template`, a boot sector, are kept.
 */
export function formatFat(
  sectorCount: number,
  { sectorSize, sectorsPerCluster, fatCount, rootEntries }: FatChoices,
  template: Uint8Array | null,
): Omit<FatGeometry, 'label' | 'wearLevelling' | 'leading'> | null {
  for (const bits of [12, 16, 32] as const) {
    const reservedSectors = bits === 32 ? reservedSectors32 : 1;
    const rootSectors = bits === 32 ? 0 : Math.ceil((rootEntries * entryBytes) / sectorSize);
    const left = sectorCount - reservedSectors - rootSectors;
    // Every cluster takes its sectors, and its share of every table.
    const shareBytes = sectorsPerCluster * sectorSize + (fatCount * bits) / 8;
    const sectorsPerFat = Math.ceil((((left * sectorSize) / shareBytes + 2) * bits) / 8 / sectorSize);
    const clusterCount = Math.floor((left - fatCount * sectorsPerFat) / sectorsPerCluster);
    const most = bits === 12 ? mostClusters12 : bits === 16 ? mostClusters16 : 0x0fff_fff5;
    const least = bits === 12 ? 1 : bits === 16 ? mostClusters12 + 1 : mostClusters16 + 1;
    if (clusterCount < least || clusterCount > most) continue;
    const geometry = {
      kind: 'fat',
      bits,
      sectorSize,
      sectorsPerCluster,
      reservedSectors,
      fatCount,
      rootEntries: bits === 32 ? 0 : rootEntries,
      sectorsPerFat,
      sectorCount,
      clusterCount,
    } as const;
    return { ...geometry, bootSector: bootSectorOf(geometry, template) };
  }
  return null;
}

type Measures = Omit<FatGeometry, 'label' | 'wearLevelling' | 'leading' | 'bootSector'>;

/** As FatFs writes it (Microsoft's specification, "Boot Sector and BPB Structure"). */
function bootSectorOf(measures: Measures, template: Uint8Array | null): Uint8Array {
  const { bits, sectorSize, sectorsPerFat, sectorCount } = measures;
  const sector = new Uint8Array(sectorSize);
  const view = new DataView(sector.buffer);
  sector.set([0xeb, 0xfe, 0x90]);
  sector.set(template?.subarray(3, 11) ?? text('MSDOS5.0'), 3);
  view.setUint16(11, sectorSize, true);
  view.setUint8(13, measures.sectorsPerCluster);
  view.setUint16(14, measures.reservedSectors, true);
  view.setUint8(16, measures.fatCount);
  view.setUint16(17, measures.rootEntries, true);
  if (sectorCount < 0x1_0000 && bits !== 32) view.setUint16(19, sectorCount, true);
  else view.setUint32(32, sectorCount, true);
  view.setUint8(21, template?.[21] ?? 0xf8);
  if (bits !== 32) view.setUint16(22, sectorsPerFat, true);
  view.setUint16(24, 63, true);
  view.setUint16(26, 255, true);
  const names = bits === 32 ? 64 : 36;
  if (bits === 32) {
    view.setUint32(36, sectorsPerFat, true);
    view.setUint32(44, 2, true);
    view.setUint16(48, infoSector, true);
    view.setUint16(50, backupSector, true);
  }
  sector.set([0x80, 0, 0x29], names);
  const templateNames = (template?.[17] ?? 0) === 0 && (template?.[18] ?? 0) === 0 ? 64 : 36;
  sector.set(
    template?.subarray(templateNames + 3, templateNames + 18) ?? text('\x21\x43\x65\x07NO NAME    '),
    names + 3,
  );
  sector.set(text(bits === 32 ? 'FAT32   ' : 'FAT     '), names + 18);
  sector.set([0x55, 0xaa], 510);
  return sector;
}

/** The sectors before the first table, with the free clusters that FAT32 notes there. */
export function reservedPart(geometry: FatGeometry, usedClusters: number): Uint8Array {
  const { sectorSize, reservedSectors, bootSector, bits, clusterCount } = geometry;
  const part = new Uint8Array(reservedSectors * sectorSize);
  part.set(bootSector);
  if (bits !== 32) return part;
  const boot = new DataView(bootSector.buffer, bootSector.byteOffset, bootSector.length);
  const [info, backup] = [boot.getUint16(48, true), boot.getUint16(50, true)];
  const noted = new Uint8Array(sectorSize);
  const view = new DataView(noted.buffer);
  view.setUint32(0, 0x4161_5252, true);
  view.setUint32(484, 0x6141_7272, true);
  view.setUint32(488, clusterCount - usedClusters, true);
  view.setUint32(492, usedClusters + 1, true);
  view.setUint32(508, 0xaa55_0000, true);
  for (const first of [0, backup]) {
    if (first + info >= reservedSectors || info === 0) continue;
    part.set(bootSector, first * sectorSize);
    part.set(noted, (first + info) * sectorSize);
  }
  return part;
}

const text = (value: string): Uint8Array => Uint8Array.from(value, (character) => character.charCodeAt(0));

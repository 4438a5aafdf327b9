import { AppError } from '../../errors/app-error';
import type { FilesystemKind } from '../filesystem';
import { formatFat } from './fat-format';
import type { FatGeometry, VolumeGeometry } from './volume-geometry';
import { usualConfigSector, wearPlaces, wearSector } from './wear-levelling';

const flashSector = 4096;
const usualUpdateRate = 16;

/**
 * How Arduino for the ESP32 and ESP-IDF lay out a new filesystem in a partition of this size unless somebody sets it otherwise;
 * FAT with wear levelling. Throws `file.noRoom` where it is too small.
 */
export function usualGeometry(kind: FilesystemKind, sizeBytes: number): VolumeGeometry {
  const blockCount = Math.floor(sizeBytes / flashSector);
  switch (kind) {
    case 'littlefs': {
      if (blockCount < 2) throw tooSmall(2 * flashSector - sizeBytes);
      // Libraries that write 2.1 also take 2.0, and older ones take nothing else.
      const limits = { nameMax: 255, fileMax: 0x7fff_ffff, attributeMax: 1022, programSize: 128, inlineMax: 64 };
      return { kind, minorVersion: 0, blockSize: flashSector, blockCount, ...limits };
    }
    case 'spiffs': {
      if (blockCount < 3) throw tooSmall(3 * flashSector - sizeBytes);
      const fields = { nameLength: 32, metaLength: 4, listOffset: 49, magic: 'withLength', isGuessed: false } as const;
      return { kind, pageSize: 256, blockSize: flashSector, blockCount, ...fields };
    }
    case 'fat': {
      const volumeSectors = wearPlaces(sizeBytes)?.volumeSectors ?? 0;
      const choices = { sectorSize: flashSector, sectorsPerCluster: 1, fatCount: 2, rootEntries: 512 };
      const geometry = formatFat(volumeSectors, choices, null);
      if (!geometry) throw tooSmall(16 * flashSector - sizeBytes);
      const configSector = usualConfigSector(sizeBytes, usualUpdateRate);
      const wearLevelling = { deviceId: 0x4573_706c, updateRate: usualUpdateRate, configSector };
      return { ...geometry, label: null, wearLevelling, leading: new Uint8Array(0) };
    }
  }
}

/** The geometry itself where it fits into a partition of this size, else as much of it as fits. `file.noRoom` where nothing does. */
export function fittedGeometry(geometry: VolumeGeometry, sizeBytes: number): VolumeGeometry {
  if (geometry.kind === 'fat') return fittedFat(geometry, sizeBytes);
  const blockCount = Math.min(geometry.blockCount, Math.floor(sizeBytes / geometry.blockSize));
  const least = geometry.kind === 'spiffs' ? 3 : 2;
  if (blockCount < least) throw tooSmall(least * geometry.blockSize - sizeBytes);
  return { ...geometry, blockCount };
}

function fittedFat(geometry: FatGeometry, sizeBytes: number): FatGeometry {
  const { sectorSize, sectorCount, wearLevelling, leading, label, bootSector } = geometry;
  const volumeBytes = wearLevelling
    ? (wearPlaces(sizeBytes)?.volumeSectors ?? 0) * wearSector
    : sizeBytes - leading.length;
  if (sectorCount * sectorSize <= volumeBytes) return geometry;
  const smaller = formatFat(Math.floor(volumeBytes / sectorSize), geometry, bootSector);
  if (!smaller) throw tooSmall(sectorCount * sectorSize - volumeBytes);
  return { ...smaller, label, wearLevelling, leading };
}

const tooSmall = (missingBytes: number): AppError<'file.noRoom'> =>
  new AppError('file.noRoom', { name: '/', missingBytes: Math.max(1, missingBytes) });

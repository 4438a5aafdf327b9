import { ByteReader } from './byte-reader';

/** Filesystems that live in data partitions. */
export type FilesystemKind = 'spiffs' | 'littlefs' | 'fat';

const littleFsName = [0x6c, 0x69, 0x74, 0x74, 0x6c, 0x65, 0x66, 0x73];
const spiffsMagic = 0x2014_0529;
const spiffsPageSizes = [128, 256, 512, 1024];
const spiffsBlockSizes = [4096, 8192, 16384, 32768, 65536];
const sectorSize = 4096;

/** Which filesystem an image holds, by its own marks; null for none of these three. */
export function recognizeFilesystem(bytes: Uint8Array): FilesystemKind | null {
  const reader = new ByteReader(bytes, '');
  if (isLittleFs(bytes)) return 'littlefs';
  // ESP-IDF's wear levelling may put one spare sector in front of a FAT volume.
  if (isFat(reader, 0) || isFat(reader, sectorSize)) return 'fat';
  return isSpiffs(reader) ? 'spiffs' : null;
}

/** The superblock's name tag, in the first or the second copy (block sizes up to 64 KiB). */
function isLittleFs(bytes: Uint8Array): boolean {
  return [0, ...spiffsBlockSizes].some((block) =>
    littleFsName.every((byte, index) => bytes[block + 8 + index] === byte),
  );
}

/** Boot sector: jump, signature, plausible sector size, and the type's name. */
function isFat(reader: ByteReader, offset: number): boolean {
  if (reader.sizeBytes < offset + 512 || reader.u16(offset + 510) !== 0xaa55) return false;
  const bytesPerSector = reader.u16(offset + 11);
  const isNamed = reader.text(offset + 54, 3) === 'FAT' || reader.text(offset + 82, 5) === 'FAT32';
  return isNamed && [512, 1024, 2048, 4096].includes(bytesPerSector);
}

/**
 * Each block ends its lookup page with a 16-bit mark made of page size and number of blocks left
 * (SPIFFS, `SPIFFS_USE_MAGIC_LENGTH`). All blocks of the image must carry it.
 */
function isSpiffs(reader: ByteReader): boolean {
  return spiffsPageSizes.some((pageSize) =>
    spiffsBlockSizes.some((blockSize) => {
      const blockCount = reader.sizeBytes / blockSize;
      if (!Number.isInteger(blockCount) || blockCount < 2) return false;
      const lookupPages = Math.max(1, Math.floor(((blockSize / pageSize) * 2) / pageSize));
      const markOffset = lookupPages * pageSize - 4;
      for (let block = 0; block < blockCount; block++) {
        const expected = (spiffsMagic ^ pageSize ^ (blockCount - block)) & 0xffff;
        if (reader.u16(block * blockSize + markOffset) !== expected) return false;
      }
      return true;
    }),
  );
}

import { ByteReader } from './byte-reader';
import { crc32 } from './crc32';
import type { FirmwareImage } from './firmware-image';

const sectorSize = 4096;
const v1SignatureSize = 68;
const v2BlockSize = 1216;
const v2CrcOffset = 1196;

/** Which Secure Boot an image is signed for. */
export type SecureBootSignature = 'v1' | 'v2';

/**
 * Finds a signature behind an image (ESP-IDF documentation, "Secure Boot"): version 1 appends a zero
 * word and 64 bytes at once; version 2 puts a block that starts with 0xE7 (0x02 RSA, 0x03 ECDSA) and carries a CRC-32 at the
 * next multiple of 4 KiB. Null when there is none. The signature itself is not checked.
 */
export function findSecureBootSignature(bytes: Uint8Array, image: FirmwareImage): SecureBootSignature | null {
  if (image.format !== 'esp32') return null;
  const reader = new ByteReader(bytes, '');
  const block = Math.ceil(image.endOffset / sectorSize) * sectorSize;
  if (
    block + v2BlockSize <= reader.sizeBytes &&
    reader.u8(block) === 0xe7 &&
    reader.u32(block + v2CrcOffset) === crc32(reader.slice(block, v2CrcOffset))
  ) {
    return 'v2';
  }
  if (image.endOffset + v1SignatureSize > reader.sizeBytes || reader.u32(image.endOffset) !== 0) return null;
  const signature = reader.slice(image.endOffset + 4, v1SignatureSize - 4);
  return signature.every((byte) => byte === 0 || byte === 0xff) ? null : 'v1';
}

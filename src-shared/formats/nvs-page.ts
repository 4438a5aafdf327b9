import { ByteReader } from './byte-reader';
import { crc32 } from './crc32';

const pageSize = 4096;
const pageStates = [0xffff_fffe, 0xffff_fffc, 0xffff_fff8];

/**
 * Whether the bytes are an NVS partition (ESP-IDF documentation, "Non-Volatile Storage Library"): whole pages,
 * each erased or with a header whose CRC is right, at least one of the latter.
 */
export function looksLikeNvs(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.length % pageSize !== 0) return false;
  const reader = new ByteReader(bytes, '');
  let used = 0;
  for (let offset = 0; offset < bytes.length; offset += pageSize) {
    const state = reader.u32(offset);
    if (state === 0xffff_ffff) continue;
    const crc = crc32(reader.slice(offset + 4, 24), 0xffff_ffff);
    if (!pageStates.includes(state) || reader.u32(offset + 28) !== crc) return false;
    used++;
  }
  return used > 0;
}

import { ByteReader } from '../byte-reader';
import { nvsPageSize, nvsPageState } from './nvs-page';

/**
 * Whether the bytes are an NVS partition (ESP-IDF documentation, "Non-Volatile Storage Library"): whole pages,
 * each erased or with a header whose CRC is right, at least one of the latter.
 */
export function looksLikeNvs(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.length % nvsPageSize !== 0) return false;
  let used = 0;
  for (let offset = 0; offset < bytes.length; offset += nvsPageSize) {
    const state = nvsPageState(new ByteReader(bytes.subarray(offset, offset + nvsPageSize), ''));
    if (state === 'damaged' || state === 'corrupt') return false;
    if (state !== 'empty') used++;
  }
  return used > 0;
}

import type { FileVolume } from './file-volume';
import { readLittleFs } from './littlefs-volume';
import { readSpiffs } from './spiffs-volume';

/** The filesystem that the bytes of a partition hold; null for none that is known. Throws nothing. */
export function readVolume(bytes: Uint8Array): FileVolume | null {
  return readLittleFs(bytes) ?? readSpiffs(bytes);
}

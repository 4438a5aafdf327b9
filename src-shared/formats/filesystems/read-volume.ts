import { readFat } from './fat-volume';
import type { FileVolume } from './file-volume';
import { readLittleFs } from './littlefs-volume';
import { readSpiffs } from './spiffs-volume';

/** The filesystem that the bytes of a partition hold; null for none that is known. Throws nothing. */
export function readVolume(bytes: Uint8Array): FileVolume | null {
  // SPIFFS comes last: without marks in it, it is known by nothing but that all of it agrees.
  return readLittleFs(bytes) ?? readFat(bytes) ?? readSpiffs(bytes);
}

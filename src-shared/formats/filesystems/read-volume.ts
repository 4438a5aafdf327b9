import { readFat } from './fat-volume';
import type { FileVolume } from './file-volume';
import { readLittleFs } from './littlefs-volume';
import type { SpiffsFamily } from './spiffs-geometry';
import { readSpiffs } from './spiffs-volume';

/**
 * The filesystem that the bytes of a partition hold; null for none that is known. Throws nothing. `family`: of the chip, if it is
 * known; an empty SPIFFS does not tell how its library was set, and it is the family that decides.
 */
export function readVolume(bytes: Uint8Array, family: SpiffsFamily | null = null): FileVolume | null {
  // SPIFFS comes last: without marks in it, it is known by nothing but that all of it agrees.
  return readLittleFs(bytes) ?? readFat(bytes) ?? readSpiffs(bytes, family);
}

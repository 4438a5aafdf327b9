import { AppError } from '../../errors/app-error';
import { makeFat } from './fat-maker';
import type { FileVolume, VolumeFile } from './file-volume';
import { makeLittleFs } from './littlefs-maker';
import { makeSpiffs } from './spiffs-maker';
import { fittedGeometry } from './usual-geometry';
import type { VolumeGeometry } from './volume-geometry';
import { planFiles, type VolumePlan } from './volume-plan';

/** What a new volume is to be. */
export interface VolumeRequest {
  /**
   * The volume or the geometry that the new one is like. With a volume, what it notes of a file (attributes, times, metadata) stays
   * with the file of the same path; a file with other contents gets a new time.
   */
  readonly like: FileVolume | VolumeGeometry;
  /** Of the partition. A geometry that is too large for it is made smaller; what is left at its end stays erased. */
  readonly sizeBytes: number;
  /** All files and folders. Folders that are part of a path need not be there; SPIFFS has none and takes none. */
  readonly files: readonly VolumeFile[];
  /** When new and changed files were changed, where the volume notes that; null for not at all. */
  readonly nowMs: number | null;
}

/**
 * The bytes of a partition with a new filesystem, which is of the same kind and laid out in the same way, and has just these files
 * in it. Throws `file.noRoom` (the first file that does not fit, and what is missing for all), `file.nameTooLong`,
 * `file.nameNotAllowed` and `file.noFolders`, each with the path of the file.
 */
export function makeVolume({ like, sizeBytes, files, nowMs }: VolumeRequest): Uint8Array {
  const geometry = fittedGeometry('entries' in like ? like.geometry : like, sizeBytes);
  const plan = planFiles(files, like, nowMs, geometry.kind !== 'spiffs');
  const image = new Uint8Array(sizeBytes).fill(0xff);
  image.set(volumeBytes(plan, geometry, sizeBytes));
  return image;
}

function volumeBytes(plan: VolumePlan, geometry: VolumeGeometry, sizeBytes: number): Uint8Array {
  switch (geometry.kind) {
    case 'littlefs':
      return makeLittleFs(plan, geometry);
    case 'spiffs': {
      const folder = plan.files.find(({ bytes }) => bytes === null);
      if (folder) throw new AppError('file.noFolders', { name: folder.path });
      return makeSpiffs(plan, geometry);
    }
    case 'fat':
      return makeFat(plan, geometry, sizeBytes);
  }
}

import { AppError } from '../../../src-shared/errors/app-error';
import type { FileVolume, VolumeEntry, VolumeFile } from '../../../src-shared/formats/filesystems/file-volume';
import { makeVolume } from '../../../src-shared/formats/filesystems/make-volume';
import { readVolume } from '../../../src-shared/formats/filesystems/read-volume';
import type { SpiffsFamily } from '../../../src-shared/formats/filesystems/spiffs-geometry';

/**
 * The bytes of a partition with these files in it instead of its own: of the same length, laid out by the same measures.
 * What was made is read again before it counts, so that nothing is written that does not hold every file.
 *
 * @throws AppError `file.noRoom | file.nameTooLong | file.nameNotAllowed | file.noFolders`.
 */
export function remakePartition(
  sizeBytes: number,
  volume: FileVolume,
  family: SpiffsFamily,
  files: readonly VolumeFile[],
  nowMs: number | null,
): Uint8Array {
  const made = makeVolume({ like: volume, sizeBytes, files, nowMs });
  const again = readVolume(made, family);
  const found = new Map(again?.entries.map((entry) => [entry.path, entry]));
  const isWhole = again !== null && files.every((file) => isThere(again, found.get(file.path), file.bytes));
  const count = again?.entries.filter(({ kind }) => kind === 'file').length;
  if (!isWhole || count !== files.filter(({ bytes }) => bytes !== null).length) {
    throw new AppError('internal', { reason: 'a volume that was made does not hold its files' });
  }
  return made;
}

function isThere(volume: FileVolume, entry: VolumeEntry | undefined, bytes: Uint8Array | null): boolean {
  if (bytes === null) return entry?.kind === 'folder';
  if (entry?.kind !== 'file' || entry.isDamaged) return false;
  const read = volume.read(entry.path);
  return read.length === bytes.length && read.every((byte, at) => byte === bytes[at]);
}

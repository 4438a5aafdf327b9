import type { FilesystemKind } from '../filesystem';
import type { VolumeGeometry } from './volume-geometry';

/** A file or folder of a volume. */
export interface VolumeEntry {
  /** From the root, parts joined by slashes: `/www/index.html`. A folder's has no slash at its end; the root has no entry. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** Of the contents; 0 for folders. */
  readonly sizeBytes: number;
  /** When it was changed last, in milliseconds since 1970; null where the filesystem does not say. */
  readonly modifiedMs: number | null;
  /** True where its contents cannot be read in whole: what is there is broken. */
  readonly isDamaged: boolean;
}

/** What a line of {@link FileVolume.layout} is about; a closed list, so that a window has words of its own for each. */
export type LayoutName =
  | 'version'
  | 'blockSize'
  | 'blockCount'
  | 'pageSize'
  | 'sectorSize'
  | 'clusterSize'
  | 'nameLength'
  | 'metaLength'
  | 'wearLevelling'
  | 'label';

/**
 * What a filesystem notes of a file beside its name and contents, as it stands there: LittleFS's user attributes by their
 * type, SPIFFS's metadata as type 0, attributes and times of a FAT entry as type 0.
 */
export interface VolumeNote {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/**
 * A filesystem found in the bytes of a partition. Nothing of it is written; `read` throws `file.notUnderstood` for what is
 * damaged or is no file.
 */
export interface FileVolume {
  readonly kind: FilesystemKind;
  /** How it is laid out, as its own superblock says: version, block and page sizes. For `Details`. */
  readonly layout: readonly { readonly name: LayoutName; readonly value: string }[];
  /** The same for `makeVolume`, which makes another of its kind from it. */
  readonly geometry: VolumeGeometry;
  readonly totalBytes: number;
  /** What files and the filesystem itself take. */
  readonly usedBytes: number;
  /** True where a part of it could not be read, so that files may be missing from `entries`: whoever makes it anew loses them. */
  readonly isIncomplete: boolean;
  /** Sorted by path, so that a folder stands before what is in it. */
  readonly entries: readonly VolumeEntry[];
  read(path: string): Uint8Array;
  /** Empty where there are none, and for a path that is not there. `/` is the root. */
  notesOf(path: string): readonly VolumeNote[];
}

/** What is to be in a volume that is made anew. */
export interface VolumeFile {
  /** As in {@link VolumeEntry}. */
  readonly path: string;
  /** Null for a folder. */
  readonly bytes: Uint8Array | null;
}

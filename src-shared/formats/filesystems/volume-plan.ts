import { AppError } from '../../errors/app-error';
import { sameBytes } from '../byte-reader';
import type { FileVolume, VolumeFile, VolumeNote } from './file-volume';
import type { VolumeGeometry } from './volume-geometry';
import { rawNameNote } from './volume-tree';

/** A file or folder as a maker gets it: checked, with what is noted of it. */
export interface PlannedFile {
  readonly path: string;
  /** Names from the root to this one. */
  readonly parts: readonly string[];
  readonly bytes: Uint8Array | null;
  /** Of the file of this path in the volume that the new one is like. */
  readonly notes: readonly VolumeNote[];
  /** False for what is new or has other contents: its notes of times are out of date. */
  readonly isUnchanged: boolean;
}

/** What a maker works from. */
export interface VolumePlan {
  /** Sorted, folders before what is in them; a folder that is only part of a path is there, too. */
  readonly files: readonly PlannedFile[];
  readonly rootNotes: readonly VolumeNote[];
  /** What is noted as time of files that are new or changed; null for none. */
  readonly nowMs: number | null;
}

/**
 * Checks the paths and joins them with what `like` notes of them. Throws `file.nameNotAllowed` for a path that is none, is there
 * twice or goes through a file.
 */
export function planFiles(
  files: readonly VolumeFile[],
  like: FileVolume | VolumeGeometry,
  nowMs: number | null,
  hasFolders: boolean,
): VolumePlan {
  const volume = 'entries' in like ? like : null;
  const before = new Map(volume?.entries.map((entry) => [entry.path, entry]));
  const planned = new Map<string, PlannedFile>();
  const plan = ({ path, bytes }: VolumeFile): void => {
    const entry = before.get(path);
    const isSame = entry !== undefined && (entry.kind === 'file') === (bytes !== null);
    const notes = isSame && volume ? volume.notesOf(path) : [];
    const isUnchanged =
      isSame && (bytes === null || (!entry.isDamaged && sameBytes(bytes, volume?.read(path) ?? bytes)));
    planned.set(path, { path, parts: path.slice(1).split('/'), bytes, notes, isUnchanged });
  };
  for (const file of files) {
    if (!isPath(file.path) || planned.has(file.path)) throw notAllowed(file.path);
    plan(file);
  }
  if (hasFolders) {
    for (const { path } of files) {
      for (let parent = parentOf(path); parent !== ''; parent = parentOf(parent)) {
        const folder = planned.get(parent);
        if (folder?.bytes) throw notAllowed(path);
        if (!folder) plan({ path: parent, bytes: null });
      }
    }
  }
  const sorted = [...planned.values()].map((file) => ({ key: file.path.replaceAll('/', '\0'), file }));
  sorted.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { files: sorted.map(({ file }) => file), rootNotes: volume?.notesOf('/') ?? [], nowMs };
}

/** The name as it is to stand in the filesystem, in bytes. */
export function rawNameOf({ parts, notes }: PlannedFile): Uint8Array {
  return notes.find(({ type }) => type === rawNameNote)?.bytes ?? new TextEncoder().encode(parts.at(-1) ?? '');
}

/** `file.nameNotAllowed`. */
export const notAllowed = (name: string): AppError<'file.nameNotAllowed'> =>
  new AppError('file.nameNotAllowed', { name });

/** `file.nameTooLong`, in bytes. */
export function checkNameLength(path: string, sizeBytes: number, limit: number): void {
  if (sizeBytes > limit) throw new AppError('file.nameTooLong', { name: path, limit });
}

/** `file.noRoom`: the first file that does not fit, and how much is missing for all of them. */
export const noRoom = (name: string, missingBytes: number): AppError<'file.noRoom'> =>
  new AppError('file.noRoom', { name, missingBytes });

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

function isPath(path: string): boolean {
  const [root, ...parts] = path.split('/');
  const isNamed = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
  return root === '' && parts.length > 0 && isNamed;
}

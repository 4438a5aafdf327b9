/** The files in the filesystems of a board's partitions: Board → Files. */
import { z } from 'zod';
import type { AppErrorData } from '../../errors/app-error';
import type { FilesystemKind } from '../../formats/filesystem';
import type { FileVolume, VolumeEntry } from '../../formats/filesystems/file-volume';
import type { BoardIdentity } from '../board';
import type { MadeFiles, SavePlace } from '../image-file';
import { largestVolumeBytes } from '../volume-limits';
import { contactSettingsSchema } from './board-jobs';
import { isPatient, path, token } from './payloads';

export type { VolumeEntry } from '../../formats/filesystems/file-volume';

/** What was found in a partition. All of its contents stay in the main process behind `token`. */
export type VolumeView =
  | ({ readonly state: 'readable'; readonly token: string } & Pick<
      FileVolume,
      'kind' | 'layout' | 'totalBytes' | 'usedBytes' | 'isIncomplete' | 'entries'
    >)
  /** Erased: no program has made a filesystem there yet. */
  | { readonly state: 'blank' }
  /** The chip encrypts its flash, and what was read is scrambled. */
  | { readonly state: 'encrypted' }
  /** Something else, or a filesystem that is too damaged to be one; `marks`: whose marks it bears all the same. */
  | { readonly state: 'foreign'; readonly marks: FilesystemKind | null };

/** How the read of a partition with files ended well. */
export interface VolumeResult {
  readonly identity: BoardIdentity;
  readonly label: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly volume: VolumeView;
  readonly elapsedMs: number;
}

/** Kinds of pictures that a window can show without a risk. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif';

/** A file as it can be looked at; of long ones the beginning. `shownBytes`: so many of it. */
export type FilePreview =
  | { readonly kind: 'text'; readonly text: string; readonly shownBytes: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly shownBytes: number }
  | {
      readonly kind: 'picture';
      readonly mediaType: PictureType;
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
    };

/** All files of a volume in a folder that was made for them. */
export interface SavedVolume {
  readonly folder: SavePlace;
  readonly fileCount: number;
  readonly totalBytes: number;
  /** Files that could not keep their names there. */
  readonly renamedCount: number;
  /** Files that are damaged and were left out. */
  readonly leftOut: readonly string[];
}

/** Something that is to become of the files, and is not on the board yet. */
export interface VolumeChange {
  /** For `volume.undo`. */
  readonly id: number;
  readonly kind: 'added' | 'replaced' | 'removed' | 'renamed';
  readonly path: string;
  /** The new path of what was renamed. */
  readonly to: string | null;
  /** More than one where a folder was removed; 0 for an empty one. */
  readonly fileCount: number;
}

/** A volume as it is to become. */
export interface VolumeDraft {
  /** Of the volume that was read. */
  readonly token: string;
  readonly changes: readonly VolumeChange[];
  /** What is in it then, as in a volume. */
  readonly entries: readonly VolumeEntry[];
  /** What is taken then; null where it cannot be made. */
  readonly usedBytes: number | null;
  /** Why it cannot be made: it does not fit, a name that it cannot have. Nothing is written then. */
  readonly problem: AppErrorData | null;
  /** Files that were to be added just now and cannot be. */
  readonly rejected: readonly { readonly name: string; readonly error: AppErrorData }[];
}

/** How a write of files ended well: the chip's MD5 of the whole partition is that of what was to be there. */
export interface VolumeWritten extends VolumeResult {
  /** Of the sectors that were not the same already. */
  readonly writtenBytes: number;
  readonly md5: string;
}

/** As it stands in `entries`; a hostile volume may have long ones. */
const entryPath = z.string().max(0x1_0000);

/** Requests, by channel. `entry` is a path of `entries`. */
export const volumeRequests = {
  /** Reads the partition; ends by `boardJob.finished`. */
  'volume.start': z.strictObject({
    path,
    label: z.string().max(64),
    offset: z.number().int().min(0).max(0xffff_ffff),
    sizeBytes: z.number().int().min(1).max(largestVolumeBytes),
    settings: contactSettingsSchema,
    isPatient,
  }),
  /** `asBytes`: also what could be shown as text or as a picture. */
  'volume.preview': z.strictObject({ token, entry: entryPath, asBytes: z.boolean() }),
  /** Asks for a place and writes the file there; null when the person thinks better of it. */
  'volume.save': z.strictObject({ token, entry: entryPath }),
  /** Asks for a folder and makes one in it with all files; null when the person thinks better of it. */
  'volume.saveAll': z.strictObject({ token }),
  /** Asks for files and adds them to a folder, or puts them in the place of those with their names. */
  'volume.add': z.strictObject({ token, folder: entryPath }),
  /** Asks for a file to take the place of another, under that one's name. */
  'volume.replace': z.strictObject({ token, entry: entryPath }),
  /** A file, or a folder with everything in it. */
  'volume.remove': z.strictObject({ token, entry: entryPath }),
  'volume.rename': z.strictObject({ token, entry: entryPath, to: entryPath }),
  /** Takes one change back; null: all of them. */
  'volume.undo': z.strictObject({ token, change: z.number().int().nullable() }),
  /** Until told otherwise, dropped files are added there (`volume.changed`) instead of going on the flash table. */
  'volume.receive': z.strictObject({ into: z.strictObject({ token, folder: entryPath }).nullable() }),
  /** Writes what was changed; ends by `boardJob.finished`. */
  'volume.write': z.strictObject({ path, token, settings: contactSettingsSchema, isPatient }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface VolumeReplies {
  'volume.start': { readonly jobId: string };
  'volume.preview': FilePreview;
  'volume.save': MadeFiles | null;
  'volume.saveAll': SavedVolume | null;
  /** Null when the person thinks better of it. */
  'volume.add': VolumeDraft | null;
  'volume.replace': VolumeDraft | null;
  'volume.remove': VolumeDraft;
  'volume.rename': VolumeDraft;
  'volume.undo': VolumeDraft;
  'volume.receive': null;
  'volume.write': { readonly jobId: string };
}

/** Events, by name. */
export interface VolumeEvents {
  /** Files were dropped. */
  'volume.changed': VolumeDraft;
}

/** The files in the filesystems of a board's partitions: Board → Files. */
import { z } from 'zod';
import type { FilesystemKind } from '../../formats/filesystem';
import type { FileVolume } from '../../formats/filesystems/file-volume';
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
      'kind' | 'layout' | 'totalBytes' | 'usedBytes' | 'entries'
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

const entry = z.number().int().min(0);

/** Requests, by channel. `entry` is a place in `entries`. */
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
  'volume.preview': z.strictObject({ token, entry, asBytes: z.boolean() }),
  /** Asks for a place and writes the file there; null when the person thinks better of it. */
  'volume.save': z.strictObject({ token, entry }),
  /** Asks for a folder and makes one in it with all files; null when the person thinks better of it. */
  'volume.saveAll': z.strictObject({ token }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface VolumeReplies {
  'volume.start': { readonly jobId: string };
  'volume.preview': FilePreview;
  'volume.save': MadeFiles | null;
  'volume.saveAll': SavedVolume | null;
}

/** Files of the flash table that a build changes while they lie there. Paths stay in the main process. */
import { z } from 'zod';
import type { FirmwareFile } from '../firmware-file';
import { path, token } from './payloads';

/** What is watched. */
export interface FollowedFiles {
  /** Files on disk, those included that only say which others belong to the build; 0: nothing is watched. */
  readonly fileCount: number;
}

/** A file at one time. */
export interface FileState {
  readonly sizeBytes: number;
  /** Where it goes by its own word or its build's; null where nobody says. */
  readonly offset: number | null;
  /** Same contents, same text. */
  readonly fingerprint: string;
}

/** What a build did to one file of the table. */
export interface BuildChange {
  readonly name: string;
  /** Null: it was not part of the build before. */
  readonly before: FileState | null;
  /** Null: it is no longer part of the build. */
  readonly after: FileState | null;
}

/** The files of the table, looked at anew. */
export type BuildNews =
  | { readonly kind: 'same' }
  /** Somebody is still writing: these are missing or make no sense yet. The table stays; `builds.touched` comes again. */
  | {
      readonly kind: 'unfinished';
      readonly names: readonly string[];
      /** It has been so for a while: nobody seems to be building. */
      readonly isOverdue: boolean;
    }
  | {
      readonly kind: 'changed';
      /** Under new tokens, in place of the old ones. Those that are not used are to be released. */
      readonly replaced: readonly { readonly token: string; readonly file: FirmwareFile }[];
      readonly added: readonly FirmwareFile[];
      /** Tokens of files that are no longer part of their build. */
      readonly removed: readonly string[];
      readonly changes: readonly BuildChange[];
    };

const tokens = z.array(token).max(1000);

/** Requests, by channel. */
export const buildsRequests = {
  /** Watches what these were made of from now on, and nothing else. */
  'builds.follow': z.strictObject({ tokens }),
  'builds.refresh': z.strictObject({ tokens, chip: z.string().max(20).nullable() }),
  /** Whether these files are flashed to the board at `path` by themselves when a build has changed them. */
  'builds.byItself': z.strictObject({ tokens, path }),
  /** Remembered for these files, or the setup that they belong to, with this board. */
  'builds.setByItself': z.strictObject({ tokens, path, isOn: z.boolean() }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface BuildsReplies {
  'builds.follow': FollowedFiles;
  'builds.refresh': BuildNews;
  'builds.byItself': boolean;
  'builds.setByItself': boolean;
}

/** Events, by name. */
export interface BuildsEvents {
  /** Something happened to a watched file, and then nothing for a moment: time for `builds.refresh`. */
  'builds.touched': null;
}

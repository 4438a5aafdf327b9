/** Firmware files on the flash table. Their bytes stay in the main process. */
import { z } from 'zod';
import type { AppErrorData } from '../../errors/app-error';
import type { FirmwareFile } from '../firmware-file';
import type { FlashSettings } from './flash';
import { path, token } from './payloads';

/** Where files came from together, for a heading: `weather-station · ESP-IDF build folder · 4 files`. */
export interface FirmwareSource {
  readonly kind: 'idfBuild' | 'platformio' | 'arduino' | 'manifest' | 'folder' | 'zip';
  /** Of the project, else of the folder or file. */
  readonly name: string;
  /** Header settings that the build states: those with which its own tool would write it. */
  readonly settings?: Partial<Pick<FlashSettings, 'flashMode' | 'flashFrequency' | 'flashSize'>>;
}

/** What came of a drop or a choice: files understood, and those that could not be used. */
export interface FilesAdded {
  readonly files: readonly FirmwareFile[];
  /** Set when all files came out of one folder, zip file or list of files. */
  readonly source?: FirmwareSource;
  readonly rejected: readonly { readonly name: string; readonly error: AppErrorData }[];
}

/** Requests, by channel. */
export const filesRequests = {
  'files.choose': z.strictObject({ chip: z.string().max(20).nullable() }),
  /** The example firmware for the chip of a virtual board (`sim://…`). */
  'files.example': z.strictObject({ path }),
  'files.release': z.strictObject({ tokens: z.array(token).max(1000) }),
  /** Suggested offsets again, for another chip. */
  'files.describe': z.strictObject({
    tokens: z.array(token).max(1000),
    chip: z.string().max(20).nullable(),
  }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface FilesReplies {
  'files.choose': FilesAdded;
  'files.example': FilesAdded;
  'files.release': null;
  'files.describe': readonly FirmwareFile[];
}

/** Events, by name. */
export interface FilesEvents {
  /** Files dropped on the window (paths are taken by the preload script, never by the page). */
  'files.added': FilesAdded;
}

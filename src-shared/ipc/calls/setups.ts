/** Setups (the flash table as a file), and what was open lately. Paths stay in the main process. */
import { z } from 'zod';
import type { ChipId } from '../../chips/chip-descriptor';
import type { AppErrorData } from '../../errors/app-error';
import type { FirmwareFile } from '../firmware-file';
import type { FirmwareSource } from './files';
import { flashRowSchema, flashSettingsSchema, type FlashSettings } from './flash';
import { noPayload, path, token } from './payloads';

export const tableRowSchema = flashRowSchema.extend({
  /** Typed by a person, and not where the file's contents say that it belongs. */
  offsetIsTyped: z.boolean(),
});

/** A row of a setup, to be put on the flash table. */
export interface SetupRowView {
  readonly file: FirmwareFile;
  readonly enabled: boolean;
  readonly offsetText: string;
  readonly offsetIsTyped: boolean;
  readonly encrypt?: boolean;
}

/** Rows that go on the flash table: those of a setup that was opened, or those that were missing and are found. */
export interface SetupOpened {
  /** Sent back with the table from then on, so that a table told before is not taken for the setup's. */
  readonly revision: number;
  /** True: the table has these rows and no others. False: they come to those that are there. */
  readonly replaces: boolean;
  readonly rows: readonly SetupRowView[];
  /** Where all of them came from together; null where they did not. */
  readonly source: FirmwareSource | null;
  /** Null: the settings stay as they are. */
  readonly settings: FlashSettings | null;
}

/** Rows of a setup whose file is not to be had. They stay in the setup until they are left out. */
export interface MissingFile {
  readonly id: string;
  /** Of the file or folder that the rows came from. */
  readonly name: string;
  /** Names of the rows. */
  readonly rows: readonly string[];
  readonly error: AppErrorData;
}

/** The setup on the flash table. */
export interface SetupState {
  /** Name of its file without the ending; null while the table belongs to none. */
  readonly name: string | null;
  /** True where the file holds something else than the table. Always false without a file. */
  readonly isChanged: boolean;
  /** The chip that it was made for; null where nobody said. */
  readonly chip: ChipId | null;
  readonly missing: readonly MissingFile[];
}

/** Files of the table that were read anew, because they changed on disk. */
export interface FilesRefreshed {
  /** Of the table that they are for. */
  readonly revision: number;
  /** Under new tokens, in place of the old ones: all files of a source in which anything changed. */
  readonly replaced: readonly { readonly token: string; readonly file: FirmwareFile }[];
  /** Files that a build has and had not before. */
  readonly added: readonly FirmwareFile[];
  /** Names of those whose contents are other ones than before. */
  readonly changed: readonly string[];
}

/** What is to be flashed again is on the table; null: it was there, and nothing of it has changed. */
export type FlashAgainReply =
  | { readonly kind: 'ready'; readonly opened: SetupOpened | null; readonly refreshed: FilesRefreshed | null }
  /** Nothing was flashed to this board before. */
  | { readonly kind: 'nothing' }
  /** The person thought better of it. */
  | { readonly kind: 'cancelled' };

/** Something that was open lately. */
export interface RecentItem {
  readonly id: string;
  /** `draft`: what was on the table when the program ended, not kept in any setup. */
  readonly kind: 'setup' | 'source' | 'draft';
  readonly name: string;
  /** Name of the folder that it lies in, to tell two of one name apart. */
  readonly folder: string;
  /** What the source was recognised as; null for setups and plain files. */
  readonly sourceKind: FirmwareSource['kind'] | null;
  /** When it was opened last, in milliseconds since 1970. */
  readonly usedAt: number;
  readonly isMissing: boolean;
}

/** Requests, by channel. */
export const setupsRequests = {
  /**
   * The window is there, with an empty table: what was to be opened at the start is opened now. Answers the table's
   * revision until then.
   */
  'setups.begin': noPayload,
  /** What the flash table holds now. */
  'setups.table': z.strictObject({
    revision: z.number().int().min(0),
    rows: z.array(tableRowSchema).max(1000),
    settings: flashSettingsSchema,
    chip: z.string().max(20).nullable(),
  }),
  /** Asks for a setup and opens it; first for what becomes of changes that are not saved. Rows come by `setup.opened`. */
  'setups.open': noPayload,
  /** False where the person thought better of it. */
  'setups.save': z.strictObject({
    /** `saveAs` asks for a place in any case, `withFiles` makes one file that holds the firmware too. */
    how: z.enum(['save', 'saveAs', 'withFiles']),
  }),
  /** An empty table that belongs to no setup; false where the person thought better of it. */
  'setups.close': noPayload,
  /** Asks where a missing file is. */
  'setups.locate': z.strictObject({ id: token }),
  /** Takes the rows of a missing file out of the setup. */
  'setups.leaveOut': z.strictObject({ id: token }),
  /**
   * Puts on the table what was flashed last to the board at `port`, or what an entry of the history says, with the
   * files as they are now. Throws where one of them is gone; the table then stays as it is.
   */
  'setups.again': z.strictObject({ port: path, entry: token.nullable() }),
  'recents.list': noPayload,
  'recents.open': z.strictObject({ id: token }),
  'recents.forget': z.strictObject({ id: token }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface SetupsReplies {
  'setups.begin': { readonly revision: number };
  'setups.table': null;
  'setups.open': null;
  'setups.save': boolean;
  'setups.close': boolean;
  'setups.locate': null;
  'setups.leaveOut': null;
  'setups.again': FlashAgainReply;
  'recents.list': readonly RecentItem[];
  'recents.open': null;
  'recents.forget': null;
}

/** Events, by name. */
export interface SetupsEvents {
  'setup.opened': SetupOpened;
  'setup.state': SetupState;
  'recents.changed': readonly RecentItem[];
}

/**
 * The one list of calls and events between the window and the main process. The handler map in
 * src-main/ipc and the client in src-renderer/api are both derived from it: a call that is missing on
 * either side does not compile. Requests are parsed with zod in the main process, always.
 */
import { z } from 'zod';
import type { AppErrorData } from '../errors/app-error';
import type { FailureKind } from '../errors/error-codes';
import type { BoardCard, BoardIdentity, BoardLayout } from './board';
import type { FirmwareFile, FirmwareKind } from './firmware-file';
import type { FileBytes, ImagesAdded, MadeFiles, SavePlace } from './image-file';

export type * from './board';
export type * from './firmware-file';
export type * from './image-file';

// --- firmware ----------------------------------------------------------------------------------

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

// --- the flash plan ------------------------------------------------------------------------------

export const flashRowSchema = z.strictObject({
  token: z.string().min(1).max(100),
  enabled: z.boolean(),
  /** As typed: `0x1000`, `4096`, `64k`; parsed in the main process so that nonsense gets its sentence. */
  offsetText: z.string().max(40),
  /** True: the chip encrypts it with its own key while it is written. */
  encrypt: z.boolean().exactOptional(),
});
/** One row of the flash table. */
export type FlashRow = z.infer<typeof flashRowSchema>;

export const flashSettingsSchema = z.strictObject({
  flashMode: z.enum(['keep', 'qio', 'qout', 'dio', 'dout']),
  flashFrequency: z.string().max(10),
  /** `detect`, `keep` or a size of the chip (`4MB`). */
  flashSize: z.string().max(10),
  /** `automatic` or a rate in baud. */
  baudRate: z.union([z.literal('automatic'), z.number().int().min(9600).max(4_000_000)]),
  eraseAll: z.boolean(),
  compression: z.enum(['automatic', 'never']),
  useStub: z.boolean(),
  before: z.enum(['default-reset', 'usb-reset', 'no-reset', 'no-reset-no-sync']),
  after: z.enum(['hard-reset', 'soft-reset', 'watchdog-reset', 'no-reset', 'no-reset-stub']),
  force: z.boolean(),
  /**
   * Merged files are cut by their own partition table: what they hold only as blanks, settings above all, stays as it
   * is on the board. False: they are written as they are.
   */
  keepSettings: z.boolean().default(true),
  /** What is on the board already: written once more (default), left alone file by file, or sector by sector. */
  unchanged: z.enum(['write', 'skipFiles', 'skipSectors']).exactOptional(),
  /** Encrypted rows also where the chip's eFuses do not say that flash encryption is on. */
  ignoreEncryptionEfuse: z.boolean().exactOptional(),
});
/** Everything about a write besides the rows. */
export type FlashSettings = z.infer<typeof flashSettingsSchema>;

/** What a fresh installation starts with. */
export const defaultFlashSettings: FlashSettings = {
  flashMode: 'keep',
  flashFrequency: 'keep',
  flashSize: 'detect',
  baudRate: 'automatic',
  eraseAll: false,
  compression: 'automatic',
  useStub: true,
  before: 'default-reset',
  after: 'hard-reset',
  force: false,
  keepSettings: true,
};

/** One line of the pre-flight sheet. */
export interface PreflightCheck {
  /** Stable name for tests and locale files: `chip`, `fits`, `overlap`, `bootloaderOffset`, `headerSize`, … */
  readonly id: string;
  readonly state: 'ok' | 'warning' | 'problem' | 'unknown';
  /** Set for `problem` and `warning`. */
  readonly error: AppErrorData | null;
  /** Facts for the sentence of an `ok` line, e.g. `{ usedBytes, flashSizeBytes }`. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  /** Rows that the line is about, by index into the request. */
  readonly rows: readonly number[];
  /** A change that mends it, applied by the window. */
  readonly repair: PreflightRepair | null;
}

export type PreflightRepair =
  | { readonly kind: 'setOffset'; readonly row: number; readonly offset: number }
  | { readonly kind: 'disableRow'; readonly row: number }
  | { readonly kind: 'setFlashSize'; readonly flashSize: string };

/** A span on the flash map. */
export interface MapRegion {
  readonly row: number | null;
  readonly name: string;
  readonly kind: FirmwareKind | 'partition';
  readonly offset: number;
  readonly sizeBytes: number;
}

/** The plan as the window shows it before anything is written. */
export interface PlanView {
  readonly canFlash: boolean;
  readonly checks: readonly PreflightCheck[];
  readonly writes: readonly MapRegion[];
  /** From the partition table among the files, where there is one. */
  readonly layout: readonly MapRegion[];
  readonly flashSizeBytes: number | null;
  readonly totalBytes: number;
  /** What merged files hold only as blanks and therefore stays as it is on the board (`keepSettings`). */
  readonly kept?: readonly MapRegion[];
}

// --- jobs ---------------------------------------------------------------------------------------

export type JobKind = 'flash' | 'identify' | 'read' | 'erase' | 'verify';
export type JobStage =
  | 'waiting'
  | 'connecting'
  | 'startingStub'
  | 'detecting'
  | 'erasing'
  | 'reading'
  | 'writing'
  | 'verifying'
  | 'resetting'
  | 'listening'
  | 'done';

/** A running job, at most ten a second. */
export interface JobProgress {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly path: string;
  readonly stage: JobStage;
  /** Which connection attempt, strategy name; for the connecting stage. */
  readonly detail: string | null;
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Done bytes by row of the request (same index). */
  readonly rowDoneBytes: readonly number[];
  readonly rowTotalBytes: readonly number[];
  readonly bytesPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly elapsedMs: number;
  readonly baudRate: number | null;
}

/** How a flash job ended well: every region was compared by MD5 on the chip. */
export interface FlashResult {
  readonly identity: BoardIdentity;
  readonly regions: readonly {
    readonly name: string;
    readonly offset: number;
    readonly sizeBytes: number;
    readonly md5: string;
    readonly sentBytes: number;
    /** Encrypted by the chip on its way into flash: `md5` is of what lies there, which nobody can compare. */
    readonly isEncrypted?: boolean;
  }[];
  readonly writtenBytes: number;
  readonly elapsedMs: number;
  readonly baudRate: number;
  /** What the board printed after the reset (cleaned of control characters); empty when it was not listened to. */
  readonly bootLog: string;
}

export type JobOutcome =
  | { readonly kind: 'verified'; readonly result: FlashResult }
  | { readonly kind: FailureKind; readonly error: AppErrorData };

export interface JobFinished {
  readonly jobId: string;
  readonly outcome: JobOutcome;
}

/** How a job other than a write gets in touch with its board. */
export const contactSettingsSchema = flashSettingsSchema.pick({
  baudRate: true,
  useStub: true,
  before: true,
  after: true,
});
export type ContactSettings = z.infer<typeof contactSettingsSchema>;

/** A span of flash, in bytes; `all` = the whole part, `rest` = up to its end. */
export const flashSpanSchema = z.union([
  z.literal('all'),
  z.strictObject({
    offset: z.number().int().min(0).max(0xffff_ffff),
    sizeBytes: z.union([z.literal('rest'), z.number().int().min(1).max(0x1_0000_0000)]),
  }),
]);
export type FlashSpan = z.infer<typeof flashSpanSchema>;

/** A span whose place and size are known. */
export interface FlashRange {
  readonly offset: number;
  readonly sizeBytes: number;
}

/** How a read ended well. */
export interface ReadResult extends FlashRange {
  readonly identity: BoardIdentity;
  /** Of what was read: 32 lower-case hex digits. */
  readonly md5: string;
  /** True where the chip computed the same MD5; false where its loader cannot (ROM loader of ESP8266). */
  readonly isProven: boolean;
  /** Of `sizeBytes`: found blank by its MD5 and not transferred. */
  readonly blankBytes: number;
  readonly elapsedMs: number;
  readonly baudRate: number;
}

/** How an erase ended well. */
export interface EraseResult extends FlashRange {
  readonly identity: BoardIdentity;
  /** True where the chip's MD5 says that it is blank; false where nothing can be read back. */
  readonly isProven: boolean;
  readonly elapsedMs: number;
}

/** One sector (or the part of it that a file covers) that is not what the file says. */
export interface DifferingSector extends FlashRange {
  /** Differing bytes; null where nobody looked at them one by one. */
  readonly differingBytes: number | null;
  /** The first of them. */
  readonly first: { readonly offset: number; readonly expected: number; readonly actual: number } | null;
}

/** How a comparison ended: it was carried out, whatever it found. */
export interface VerifyResult {
  readonly identity: BoardIdentity;
  /** True when every file is in flash byte for byte. */
  readonly matches: boolean;
  readonly regions: readonly (FlashRange & {
    readonly name: string;
    /** Row of the request. */
    readonly row: number | null;
    readonly matches: boolean;
    readonly differing: readonly DifferingSector[];
  })[];
  readonly elapsedMs: number;
}

/** How a read, an erase or a comparison ended. */
export type BoardJobOutcome =
  | { readonly kind: 'read'; readonly result: ReadResult }
  | { readonly kind: 'erased'; readonly result: EraseResult }
  | { readonly kind: 'compared'; readonly result: VerifyResult }
  | { readonly kind: FailureKind; readonly error: AppErrorData };

export interface BoardJobFinished {
  readonly jobId: string;
  readonly outcome: BoardJobOutcome;
}

/** Most that one call hands over; a view asks for what it shows. */
const mostBytesAtOnce = 0x1_0000;

// --- settings --------------------------------------------------------------------------------------

const settingsParts = {
  theme: z.enum(['system', 'light', 'dark']),
  language: z.string().max(10),
  showVirtualBoards: z.boolean(),
  advancedOpen: z.boolean(),
  lastPath: z.string().max(300).nullable(),
  flash: flashSettingsSchema,
};
export const appSettingsSchema = z.object({
  theme: settingsParts.theme.default('system'),
  language: settingsParts.language.default('system'),
  showVirtualBoards: settingsParts.showVirtualBoards.default(true),
  advancedOpen: settingsParts.advancedOpen.default(false),
  lastPath: settingsParts.lastPath.default(null),
  flash: settingsParts.flash.default(defaultFlashSettings),
});
/** What `settings.set` takes: any of the parts, none filled in by itself. */
export const settingsChangeSchema = z.strictObject({
  theme: settingsParts.theme.exactOptional(),
  language: settingsParts.language.exactOptional(),
  showVirtualBoards: settingsParts.showVirtualBoards.exactOptional(),
  advancedOpen: settingsParts.advancedOpen.exactOptional(),
  lastPath: settingsParts.lastPath.exactOptional(),
  flash: settingsParts.flash.exactOptional(),
});
/** Remembered choices. Unknown or broken parts fall back to defaults, one by one. */
export type AppSettings = z.infer<typeof appSettingsSchema>;

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  readonly locale: string;
}

// --- the calls -----------------------------------------------------------------------------------------

const noPayload = z.undefined();
const path = z.string().min(1).max(300);

/** Request schemas by channel. */
export const requestSchemas = {
  'app.info': noPayload,
  'app.openLink': z.strictObject({ code: z.string().max(60) }),
  'app.copyText': z.strictObject({ text: z.string().max(200_000) }),
  'settings.get': noPayload,
  'settings.set': z.strictObject({ settings: settingsChangeSchema }),
  'boards.list': noPayload,
  /** While true the main process polls for ports and asks likely boards who they are. */
  'boards.watch': z.strictObject({ watching: z.boolean() }),
  'boards.identify': z.strictObject({ path }),
  /** Reads partition table and starting application; takes a second or two and restarts the board. */
  'boards.layout': z.strictObject({ path }),
  'boards.addNetwork': z.strictObject({ path }),
  'boards.remove': z.strictObject({ path }),
  'files.choose': z.strictObject({ chip: z.string().max(20).nullable() }),
  'files.release': z.strictObject({ tokens: z.array(z.string().max(100)).max(1000) }),
  /** Suggested offsets again, for another chip. */
  'files.describe': z.strictObject({
    tokens: z.array(z.string().max(100)).max(1000),
    chip: z.string().max(20).nullable(),
  }),
  'plan.check': z.strictObject({
    path: path.nullable(),
    rows: z.array(flashRowSchema).max(1000),
    settings: flashSettingsSchema,
  }),
  'flash.start': z.strictObject({
    path,
    rows: z.array(flashRowSchema).min(1).max(1000),
    settings: flashSettingsSchema,
  }),
  'verify.start': z.strictObject({
    path,
    rows: z.array(flashRowSchema).min(1).max(1000),
    settings: flashSettingsSchema,
  }),
  /** `save` is a token of `saves.choose`: the file appears there when all of it was read. */
  'read.start': z.strictObject({
    path,
    span: flashSpanSchema,
    settings: contactSettingsSchema,
    save: z.string().max(100),
  }),
  'erase.start': z.strictObject({
    path,
    span: flashSpanSchema,
    settings: contactSettingsSchema,
    force: z.boolean(),
  }),
  'images.choose': noPayload,
  /** While true, dropped files are looked into (`images.added`) instead of going on the flash table. */
  'images.receive': z.strictObject({ receiving: z.boolean() }),
  'images.convert': z.strictObject({
    token: z.string().max(100),
    chip: z.string().max(20),
    flashMode: z.enum(['qio', 'qout', 'dio', 'dout']),
    /** Null: the one that the chip counts as 0. */
    flashFrequency: z.string().max(10).nullable(),
    flashSize: z.string().max(10),
    esp8266Version: z.union([z.literal(1), z.literal(2)]),
    save: z.string().max(100),
  }),
  'images.merge': z.strictObject({
    /** The board whose chip and flash size count; null: what the files say. */
    path: path.nullable(),
    rows: z.array(flashRowSchema).min(1).max(1000),
    settings: flashSettingsSchema.pick({ flashMode: true, flashFrequency: true, flashSize: true }),
    format: z.enum(['raw', 'uf2', 'hex']),
    /** Fills a raw file up to this size of flash, `4MB`. */
    padTo: z.string().max(10).nullable(),
    save: z.string().max(100),
  }),
  /** Asks the person for a place; null when they think better of it. */
  'saves.choose': z.strictObject({ suggestedName: z.string().min(1).max(200) }),
  'saves.show': z.strictObject({ token: z.string().max(100) }),
  'saves.read': z.strictObject({
    token: z.string().max(100),
    offset: z.number().int().min(0).max(0xffff_ffff),
    sizeBytes: z.number().int().min(1).max(mostBytesAtOnce),
  }),
  'job.cancel': z.strictObject({ jobId: z.string().max(100) }),
  /** A report for a bug tracker: versions, board, trace; without keys, passwords and home folder. */
  'job.report': z.strictObject({ jobId: z.string().max(100) }),
} as const satisfies Record<string, z.ZodType>;

export type Channel = keyof typeof requestSchemas;
export type Request<C extends Channel> = z.infer<(typeof requestSchemas)[C]>;

/** Reply types by channel. */
export interface Replies {
  'app.info': AppInfo;
  'app.openLink': null;
  'app.copyText': null;
  'settings.get': AppSettings;
  'settings.set': AppSettings;
  'boards.list': readonly BoardCard[];
  'boards.watch': null;
  'boards.identify': BoardIdentity;
  'boards.layout': BoardLayout;
  'boards.addNetwork': BoardCard;
  'boards.remove': null;
  'files.choose': FilesAdded;
  'files.release': null;
  'files.describe': readonly FirmwareFile[];
  'plan.check': PlanView;
  'flash.start': { readonly jobId: string };
  'verify.start': { readonly jobId: string };
  'read.start': { readonly jobId: string };
  'erase.start': { readonly jobId: string };
  'images.choose': ImagesAdded;
  'images.receive': null;
  'images.convert': MadeFiles;
  'images.merge': MadeFiles;
  'saves.choose': SavePlace | null;
  'saves.show': null;
  'saves.read': FileBytes;
  'job.cancel': null;
  'job.report': { readonly text: string };
}
export type Reply<C extends Channel> = Replies[C];

/** Events from main to window. */
export interface Events {
  'boards.changed': readonly BoardCard[];
  /** Files dropped on the window (paths are taken by the preload script, never by the page). */
  'files.added': FilesAdded;
  'images.added': ImagesAdded;
  'job.progress': JobProgress;
  'job.finished': JobFinished;
  /** The end of a read, an erase or a comparison. */
  'boardJob.finished': BoardJobFinished;
  /** From the menu: what the person chose. */
  'menu.command': { readonly command: 'openFiles' | 'flash' | 'cancel' | 'settings' };
}
export type EventName = keyof Events;

/** What crosses the bridge as a reply. */
export type Envelope<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppErrorData };

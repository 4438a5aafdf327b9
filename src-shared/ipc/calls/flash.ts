/** The flash table, its settings, the pre-flight sheet and the write. */
import { z } from 'zod';
import type { AppErrorData } from '../../errors/app-error';
import type { FirmwareKind } from '../firmware-file';
import { isPatient, path } from './payloads';

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
   * Merged files are cut by their own partition table: saved settings, and what they hold only as blanks, stay as they
   * are on the board. False: they are written as they are.
   */
  keepSettings: z.boolean().default(true),
  /** What is on the board already: written once more (default), left alone file by file, or sector by sector. */
  unchanged: z.enum(['write', 'skipFiles', 'skipSectors']).exactOptional(),
  /** Encrypted rows also where the chip's eFuses do not say that flash encryption is on. */
  ignoreEncryptionEfuse: z.boolean().exactOptional(),
  /** What somebody says that the flash part holds (`4MB`), for boards that do not tell: Secure Download Mode. */
  statedSize: z.string().max(10).exactOptional(),
  /** Secure Download Mode: written although nothing can be read back to prove it. */
  acceptUnproven: z.boolean().exactOptional(),
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
  /** Another change that would mend it as well, where there are two ways. */
  readonly otherRepair?: PreflightRepair;
}

export type PreflightRepair =
  | { readonly kind: 'setOffset'; readonly row: number; readonly offset: number }
  | { readonly kind: 'disableRow'; readonly row: number }
  | { readonly kind: 'setFlashSize'; readonly flashSize: string }
  | { readonly kind: 'setOption'; readonly option: 'keepSettings' | 'eraseAll'; readonly value: boolean }
  | { readonly kind: 'encryptRows'; readonly rows: readonly number[] };

/** A span on the flash map. */
export interface MapRegion {
  readonly row: number | null;
  readonly name: string;
  /** What of a file this is, where it is only a part of it: `app0`. */
  readonly part?: string;
  readonly kind: FirmwareKind | 'partition';
  readonly offset: number;
  readonly sizeBytes: number;
}

/** A place in a merged file that is left as it is on the board. */
export interface KeptPlace extends MapRegion {
  /** The file is not blank there. */
  readonly isWithheld: boolean;
}

/** An app by its own words; null where it has none. */
export interface AppName {
  readonly projectName: string | null;
  readonly version: string | null;
}

/**
 * What becomes of something that lies on the board. `kept`: nothing touches it. `filled`: an empty app partition gets an
 * app. `replaced`: by something of its kind. `overwritten`: by something else, or by a part of something. `erased`: and
 * nothing is put in its place. `outOfReach`: its bytes stay, but the new partition table has no place for it.
 */
export type BoardFate = 'kept' | 'filled' | 'replaced' | 'overwritten' | 'erased' | 'outOfReach';

/** One partition, and what a write does to it. */
export interface BoardEffect {
  readonly label: string;
  readonly kind: MapRegion['kind'];
  readonly offset: number;
  readonly sizeBytes: number;
  readonly fate: BoardFate;
  /** True for settings and files: what a person would miss. */
  readonly isUserData: boolean;
  /** The file that does it, and its row; null where none does. */
  readonly by: string | null;
  readonly row: number | null;
  /** The app that is there; null where there is none, or nobody knows. */
  readonly before: AppName | null;
  /** The app that will be there. */
  readonly after: AppName | null;
}

/** What a write does to a board, by the board's own partition table where that is known, else by that of the files. */
export interface BoardEffects {
  readonly basis: 'board' | 'files';
  readonly items: readonly BoardEffect[];
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
  /** Where merged files have a place for something that stays as it is on the board (`keepSettings`). */
  readonly kept?: readonly KeptPlace[];
  /** Null while no partition table is known, neither the board's nor one among the files. */
  readonly effects: BoardEffects | null;
}

/** Requests, by channel. */
export const flashRequests = {
  'plan.check': z.strictObject({
    path: path.nullable(),
    rows: z.array(flashRowSchema).max(1000),
    settings: flashSettingsSchema,
  }),
  'flash.start': z.strictObject({
    path,
    rows: z.array(flashRowSchema).min(1).max(1000),
    settings: flashSettingsSchema,
    isPatient,
  }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface FlashReplies {
  'plan.check': PlanView;
  'flash.start': { readonly jobId: string };
}

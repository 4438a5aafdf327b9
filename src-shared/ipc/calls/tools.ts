/** The flash part itself, what is locked in the chip, and its addresses: Board → Tools. */
import { z } from 'zod';
import type { SfdpContents } from '../../formats/sfdp';
import type { BoardIdentity, FlashIdentity } from '../board';
import type { MadeFiles } from '../image-file';
import { contactSettingsSchema } from './board-jobs';
import { path, token } from './payloads';

/** How many status registers are meant: 1, 2 or 3. */
export const statusBytesSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type StatusBytes = z.infer<typeof statusBytesSchema>;

const statusValue = z.number().int().min(0).max(0xff_ffff);

/** What can be read; in Secure Download Mode only `security`. */
export const toolSchema = z.enum(['flash', 'sfdp', 'security', 'mac']);
export type Tool = z.infer<typeof toolSchema>;

/** What is to be done. Status registers are one number, the first in its lowest byte. */
export const toolsTaskSchema = z.discriminatedUnion('kind', [
  /** `statusBytes`: for `flash`, where the part has so many. */
  z.strictObject({ kind: z.literal('read'), tools: z.array(toolSchema).min(1).max(4), statusBytes: statusBytesSchema }),
  z
    .strictObject({
      kind: z.literal('writeStatus'),
      statusBytes: statusBytesSchema,
      value: statusValue,
      /** What the registers said when somebody decided on `value`; `flash.statusChanged` where they do not any more. */
      was: statusValue,
      /** Kept when the power goes. */
      nonVolatile: z.boolean(),
    })
    .refine(({ statusBytes, value }) => value < 2 ** (8 * statusBytes)),
]);
export type ToolsTask = z.infer<typeof toolsTaskSchema>;

/** The flash part and its status registers. */
export interface FlashStatusFound {
  readonly flash: FlashIdentity;
  /** Fewer than were asked for where this maker's parts have but one (`mostStatusBytes`). */
  readonly statusBytes: StatusBytes;
  readonly value: number;
}

/** What the flash part tells about itself. */
export interface SfdpFound {
  /** For `tools.saveSfdp`; null where there is nothing to save. */
  readonly token: string | null;
  /** From their beginning; what a part without any answered is not here. */
  readonly bytes: Uint8Array;
  /** Null: the part has no such parameters. */
  readonly contents: SfdpContents | null;
}

/** The answer to GET_SECURITY_INFO. */
export interface SecurityReport {
  readonly flags: number;
  readonly secureBoot: boolean;
  readonly aggressiveRevoke: boolean;
  readonly secureDownloadMode: boolean;
  /** By key digest, 0 to 2. */
  readonly keyRevoked: readonly [boolean, boolean, boolean];
  readonly softJtagDisabled: boolean;
  readonly hardJtagDisabled: boolean;
  readonly usbDisabled: boolean;
  readonly dataCacheDisabled: boolean;
  readonly instructionCacheDisabled: boolean;
  readonly flashEncryption: boolean;
  readonly flashCryptCount: number;
  /** Of the key blocks 0 to 5: the number, and its name as the eFuse tools write it (`XTS_AES_128_KEY`). */
  readonly keys: readonly { readonly purpose: number; readonly name: string }[];
  /** Null where the answer has none (ESP32-S2). */
  readonly chipId: number | null;
  readonly apiVersion: number | null;
}

/** The addresses of the chip. */
export interface MacFound {
  /** Null where none can be read. */
  readonly base: string | null;
  /** The two bytes that make an EUI-64 of it; null on chips without IEEE 802.15.4. */
  readonly extension: string | null;
  readonly eui64: string | null;
  /** ESP8266: what its SDK calls chip id, out of the MAC address; null on others. */
  readonly esp8266ChipId: number | null;
}

/** What came of it, besides what every job tells. What was not asked for is absent. */
export type ToolsFound =
  | {
      readonly kind: 'read';
      readonly flash?: FlashStatusFound;
      readonly sfdp?: SfdpFound;
      /** Null: the chip has no such report (ESP8266, ESP32). */
      readonly security?: SecurityReport | null;
      readonly mac?: MacFound;
    }
  /** It was carried out. `after` is what the registers say now, which need not be `value`. */
  | {
      readonly kind: 'writeStatus';
      readonly statusBytes: StatusBytes;
      readonly flash: FlashIdentity;
      readonly before: number;
      readonly value: number;
      readonly after: number;
      readonly nonVolatile: boolean;
    };

/** How a task ended well. */
export interface ToolsResult {
  readonly identity: BoardIdentity;
  readonly elapsedMs: number;
  readonly found: ToolsFound;
}

/** Requests, by channel. */
export const toolsRequests = {
  'tools.start': z.strictObject({ path, settings: contactSettingsSchema, task: toolsTaskSchema }),
  /** Writes the parameters as they were read. */
  'tools.saveSfdp': z.strictObject({ token, save: token }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface ToolsReplies {
  /** Its end comes as `boardJob.finished`. */
  'tools.start': { readonly jobId: string };
  'tools.saveSfdp': MadeFiles;
}

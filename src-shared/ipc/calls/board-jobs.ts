/** Reading, erasing and comparing flash. */
import { z } from 'zod';
import type { AppErrorData } from '../../errors/app-error';
import type { FailureKind } from '../../errors/error-codes';
import type { BoardIdentity } from '../board';
import type { MemoryResult } from './memory';
import type { NvsResult } from './nvs';
import type { ToolsResult } from './tools';
import type { VolumeResult, VolumeWritten } from './volume';
import { flashRowSchema, flashSettingsSchema } from './flash';
import { isPatient, path, token } from './payloads';

/** How a job other than a write gets in touch with its board. */
export const contactSettingsSchema = flashSettingsSchema.pick({
  baudRate: true,
  useStub: true,
  before: true,
  after: true,
});
export type ContactSettings = z.infer<typeof contactSettingsSchema>;

const sectorBytes = 0x1000;

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
  | { readonly kind: 'nvs'; readonly result: NvsResult }
  | { readonly kind: 'memory'; readonly result: MemoryResult }
  | { readonly kind: 'tools'; readonly result: ToolsResult }
  | { readonly kind: 'volume'; readonly result: VolumeResult }
  | { readonly kind: 'volumeWritten'; readonly result: VolumeWritten }
  | { readonly kind: FailureKind; readonly error: AppErrorData };

export interface BoardJobFinished {
  readonly jobId: string;
  readonly outcome: BoardJobOutcome;
}

/** Requests, by channel. */
export const boardJobsRequests = {
  'verify.start': z.strictObject({
    path,
    rows: z.array(flashRowSchema).min(1).max(1000),
    settings: flashSettingsSchema,
    isPatient,
  }),
  /** `save` is a token of `saves.choose`: the file appears there when all of it was read. */
  'read.start': z.strictObject({
    path,
    span: flashSpanSchema,
    settings: contactSettingsSchema,
    save: token,
    isPatient,
  }),
  'erase.start': z.strictObject({
    path,
    span: flashSpanSchema,
    settings: contactSettingsSchema,
    force: z.boolean(),
    isPatient,
    /** What the flash part holds, where the board does not let itself be asked (Secure Download Mode). */
    flashSizeBytes: z.number().int().min(sectorBytes).max(0x1_0000_0000).exactOptional(),
  }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface BoardJobsReplies {
  'verify.start': { readonly jobId: string };
  'read.start': { readonly jobId: string };
  'erase.start': { readonly jobId: string };
}

/** Events, by name. */
export interface BoardJobsEvents {
  /** The end of a read, an erase or a comparison. */
  'boardJob.finished': BoardJobFinished;
}

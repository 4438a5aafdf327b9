/** The settings that programs keep on a board, and a board's own report. */
import { z } from 'zod';
import type { NvsContents, NvsValue } from '../../formats/nvs/nvs-contents';
import type { BoardIdentity } from '../board';
import type { MadeFiles } from '../image-file';
import { contactSettingsSchema } from './board-jobs';
import { isPatient, path, token } from './payloads';

/** A partition larger than this holds no settings. */
const largestNvsBytes = 0x100_0000;

/** A value as people read it. Numbers in decimal, blobs in hex digits. `isCut`: there is more than is shown. */
export interface NvsShownValue {
  readonly text: string;
  readonly isCut: boolean;
}

/** One key. */
export interface NvsEntryView {
  readonly namespace: string;
  readonly key: string;
  readonly type: NvsValue['type'];
  /** Of texts and blobs; null for numbers. */
  readonly sizeBytes: number | null;
  /** By its name. */
  readonly isSecret: boolean;
  /** Null where it is a secret: `nvs.reveal` tells it. */
  readonly value: NvsShownValue | null;
}

/** An NVS partition that was read. All of its contents stay in the main process behind `token`. */
export interface NvsView extends Omit<NvsContents, 'entries'> {
  readonly token: string;
  readonly entries: readonly NvsEntryView[];
}

/** How the read of an NVS partition ended well. */
export interface NvsResult {
  readonly identity: BoardIdentity;
  readonly label: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly nvs: NvsView;
  readonly elapsedMs: number;
}

/** Requests, by channel. */
export const nvsRequests = {
  /** Reads the partition; ends by `boardJob.finished`. */
  'nvs.start': z.strictObject({
    path,
    label: z.string().max(64),
    offset: z.number().int().min(0).max(0xffff_ffff),
    sizeBytes: z.number().int().min(1).max(largestNvsBytes),
    settings: contactSettingsSchema,
    isPatient,
  }),
  /** Values that are hidden or cut, by their places in `entries`. */
  'nvs.reveal': z.strictObject({ token, entries: z.array(z.number().int().min(0)).min(1).max(100_000) }),
  /** The table that ESP-IDF's nvs_partition_gen takes, secrets and all. */
  'nvs.save': z.strictObject({ token, save: token }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface NvsReplies {
  'nvs.start': { readonly jobId: string };
  'nvs.reveal': readonly NvsShownValue[];
  /** `leftOut`: how many values the form has no place for. */
  'nvs.save': MadeFiles & { readonly leftOut: number };
}

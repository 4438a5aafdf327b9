/** What was flashed when, board by board. */
import { z } from 'zod';
import type { ChipId } from '../../chips/chip-descriptor';
import type { AppErrorData } from '../../errors/app-error';
import type { JobOutcome } from './jobs';
import { noPayload, token } from './payloads';

/** One file of a write. */
export interface HistoryFileView {
  readonly name: string;
  readonly sizeBytes: number;
  /** Of the file as it was on disk: 32 lower-case hex digits. */
  readonly md5: string;
  /** Null where what was typed was no address. */
  readonly offset: number | null;
  /** Of the application in it; null where it says none. */
  readonly project: string | null;
  readonly version: string | null;
}

/** One write, however it ended. */
export interface HistoryEntry {
  readonly id: string;
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
  /** Null where the board was never asked. */
  readonly mac: string | null;
  readonly port: string;
  readonly chip: ChipId | null;
  /** `ESP32-C3 (QFN32)`; null as with `mac`. */
  readonly board: string | null;
  readonly result: JobOutcome['kind'];
  /** What went wrong; null where nothing did. */
  readonly error: AppErrorData | null;
  readonly durationMs: number;
  /** Null where nothing was proven to be written. */
  readonly writtenBytes: number | null;
  readonly baudRate: number | null;
  /** Name of the setup that was on the table; null without one. */
  readonly setup: string | null;
  readonly files: readonly HistoryFileView[];
}

/** What is kept, newest first. */
export interface HistoryView {
  readonly entries: readonly HistoryEntry[];
  /** Why it is not kept; null where it is. */
  readonly problem: AppErrorData | null;
}

/** Whether a file of an entry is still what it was. */
export interface HistoryFileState {
  readonly name: string;
  readonly state: 'same' | 'changed' | 'gone';
}

/** Requests, by channel. */
export const historyRequests = {
  'history.list': noPayload,
  'history.remove': z.strictObject({ ids: z.array(token).max(10_000) }),
  /** Reads the entry's files and compares them with what was written then. */
  'history.check': z.strictObject({ id: token }),
  /** Saves these entries as a table of comma-separated values, a line for each file. */
  'history.export': z.strictObject({ ids: z.array(token).max(10_000), save: token }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface HistoryReplies {
  'history.list': HistoryView;
  'history.remove': null;
  'history.check': readonly HistoryFileState[];
  'history.export': null;
}

/** Events, by name. */
export interface HistoryEvents {
  'history.added': HistoryEntry;
  'history.removed': { readonly ids: readonly string[] };
  /** It cannot be kept any more, or it can again. */
  'history.problem': AppErrorData | null;
}

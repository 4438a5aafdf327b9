/** Running jobs of every kind, and how a write ends. */
import { z } from 'zod';
import type { AppErrorData } from '../../errors/app-error';
import type { FailureKind } from '../../errors/error-codes';
import type { BoardIdentity, BoardLayout } from '../board';
import { token } from './payloads';

export type JobKind =
  'flash' | 'identify' | 'read' | 'erase' | 'verify' | 'nvs' | 'memory' | 'tools' | 'volume' | 'volumeWrite';
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

/** How far one region of a write is. */
export interface RegionProgress {
  readonly offset: number;
  readonly sizeBytes: number;
  /** From its beginning. */
  readonly doneBytes: number;
  readonly state: 'waiting' | 'writing' | 'verifying' | 'verified';
}

/** A running job, at most ten a second. */
export interface JobProgress {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly path: string;
  readonly stage: JobStage;
  /** Which connection attempt, strategy name; for the connecting stage, in logs and on the command line. */
  readonly detail: string | null;
  /** Which of how many times it is tried to connect; `count` null: without end. */
  readonly attempt?: { readonly number: number; readonly count: number | null } | null;
  /** While it connects: why nobody answered so far. */
  readonly trouble?: AppErrorData | null;
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Done bytes by row of the request (same index). */
  readonly rowDoneBytes: readonly number[];
  readonly rowTotalBytes: readonly number[];
  /** Of a write, by offset: a file may be written in several pieces. */
  readonly regions?: readonly RegionProgress[];
  /** The whole flash was erased before the first region was written. */
  readonly isFlashErased?: boolean;
  readonly bytesPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly elapsedMs: number;
  readonly baudRate: number | null;
}

/** How a flash job ended well: every region was compared by MD5 on the chip, save for those that say otherwise. */
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
    /** Accepted by the chip, which tells nothing about what lies in flash now: `md5` is of what was sent. */
    readonly isUnproven?: boolean;
  }[];
  readonly writtenBytes: number;
  readonly elapsedMs: number;
  readonly baudRate: number;
  /** What the board printed after the reset (cleaned of control characters); empty when it was not listened to. */
  readonly bootLog: string;
  /** What lies on the board now; absent where nobody looked, or where it does not let anybody look. */
  readonly layout?: BoardLayout;
}

export type JobOutcome =
  | { readonly kind: 'verified'; readonly result: FlashResult }
  /** All of it was accepted, and nothing of it can be read back to prove it (Secure Download Mode). */
  | { readonly kind: 'written'; readonly result: FlashResult }
  | { readonly kind: FailureKind; readonly error: AppErrorData };

export interface JobFinished {
  readonly jobId: string;
  readonly outcome: JobOutcome;
}

/** Requests, by channel. */
export const jobsRequests = {
  'job.cancel': z.strictObject({ jobId: token }),
  /** A report for a bug tracker: versions, board, trace; without keys, passwords and home folder. */
  'job.report': z.strictObject({ jobId: token }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface JobsReplies {
  'job.cancel': null;
  'job.report': { readonly text: string };
}

/** Events, by name. */
export interface JobsEvents {
  'job.progress': JobProgress;
  'job.finished': JobFinished;
}

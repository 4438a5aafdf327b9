/** The chip's memory and registers: read, written, dumped, and programs that run from RAM. */
import { z } from 'zod';
import type { BoardIdentity } from '../board';
import { contactSettingsSchema } from './board-jobs';
import { noPayload, path, token } from './payloads';

/** More than any chip has in one piece, and little enough to hold. */
const largestDumpBytes = 64 * 1024 * 1024;

const word = z.number().int().min(0).max(0xffff_ffff);

/** What is to be done. Addresses are the CPU's, and a word's address is a multiple of four. */
export const memoryTaskSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('readWord'), address: word }),
  /** Only the bits of `mask` change. */
  z.strictObject({ kind: z.literal('writeWord'), address: word, value: word, mask: word }),
  /** `save` is a token of `saves.choose`: the file appears there when all of it was read. */
  z.strictObject({
    kind: z.literal('dump'),
    address: word,
    sizeBytes: z.number().int().min(1).max(largestDumpBytes),
    save: token,
  }),
  /** `program` is a token of `memory.chooseProgram`. */
  z.strictObject({ kind: z.literal('load'), program: token }),
  /** Starts the application in flash. */
  z.strictObject({ kind: z.literal('run') }),
]);
export type MemoryTask = z.infer<typeof memoryTaskSchema>;

/** An image file that a person chose to run from RAM. Whether it can is found out by the job. */
export interface MemoryProgram {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly entryAddress: number;
  readonly segments: readonly { readonly address: number; readonly sizeBytes: number }[];
}

/** What came of it, besides what every job tells. */
export type MemoryFound =
  | { readonly kind: 'readWord'; readonly address: number; readonly value: number }
  /** `after`: what the word reads as after the write; registers may have a mind of their own. */
  | {
      readonly kind: 'writeWord';
      readonly address: number;
      readonly value: number;
      readonly mask: number;
      readonly before: number;
      readonly after: number;
    }
  | { readonly kind: 'dump'; readonly address: number; readonly sizeBytes: number }
  | {
      readonly kind: 'load';
      readonly name: string;
      readonly entryAddress: number;
      readonly segments: readonly { readonly address: number; readonly sizeBytes: number }[];
      /** What it printed at first; empty where it printed nothing that can be read. */
      readonly output: string;
    }
  | { readonly kind: 'run'; readonly output: string };

/** How a task ended well. */
export interface MemoryResult {
  readonly identity: BoardIdentity;
  readonly elapsedMs: number;
  readonly found: MemoryFound;
  /** The loader was left running: what was written is still there. */
  readonly isHeld: boolean;
}

/** Requests, by channel. */
export const memoryRequests = {
  /** Null when the person thinks better of it. */
  'memory.chooseProgram': noPayload,
  'memory.start': z.strictObject({
    path,
    settings: contactSettingsSchema,
    task: memoryTaskSchema,
    /** Leaves the loader running, and goes on with one that was left running. */
    holds: z.boolean(),
  }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface MemoryReplies {
  'memory.chooseProgram': MemoryProgram | null;
  /** Its end comes as `boardJob.finished`. */
  'memory.start': { readonly jobId: string };
}

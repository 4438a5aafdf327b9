/** What went over the wire during a job, line by line. */
import { z } from 'zod';
import { token } from './payloads';
import { mostTraceLines, mostTraceLinesAtOnce, type TraceKind } from '../trace-kinds';
import type { JobKind } from './jobs';

/** One line. */
export interface TraceLine {
  /** Counts up by one from 0. */
  readonly number: number;
  /** Since the job began. */
  readonly atMs: number;
  readonly kind: TraceKind;
  readonly direction: 'toChip' | 'fromChip' | 'here';
  /** `FLASH_DEFL_DATA seq=3 len=16384` */
  readonly text: string;
  /** What the board printed; empty where it printed nothing. Never copied or saved. */
  readonly quote: string;
  /** The first bytes, `00 08 24 …`; empty where there are none, or where they are a secret. */
  readonly hex: string;
  /** Of the whole frame; null where there is none. */
  readonly sizeBytes: number | null;
}

/** A job of which the trace is remembered. */
export interface TracedJob {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly path: string;
  readonly isRunning: boolean;
  /** Number of the oldest line that is remembered: so many were dropped. */
  readonly first: number;
  /** One past the number of the newest line. */
  readonly end: number;
}

const jobId = z.string().max(100);
/** Of the lines that are meant, in order; null = all. */
const numbers = z.array(z.number().int().min(0)).max(mostTraceLines).nullable();

/** Requests, by channel. */
export const traceRequests = {
  /** While true, `trace.changed` tells of new lines. Answers the jobs, the newest first. */
  'trace.watch': z.strictObject({ watching: z.boolean() }),
  /** `job.notFound` for a job whose trace is gone. */
  'trace.read': z.strictObject({
    jobId,
    from: z.number().int().min(0),
    count: z.number().int().min(1).max(mostTraceLinesAtOnce),
  }),
  /** As a text that can be published: no bytes of files, nothing that the board printed, no names of people. */
  'trace.text': z.strictObject({ jobId, numbers }),
  /** The same into a file; `file.notWritten`. */
  'trace.save': z.strictObject({ jobId, numbers, save: token }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface TraceReplies {
  'trace.watch': readonly TracedJob[];
  'trace.read': { readonly lines: readonly TraceLine[]; readonly job: TracedJob };
  'trace.text': { readonly text: string };
  'trace.save': null;
}

/** Events, by name. */
export interface TraceEvents {
  /** At most five a second, and only while somebody watches. */
  'trace.changed': readonly TracedJob[];
}

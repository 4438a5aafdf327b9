/** Listening to a board and talking with it. */
import { z } from 'zod';
import type { AppErrorData } from '../../errors/app-error';
import { noPayload, path, token } from './payloads';

const baudRate = z.union([z.literal('automatic'), z.number().int().min(300).max(4_000_000)]);
/** What DTR and RTS are while somebody listens. `automatic`: what suits the adapter. */
const lines = z.enum(['automatic', 'released', 'asserted']);
/** How the session is written into a file: its text, the same with times, or the bytes as they came. */
const saveFormat = z.enum(['text', 'timedText', 'bytes']);
export type MonitorSaveFormat = z.infer<typeof saveFormat>;

export const monitorSettingsSchema = z.strictObject({
  /** `automatic`: the rate at which the chip prints its boot log. */
  baudRate,
  lines,
  /** Restarts the board when the monitor is opened, to see its text from the beginning. */
  resetOnOpen: z.boolean(),
  times: z.enum(['off', 'sinceStart', 'timeOfDay']),
  lineEnding: z.enum(['none', 'lf', 'cr', 'crlf']),
  /** A whole line at Enter, every key at once, or bytes in hexadecimal. */
  sendAs: z.enum(['line', 'keys', 'hex']),
  showSent: z.boolean(),
});
/** How the Monitor page was left. */
export type MonitorSettings = z.infer<typeof monitorSettingsSchema>;
export type LineEnding = MonitorSettings['lineEnding'];

/** What a fresh installation starts with. */
export const defaultMonitorSettings: MonitorSettings = {
  baudRate: 'automatic',
  lines: 'automatic',
  resetOnOpen: false,
  times: 'off',
  lineEnding: 'crlf',
  sendAs: 'line',
  showSent: true,
};

/**
 * `yielded`: a job or a look has the port, and the monitor comes back by itself. `away`: the port is gone, and the
 * monitor waits for it.
 */
export type MonitorStatus = 'closed' | 'opening' | 'open' | 'yielded' | 'away';

/** Where the monitor stands. */
export interface MonitorState {
  readonly status: MonitorStatus;
  /** The port; another one than was asked for where the board came back elsewhere. Null while closed. */
  readonly path: string | null;
  readonly baudRate: number | null;
  /** False where the link has no lines to reset the board by. */
  readonly canReset: boolean;
  /** Who has the port, while it is yielded. */
  readonly heldBy: 'job' | 'identify' | 'share' | null;
  /** Why it is closed, or what stands in the way of coming back; null where nothing does. */
  readonly error: AppErrorData | null;
  /** The file that everything is written into as it comes; null where none is. */
  readonly recording: { readonly name: string; readonly sizeBytes: number; readonly error: AppErrorData | null } | null;
  /** Names of the program files that addresses are looked up in, the last one first. */
  readonly programs: readonly string[];
}

/** What a board said, in pieces of a sixtieth of a second. */
export interface MonitorData {
  /** Counts up by one; to be acknowledged by `monitor.taken`. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly bytes: Uint8Array;
  /** Lost before these, because the window did not keep up. */
  readonly droppedBytes: number;
  /** Heard live, or by the job that wrote the board. */
  readonly origin: 'board' | 'job';
}

const address = z.strictObject({
  address: z.number().int().min(0).max(0xffff_ffff),
  role: z.enum(['at', 'caller', 'stack']),
});

/** Where in the program an address is; nulls for what is not known. */
export interface CodePlace {
  readonly address: number;
  readonly functionName: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

/** What a program file says about addresses. */
export interface CodePlaces {
  /** Name of the file; null where there is none to ask. */
  readonly program: string | null;
  /** Whether it is the very program that runs; null where the board does not tell. */
  readonly isSame: boolean | null;
  /** In the order of the request; addresses off the stack that are in no function are left out. */
  readonly places: readonly CodePlace[];
}

/** Requests, by channel. */
export const monitorRequests = {
  'monitor.state': noPayload,
  /** Rejects where the port cannot be opened. `bootText`: begin with what the last job heard there. */
  'monitor.open': z.strictObject({ path, baudRate, lines, reset: z.boolean(), bootText: z.boolean() }),
  'monitor.close': noPayload,
  'monitor.setRate': z.strictObject({ baudRate }),
  'monitor.setLines': z.strictObject({ lines }),
  'monitor.reset': z.strictObject({ into: z.enum(['app', 'downloadMode']) }),
  'monitor.send': z.union([
    z.strictObject({ kind: z.literal('text'), text: z.string().max(65_536) }),
    z.strictObject({ kind: z.literal('hex'), text: z.string().max(65_536) }),
  ]),
  'monitor.taken': z.strictObject({ sequence: z.number().int().min(0) }),
  /** Forgets what came so far; what is being recorded stays. */
  'monitor.clear': noPayload,
  'monitor.save': z.strictObject({ save: token, format: saveFormat }),
  /** Writes everything into a file from now on, with what is remembered so far in front. */
  'monitor.record': z.strictObject({ save: token, format: saveFormat }),
  'monitor.stopRecording': noPayload,
  /** While true, dropped program files are taken for looking up addresses. */
  'monitor.receive': z.strictObject({ receiving: z.boolean() }),
  'monitor.chooseProgram': noPayload,
  'monitor.locate': z.strictObject({
    addresses: z.array(address).max(256),
    /** Start of the SHA-256 of the program that runs, where the board tells. */
    programHash: z
      .string()
      .regex(/^[0-9a-f]{8,64}$/)
      .nullable(),
  }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface MonitorReplies {
  'monitor.state': MonitorState;
  'monitor.open': MonitorState;
  'monitor.close': null;
  'monitor.setRate': null;
  'monitor.setLines': null;
  'monitor.reset': null;
  'monitor.send': null;
  'monitor.taken': null;
  'monitor.clear': null;
  /** `lostBytes`: the oldest part of a long session that is not remembered any more. */
  'monitor.save': { readonly name: string; readonly sizeBytes: number; readonly lostBytes: number };
  'monitor.record': null;
  'monitor.stopRecording': null;
  'monitor.receive': null;
  /** Programs that could not be used, with why. */
  'monitor.chooseProgram': readonly { readonly name: string; readonly error: AppErrorData }[];
  'monitor.locate': CodePlaces;
}

/** Events, by name. */
export interface MonitorEvents {
  'monitor.data': MonitorData;
  'monitor.state': MonitorState;
  /** Program files that were dropped and could not be used. */
  'monitor.rejected': readonly { readonly name: string; readonly error: AppErrorData }[];
}

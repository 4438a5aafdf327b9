import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import { findChip } from '../../../src-shared/chips';
import { isErrorCode } from '../../../src-shared/errors/advice';
import type { AppErrorData } from '../../../src-shared/errors/app-error';
import {
  flashSettingsSchema,
  type BoardIdentity,
  type FlashRow,
  type FlashSettings,
  type HistoryEntry,
  type JobOutcome,
} from '../../../src-shared/ipc/contract';
import { parseSize } from '../../../src-shared/numbers/parse-number';
import type { LoadedFirmware } from '../../firmware/read-firmware';
import type { FileOrigin } from '../firmware-store';
import { redact } from '../redact';

/** A file of a write, as it was when the write began. */
export interface FlashedFile {
  readonly row: FlashRow;
  readonly loaded: LoadedFirmware;
  readonly origin: FileOrigin;
}

/** A write that ended. */
export interface EndedFlash {
  readonly path: string;
  readonly settings: FlashSettings;
  /** Those that were to be written. */
  readonly files: readonly FlashedFile[];
  /** Null where the board did not get as far as to say who it is. */
  readonly identity: BoardIdentity | null;
  readonly outcome: JobOutcome;
  readonly durationMs: number;
}

const longestFact = 200;
const text = z.string().max(4096);
const size = z.number().int().min(0);
const fileSchema = z.object({
  name: text,
  sizeBytes: size,
  md5: z.string().regex(/^[0-9a-f]{32}$/),
  offset: size.nullable(),
  offsetText: z.string().max(40),
  encrypt: z.boolean(),
  project: text.nullable(),
  version: text.nullable(),
  /** Of what it came out of, on this computer. Not shown and not handed on. */
  path: text,
  /** Of the build that it belongs to. */
  chip: z.string().max(20).nullable(),
});
const recordSchema = z.object({
  id: z.string().min(1).max(100),
  at: z.number(),
  mac: z.string().max(40).nullable(),
  port: z.string().max(300),
  chip: z.string().max(20).nullable(),
  board: text.nullable(),
  result: z.enum(['verified', 'written', 'failed', 'cancelled', 'unplugged']),
  error: z
    .object({ code: z.string().max(60), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) })
    .nullable(),
  durationMs: z.number().min(0),
  writtenBytes: size.nullable(),
  baudRate: size.nullable(),
  setup: text.nullable(),
  settings: flashSettingsSchema.strip(),
  files: z.array(fileSchema).max(1000),
});
/** One write as it is kept. */
export type HistoryRecord = z.infer<typeof recordSchema>;

/** Null for a line that is none. */
export function parseRecord(line: unknown): HistoryRecord | null {
  const parsed = recordSchema.safeParse(line);
  return parsed.success ? parsed.data : null;
}

/** What is kept of a write: no contents, and nothing of an address that only its owner should know. */
export function recordOf(ended: EndedFlash, id: string, endedAt: number, setupPath: string | null): HistoryRecord {
  const { outcome, identity } = ended;
  const result = 'result' in outcome ? outcome.result : null;
  return {
    id,
    at: Math.round(endedAt - ended.durationMs),
    mac: identity?.mac ?? null,
    port: withoutLogin(ended.path),
    chip: identity?.chip ?? null,
    board: identity?.description ?? null,
    result: outcome.kind,
    error: 'error' in outcome ? keptError(outcome.error) : null,
    durationMs: Math.round(ended.durationMs),
    writtenBytes: result?.writtenBytes ?? null,
    baudRate: result?.baudRate ?? null,
    setup: setupPath,
    settings: { ...ended.settings, force: false },
    files: ended.files.map(({ row, loaded, origin }) => ({
      name: loaded.name,
      sizeBytes: loaded.bytes.length,
      md5: md5Of(loaded.bytes),
      offset: offsetOf(row.offsetText),
      offsetText: row.offsetText,
      encrypt: row.encrypt === true,
      project: loaded.contents.image?.projectName ?? null,
      version: loaded.contents.image?.version ?? null,
      path: origin.path,
      chip: origin.chip,
    })),
  };
}

/** What the window sees of it: names, and no paths. */
export function entryOf(record: HistoryRecord): HistoryEntry {
  const { id, at, mac, port, board, result, durationMs, writtenBytes, baudRate } = record;
  return {
    ...{ id, at, mac, port, board, result, durationMs, writtenBytes, baudRate },
    chip: record.chip === null ? null : (findChip(record.chip)?.id ?? null),
    error: record.error === null ? null : shownError(record.error),
    setup: record.setup === null ? null : basename(record.setup).replace(/\.esplanade$/i, ''),
    files: record.files.map(({ name, sizeBytes, md5, offset, project, version }) => ({
      ...{ name, sizeBytes, md5, offset, project, version },
    })),
  };
}

/** Boot logs and the like may hold anything; what a sentence is made of is short. */
function keptError({ code, facts }: AppErrorData): HistoryRecord['error'] {
  const kept = Object.entries<unknown>(facts).flatMap(([name, value]): [string, string | number | boolean][] => {
    if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
    if (typeof value !== 'string' || ['bootLog', 'sample'].includes(name)) return [];
    return [[name, redact(withoutLogin(value), '').slice(0, longestFact)]];
  });
  return { code, facts: Object.fromEntries(kept) };
}

/** An error of a later version has no sentence here, but a name. */
function shownError({ code, facts }: NonNullable<HistoryRecord['error']>): AppErrorData {
  if (!isErrorCode(code)) return { code: 'internal', facts: { reason: code } };
  return { code, facts } as unknown as AppErrorData;
}

export function md5Of(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}

function offsetOf(typed: string): number | null {
  try {
    return parseSize(typed, '');
  } catch {
    return null;
  }
}

/** `rfc2217://me:secret@host:1` → `rfc2217://host:1` */
function withoutLogin(port: string): string {
  return port.replace(/^(\w+:\/\/)[^/@]*@/, '$1');
}

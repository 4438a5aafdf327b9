import { z } from 'zod';
import { findChip } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import { defaultFlashSettings, flashSettingsSchema, type FlashSettings } from '../../../src-shared/ipc/contract';
import { pathFrom, pathTo } from './setup-paths';

/** What setups end in. */
export const setupExtension = 'esplanade';

/**
 * Settings that a setup carries. What overrides a safety check is not among them: a person decides that anew for
 * each write, and nobody decides it for somebody else.
 */
export type SetupSettings = Omit<FlashSettings, 'force' | 'ignoreEncryptionEfuse'>;

/** One row of the flash table as a setup keeps it. */
export interface SetupRow {
  /** The file's name on the table: one of those that the source holds. */
  readonly name: string;
  /** For which chip its build is; null where nothing tells. */
  readonly chip: ChipId | null;
  readonly offsetText: string;
  /** False: where the file's contents say that it belongs, which a new build may change. */
  readonly offsetIsTyped: boolean;
  readonly enabled: boolean;
  readonly encrypt: boolean;
}

/** A file, folder or zip file, and the rows that came out of it. */
export interface SetupSource {
  /** Absolute; as it stands in the setup where it is another system's. */
  readonly path: string;
  readonly rows: readonly SetupRow[];
}

/** A flash setup: what is written, how, and for which chip. */
export interface FlashSetup {
  readonly chip: ChipId | null;
  readonly settings: SetupSettings;
  readonly sources: readonly SetupSource[];
}

const format = 'esplanade setup';
const version = 1;
/** A hundred times what the largest table needs. */
const largestSetup = 1024 * 1024;
const mostSources = 200;
const mostRows = 1000;

const plainText = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u);
const chipSchema = z
  .string()
  .max(20)
  .transform((name, context): ChipId => {
    const chip = findChip(name);
    if (chip !== null) return chip.id;
    context.issues.push({ code: 'custom', message: 'no known chip', input: name });
    return z.NEVER;
  });
const rowSchema = z.object({
  name: plainText(300),
  chip: chipSchema.nullable().default(null),
  offset: z.string().max(40).default(''),
  typed: z.boolean().default(false),
  write: z.boolean().default(true),
  encrypt: z.boolean().default(false),
});
const settingsSchema = flashSettingsSchema.omit({ force: true, ignoreEncryptionEfuse: true }).strip();
const schema = z.object({
  chip: chipSchema.nullable().default(null),
  settings: settingsSchema.partial().default({}),
  files: z.array(z.object({ path: plainText(4096), rows: z.array(rowSchema).min(1).max(mostRows) })).max(mostSources),
});
const headSchema = z.object({ format: z.literal(format), version: z.number().int().min(1) });

/**
 * Reads a setup. `folder` is the one that it lies in: relative paths start there.
 *
 * @throws AppError `setup.notUnderstood | setup.tooNew | file.tooLarge`.
 */
export function parseSetup(bytes: Uint8Array, name: string, folder: string): FlashSetup {
  if (bytes.length > largestSetup) {
    throw new AppError('file.tooLarge', { name, sizeBytes: bytes.length, limitBytes: largestSetup });
  }
  const json = jsonOf(bytes, name);
  const head = headSchema.safeParse(json);
  if (!head.success) throw new AppError('setup.notUnderstood', { name, reason: 'it is not a setup of Esplanade' });
  if (head.data.version > version) throw new AppError('setup.tooNew', { name, version: head.data.version });
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('setup.notUnderstood', { name, reason: `${place || 'its content'} makes no sense` });
  }
  const { chip, settings, files } = parsed.data;
  if (files.reduce((sum, { rows }) => sum + rows.length, 0) > mostRows) {
    throw new AppError('setup.notUnderstood', { name, reason: `it has more than ${mostRows} rows` });
  }
  return {
    chip,
    settings: setupSettings({ ...defaultFlashSettings, ...settings }),
    sources: files.map(({ path, rows }) => ({
      path: pathFrom(folder, path),
      rows: rows.map(({ offset, typed, write, ...row }) => ({
        ...row,
        offsetText: offset,
        offsetIsTyped: typed,
        enabled: write,
      })),
    })),
  };
}

function jsonOf(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw new AppError('setup.notUnderstood', { name, reason: 'it is damaged' }, { cause: error });
  }
}

/** What of flash settings a setup carries. */
export function setupSettings(settings: object): SetupSettings {
  return settingsSchema.parse(settings);
}

/** The setup as a file in `folder`; paths near it become relative. `folder` null: all paths stay absolute. */
export function serializeSetup({ chip, settings, sources }: FlashSetup, folder: string | null): Uint8Array {
  const json = {
    format,
    version,
    chip,
    settings,
    files: sources.map(({ path, rows }) => ({
      path: folder === null ? path : pathTo(folder, path),
      rows: rows.map((row) => ({
        name: row.name,
        ...(row.chip === null ? {} : { chip: row.chip }),
        offset: row.offsetText,
        ...(row.offsetIsTyped ? { typed: true } : {}),
        ...(row.enabled ? {} : { write: false }),
        ...(row.encrypt ? { encrypt: true } : {}),
      })),
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
}

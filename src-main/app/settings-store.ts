import { readFileSync, renameSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../src-shared/errors/app-error';
import { appSettingsSchema, keptOnReset, type AppSettings } from '../../src-shared/ipc/contract';
import type { SettingsStore } from '../jobs/services';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes each part that is still good and the default for each that is not. */
function parsePartByPart(stored: Record<string, unknown>): AppSettings {
  const good: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(appSettingsSchema.shape)) {
    if (schema.safeParse(stored[name]).success) good[name] = stored[name];
  }
  return appSettingsSchema.parse(good);
}

function readSettings(file: string): AppSettings {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return appSettingsSchema.parse({});
  }
  try {
    const stored: unknown = JSON.parse(text);
    if (isRecord(stored)) return parsePartByPart(stored);
  } catch {
    // Not JSON: kept aside below.
  }
  renameSync(file, join(dirname(file), `settings.broken-${Date.now()}.json`));
  return appSettingsSchema.parse({});
}

/** Writes the whole file beside the old one and swaps them, so that a power cut leaves one of the two. */
async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const written = `${file}.new`;
  const handle = await open(written, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(written, file);
}

/**
 * Settings in `settings.json` of `folder`. A file that is no JSON object is kept aside as
 * `settings.broken-*.json`; a part that no longer fits falls back to its default by itself.
 */
export function openSettingsStore(folder: string): SettingsStore {
  const file = join(folder, 'settings.json');
  let settings = readSettings(file);
  let lastWrite: Promise<void> = Promise.resolve();

  async function set(change: Partial<AppSettings>): Promise<AppSettings> {
    settings = { ...settings, ...change };
    const saved = settings;
    // One after the other, whether or not the one before it failed.
    lastWrite = lastWrite.catch(() => undefined).then(() => replaceFile(file, `${JSON.stringify(saved, null, 2)}\n`));
    try {
      await lastWrite;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AppError('settings.notSaved', { reason }, { cause: error });
    }
    return saved;
  }

  return {
    get: () => settings,
    set,
    reset() {
      const kept = Object.fromEntries(keptOnReset.map((name) => [name, settings[name]]));
      return set({ ...appSettingsSchema.parse({}), ...kept });
    },
  };
}

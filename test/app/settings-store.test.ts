import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettingsStore } from '../../src-main/app/settings-store';
import { isAppError } from '../../src-shared/errors/app-error';
import { appSettingsSchema, defaultFlashSettings } from '../../src-shared/ipc/contract';

const defaults = appSettingsSchema.parse({});

describe('the settings store', () => {
  let folder = '';
  const stored = (): unknown => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('starts with the defaults and writes nothing by itself', () => {
    expect(openSettingsStore(folder).get()).toEqual(defaults);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('remembers a change until the next start, and makes its folder', async () => {
    const deep = join(folder, 'not/yet');
    await openSettingsStore(deep).set({ theme: 'dark', lastPath: 'sim://esp32' });
    expect(openSettingsStore(deep).get()).toEqual({ ...defaults, theme: 'dark', lastPath: 'sim://esp32' });
    expect(readdirSync(deep)).toEqual(['settings.json']);
  });

  it('keeps every one of many changes made at once', async () => {
    const store = openSettingsStore(folder);
    await Promise.all([
      store.set({ theme: 'dark' }),
      store.set({ language: 'de' }),
      store.set({ advancedOpen: true }),
      store.set({ flash: { ...defaultFlashSettings, baudRate: 460_800 } }),
    ]);
    expect(stored()).toMatchObject({ theme: 'dark', language: 'de', advancedOpen: true, flash: { baudRate: 460_800 } });
  });

  it.each([['{"theme": "dark"'], [''], ['[1]'], ['"dark"'], ['null']])(
    'keeps a broken file (%s) aside and starts with the defaults',
    async (text) => {
      writeFileSync(join(folder, 'settings.json'), text);
      const store = openSettingsStore(folder);
      expect(store.get()).toEqual(defaults);
      const [aside, ...more] = readdirSync(folder);
      expect(more).toEqual([]);
      expect(aside).toMatch(/^settings\.broken-.*\.json$/);
      expect(readFileSync(join(folder, aside!), 'utf8')).toBe(text);
      await store.set({ theme: 'light' });
      expect(stored()).toMatchObject({ theme: 'light' });
    },
  );

  it('keeps the good parts of a file with a bad part', () => {
    const flash = { ...defaultFlashSettings, baudRate: -1 };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ theme: 'dark', language: 5, flash, unheardOf: 1 }));
    expect(openSettingsStore(folder).get()).toEqual({ ...defaults, theme: 'dark' });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('says so when it cannot write, still has the change, and writes again when it can', async () => {
    writeFileSync(join(folder, 'file'), '');
    const store = openSettingsStore(join(folder, 'file'));
    await expect(store.set({ theme: 'dark' })).rejects.toSatisfy((error) => isAppError(error, 'settings.notSaved'));
    expect(store.get().theme).toBe('dark');
    rmSync(join(folder, 'file'));
    await store.set({ language: 'fr' });
    expect(openSettingsStore(join(folder, 'file')).get()).toMatchObject({ theme: 'dark', language: 'fr' });
  });
});

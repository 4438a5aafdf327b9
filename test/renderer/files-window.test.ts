import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visibleName, volumeRows } from '../../src-renderer/composables/volume-rows';
import type { VolumeEntry } from '../../src-shared/ipc/contract';
import { showScene } from './show-scene';
import { findChromium, type OpenWindow, startWindowHost, type WindowHost, type WindowOptions } from './window-page';

const entry = (path: string, kind: VolumeEntry['kind'] = 'file'): VolumeEntry => ({
  path,
  kind,
  sizeBytes: 0,
  modifiedMs: null,
  isDamaged: false,
});
const drawn = (entries: readonly VolumeEntry[], filter = ''): readonly string[] =>
  volumeRows(entries, filter).map(
    ({ name, kind, depth }) => `${'  '.repeat(depth)}${name}${kind === 'folder' ? '/' : ''}`,
  );

describe('files as rows', () => {
  test('each folder stands before what is in it, also where only names tell of it', () => {
    const flat = [entry('/www/b.js'), entry('/a.txt'), entry('/www/a.js'), entry('/www/img/1.png')];
    expect(drawn(flat)).toEqual(['a.txt', 'www/', '  a.js', '  b.js', '  img/', '    1.png']);
    expect(drawn([entry('/empty', 'folder'), ...flat, entry('/www', 'folder')])).toHaveLength(7);
    expect(drawn([entry('/a'), entry('/a/b')])).toEqual(['a', 'a/', '  b']);
  });

  test('a filter finds files by any part of their paths', () => {
    expect(drawn([entry('/www', 'folder'), entry('/www/Index.html'), entry('/a.txt')], ' index ')).toEqual([
      '/www/Index.html',
    ]);
    expect(drawn([entry('/www', 'folder')], 'www')).toEqual([]);
  });

  test('signs that nobody sees are seen', () => {
    expect(visibleName('txt.\u202eexe\n')).toBe('txt.\uFFFDexe\uFFFD');
  });

  test('a volume of any depth and length is no trouble', () => {
    const deep = entry(`/${'d/'.repeat(20_000)}x`);
    const rows = volumeRows([deep, ...Array.from({ length: 20_000 }, (_, index) => entry(`/f${index}`))], '');
    expect(rows).toHaveLength(40_001);
  });
});

const chromiumPath = findChromium();
if (chromiumPath === null) console.log('skipped: the window in a browser needs a Chromium (set CHROMIUM_PATH)');

describe.skipIf(chromiumPath === null)('the Files page', { timeout: 120_000 }, () => {
  let host: WindowHost;
  beforeAll(async () => {
    if (chromiumPath !== null) host = await startWindowHost(chromiumPath);
  }, 180_000);
  afterAll(async () => {
    await host.close();
  });
  const show = (options: WindowOptions, check: (open: OpenWindow) => Promise<void>): Promise<void> =>
    showScene(host, options, check);
  const callsOf = (page: Page, channel: string): Promise<unknown[]> =>
    page.evaluate(
      (wanted) =>
        (window.esplanadeDev?.calls ?? []).filter((call) => call.channel === wanted).map((call) => call.payload),
      channel,
    );

  test('lists what is on the board, and how full it is in words', async () => {
    await show({ scene: 'boardFiles' }, async ({ page }) => {
      await page.getByText('588 kB of 1.38 MB used, 820 kB free').waitFor();
      const list = page.getByRole('listbox', { name: 'Files and folders' });
      expect(await list.getByRole('option').first().innerText()).toContain('config.json');
      // Only the rows in sight are there.
      expect(await list.getByRole('option').count()).toBeLessThan(40);
      expect(await list.getByRole('option').first().getAttribute('aria-setsize')).toBe('311');
      await page.getByText('A file is damaged: it cannot be read in whole.').waitFor();
      await page.getByText('Details').click();
      await page.getByText('Block size').waitFor();
      await page.getByText('4 kB', { exact: true }).waitFor();
      const [start] = (await callsOf(page, 'volume.start')) as { label: string; offset: number }[];
      expect(start).toMatchObject({ label: 'storage', offset: 0x29_0000, sizeBytes: 0x16_0000 });
    });
  });

  test('is walked by keys, and looks into text without running any of it', async () => {
    await show({ scene: 'boardFilesText' }, async ({ page }) => {
      await page.getByRole('region', { name: 'Contents of /www/index.html' }).getByText('alert(').waitFor();
      const list = page.getByRole('listbox', { name: 'Files and folders' });
      await list.focus();
      await page.keyboard.press('ArrowDown');
      await page.getByText('This file is damaged').waitFor();
      expect(await page.getByRole('button', { name: 'Save this file…' }).isDisabled()).toBe(true);
      await page.keyboard.press('Home');
      await page.getByRole('region', { name: 'Contents of /www/app.js' }).getByText('/www/app.js').first().waitFor();
      // What is damaged was not even asked for.
      expect(await callsOf(page, 'volume.preview')).toHaveLength(2);
    });
  });

  test('shows pictures, and bytes of everything', async () => {
    await show({ scene: 'boardFilesPicture' }, async ({ page }) => {
      const picture = page.getByRole('img', { name: 'The picture /www/images/pier.png' });
      await picture.waitFor();
      expect(await picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(1);
      await page.getByRole('switch', { name: 'Show as bytes' }).click();
      await page.getByText('00 01 02 03 04 05').waitFor();
      expect((await callsOf(page, 'volume.preview')).at(-1)).toMatchObject({ asBytes: true });
    });
    await show({ scene: 'boardFilesBytes' }, async ({ page }) => {
      await page.getByText('The first 64 kB are shown. The saved file has all of it.').waitFor();
    });
  });

  test('saves one file or all of them, and says what became of the names', async () => {
    await show({ scene: 'boardFilesText' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Save this file…' }).click();
      await page.getByText('index.html', { exact: false }).first().waitFor();
      await page.getByRole('button', { name: 'Save all…' }).click();
      await page.getByText('306 files saved in the new folder storage').waitFor();
      await page.getByText('2 files got other names').waitFor();
      await page.getByText('One file is damaged and was left out.').waitFor();
      await page.getByRole('button', { name: 'Show in folder' }).first().click();
      expect(await callsOf(page, 'saves.show')).toHaveLength(1);
    });
  });

  test.each([
    ['boardFilesEmpty', 'There are no files in it.'],
    ['boardFilesForeign', 'It bears the marks of LittleFS, but it is too damaged to be read'],
    ['boardFilesEncrypted', 'what was read is scrambled'],
    ['boardFilesClosed', 'nothing on it can be read'],
    ['boardFilesNone', 'Choose a board at the top to see the files on it.'],
  ] as const)('%s: %s', async (scene, words) => {
    await show({ scene }, async ({ page }) => {
      await page.getByRole('main').getByText(words).first().waitFor();
      expect(await page.getByRole('listbox').count()).toBe(0);
    });
  });

  test('asks where the files are on a board that does not tell', async () => {
    await show({ scene: 'boardFilesNoTable' }, async ({ page }) => {
      const [start] = await callsOf(page, 'volume.start');
      expect(start).toMatchObject({ label: '0x200000', offset: 0x20_0000, sizeBytes: 0x1f_b000 });
      await page.getByRole('textbox', { name: 'Size' }).fill('5000');
      expect(await page.getByRole('button', { name: 'Read the files' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Use 0x200000 – 0x201fff' }).click();
      expect(await page.getByRole('button', { name: 'Read the files' }).isEnabled()).toBe(true);
    });
  });

  test('forgets what it showed as soon as the board may hold something else', async () => {
    await show({ scene: 'boardFilesText' }, async ({ page }) => {
      await page.evaluate(() =>
        window.esplanadeDev?.emit('job.finished', {
          jobId: 'job-9',
          outcome: { kind: 'cancelled', error: { code: 'job.cancelled', facts: {} } },
        }),
      );
      await page.getByText('Nothing was read yet.').waitFor();
      expect(await page.getByRole('listbox').count()).toBe(0);
    });
  });
});

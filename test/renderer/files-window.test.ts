import { describe, expect, test } from 'vitest';
import { visibleName, volumeRows } from '../../src-renderer/composables/volume-rows';
import type { VolumeEntry } from '../../src-shared/ipc/contract';
import { callsOf, hostScenes } from './show-scene';
import { findChromium } from './window-page';

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
  const show = hostScenes(chromiumPath);

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

  test('gathers changes, says them in words and takes them back one by one', async () => {
    await show({ scene: 'boardFilesChanged' }, async ({ page }) => {
      await page.getByText('1 file added, 301 removed. 752 kB of 1.38 MB free afterwards.').waitFor();
      // What is new lies in the folder that was chosen.
      expect(await callsOf(page, 'volume.add')).toEqual([{ token: 'volume-1', folder: '/www' }]);
      await page.getByRole('option', { name: /new\.html.*new/ }).waitFor();
      await page.getByRole('button', { name: 'Undo: /logs is removed with 300 files' }).click();
      await page.getByText('1 file added, 1 removed.').waitFor();
      expect(await callsOf(page, 'volume.write')).toEqual([]);
      await page.getByRole('button', { name: 'Discard all' }).click();
      await page.getByRole('button', { name: 'Read them again' }).waitFor();
      await page.getByText('308 files').waitFor();
      // Dropped files go where the page says, and only while it is there.
      expect((await callsOf(page, 'volume.receive')).at(-1)).toEqual({ into: { token: 'volume-1', folder: '/www' } });
      await page.getByRole('main').getByRole('link', { name: 'Overview' }).click();
      await page.waitForTimeout(100);
      expect((await callsOf(page, 'volume.receive')).at(-1)).toEqual({ into: null });
    });
  });

  test('renames by keys alone, and takes no name that is none', async () => {
    await show({ scene: 'boardFilesRename' }, async ({ page }) => {
      const field = page.getByRole('textbox', { name: 'New name' });
      await field.fill('a/b');
      expect(await page.getByRole('button', { name: 'Rename', exact: true }).isDisabled()).toBe(true);
      await field.fill('settings.json');
      await field.press('Enter');
      await page.getByText('/config.json becomes /settings.json').waitFor();
      await page.getByRole('heading', { name: '/settings.json' }).waitFor();
      expect(await callsOf(page, 'volume.rename')).toEqual([
        { token: 'volume-1', entry: '/config.json', to: '/settings.json' },
      ]);
    });
  });

  test('says before the write what does not fit', async () => {
    await show({ scene: 'boardFilesFull' }, async ({ page }) => {
      await page.getByText('There is no room for /www/new.html: 40 kB are missing.').first().waitFor();
      expect(await page.getByRole('button', { name: 'Write to the board' }).isDisabled()).toBe(true);
    });
  });

  test('writes, and shows what is on the board then', async () => {
    await show({ scene: 'boardFilesWritten' }, async ({ page }) => {
      await page.getByText('Written and verified').waitFor();
      await page.getByText('its MD5 is that of what was to be written').waitFor();
      await page.getByRole('button', { name: 'Read them again' }).waitFor();
      await page.getByRole('option', { name: /new\.html/ }).waitFor();
      // The partition table is what it was.
      expect(await page.getByRole('button', { name: 'Read the partition table' }).count()).toBe(0);
    });
  });

  test('reads again before anything else where the board wrote meanwhile', async () => {
    await show({ scene: 'boardFilesStale' }, async ({ page }) => {
      await page.getByText('are not what they were when they were read').first().waitFor();
      await page.getByText('Nothing was written: the files on the board are as they were.').waitFor();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('Files read').first().waitFor();
      expect(await callsOf(page, 'volume.start')).toHaveLength(2);
      expect(await callsOf(page, 'volume.write')).toHaveLength(1);
    });
  });

  test('changes nothing where some of it is damaged', async () => {
    await show({ scene: 'boardFilesText' }, async ({ page }) => {
      await page.getByText('Writing it anew would lose that for good').waitFor();
      expect(await page.getByRole('button', { name: 'Add files…' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Replace…' }).count()).toBe(0);
    });
  });

  test('holds on to what is needed where a write broke off', async () => {
    await show({ scene: 'boardFilesWriting' }, async ({ page }) => {
      await page.getByText('Writing', { exact: true }).waitFor();
      await page.evaluate(() =>
        window.esplanadeDev?.emit('boardJob.finished', {
          jobId: 'job-2',
          outcome: { kind: 'failed', error: { code: 'port.unplugged', facts: { path: '/dev/ttyUSB0' } } },
        }),
      );
      await page.getByText('The files on the board may be incomplete.').waitFor();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByText('The files on the board may be incomplete.').waitFor();
      expect(await page.getByRole('button', { name: 'Discard all' }).isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: 'Write to the board' }).isEnabled()).toBe(true);
    });
  });
});

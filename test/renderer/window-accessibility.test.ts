import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './accessibility';
import type { SceneName } from './scenes';
import { showScene } from './show-scene';
import { findChromium, type OpenWindow, startWindowHost, type WindowHost, type WindowOptions } from './window-page';

const chromiumPath = findChromium();
if (chromiumPath === null) console.log('skipped: the window in a browser needs a Chromium (set CHROMIUM_PATH)');

describe.skipIf(chromiumPath === null)('the window for everyone', { timeout: 120_000 }, () => {
  let host: WindowHost;
  beforeAll(async () => {
    if (chromiumPath !== null) host = await startWindowHost(chromiumPath);
  }, 180_000);
  afterAll(async () => {
    await host.close();
  });
  const show = (options: WindowOptions, check: (open: OpenWindow) => Promise<void>): Promise<void> =>
    showScene(host, options, check);

  const seen: readonly SceneName[] = [
    'firstRun',
    'manyBoards',
    'problems',
    'rejected',
    'running',
    'verified',
    'failed',
    'unplugged',
    'compared',
    'boardLayout',
    'boardFailed',
    'boardSettings',
    'boardSettingsReading',
    'boardSettingsFailed',
    'boardExport',
    'backupPartition',
    'backupDone',
    'eraseRegion',
    'eraseLocked',
    'eraseDone',
    'advanced',
    'boardMemory',
    'boardMemoryDump',
    'encrypting',
    'closed',
    'closedDone',
    'eraseClosed',
    'jobElsewhere',
    'merged',
    'looked',
    'erasesAll',
    'overlap',
    'bigFlash',
    'mapZoomed',
    'lookFailed',
    'imagesMerged',
    'imagesProgram',
    'imagesMerge',
    'recents',
    'setupMissing',
    'history',
    'historyNone',
  ];
  test.each(seen)('%s is accessible in light and dark, under the strict policy', async (scene) => {
    for (const theme of ['light', 'dark'] as const) {
      await show({ scene, theme }, async ({ page }) => {
        expect(await violations(page)).toEqual([]);
      });
    }
  });

  test('the settings page is accessible and changes the theme at once', async () => {
    await show({ scene: 'empty' }, async ({ page }) => {
      await page.getByRole('link', { name: 'Settings' }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('radio', { name: 'Dark' }).check();
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
      expect(await violations(page)).toEqual([]);
    });
  });

  test.each([
    [640, 800],
    [620, 410],
    [900, 600],
    [1240, 820],
    [2560, 1300],
  ])('nothing runs out of a window of %i × %i', async (width, height) => {
    for (const scene of [
      'firstRun',
      'problems',
      'verified',
      'boardLayout',
      'boardSettings',
      'backupDone',
      'eraseRegion',
      'imagesApp',
      'recents',
      'setupMissing',
      'history',
    ] as const) {
      await show({ scene, width, height }, async ({ page }) => {
        const tooWide = await page.evaluate(() =>
          [...document.querySelectorAll('main *, header *')]
            .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
            .filter((element) => element.closest('.sr-only') === null)
            .map((element) => element.outerHTML.slice(0, 120)),
        );
        expect(tooWide).toEqual([]);
      });
    }
  });
});

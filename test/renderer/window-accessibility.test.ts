import { describe, expect, test } from 'vitest';
import { expectAccessible, violations } from './accessibility';
import { outside } from './outside';
import type { SceneName } from './scenes';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();
if (chromiumPath === null) console.log('skipped: the window in a browser needs a Chromium (set CHROMIUM_PATH)');

describe.skipIf(chromiumPath === null)('the window for everyone', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);

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
    'boardFilesText',
    'boardFilesBytes',
    'boardFilesPicture',
    'boardFilesSaved',
    'boardFilesForeign',
    'boardFilesNoTable',
    'boardFilesClosed',
    'boardFilesNone',
    'boardFilesChanged',
    'boardFilesFull',
    'boardFilesRename',
    'boardFilesWritten',
    'boardFilesStale',
    'boardToolsBytes',
    'boardToolsLocked',
    'boardToolsChange',
    'boardToolsAsked',
    'boardToolsKept',
    'boardToolsClosed',
    'boardToolsEsp32',
    'boardToolsNone',
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
    'buildWatched',
    'buildChanged',
    'buildStopped',
    'buildMonitor',
    'setupMissing',
    'history',
    'historyNone',
    'shareRefused',
    'shared',
    'traceLine',
    'traceLong',
    'traceNone',
  ];
  test.each(seen)('%s is accessible in light and dark, under the strict policy', async (scene) => {
    await show({ scene }, ({ page }) => expectAccessible(page));
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

  const sizes = [
    [640, 800],
    [620, 410],
    [900, 600],
    [1240, 820],
    [2560, 1300],
  ] as const;
  test.each([
    'firstRun',
    'problems',
    'verified',
    'boardLayout',
    'boardSettings',
    'boardFilesText',
    'boardFilesSaved',
    'boardFilesNoTable',
    'boardFilesFull',
    'boardToolsLocked',
    'boardToolsChange',
    'boardToolsAsked',
    'backupDone',
    'eraseRegion',
    'imagesApp',
    'recents',
    'setupMissing',
    'history',
  ] as const)('nothing of %s runs out of a window of any size', async (scene) => {
    await show({ scene }, async ({ page }) => {
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        expect(await outside(page), `at ${width} × ${height}`).toEqual([]);
      }
    });
  });
});

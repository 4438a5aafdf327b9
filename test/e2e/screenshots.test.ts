import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { callFromPage } from './call-from-page';
import { dropFiles } from './dropping';
import { madeUpFirmware } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';
import { usedBoardFlash } from './used-board';

const sizes = {
  wide: { width: 1240, height: 820 },
  narrow: { width: 900, height: 600 },
} as const;
const pictures = process.env['ESPLANADE_SCREENSHOTS'];
/** All four for pictures; to see whether everything fits, two of them have every theme and size once. */
const variants = (['light', 'dark'] as const)
  .flatMap((theme) => (['wide', 'narrow'] as const).map((size) => ({ theme, size })))
  .filter(({ theme, size }) => pictures !== undefined || (theme === 'light') === (size === 'wide'));

/**
 * Goes through a job in each theme and size, the one way in which all states of the page are seen; with
 * ESPLANADE_SCREENSHOTS set (`npm run screenshots`) it leaves a picture of each behind.
 */
describe('the Flash page in every theme and size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-firmware-'));
  const files = madeUpFirmware(folder).map(({ path }) => path);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(variants)('fits the window: $theme, $size', async ({ theme, size }) => {
    const open = async (boards: string): Promise<RunningApp> => {
      const running = await launch({ boards, flash: { 'esp32.bin': usedBoardFlash() }, size: sizes[size] });
      await callFromPage(running.page, 'settings.set', { settings: { theme } });
      await running.page.reload();
      await running.page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
      return running;
    };
    const show = async (page: Page, state: string): Promise<void> => {
      await page.waitForTimeout(300);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${state} is wider than the window`).toBeLessThanOrEqual(0);
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `flash-${state}-${theme}-${size}.png`) });
    };

    const running = await open('sim://esp32 sim://esp32c3');
    try {
      const { page } = running;
      await show(page, 'empty');
      await dropFiles(page, files);
      await chooseBoard(page, /sim:..esp32(?![a-z0-9])/);
      await flashButton(page).and(page.locator(':enabled')).waitFor();
      // What lies on the board is read meanwhile.
      await page.getByRole('button', { name: /^app1 promenade/ }).waitFor({ timeout: 30_000 });
      await show(page, 'ready');
      await flashButton(page).click();
      await page.waitForFunction(() => {
        const bar = document.querySelector('[role=progressbar][aria-label="Progress"]');
        return Number(bar?.getAttribute('aria-valuenow') ?? 0) >= 40;
      });
      await show(page, 'running');
      expect(await waitForOutcome(page)).toBe('Verified');
      await show(page, 'verified');
      expect(running.complaints).toEqual([]);
    } finally {
      await running.close();
    }

    const failing = await open('sim://esp32?trouble=weak-bit=0x8000');
    try {
      await dropFiles(failing.page, files);
      await chooseBoard(failing.page);
      await flashButton(failing.page).click();
      expect(await waitForOutcome(failing.page)).toBe('Not flashed');
      await show(failing.page, 'failed');
    } finally {
      await failing.close();
    }
  });
});

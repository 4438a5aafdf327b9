import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { outside } from './outside';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();

/** Whoever works by keyboard goes on where they were, whatever became of the button they pressed. */
describe.skipIf(chromiumPath === null)('the focus is never lost', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);
  const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
  async function press(page: Page, name: string): Promise<void> {
    await button(page, name).focus();
    await page.keyboard.press('Enter');
  }
  /** What has the focus, by what it is called. */
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: here } = document;
      return here === null || here === document.body
        ? 'nothing'
        : (here.getAttribute('aria-label') ?? here.textContent);
    });

  test('it goes to what stands where something was taken away, else to what precedes', async () => {
    await show({ scene: 'boardLayout' }, async ({ page }) => {
      await button(page, 'Copy as text').focus();
      await button(page, 'Copy as text').evaluate((element) => element.remove());
      await expect.poll(() => focused(page)).toContain('Export as JSON');
      await page.keyboard.press('Tab');
      await page.evaluate(() => document.activeElement?.remove());
      await expect.poll(() => focused(page)).toContain('Export as JSON');
    });
  });

  test('it goes into what takes the place of a page that had it', async () => {
    await show({ scene: 'monitor' }, async ({ page }) => {
      await press(page, 'Start listening');
      await expect.poll(() => focused(page)).toBe('Search');
    });
  });

  test('after the row of a file it is on the next one', async () => {
    await show({ scene: 'ready' }, async ({ page }) => {
      await press(page, 'Remove bootloader.bin');
      await expect.poll(() => focused(page)).toBe('Remove partition-table.bin');
    });
  });

  test('after all files it is on the way back, and then on the first file again', async () => {
    await show({ scene: 'ready' }, async ({ page }) => {
      await press(page, 'Remove all');
      await expect.poll(() => focused(page)).toContain('Put back');
      expect(await outside(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(page)).toBe('Remove bootloader.bin');
    });
  });

  test('it comes back when a button can be pressed again', async () => {
    await show({ scene: 'boardLayout' }, async ({ page }) => {
      const ask = button(page, 'Copy as text');
      await ask.focus();
      await ask.evaluate((element: HTMLButtonElement) => (element.disabled = true));
      await expect.poll(() => focused(page)).toBe('nothing');
      await ask.evaluate((element: HTMLButtonElement) => (element.disabled = false));
      await expect.poll(() => focused(page)).toContain('Copy as text');
    });
  });

  test('it goes to the heading of a new page', async () => {
    await show({ scene: 'boardLayout' }, async ({ page }) => {
      await press(page, 'Edit the table');
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    });
  });

  test('it goes along with a row that moves, and to its other button at the end', async () => {
    await show({ scene: 'tableEdited' }, async ({ page }) => {
      await press(page, 'Move row 2 up');
      await expect.poll(() => focused(page)).toBe('Move row 1 down');
    });
  });

  test('it is left where somebody has put it, also when that is nowhere', async () => {
    await show({ scene: 'ready' }, async ({ page }) => {
      await button(page, 'Remove bootloader.bin').focus();
      await page.getByRole('heading', { name: 'What will be written' }).click();
      await page.waitForTimeout(200);
      expect(await focused(page)).toBe('nothing');
      await page.evaluate(() => document.querySelector('main table')?.remove());
      await page.waitForTimeout(200);
      expect(await focused(page)).toBe('nothing');
    });
  });
});

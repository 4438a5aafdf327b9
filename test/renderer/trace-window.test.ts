import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../src-shared/ipc/contract';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();
if (chromiumPath === null) console.log('skipped: the window in a browser needs a Chromium (set CHROMIUM_PATH)');

describe.skipIf(chromiumPath === null)('the trace panel', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);
  const panel = (page: Page) => page.getByRole('region', { name: 'Trace' });
  const list = (page: Page) => page.getByRole('listbox', { name: 'Lines of the trace' });
  const payloads = (page: Page, channel: Channel): Promise<unknown[] | undefined> =>
    page.evaluate(
      (wanted) => window.esplanadeDev?.calls.filter((call) => call.channel === wanted).map((call) => call.payload),
      channel,
    );
  const grow = (page: Page, count: number): Promise<void> =>
    page.evaluate((more) => (globalThis as unknown as { growTrace: (count: number) => void }).growTrace(more), count);

  test('a hundred thousand lines: only those in sight are drawn, and every one is reached', async () => {
    await show({ scene: 'traceLong' }, async ({ page }) => {
      await panel(page).getByText('100,000 lines · the oldest 20,000 lines were dropped').waitFor();
      await list(page)
        .getByRole('option', { name: /seq=59994$/ })
        .or(page.getByText('seq=59994'))
        .first()
        .waitFor();
      expect(await list(page).getByRole('option').count()).toBeLessThan(60);
      await list(page).focus();
      await page.keyboard.press('Home');
      const first = list(page).getByRole('option').first();
      await expect.poll(() => first.getAttribute('aria-posinset')).toBe('1');
      expect(await first.innerText()).toContain('145.000');
      expect(await first.getAttribute('aria-setsize')).toBe('100000');
      await page.keyboard.press('End');
      await expect.poll(() => list(page).getByRole('option').last().getAttribute('aria-posinset')).toBe('100000');
    });
  });

  test('is filtered by words and by kind, and copies what is shown or chosen', async () => {
    await show({ scene: 'traceLong' }, async ({ page }) => {
      await panel(page).getByRole('textbox', { name: 'Filter' }).fill('SEQ=50000');
      await panel(page).getByText('1 of 100,000 lines').waitFor();
      await panel(page).getByRole('button', { name: 'Copy' }).click();
      await expect.poll(() => payloads(page, 'trace.text')).toEqual([{ jobId: 'job-1', numbers: [100_011] }]);
      await page.getByText('The trace is on the clipboard').waitFor();
      await panel(page).getByRole('button', { name: 'Commands' }).click();
      await panel(page).getByText('No line fits the filter.').waitFor();
      expect(await panel(page).getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    });
    await show({ scene: 'traceLine' }, async ({ page }) => {
      await page.keyboard.press('Control+c');
      await expect.poll(() => payloads(page, 'trace.text')).toEqual([{ jobId: 'job-1', numbers: [4, 5] }]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+c');
      await expect
        .poll(async () => (await payloads(page, 'trace.text'))?.at(-1))
        .toEqual({ jobId: 'job-1', numbers: null });
    });
  });

  test('follows new lines until somebody goes back or pauses, and closes by Escape to where it was opened', async () => {
    await show({ scene: 'traceLine' }, async ({ page }) => {
      await page.keyboard.press('End');
      await grow(page, 40);
      await panel(page).getByText('171 lines').waitFor();
      await expect.poll(() => list(page).getByRole('option').last().getAttribute('aria-posinset')).toBe('171');
      await page.keyboard.press('Home');
      await grow(page, 10);
      await panel(page).getByText('181 lines').waitFor();
      expect(await list(page).getByRole('option').first().getAttribute('aria-posinset')).toBe('1');
      await panel(page).getByRole('button', { name: 'Pause' }).click();
      await grow(page, 10);
      await panel(page).getByText('181 lines · paused').waitFor();
      await panel(page).getByRole('button', { name: 'Go on' }).click();
      await panel(page).getByText('191 lines').waitFor();
      await list(page).focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
      expect(await payloads(page, 'trace.watch')).toEqual([{ watching: true }, { watching: false }]);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Trace');
    });
  });

  test('fetches nothing before it is opened', async () => {
    await show({ scene: 'verified' }, async ({ page }) => {
      const channels = await page.evaluate(() => window.esplanadeDev?.calls.map(({ channel }) => channel));
      expect(channels?.filter((channel) => channel.startsWith('trace.'))).toEqual([]);
    });
  });
});

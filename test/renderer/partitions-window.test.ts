import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../src-shared/ipc/contract';
import { expectAccessible } from './accessibility';
import { outside } from './outside';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();

describe.skipIf(chromiumPath === null)('the partition table editor in a browser', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);
  const payloads = (page: Page, channel: Channel): Promise<unknown[] | undefined> =>
    page.evaluate(
      (wanted) => window.esplanadeDev?.calls.filter((call) => call.channel === wanted).map((call) => call.payload),
      channel,
    );
  const main = (page: Page) => page.getByRole('main');
  const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true });
  const field = (page: Page, name: string) => main(page).getByRole('textbox', { name, exact: true });

  test.each(['tableEmpty', 'tableEdited', 'tableAsked', 'tableWritten'] as const)(
    '%s is accessible in light and dark',
    (scene) => show({ scene }, ({ page }) => expectAccessible(page)),
  );

  test.each([
    [620, 410],
    [900, 600],
    [1240, 820],
  ])('nothing runs out of a window of %i × %i', async (width, height) => {
    await show({ scene: 'tableEdited', width, height }, async ({ page }) => {
      expect(await outside(page)).toEqual([]);
    });
  });

  test('tells what is wrong beside the row, and does not write it', async () => {
    await show({ scene: 'tableEdited' }, async ({ page }) => {
      for (const sentence of [
        'This type has no subtype “nvss”.',
        'An app begins at a multiple of 0x10000 (64 KB).',
        'It overlaps app0.',
        'Another row has this name.',
      ]) {
        await main(page).getByText(sentence, { exact: true }).waitFor();
      }
      expect(await field(page, 'Address of row 4').getAttribute('aria-invalid')).toBe('true');
      await main(page).getByText('4 things must be mended first.').waitFor();
      expect(await button(page, 'Write to the board').isDisabled()).toBe(true);
      expect(await button(page, 'Save as binary').isDisabled()).toBe(true);
    });
  });

  test('every step can be taken back and done again, by buttons and by keys', async () => {
    await show({ scene: 'tableEdited' }, async ({ page }) => {
      for (let step = 0; step < 3; step += 1) await button(page, 'Undo').click();
      expect(await field(page, 'Name of row 6').inputValue()).toBe('coredump');
      expect(await field(page, 'Address of row 4').inputValue()).toBe('0x150000');
      expect(await field(page, 'Size of row 5').inputValue()).toBe('1M');
      await field(page, 'Size of row 5').focus();
      await page.keyboard.press('Control+z');
      expect(await field(page, 'Size of row 5').inputValue()).toBe('1408K');
      expect(await button(page, 'Undo').isDisabled()).toBe(true);
      await page.keyboard.press('Control+Shift+z');
      expect(await field(page, 'Size of row 5').inputValue()).toBe('1M');
    });
  });

  test('rows are added, moved and removed, and addresses follow', async () => {
    await show({ scene: 'tableEdited' }, async ({ page }) => {
      for (let step = 0; step < 4; step += 1) await button(page, 'Undo').click();
      await button(page, 'Add a row').click();
      expect(await field(page, 'Name of row 7').evaluate((it) => it === document.activeElement)).toBe(true);
      await page.keyboard.type('more');
      await page.getByRole('combobox', { name: 'Subtype of row 7' }).fill('fat');
      await field(page, 'Size of row 7').fill('64K');
      await button(page, 'All addresses automatic').click();
      await button(page, 'Move row 7 up').click();
      expect(await field(page, 'Name of row 6').inputValue()).toBe('more');
      expect(await field(page, 'Address of row 6').getAttribute('placeholder')).toBe('automatic: 0x3f0000');
      expect(await field(page, 'Address of row 7').getAttribute('placeholder')).toBe('automatic: 0x400000');
      await main(page).getByText('It ends at 0x410000, past the end of the flash at 0x400000.').waitFor();
      await button(page, 'Remove row 7').click();
      await main(page).getByText('Nothing is wrong with this table.').waitFor();
    });
  });

  test('says what moves and goes out of reach before it writes, and writes what is shown', async () => {
    await show({ scene: 'tableAsked' }, async ({ page }) => {
      const dialog = page.getByRole('dialog', { name: 'Write this partition table?' });
      for (const sentence of [
        'app1 (0x150000 – 0x28ffff) goes: what it holds is out of reach.',
        'storage changes from 1.38 MB to 1 MB.',
        'The app that starts now (app1) will not be found. Flash an app afterwards, or nothing starts.',
      ]) {
        await dialog.getByText(sentence).waitFor();
      }
      expect(await payloads(page, 'partitions.write')).toEqual([]);
      await dialog.getByRole('button', { name: 'Write the table' }).click();
      await page.getByRole('heading', { name: 'Verified' }).waitFor();
      const [sent] = (await payloads(page, 'partitions.write')) as [{ rows: { label: string }[]; tableOffset: number }];
      expect(sent.tableOffset).toBe(0x8000);
      expect(sent.rows.map(({ label }) => label)).toEqual(['nvs', 'otadata', 'app0', 'storage', 'coredump']);
    });
  });

  test('a table of a file that was looked into is edited from the Images page', async () => {
    await show({ scene: 'imagesMerged' }, async ({ page }) => {
      await button(page, 'Edit this table').click();
      await main(page)
        .getByText(/^From weather-station/)
        .waitFor();
      expect(await field(page, 'Name of row 1').inputValue()).toBe('nvs');
    });
  });
});

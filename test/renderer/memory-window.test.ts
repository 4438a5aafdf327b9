import { describe, expect, test } from 'vitest';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();
if (chromiumPath === null) console.log('skipped: the window in a browser needs a Chromium (set CHROMIUM_PATH)');

describe.skipIf(chromiumPath === null)('the Memory page', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);

  test('a word is told in every form, and kept in the list of words', async () => {
    await show({ scene: 'boardMemory' }, async ({ page }) => {
      const told = page.locator('section[aria-labelledby="result-title"]');
      await told.getByText('0xdfa1b203').waitFor();
      await told.getByText('1101 1111 1010 0001 1011 0010 0000 0011').waitFor();
      await page.getByRole('table', { name: 'Words so far' }).getByText('0x60008844').waitFor();
      // The page is a part of the Board page.
      const board = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Board' });
      expect(await board.getAttribute('aria-current')).toBe('page');
    });
  });

  test('addresses inside a word, nonsense and values of more than a word are said where they stand', async () => {
    await show({ scene: 'boardMemory' }, async ({ page }) => {
      await page.getByRole('radio', { name: /^Write a word/ }).check();
      const address = page.getByRole('textbox', { name: 'Address' });
      const button = page.getByRole('main').getByRole('button', { name: 'Write', exact: true });
      await address.fill('0x3fc80002');
      await page.getByText('A word begins at a multiple of four: 0x3fc80000 or 0x3fc80004.').waitFor();
      await address.fill('0x3fc80004');
      await page.getByText('In RAM for data.').waitFor();
      await page.getByText('Type a value first.').waitFor();
      await page.getByRole('textbox', { name: 'Value' }).fill('4294967296');
      expect(await page.getByRole('textbox', { name: 'Value' }).getAttribute('aria-invalid')).toBe('true');
      expect(await button.isDisabled()).toBe(true);
      await page.getByRole('textbox', { name: 'Value' }).fill('0x12345678');
      await button.click();
      await page.getByText('reads back as something else').waitFor();
    });
  });

  test('an address is taken from the list of memories with one press', async () => {
    await show({ scene: 'boardMemory' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Use 0x3fc80000' }).click();
      expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('0x3fc80000');
    });
  });
});

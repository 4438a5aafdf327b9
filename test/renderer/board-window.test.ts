import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../src-shared/ipc/contract';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();

describe.skipIf(chromiumPath === null)('the Board page in a browser', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);
  const payloads = (page: Page, channel: Channel): Promise<unknown[] | undefined> =>
    page.evaluate(
      (wanted) => window.esplanadeDev?.calls.filter((call) => call.channel === wanted).map((call) => call.payload),
      channel,
    );
  const settings = (page: Page) => page.getByRole('region', { name: 'Settings on the board' });

  test('tells the apps, which one starts and why', async () => {
    await show({ scene: 'boardLayout' }, async ({ page }) => {
      const apps = page.getByRole('table', { name: 'Apps on the board' });
      await apps.getByRole('row', { name: /app0.*weather-station.*confirmed.*2\.3\.0/ }).waitFor();
      await apps.getByRole('row', { name: /app1.*starts.*waiting to be confirmed.*2\.4\.1/ }).waitFor();
      await page.getByText('app1 starts, because the OTA selection names it with the higher of two numbers.').waitFor();
      await page.getByText('number 3, app0, confirmed').waitFor();
    });
  });

  test('hides passwords until somebody asks for them, one by one or all', async () => {
    await show({ scene: 'boardSettings' }, async ({ page }) => {
      const options = settings(page).getByRole('option');
      expect(await options.filter({ hasText: 'hidden' }).count()).toBe(2);
      await settings(page)
        .getByRole('option', { name: /sta\.pswd/ })
        .click();
      await page.getByRole('button', { name: 'Show the value' }).click();
      await settings(page).getByText('value 1').first().waitFor();
      expect(await options.filter({ hasText: 'hidden' }).count()).toBe(1);
      await page.getByRole('button', { name: 'Hide it' }).click();
      expect(await options.filter({ hasText: 'hidden' }).count()).toBe(2);
      await page.getByRole('switch', { name: 'Show hidden values' }).click();
      await settings(page).getByText('value 6').first().waitFor();
      expect(await payloads(page, 'nvs.reveal')).toEqual([
        { token: 'nvs-1', entries: [1] },
        { token: 'nvs-1', entries: [1, 6] },
      ]);
    });
  });

  test('what is copied as text has the settings, and no password even while it is shown', async () => {
    await show({ scene: 'boardSettings' }, async ({ page }) => {
      await page.getByRole('switch', { name: 'Show hidden values' }).click();
      await settings(page).getByText('value 6').first().waitFor();
      await page.getByRole('button', { name: 'Copy as text' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const [copied] = (await payloads(page, 'app.copyText')) as [{ text: string }];
      expect(copied.text).toContain('weather.station (text): Pier 7');
      expect(copied.text).toContain('weather.api_token (text): hidden');
      expect(copied.text).not.toContain('value 6');
    });
  });

  test('draws of hundreds of values those in sight, and all are reached by keys and found by the filter', async () => {
    await show({ scene: 'boardSettings' }, async ({ page }) => {
      const list = settings(page).getByRole('listbox', { name: 'Values' });
      expect(await list.getByRole('option').count()).toBeLessThan(40);
      await list.focus();
      await page.keyboard.press('End');
      const last = list.getByRole('option', { selected: true });
      await expect.poll(() => last.innerText()).toContain('hour_299');
      expect(await list.getAttribute('aria-activedescendant')).toBe(await last.getAttribute('id'));
      expect(await last.evaluate((it) => it.getBoundingClientRect().bottom)).toBeLessThanOrEqual(
        await list.evaluate((it) => it.getBoundingClientRect().bottom),
      );
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => last.innerText()).toContain('hour_298');
      await page.getByRole('searchbox', { name: 'Filter' }).fill('pier 7');
      await expect.poll(() => list.getByRole('option').count()).toBe(1);
      await page.getByRole('searchbox', { name: 'Filter' }).fill('nowhere');
      await page.getByText('No value has that in it.').waitFor();
    });
  });

  test('says that a saved table holds passwords before it asks where it goes', async () => {
    await show({ scene: 'boardSettings' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Save as CSV' }).click();
      await page
        .getByRole('dialog', { name: 'Save the settings as CSV' })
        .getByText(/passwords and keys included/)
        .waitFor();
      await page.keyboard.press('Escape');
      expect(await payloads(page, 'nvs.save')).toEqual([]);
      await page.getByRole('button', { name: 'Save as CSV' }).click();
      await page.getByRole('button', { name: 'Choose a place' }).click();
      await page.getByText('nvs.csv').waitFor();
      await page.getByText('A value is not in it: the form has no place for it.').waitFor();
      expect(await payloads(page, 'saves.choose')).toEqual([{ suggestedName: 'nvs.csv' }]);
    });
  });

  test('leaves passwords out of the exported file unless they are asked for', async () => {
    await show({ scene: 'boardExport' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Choose a place' }).click();
      await page.getByText('board.json').waitFor();
      await page.getByRole('button', { name: 'Export as JSON' }).click();
      await page.getByRole('switch', { name: 'With passwords and keys' }).click();
      await page.getByRole('button', { name: 'Choose a place' }).click();
      await expect.poll(async () => (await payloads(page, 'boards.save'))?.length).toBe(2);
      expect(await payloads(page, 'boards.save')).toMatchObject([
        { withLayout: true, nvs: ['nvs-1'], withSecrets: false },
        { withLayout: true, nvs: ['nvs-1'], withSecrets: true },
      ]);
    });
  });

  test('says why there is nothing to see', async () => {
    await show({ scene: 'boardSettingsEncrypted' }, async ({ page }) => {
      await page.getByText('The settings are encrypted (NVS encryption).').waitFor();
    });
    await show({ scene: 'boardNoTable' }, async ({ page }) => {
      await page.getByText('There is no partition table at 0x8000 that can be read.').waitFor();
      await page.getByText('Read the partition table first: it says where the settings are.').waitFor();
    });
    await show({ scene: 'boardSettingsFailed' }, async ({ page }) => {
      await settings(page).getByText('Settings not read').waitFor();
      await settings(page).getByRole('button', { name: 'Read the settings' }).waitFor();
    });
  });

  test('a read of the partition table can be cancelled', async () => {
    await show({ scene: 'boardNoTable' }, async ({ page }) => {
      await page.evaluate(() => window.esplanadeDev?.hold('boards.layout'));
      await page.getByRole('button', { name: 'Read it again' }).click();
      await page.getByText('Reading the partition table…').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      expect(await payloads(page, 'boards.stopLayout')).toHaveLength(1);
    });
  });

  test('a read of the settings shows how far it is and can be cancelled', async () => {
    await show({ scene: 'boardSettingsReading' }, async ({ page }) => {
      await settings(page).getByRole('progressbar', { name: 'Progress' }).waitFor();
      await settings(page).getByRole('button', { name: 'Cancel' }).click();
      expect(await payloads(page, 'job.cancel')).toHaveLength(1);
    });
  });
});

import { describe, expect, test } from 'vitest';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();

describe.skipIf(chromiumPath === null)('a new build in the window', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);

  test('is offered with its sizes, and flashed by one click', async () => {
    await show({ scene: 'buildChanged' }, async ({ page }) => {
      const strip = page.getByRole('region', { name: 'New builds' });
      await strip
        .locator('p[title]')
        .getByText(/^The build has changed, /)
        .waitFor();
      await strip.getByText('weather-station.bin (1.18 MB → 1.19 MB)', { exact: true }).waitFor();
      await strip.getByRole('button', { name: 'Flash' }).click();
      await page.getByRole('heading', { name: 'Verified' }).waitFor();
      await strip.getByText('Watching for a new build').waitFor();
    });
  });

  test('is offered where a developer sits, and can be sent away', async () => {
    await show({ scene: 'buildMonitor' }, async ({ page }) => {
      const strip = page.getByRole('region', { name: 'New builds' });
      await strip.getByRole('button', { name: 'Dismiss' }).click();
      await strip.getByText('Watching for a new build').waitFor();
      await page.evaluate(() => window.esplanadeDev?.emit('builds.touched', null));
      await strip.getByRole('button', { name: 'Flash' }).click();
      await page.getByText('Flashed').first().waitFor();
    });
  });

  test('that a check stops leads from there to the checks', async () => {
    await show({ scene: 'buildStopped' }, async ({ page }) => {
      await page.getByText('Not flashed: a check found a problem', { exact: true }).waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Monitor' }).click();
      await page.getByRole('region', { name: 'New builds' }).getByRole('button', { name: 'Flash' }).click();
      await page.getByText('One thing must be mended first.').waitFor();
    });
  });

  test('is flashed by itself where the switch is on, which is shown', async () => {
    await show({ scene: 'buildWatched' }, async ({ page }) => {
      const byItself = page.getByRole('switch', { name: 'Flash by itself' });
      expect(await byItself.getAttribute('aria-checked')).toBe('false');
      await byItself.focus();
      await page.keyboard.press('Space');
      await page.getByText('It will be flashed by itself.').waitFor();
      const [call] = await page.evaluate(
        () => window.esplanadeDev?.calls.filter(({ channel }) => channel === 'builds.setByItself') ?? [],
      );
      expect(call?.payload).toMatchObject({ path: '/dev/ttyUSB0', isOn: true });
    });
  });
});

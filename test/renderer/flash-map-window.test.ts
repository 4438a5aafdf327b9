import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hostScenes } from './show-scene';
import { findChromium } from './window-page';

const chromiumPath = findChromium();

const lane = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const focusedText = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
const sight = (page: Page) => page.getByRole('slider', { name: 'Part of the flash in sight' });
const sightText = (page: Page): Promise<string | null> => sight(page).getAttribute('aria-valuetext');

describe.skipIf(chromiumPath === null)('the flash map in the window', { timeout: 120_000 }, () => {
  const show = hostScenes(chromiumPath);

  test('arrow keys walk over it and tell about each region', async () => {
    await show({ scene: 'looked' }, async ({ page }) => {
      await lane(page, 'Will be written').getByRole('button').first().focus();
      await page.keyboard.press('ArrowRight');
      expect(await focusedText(page)).toContain('partition-table.bin, Partition table, 0x8000 to 0x8bff, 3 kB');
      await page.keyboard.press('End');
      expect(await focusedText(page)).toContain('coredump');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowUp');
      expect(await focusedText(page)).toContain('Bootloader ESP-IDF 5.5, 0x0 to 0x54cf');
    });
  });

  test('is one stop of the Tab key', async () => {
    await show({ scene: 'looked' }, async ({ page }) => {
      const stops = await page.evaluate(() => document.querySelectorAll('[data-map-key][tabindex="0"]').length);
      expect(stops).toBe(1);
    });
  });

  test('what will be lost and what stays is said in words, for eyes and for screen readers', async () => {
    await show({ scene: 'looked' }, async ({ page }) => {
      await lane(page, 'On the board')
        .getByRole('button', { name: /^app0.*weather-station 2\.3\.0 is replaced by 2\.5\.0/ })
        .waitFor();
      const words = page.locator('section[aria-labelledby="effects-title"]');
      await words.getByText('app0: weather-station 2.3.0 is replaced by 2.5.0.').waitFor();
      await words.getByText('Stays as it is: nvs, app1, storage, and coredump.').waitFor();
    });
    await show({ scene: 'erasesAll' }, async ({ page }) => {
      await page.getByText('Will be erased: nvs, app1, storage, and coredump.').waitFor();
      await lane(page, 'On the board')
        .getByRole('button', { name: /^nvs.*nvs on the board will be erased/ })
        .waitFor();
    });
  });

  test('files that overlap say so, and stand beside each other instead of hiding one another', async () => {
    await show({ scene: 'overlap' }, async ({ page }) => {
      const written = lane(page, 'Will be written');
      const table = written.getByRole('button', { name: /^partition-table\.bin.*Overlaps weather-station\.bin/ });
      const app = written.getByRole('button', { name: /^weather-station\.bin.*Overlaps partition-table\.bin/ });
      const [above, below] = [await app.boundingBox(), await table.boundingBox()];
      expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y + 1);
    });
  });

  test('what is crossed out can still be read', async () => {
    await show({ scene: 'running' }, async ({ page }) => {
      await page.locator('.map-gone').first().waitFor({ state: 'attached' });
      const names = await lane(page, 'On the board').evaluate((box) => {
        const spans = [...box.querySelectorAll<HTMLElement>(':scope > span[aria-hidden]')];
        const gone = spans.filter((span) => span.matches('.map-gone')).map((span) => span.getBoundingClientRect());
        return spans
          .filter((span) => span.innerText.trim() !== '')
          .map((span) => {
            const { left, right } = span.getBoundingClientRect();
            const plate =
              span.firstElementChild === null ? '' : getComputedStyle(span.firstElementChild).backgroundColor;
            return {
              isCrossed: gone.some((each) => each.left < right && each.right > left),
              hasPlate: plate !== 'rgba(0, 0, 0, 0)',
              isAbove: Number(getComputedStyle(span).zIndex) > 0,
            };
          });
      });
      const crossed = names.filter(({ isCrossed }) => isCrossed);
      expect(crossed.length).toBeGreaterThan(0);
      expect(crossed.every(({ hasPlate, isAbove }) => hasPlate && isAbove)).toBe(true);
    });
  });

  test('a board is asked only by the button, and by itself where it is virtual', async () => {
    const looks = (page: Page): Promise<number> =>
      page.evaluate(() => window.esplanadeDev?.calls.filter((call) => call.channel === 'boards.layout').length ?? -1);
    await show({ scene: 'ready' }, async ({ page }) => {
      expect(await looks(page)).toBe(0);
      await page.getByRole('button', { name: 'Look at what is on the board' }).click();
      await lane(page, 'On the board')
        .getByRole('button', { name: /^app1 weather-station 2\.4\.1 · starts, App/ })
        .waitFor();
      expect(await looks(page)).toBe(1);
    });
    await show({ scene: 'lookFailed' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Look again' }).waitFor();
    });
  });

  describe('looked at closely', () => {
    test('Enter shows one region, 0 the whole flash again, + and − what is between', async () => {
      await show({ scene: 'looked' }, async ({ page }) => {
        expect(await sightText(page)).toBe('0x0 to 0x3fffff in sight');
        await lane(page, 'Will be written')
          .getByRole('button', { name: /^partition-table/ })
          .focus();
        await page.keyboard.press('Enter');
        const close = await sightText(page);
        expect(close).not.toBe('0x0 to 0x3fffff in sight');
        expect(await focusedText(page)).toContain('partition-table.bin');
        await page.keyboard.press('-');
        expect(await sightText(page)).not.toBe(close);
        await page.keyboard.press('0');
        expect(await sightText(page)).toBe('0x0 to 0x3fffff in sight');
        await page.keyboard.press('+');
        expect(await sightText(page)).not.toBe('0x0 to 0x3fffff in sight');
      });
    });

    test('the arrow keys bring in what is out of sight', async () => {
      await show({ scene: 'mapZoomed' }, async ({ page }) => {
        expect(
          await lane(page, 'Will be written')
            .getByRole('button', { name: /^storage/ })
            .count(),
        ).toBe(0);
        await page.keyboard.press('End');
        expect(await focusedText(page)).toContain('coredump');
      });
    });

    test('the buttons, Ctrl with the wheel, the wheel sideways, dragging, the strip below', async () => {
      await show({ scene: 'looked' }, async ({ page }) => {
        const written = lane(page, 'Will be written');
        const box = (await written.boundingBox())!;
        const whole = await sightText(page);
        expect(await page.getByRole('button', { name: 'Look from further away' }).isDisabled()).toBe(true);
        await page.getByRole('button', { name: 'Look closer' }).click();
        expect(await sightText(page)).not.toBe(whole);
        await page.getByRole('button', { name: 'Show the whole flash' }).click();
        expect(await sightText(page)).toBe(whole);

        await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
        // The wheel alone is the page's.
        await page.mouse.wheel(0, -300);
        expect(await sightText(page)).toBe(whole);
        await page.keyboard.down('Control');
        await page.mouse.wheel(0, -300);
        await page.keyboard.up('Control');
        await expect.poll(() => sightText(page)).not.toBe(whole);

        const zoomed = await sightText(page);
        await page.mouse.wheel(120, 0);
        await expect.poll(() => sightText(page)).not.toBe(zoomed);
        const moved = await sightText(page);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width * 0.3 + 150, box.y + box.height / 2, { steps: 4 });
        await page.mouse.up();
        await expect.poll(() => sightText(page)).not.toBe(moved);

        await sight(page).focus();
        await page.keyboard.press('End');
        expect(await sightText(page)).toMatch(/to 0x3fffff in sight$/);
        await page.keyboard.press('Home');
        expect(await sightText(page)).toMatch(/^0x0 to/);
      });
    });

    test.each(['smallFlash', 'bigFlash'] as const)('%s: every region can be hit and is named', async (scene) => {
      await show({ scene }, async ({ page }) => {
        const items = await lane(page, 'Will be written').getByRole('button').all();
        expect(items.length).toBeGreaterThanOrEqual(4);
        for (const item of items) {
          const box = (await item.boundingBox())!;
          expect(box.width).toBeGreaterThanOrEqual(8);
          expect(box.height).toBeGreaterThanOrEqual(24);
          expect(await item.getAttribute('aria-label')).toMatch(/0x[0-9a-f]+ to 0x[0-9a-f]+/);
        }
      });
    });
  });

  test('what a check is about is shown in its row and on the map', async () => {
    await show({ scene: 'overlap' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Put partition-table.bin at 0x8000' }).hover();
      const region = lane(page, 'Will be written').getByRole('button', { name: /^partition-table/ });
      await expect.poll(() => region.getAttribute('class')).toContain('map-pointed');
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('checkbox', { name: 'Write partition-table.bin' }) });
      await expect.poll(() => row.getAttribute('class')).toContain('bg-accent-soft');
    });
  });

  test('what is well is one line, until somebody wants to know', async () => {
    await show({ scene: 'ready' }, async ({ page }) => {
      const line = page.getByText('Fits: 1.21 MB of 4 MB');
      expect(await line.isVisible()).toBe(false);
      await page.getByText('All 9 checks passed').click();
      expect(await line.isVisible()).toBe(true);
    });
  });

  test('a check with two ways out has a button for each', async () => {
    await show({ scene: 'overlap' }, async ({ page }) => {
      await page.getByRole('button', { name: 'Put partition-table.bin at 0x8000' }).waitFor();
      await page.getByRole('button', { name: 'Leave partition-table.bin out' }).click();
      expect(await page.getByRole('checkbox', { name: 'Write partition-table.bin' }).isChecked()).toBe(false);
    });
  });

  test('progress is painted on the regions and told', async () => {
    await show({ scene: 'running' }, async ({ page }) => {
      const written = lane(page, 'Will be written');
      await written.getByRole('button', { name: /^bootloader\.bin.*Written and verified\.$/ }).waitFor();
      await written.getByRole('button', { name: /^weather-station\.bin.*\d+% written\.$/ }).waitFor();
    });
  });

  test.each([
    [1240, 820],
    [900, 600],
    [2560, 1300],
  ])('nothing jumps when a job starts and ends, in %i × %i', async (width, height) => {
    await show({ scene: 'ready', width, height }, async ({ page }) => {
      const places = async () => {
        const boxes = await Promise.all(
          [
            page.getByRole('table', { name: 'What will be written' }),
            page.getByRole('heading', { name: 'Flash map' }),
          ].map((each) => each.boundingBox()),
        );
        return boxes.map((box) => [Math.round(box!.x), Math.round(box!.y)]);
      };
      const before = await places();
      const button = page.getByRole('button', { name: /^Flash ESP32/ });
      const start = (await button.boundingBox())!;
      await button.click();
      await page.getByRole('heading', { name: 'Verified' }).waitFor();
      expect(await places()).toEqual(before);
      expect(Math.abs((await button.boundingBox())!.y - start.y)).toBeLessThanOrEqual(1);
    });
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boards } from './scene-boards';
import type { SceneName } from './scenes';
import { findChromium, startWindowHost, type WindowHost } from './window-page';

const chromiumPath = findChromium();
const sizes = [
  [640, 800],
  [900, 600],
  [1240, 820],
] as const;

type Places = Readonly<Record<string, readonly [number, number]>>;

/**
 * Where everything is that somebody may be looking at or about to press, by what it is called. Scrolling is no movement:
 * the end of a job brings its outcome into sight.
 */
function places(page: Page): Promise<Places> {
  return page.evaluate(() => {
    const found: Record<string, [number, number]> = {};
    const note = (name: string, element: Element | null): void => {
      if (element?.checkVisibility() !== true || element.closest('.sr-only') !== null) return;
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) return;
      let [left, top] = [x, y];
      for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
        // What sticks to the edge stays where it is in the window.
        if (getComputedStyle(element.closest('footer') ?? element).position === 'sticky') break;
        left += parent.scrollLeft;
        top += parent.scrollTop;
      }
      found[name] ??= [Math.round(left), Math.round(top)];
    };
    const textOf = (element: Element): string =>
      (element.getAttribute('aria-label') ?? element.textContent).trim().replaceAll(/\s+/g, ' ');
    for (const each of document.querySelectorAll('nav a, header button')) note(`${each.tagName} ${textOf(each)}`, each);
    for (const each of document.querySelectorAll('main h1, main h2, main table, main [role=group], main [role=log]')) {
      note(`${each.tagName} ${textOf(each).slice(0, 40)}`, each);
    }
    for (const each of document.querySelectorAll('main input, main select, main [role=switch], main section')) {
      const name = each.getAttribute('aria-label') ?? each.id;
      if (name !== '') note(`${each.tagName} ${name}`, each);
    }
    note('the picker', document.querySelector('header button'));
    note('the map', document.querySelector('[data-map]') ?? document.querySelector('main [role=group]'));
    note('the big button', document.querySelector('main footer button'));
    return found;
  });
}

describe.skipIf(chromiumPath === null)('nothing jumps', { timeout: 120_000 }, () => {
  let host: WindowHost;
  beforeAll(async () => {
    if (chromiumPath !== null) host = await startWindowHost(chromiumPath);
  }, 180_000);
  afterAll(async () => {
    await host.close();
  });

  /** Opens a scene, with its files on the table, and answers what tells where everything is after each step. */
  async function open(scene: SceneName, width: number, height: number) {
    const { page } = await host.open({ scene, width, height });
    const choose = page.getByRole('button', { name: 'Choose files' });
    await page.locator('main h1').waitFor({ state: 'attached' });
    return {
      page,
      withFiles: async (): Promise<void> => {
        await choose.or(page.locator('main button.button-primary').first()).first().click();
        await page.getByRole('table').first().waitFor();
        await page.waitForTimeout(500);
      },
    };
  }
  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('main').getByRole('button', { name }).first().click();
  /** Lets everything appear that appears with a delay. */
  const settle = (page: Page): Promise<void> => page.waitForTimeout(400);

  function expectSteady(before: Places, after: Places): void {
    const common = Object.keys(before).filter((name) => name in after);
    expect(common.length).toBeGreaterThan(10);
    const pick = (from: Places): Places => Object.fromEntries(common.map((name) => [name, from[name] ?? [0, 0]]));
    expect(pick(after)).toEqual(pick(before));
  }

  test('what takes a while shows that it does, and moves nothing', async () => {
    const { page } = await open('recents', 900, 600);
    const before = await places(page);
    await page.evaluate(() => window.esplanadeDev?.hold('recents.open'));
    await page
      .getByRole('button', { name: /^lamp in / })
      .first()
      .click();
    await page.locator('main[aria-busy=true]').waitFor();
    await page.locator('header .wait-line').waitFor();
    expectSteady(before, await places(page));
    await page.evaluate(() => window.esplanadeDev?.release('recents.open'));
    await page.locator('main[aria-busy=false]').waitFor();
    await page.close();
  });

  describe.each(sizes)('%i × %i', (width, height) => {
    test('when a flash starts, and when it ends', async () => {
      for (const scene of ['running', 'ready', 'failed'] as const) {
        const { page, withFiles } = await open(scene, width, height);
        await withFiles();
        await press(page, 'Look at what is on the board');
        await settle(page);
        const before = await places(page);
        await page.locator('main footer button').first().click();
        await settle(page);
        expectSteady(before, await places(page));
        await page.close();
      }
    });

    test('when a comparison starts, and when it ends', async () => {
      const { page, withFiles } = await open('comparedSame', width, height);
      await withFiles();
      const before = await places(page);
      await press(page, 'Compare with the board');
      await settle(page);
      expectSteady(before, await places(page));
      await page.close();
    });

    test('when a check ends', async () => {
      const { page, withFiles } = await open('ready', width, height);
      await withFiles();
      await settle(page);
      const before = await places(page);
      await page.getByRole('textbox', { name: 'Address of weather-station.bin' }).fill('0x20000');
      expectSteady(before, await places(page));
      await settle(page);
      expectSteady(before, await places(page));
      await page.close();
    });

    test('when a board is plugged in, and when it is gone', async () => {
      const { page, withFiles } = await open('boardMissing', width, height);
      await withFiles();
      await settle(page);
      const before = await places(page);
      await page.evaluate((cards) => window.esplanadeDev?.emit('boards.changed', cards), [boards.c3, boards.virtual]);
      await settle(page);
      expectSteady(before, await places(page));
      await page.evaluate((cards) => window.esplanadeDev?.emit('boards.changed', cards), [boards.virtual]);
      await settle(page);
      expectSteady(before, await places(page));
      await page.close();
    });

    test.each(['Board', 'Backup', 'Erase', 'Monitor', 'Images', 'History'] as const)(
      '%s: when the board is asked who it is, and when a second one comes',
      async (name) => {
        const { page } = await open('board', width, height);
        await page.getByRole('navigation').getByRole('link', { name }).click();
        await settle(page);
        const before = await places(page);
        const asking = { ...boards.c3, state: 'asking' } as const;
        for (const cards of [[asking], [boards.c3], [boards.c3, boards.silent]]) {
          await page.evaluate((now) => window.esplanadeDev?.emit('boards.changed', now), cards);
          await settle(page);
          expectSteady(before, await places(page));
        }
        await page.close();
      },
    );

    test('when memory is read', async () => {
      const { page } = await open('boardMemory', width, height);
      await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
      await page.getByRole('main').getByRole('link', { name: 'Memory' }).click();
      await page.getByRole('textbox', { name: 'Address' }).fill('0x60008844');
      await settle(page);
      const before = await places(page);
      await press(page, 'Read');
      await settle(page);
      expectSteady(before, await places(page));
      await page.close();
    });

    test('when a file on the board is looked at, whatever is in it', async () => {
      const { page } = await open('boardFilesText', width, height);
      await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
      await page.getByRole('main').getByRole('link', { name: 'Files' }).click();
      await press(page, 'Read the partition table');
      await press(page, 'Read the files');
      await page.getByRole('searchbox', { name: 'Filter' }).fill('www/');
      await page.getByRole('option', { name: /index\.html/ }).click();
      await settle(page);
      const before = await places(page);
      for (const name of [/firmware\.bin/, /pier\.png/, /style\.css/, /app\.js/]) {
        await page.getByRole('option', { name }).click();
        await settle(page);
        expectSteady(before, await places(page));
      }
      await page.close();
    });

    test('when a build changes the files', async () => {
      for (const scene of ['buildChanged', 'buildUnfinished', 'buildStopped'] as const) {
        const { page } = await open(scene, width, height);
        await press(page, 'Choose files');
        await page.getByRole('table').first().waitFor();
        await settle(page);
        const before = await places(page);
        await page.evaluate(() => window.esplanadeDev?.emit('builds.touched', null));
        await settle(page);
        expectSteady(before, await places(page));
        await page.close();
      }
    });

    test.each([
      ['Backup', 'backupRunning', 'Read into a file'],
      ['Backup', 'backupDone', 'Read into a file'],
      ['Backup', 'backupFailed', 'Read into a file'],
      ['Erase', 'eraseRunning', 'Erase everything'],
      ['Erase', 'eraseDone', 'Erase everything'],
      ['Monitor', 'monitorTalking', 'Start listening'],
    ] as const)('%s: %s', async (name, scene, button) => {
      const { page } = await open(scene, width, height);
      await page.getByRole('navigation').getByRole('link', { name }).click();
      if (name === 'Erase') {
        await press(page, 'Read the partition table');
        await page.getByLabel('Type ERASE to confirm').fill('erase');
      }
      await settle(page);
      const before = await places(page);
      await press(page, button);
      await settle(page);
      expectSteady(before, await places(page));
      await page.close();
    });
  });
});

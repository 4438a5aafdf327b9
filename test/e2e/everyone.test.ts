import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../renderer/accessibility';
import { chooseBoard, outcomeSection } from './flash-page';
import { launch, type RunningApp } from './launch';
import { chooseInMenu } from './menu';
import { usedBoardFlash } from './used-board';

/** What is open above a page, and a window that is used without a pointer and without motion. */
describe('the window for everyone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-everyone-'));
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    running = await launch({ boards: 'sim://esp32', flash: { 'esp32.bin': usedBoardFlash() } });
    page = running.page;
    await chooseBoard(page);
    await goTo('Board');
    await button('Read the partition table').click();
    await page.getByRole('table', { name: 'Apps on the board' }).waitFor();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const rail = (): Locator => page.getByRole('navigation', { name: 'Pages' });
  const goTo = (name: string): Promise<void> => rail().getByRole('link', { name, exact: true }).click();
  const button = (name: string | RegExp): Locator => page.getByRole('main').getByRole('button', { name });
  const focusedText = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: here } = document;
      if (here === null || here === document.body) return 'nothing';
      const label = here instanceof HTMLInputElement ? here.labels?.[0]?.textContent : null;
      return (here.getAttribute('aria-label') ?? label ?? here.textContent).trim().replaceAll(/\s+/g, ' ');
    });

  interface Opened {
    readonly name: string;
    readonly on: () => Promise<void>;
    readonly opener: () => Locator;
    readonly what: () => Locator;
  }
  const dialog = (): Locator => page.getByRole('dialog');
  const menu = (): Locator => page.getByRole('menu');
  const opened: readonly Opened[] = [
    {
      name: 'the board picker',
      on: () => goTo('Settings'),
      opener: () => page.getByRole('banner').getByRole('button', { name: /^Board/ }),
      what: dialog,
    },
    { name: 'the export of a board', on: () => goTo('Board'), opener: () => button('Export as JSON'), what: dialog },
    {
      name: 'the options of the monitor',
      on: () => goTo('Monitor'),
      opener: () => button('View and options'),
      what: dialog,
    },
    {
      name: 'the ways to restart',
      on: async () => {
        await goTo('Monitor');
        await button('Start listening').click();
        await button('More ways to restart').and(page.locator(':enabled')).waitFor();
      },
      opener: () => button('More ways to restart'),
      what: menu,
    },
    { name: 'saving what was heard', on: () => goTo('Monitor'), opener: () => button('Save'), what: dialog },
    {
      name: 'the reset of the settings',
      on: () => goTo('Settings'),
      opener: () => button('Reset all settings'),
      what: dialog,
    },
  ];

  it.each(opened)('$name has no faults, in either theme, and Escape leads back', async ({ on, opener, what }) => {
    await on();
    await opener().focus();
    const before = await focusedText();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' });
      await page.keyboard.press('Enter');
      await what().waitFor();
      await page.waitForTimeout(250);
      expect(await violations(page), theme).toEqual([]);
      expect(await what().evaluate((it) => it.contains(document.activeElement)), 'the focus is inside').toBe(true);
      await page.keyboard.press('Escape');
      await what().waitFor({ state: 'detached' });
      await expect.poll(focusedText, { message: 'the focus is back' }).toBe(before);
    }
  });

  it.each([
    ['Keyboard Shortcuts', 'dialog'],
    ['Trace of the Job', 'region'],
  ] as const)('“%s” from the menu has no faults, and Escape leads back', async (item, role) => {
    await goTo('Settings');
    await page.getByRole('switch', { name: 'Show virtual boards' }).focus();
    await chooseInMenu(running, item);
    const it = page.getByRole(role, { name: item === 'Trace of the Job' ? 'Trace' : new RegExp(item, 'i') });
    await it.waitFor();
    await page.waitForTimeout(250);
    expect(await violations(page)).toEqual([]);
    expect(await it.evaluate((here) => here.contains(document.activeElement)), 'the focus is inside').toBe(true);
    await page.keyboard.press('Escape');
    await it.waitFor({ state: 'detached' });
    await expect.poll(focusedText).toContain('Show virtual boards');
  });

  const pages = ['Flash', 'Board', 'Monitor', 'Backup', 'Erase', 'Images', 'History', 'Help', 'Settings'] as const;
  it.each(pages)('on the %s page it is seen where the focus is, whatever has it', async (name) => {
    await goTo(name);
    const unseen: string[] = [];
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (element === null || element === document.body) return null;
        const isDrawn = (each: Element | null): boolean => {
          if (each === null) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(each);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
        };
        const { width, height } = element.getBoundingClientRect();
        const isSeen = (isDrawn(element) && width > 1 && height > 1) || isDrawn(element.closest('label'));
        return isSeen ? null : element.outerHTML.slice(0, 160);
      });
      if (here !== null) unseen.push(here);
    }
    expect(unseen).toEqual([]);
  });

  it('what a field is for is drawn in it', async () => {
    await goTo('Help');
    const field = page.getByRole('searchbox', { name: 'Search in Help' });
    const withWords = await field.screenshot();
    await field.evaluate((element: HTMLInputElement) => (element.placeholder = ''));
    expect((await field.screenshot()).equals(withWords)).toBe(false);
  });

  /** Tab until something with that name has the focus. */
  async function reach(name: RegExp): Promise<void> {
    for (let stops = 0; stops < 80; stops++) {
      if (name.test(await focusedText())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no Tab leads to ${String(name)}`);
  }

  it('a partition is read and then erased by keyboard alone', async () => {
    const flash = (): Buffer => readFileSync(join(running.flashFolder, 'esp32.bin'));
    const path = join(folder, 'storage.bin');
    await running.app.evaluate(({ dialog: system }, filePath) => {
      system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await rail().getByRole('link', { name: 'Flash', exact: true }).focus();
    await reach(/^Backup$/);
    await page.keyboard.press('Enter');
    await reach(/^Everything/);
    await page.keyboard.press('ArrowRight');
    await reach(/^Partition nvs/);
    await page.keyboard.press('Space');
    await reach(/^Read into a file/);
    await page.keyboard.press('Enter');
    await outcomeSection(page).waitFor({ timeout: 60_000 });
    expect(readFileSync(path).equals(flash().subarray(0x9000, 0xe000))).toBe(true);
    await reach(/^Done$/);
    await page.keyboard.press('Enter');

    await rail().getByRole('link', { name: 'Flash', exact: true }).focus();
    await reach(/^Erase$/);
    await page.keyboard.press('Enter');
    await reach(/^Everything/);
    await page.keyboard.press('ArrowRight');
    await reach(/^Partition nvs/);
    await page.keyboard.press('Space');
    await reach(/^Erase nvs$/);
    await page.keyboard.press('Enter');
    await outcomeSection(page).waitFor({ timeout: 60_000 });
    expect(flash().subarray(0x9000, 0xe000).equals(Buffer.alloc(0x5000, 0xff))).toBe(true);
  });

  it('nothing moves by itself for whoever wants no motion', async () => {
    const motions = (): Promise<number> => page.evaluate(() => document.getAnimations().length);
    await goTo('Backup');
    await button('Read into a file').waitFor();
    const read = async (): Promise<void> => {
      await page.getByRole('radio', { name: /^Everything/ }).check();
      await button('Read into a file').click();
      await page.getByRole('progressbar', { name: 'Progress' }).waitFor();
    };
    const stop = async (): Promise<void> => {
      await button('Cancel').click();
      await outcomeSection(page).waitFor({ timeout: 60_000 });
      await button('Done').click();
    };
    await read();
    expect(await motions(), 'otherwise something turns').toBeGreaterThan(0);
    await stop();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await read();
    expect(await motions()).toBe(0);
    await stop();
    expect(running.complaints).toEqual([]);
  });
});

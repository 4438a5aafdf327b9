import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src-shared/locales/en';
import { violations } from '../renderer/accessibility';
import { outside } from '../renderer/outside';
import { dropFiles } from './dropping';
import { madeUpFirmware } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';
import { usedBoardFlash } from './used-board';

const pictures = process.env['ESPLANADE_SCREENSHOTS'];
/** All for pictures; otherwise each theme once, the one wide and the other narrow. */
const looks = (
  [
    { theme: 'light', size: 'wide', width: 1240, height: 820 },
    { theme: 'dark', size: 'narrow', width: 900, height: 600 },
    { theme: 'light', size: 'slim', width: 720, height: 800 },
    { theme: 'dark', size: 'wide', width: 1240, height: 820 },
  ] as const
).slice(0, pictures === undefined ? 2 : undefined);

/**
 * What the pages show while and after they do something, on one board in use; with ESPLANADE_SCREENSHOTS set
 * (`npm run screenshots`) a picture of each is left behind.
 */
describe('pages at work', () => {
  let folder = '';
  let running: RunningApp;
  let page: Page;
  const button = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name });
  const goTo = (name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-at-work-'));
    running = await launch({
      boards: 'sim://esp32 sim://esp32c3?app=chatty',
      flash: { 'esp32.bin': usedBoardFlash() },
      size: { width: 1240, height: 820 },
    });
    page = running.page;
    await chooseBoard(page, /sim:..esp32(?![a-z0-9])/);
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  /** Looks at what is there now in every theme and size. */
  async function show(name: string): Promise<void> {
    for (const { theme, size, width, height } of looks) {
      await running.app.evaluate(
        ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
        { width, height },
      );
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' });
      await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
      await page.waitForTimeout(200);
      expect(await outside(page), `${name}, ${size}`).toEqual([]);
      if (pictures === undefined) expect(await violations(page), `${name}, ${theme}`).toEqual([]);
      if (pictures === undefined) continue;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${theme}-${size}.png`) });
    }
    expect(running.complaints).toEqual([]);
  }

  it('the Board page with all that is on the board', async () => {
    await goTo('Board');
    await button('Read the partition table').click();
    await button('Read the settings').click({ timeout: 30_000 });
    const values = page.getByRole('listbox', { name: 'Values' });
    await values.waitFor({ timeout: 60_000 });
    await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    await show('board-told');
    await values.scrollIntoViewIfNeeded();
    await show('board-settings');
  });

  it('the partition table editor with a row that does not fit', async () => {
    await button('Edit the table').click();
    await page.getByRole('textbox', { name: /^Size/ }).last().fill('9M');
    await show('board-editor');
    await goTo('Board');
  });

  it('the tools with what the flash part tells', async () => {
    await page.getByRole('link', { name: 'Tools' }).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await show('board-tools-empty');
  });

  it('the files on the board, one of them looked into', async () => {
    await page.getByRole('link', { name: 'Files' }).click();
    await button('Read the files').click();
    const list = page.getByRole('listbox', { name: 'Files and folders' });
    await list.getByRole('option', { name: /config\.json/ }).click({ timeout: 60_000 });
    await page.getByRole('region', { name: 'Contents of /config.json' }).waitFor();
    await show('board-files-read');
  });

  it('sharing a port', async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Share this port' }).click();
    const section = page.getByRole('region', { name: 'Share this port' });
    await section.getByRole('button', { name: 'Start sharing' }).click();
    await section.getByText('Shared with programs on this computer').waitFor();
    await section.scrollIntoViewIfNeeded();
    await show('board-shared');
    await section.getByRole('button', { name: 'Stop sharing' }).click();
    await section.getByRole('button', { name: 'Start sharing' }).waitFor();
  });

  it('the trace of a job below the page', async () => {
    await goTo('Flash');
    await dropFiles(
      page,
      madeUpFirmware(folder, 20_000).map(({ path }) => path),
    );
    await flashButton(page).and(page.locator(':enabled')).waitFor();
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    await button('Trace').click();
    await page.getByRole('region', { name: 'Trace' }).waitFor();
    await show('trace');
    await button('Trace').click();
  });

  it('the history of what was flashed', async () => {
    await goTo('History');
    await page.getByRole('option').first().click();
    await show('history-told');
  });

  it('a guide with its drawing', async () => {
    await goTo('Help');
    await page.getByRole('navigation', { name: 'Help' }).getByRole('link', { name: en.guides.bootMode }).click();
    await page.getByRole('article', { name: en.guides.bootMode }).waitFor();
    await show('guide');
  });

  it('the Monitor with a talking board that crashed', async () => {
    await chooseBoard(page, /app=chatty/);
    await goTo('Monitor');
    await button('Start listening').first().click();
    await button('Restart').first().click();
    await page.getByRole('heading', { name: 'chatty started' }).waitFor({ timeout: 30_000 });
    await expect.poll(() => page.getByRole('log').innerText(), { timeout: 30_000 }).toContain('alive for');
    await page.getByRole('textbox', { name: 'Text to send' }).fill('panic');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The app crashed' }).waitFor({ timeout: 30_000 });
    await show('monitor-talking');
  });
});

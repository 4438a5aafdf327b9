import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../cli/run-cli';
import { expectAccessible } from '../renderer/accessibility';
import { outside } from '../renderer/outside';
import { callFromPage } from './call-from-page';
import { chooseBoard, outcomeSection } from './flash-page';
import { launch, type RunningApp } from './launch';

/** The flash chip and the chip of a board, asked about themselves. */
describe('the Tools page of a board', () => {
  let folder = '';
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-tools-'));
    running = await launch({ boards: 'sim://esp32c6 sim://esp8266 sim://esp32c3?security=secure-download' });
    page = running.page;
    await chooseBoard(page, /esp32c6/);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Board' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Tools' }).click();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const button = (name: string): Locator => page.getByRole('main').getByRole('button', { name, exact: true });
  const card = (name: string): Locator => page.getByRole('region', { name, exact: true });
  async function ended(title: string): Promise<string> {
    await outcomeSection(page).getByRole('heading', { name: title, exact: true }).waitFor({ timeout: 60_000 });
    return outcomeSection(page).innerText();
  }
  async function write(status: string): Promise<void> {
    await button('Change the status').click();
    await page.getByRole('textbox', { name: 'New status' }).fill(status);
    await page.getByRole('switch', { name: 'Keep it when the power goes' }).click();
    // By keys alone: the field's Enter asks, and the answer is the second of two buttons.
    await page.getByRole('textbox', { name: 'New status' }).press('Enter');
    await page.getByRole('dialog').getByText('with some chips for good').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Write the status' }).press('Enter');
  }

  it('tells everything with one press', async () => {
    await button('Read everything').click();
    await ended('Read');
    await card('Flash chip').getByText('GigaDevice').waitFor();
    await card('Flash chip').getByText('0x0000').waitFor();
    await card('What the flash chip tells about itself').getByText('SFDP, revision 1.6').waitFor();
    await card('Security').getByText('The chip starts any firmware.').waitFor();
    const cli = await runCli(['-p', 'sim://esp32c6', 'read-mac']);
    const eui64 = /EUI-64: (\S+)/.exec(cli.out)?.[1] ?? 'none';
    await card('MAC addresses').getByText(eui64).waitFor();
    await card('MAC addresses').getByRole('button', { name: 'Copy EUI-64' }).click();
    expect(await running.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(eui64);
  });

  it('saves what the flash chip tells, byte for byte as the command line reads it', async () => {
    const path = join(folder, 'sfdp.bin');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await button('Save as file').click();
    await page.getByText('sfdp.bin').waitFor();
    const bytes = readFileSync(path);
    const cli = await runCli(['-p', 'sim://esp32c6', 'read-flash-sfdp', '0', String(bytes.length)]);
    const hex = /SFDP\[.*\]: ([0-9a-f ]+)\n/.exec(cli.out)?.[1]?.replaceAll(' ', '');
    expect(bytes.length).toBeGreaterThan(64);
    expect(bytes.toString('hex')).toBe(hex);
    await button('Show the bytes').click();
    await page.getByRole('region', { name: 'Bytes' }).getByText('53 46 44 50').waitFor();
  });

  it('writes a status after a question, and the chip holds it for the next look', async () => {
    await write('0x021c');
    expect(await ended('Written and read back')).toContain('0x021c');
    await card('Flash chip').getByText('Write protection is on').waitFor();
    await button('Read again: Flash chip').click();
    await ended('Read');
    await card('Flash chip').getByText('0x021c').waitFor();
    await write('0');
    await ended('Written and read back');
    await card('Flash chip').getByText('Write protection is off').waitFor();
  });

  it('says what a chip has not', async () => {
    await chooseBoard(page, /esp8266/);
    await page.getByText('An ESP8266 has no such report.').waitFor({ timeout: 30_000 });
    // Another board: nothing of the one before.
    expect(await page.getByText('GigaDevice').count()).toBe(0);
    await button('Read: MAC addresses').click();
    await ended('Read');
    await page.getByText('This chip has no EUI-64').waitFor();
  });

  it('fits every window, at twice the size and mirrored, in the language with the longest words', async () => {
    const { app } = running;
    const setting = (settings: object): Promise<unknown> => callFromPage(page, 'settings.set', { settings });
    const zoom = (factor: number): Promise<void> =>
      app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted);
      }, factor);
    for (const language of ['de', 'en']) {
      await setting({ language, theme: 'system', lastPath: 'sim://esp32c6' });
      await page.reload();
      await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
      await page.locator('nav a[href="/board"]').click();
      await page.locator('nav a[href="/board/tools"]').click();
      await page.locator('footer button.button-primary').click();
      await outcomeSection(page).waitFor({ timeout: 60_000 });
      await page.locator('section button:has(.lucide-pen-line)').click();
      for (const [width, height] of [
        [1240, 820],
        [900, 600],
      ] as const) {
        await app.evaluate(
          ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
          { width, height },
        );
        await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
        expect(await outside(page), `${language}, ${width} pixels`).toEqual([]);
        await page.evaluate(() => (document.documentElement.dir = 'rtl'));
        expect(await outside(page), `${language}, ${width} pixels, mirrored`).toEqual([]);
        await page.evaluate(() => (document.documentElement.dir = 'ltr'));
      }
      await expectAccessible(page);
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1240, 820));
      await zoom(2);
      await page.waitForFunction(() => window.innerWidth === 620);
      expect(await outside(page), `${language} at 200 %`).toEqual([]);
      await zoom(1);
    }
  });

  it('offers only the security report in Secure Download Mode', async () => {
    await chooseBoard(page, /secure-download/);
    await page.getByText('it tells what is locked, and nothing else').waitFor({ timeout: 30_000 });
    await button('Read what is locked').click();
    await ended('Read');
    await card('Security').getByText('nothing can be read back and no stub runs').waitFor();
    expect(await card('Flash chip').count()).toBe(0);
    expect(running.complaints).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { madeUpFirmware } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';
import { chooseInMenu } from './menu';

/** What went over the wire, in the built application. */
describe('the trace of a job', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-trace-'));
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    running = await launch({ boards: 'sim://esp32', size: { width: 900, height: 600 } });
    page = running.page;
    const firmware = madeUpFirmware(folder, 60_000);
    await dropFiles(
      page,
      firmware.map(({ path }) => path),
    );
    await page.getByRole('textbox', { name: `Address of ${firmware[2]!.name}`, exact: true }).waitFor();
    await chooseBoard(page);
    await flashButton(page).click();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const panel = () => page.getByRole('region', { name: 'Trace' });
  const list = () => panel().getByRole('listbox');

  it('comes up while the job runs, and grows until its end', async () => {
    await page.getByRole('main').getByRole('button', { name: 'Trace' }).click();
    await list().getByRole('option').first().waitFor();
    expect(await waitForOutcome(page)).toBe('Verified');
    await panel().getByRole('textbox', { name: 'Filter' }).fill('spi_flash_md5');
    await list()
      .getByRole('option', { name: /SPI_FLASH_MD5 value=/ })
      .first()
      .waitFor();
    await panel().getByRole('textbox', { name: 'Filter' }).fill('DTR');
    await list()
      .getByRole('option', { name: /DTR off, RTS on/ })
      .first()
      .waitFor();
  });

  it('is saved as a text without anything of the files', async () => {
    const path = join(folder, 'trace.txt');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await panel().getByRole('textbox', { name: 'Filter' }).fill('');
    await panel().getByRole('button', { name: 'Save' }).click();
    await page.getByText('The trace is saved').waitFor();
    const text = readFileSync(path, 'utf8');
    for (const wanted of [
      '> SYNC [',
      '> FLASH_DEFL_BEGIN ',
      '> FLASH_DEFL_DATA ',
      '> SPI_FLASH_MD5 ',
      '~ DTR off, RTS on',
    ]) {
      expect(text).toContain(wanted);
    }
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(200);
  });

  it('opens and closes by the menu, on every page', async () => {
    await chooseInMenu(running, 'Trace of the Job');
    await panel().waitFor({ state: 'detached' });
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click();
    await chooseInMenu(running, 'Trace of the Job');
    await list().getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(running.complaints).toEqual([]);
  });
});

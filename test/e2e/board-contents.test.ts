import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePartitionTable } from '../../src-shared/formats/partition-table';
import { chooseBoard, isOpen } from './flash-page';
import { launch, type RunningApp } from './launch';
import { password, tableBytes, tableCsv, usedBoardFlash } from './used-board';

describe('what is on a board', () => {
  let folder = '';
  let running: RunningApp;
  let page: Page;
  const flash = (): Buffer => readFileSync(join(running.flashFolder, 'esp32.bin'));
  const main = () => page.getByRole('main');
  const button = (name: string | RegExp) => main().getByRole('button', { name });
  async function answerSaveDialog(path: string): Promise<void> {
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-contents-'));
    running = await launch({ boards: 'sim://esp32', flash: { 'esp32.bin': usedBoardFlash() } });
    page = running.page;
    await chooseBoard(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
    await button('Read the partition table').click();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  it('is told: both apps, the one that starts and why', async () => {
    const apps = page.getByRole('table', { name: 'Apps on the board' });
    await apps.getByRole('row', { name: /app0.*promenade.*1\.0\.0/ }).waitFor({ timeout: 30_000 });
    await apps.getByRole('row', { name: /app1.*promenade.*starts.*1\.1\.0/ }).waitFor();
    await main().getByText('app1 starts, because the OTA selection names it with the higher of two numbers.').waitFor();
  });

  it('are settings, with the password hidden until it is asked for', async () => {
    await button('Read the settings').click();
    const list = main().getByRole('listbox', { name: 'Values' });
    await list.waitFor({ timeout: 60_000 });
    expect(await list.getByRole('option').allInnerTexts()).toHaveLength(4);
    await list.getByRole('option', { name: /harbour/ }).waitFor();
    expect(await main().innerText()).not.toContain(password);
    await list.getByRole('option', { name: /password/ }).click();
    await button('Show the value').click();
    await main().getByText(password).first().waitFor();
  });

  it('is saved as JSON without the password, and as CSV with it', async () => {
    const json = join(folder, 'board.json');
    await answerSaveDialog(json);
    await button('Export as JSON').click();
    await page.getByRole('button', { name: 'Choose a place' }).click();
    await main().getByText('board.json').waitFor();
    const report = readFileSync(json, 'utf8');
    expect(report).not.toContain(password);
    expect(JSON.parse(report)).toMatchObject({
      format: 'esplanade-board',
      version: 1,
      flash: { apps: [{ version: '1.0.0' }, { version: '1.1.0' }], start: { label: 'app1', reason: 'sequence' } },
      nvs: [
        { partition: 'nvs', entries: [{ value: 'harbour' }, { isHidden: true }, { value: 300 }, { type: 'blob' }] },
      ],
    });
    const table = join(folder, 'nvs.csv');
    await answerSaveDialog(table);
    await button('Save as CSV').click();
    await page.getByRole('button', { name: 'Choose a place' }).click();
    await main().getByText('nvs.csv').waitFor();
    expect(readFileSync(table, 'utf8')).toContain(`password,data,string,${password}\n`);
  });

  it('gets another partition table, which is then in flash byte for byte, and nothing else is touched', async () => {
    const before = usedBoardFlash();
    expect(flash().equals(before)).toBe(true);
    await button('Edit the table').click();
    await page.getByRole('textbox', { name: 'Size of row 5' }).fill('1M');
    await button('Add a row').click();
    await page.keyboard.type('notes');
    await page.getByRole('combobox', { name: 'Subtype of row 6' }).fill('littlefs');
    await page.getByRole('textbox', { name: 'Size of row 6' }).fill('64K');
    await page.getByRole('checkbox', { name: 'Read-only' }).nth(5).check();
    const binary = join(folder, 'table.bin');
    await answerSaveDialog(binary);
    await button('Save as binary').click();
    await main().getByText('table.bin').waitFor();

    await button('Write to the board').click();
    const dialog = page.getByRole('dialog', { name: 'Write this partition table?' });
    await dialog.getByText('storage changes from 1.38 MB to 1 MB.').waitFor();
    await dialog.getByText('notes is new, at 0x390000 – 0x39ffff.').waitFor();
    await dialog.getByRole('button', { name: 'Write the table' }).click();
    await page.getByRole('heading', { name: 'Verified' }).waitFor({ timeout: 60_000 });

    const expected = Buffer.from(before);
    const wanted = `${tableCsv.replace('0x160000', '1M')}notes,data,littlefs,0x390000,64K,readonly\n`;
    expected.set(tableBytes(wanted), 0x8000);
    expect(flash().equals(expected)).toBe(true);
    expect(readFileSync(binary).equals(Buffer.from(tableBytes(wanted)))).toBe(true);
    await button('Open the monitor').click();
    await isOpen(page, 'Monitor').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
    await button('Edit the table').click();
  });

  it('a table from a file is refused where it does not fit, and nothing is written', async () => {
    const before = flash();
    const path = join(folder, 'large.csv');
    writeFileSync(path, 'nvs,data,nvs,,24K\nfactory,app,factory,,8M\n');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
    await button('Open a file').click();
    await main().getByText('It ends at 0x810000, past the end of the flash at 0x400000.').waitFor();
    expect(await button('Write to the board').isDisabled()).toBe(true);
    expect(flash().equals(before)).toBe(true);
    expect(parsePartitionTable(flash().subarray(0x8000)).partitions).toHaveLength(6);
    expect(running.complaints).toEqual([]);
  });
});

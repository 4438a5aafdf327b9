import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedFlash, type PlacedFile } from './firmware';
import { outcomeSection } from './flash-page';
import { flashedBoard, type FlashedBoard } from './flashed-board';
import type { RunningApp } from './launch';

const app = 2;
const nvs = { offset: 0x9000, sizeBytes: 0x6000 };

/** One board on one desk: flashed, compared, read, erased, each by its page. */
describe('the pages of a board', () => {
  let board: FlashedBoard;
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    board = await flashedBoard();
    ({ folder, firmware, running } = board);
    ({ page } = running);
  });
  afterAll(() => board.close());

  const flash = (): Buffer => board.flash();
  const goTo = (name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();
  const button = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

  /** The system's dialog, answered for the person. */
  async function answerSaveDialog(path: string | null): Promise<void> {
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
    }, path);
  }
  async function choosePartition(name: string): Promise<void> {
    await page.getByRole('radio', { name: /^One partition/ }).check();
    await page.getByRole('radio', { name: `Partition ${name}` }).check();
  }
  async function chooseRegion(address: string, size: string): Promise<void> {
    await page.getByRole('radio', { name: /^A region/ }).check();
    await page.getByRole('textbox', { name: 'Address', exact: true }).fill(address);
    await page.getByRole('textbox', { name: 'Size', exact: true }).fill(size);
  }
  async function outcomeTitle(): Promise<string> {
    await outcomeSection(page).waitFor({ timeout: 90_000 });
    return outcomeSection(page).getByRole('heading', { level: 2 }).innerText();
  }
  async function putAway(): Promise<void> {
    await button('Done').click();
    await outcomeSection(page).waitFor({ state: 'detached' });
  }

  it('compares the files with what was just written: the same', async () => {
    await button('Compare with the board').click();
    await page.getByRole('heading', { name: 'The same' }).waitFor({ timeout: 60_000 });
    expect(flash().equals(expectedFlash(firmware, 0x1000))).toBe(true);
  });

  it('the Board page tells who it is, its partitions and the app that starts', async () => {
    await goTo('Board');
    await page.getByRole('heading', { name: 'Security' }).waitFor();
    // The write has told what lies where: nothing has to be read for it.
    await page.getByRole('cell', { name: 'factory starts' }).waitFor({ timeout: 30_000 });
    await page.getByText('promenade').first().waitFor();
    await page.getByText('factory starts: the table has no OTA selection.').waitFor();
    await button('Copy as text').click();
    await button('Copied').waitFor();
    const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText());
    for (const fact of ['ESP32', 'Secure boot: Off', 'factory, app/factory, 0x10000, 2 MB']) {
      expect(copied).toContain(fact);
    }
    await button('Ask again').click();
    await button('Ask again').and(page.locator(':enabled')).waitFor({ timeout: 30_000 });
  });

  it('reads the whole flash into a file, byte for byte, and shows it', async () => {
    await goTo('Backup');
    const path = join(folder, 'whole.bin');
    await answerSaveDialog(path);
    await button('Read into a file').click();
    // What runs is seen from every page.
    await page.getByRole('progressbar', { name: 'Progress' }).waitFor();
    await goTo('Settings');
    await page
      .getByRole('banner')
      .getByRole('link', { name: /^Reading/ })
      .click();
    expect(await outcomeTitle()).toBe('Read');
    expect(readFileSync(path).equals(flash())).toBe(true);

    await page.getByRole('textbox', { name: 'Go to address' }).fill('0x1000');
    await page.keyboard.press('Enter');
    const first = [...flash().subarray(0x1000, 0x1010)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    await page.getByRole('region', { name: 'Bytes' }).getByText(first).waitFor();
    await running.app.evaluate(({ shell }) => {
      shell.showItemInFolder = (shown) => Object.assign(globalThis, { shownItem: shown });
    });
    await button('Show in folder').click();
    const shown = () => running.app.evaluate(() => (globalThis as unknown as { shownItem?: string }).shownItem);
    await expect.poll(shown).toBe(path);
    await putAway();
  });

  it('reads one partition, and a region', async () => {
    const path = join(folder, 'nvs.bin');
    await answerSaveDialog(path);
    await choosePartition('nvs');
    await button('Read into a file').click();
    expect(await outcomeTitle()).toBe('Read');
    expect(readFileSync(path).equals(flash().subarray(nvs.offset, nvs.offset + nvs.sizeBytes))).toBe(true);
    await putAway();

    const odd = join(folder, 'odd.bin');
    await answerSaveDialog(odd);
    await chooseRegion('0x10003', '1001');
    await button('Read into a file').click();
    expect(await outcomeTitle()).toBe('Read');
    expect(readFileSync(odd).equals(flash().subarray(0x1_0003, 0x1_0003 + 1001))).toBe(true);
    await putAway();
  });

  it('nothing is read where the person thinks better of it', async () => {
    await answerSaveDialog(null);
    await button('Read into a file').click();
    await page.waitForTimeout(500);
    expect(await page.getByRole('progressbar', { name: 'Progress' }).count()).toBe(0);
    expect(await outcomeSection(page).count()).toBe(0);
  });

  it('a read that is cancelled leaves no file', async () => {
    const path = join(folder, 'cancelled.bin');
    await answerSaveDialog(path);
    await page.getByRole('radio', { name: /^Everything/ }).check();
    await button('Read into a file').click();
    await page.waitForFunction(() => {
      const bar = document.querySelector('[role=progressbar][aria-label="Progress"]');
      return Number(bar?.getAttribute('aria-valuenow') ?? 0) >= 8;
    });
    await button(/^Cancel/).click();
    expect(await outcomeTitle()).toBe('Cancelled');
    expect(() => readFileSync(path)).toThrow('ENOENT');
    expect(() => readFileSync(`${path}.part`)).toThrow('ENOENT');
    await putAway();
  });

  it('erases a region, and only that; the comparison then names the sectors', async () => {
    const before = flash();
    await goTo('Erase');
    await chooseRegion('0x10010', '8k');
    expect(await button('Erase').isDisabled()).toBe(true);
    await button('Use 0x10000 – 0x12fff').click();
    await button('Erase').click();
    expect(await outcomeTitle()).toBe('Erased');
    const expected = Buffer.from(before).fill(0xff, 0x1_0000, 0x1_3000);
    expect(flash().equals(expected)).toBe(true);
    await putAway();

    await goTo('Flash');
    await button('Compare with the board').click();
    await page.getByRole('heading', { name: 'Not the same' }).waitFor({ timeout: 60_000 });
    const told = await outcomeSection(page).innerText();
    expect(told).toContain(firmware[app]!.name);
    for (const sector of ['0x10000 – 0x10fff', '0x11000 – 0x11fff', '0x12000 – 0x12fff']) {
      expect(told).toContain(sector);
    }
    expect(told).not.toContain('0x13000');
  });

  it('everything is erased after a word is typed, and not before', async () => {
    await goTo('Erase');
    await page.getByRole('radio', { name: /^Everything/ }).check();
    expect(await button('Erase everything').isDisabled()).toBe(true);
    await page.getByLabel('Type ERASE to confirm').fill('ERASE');
    await button('Erase everything').click();
    expect(await outcomeTitle()).toBe('Erased');
    expect(flash().equals(Buffer.alloc(4 * 1024 * 1024, 0xff))).toBe(true);
    expect(running.complaints).toEqual([]);
  });
});

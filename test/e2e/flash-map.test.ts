import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { chooseBoard, flashButton, outcomeSection, waitForOutcome } from './flash-page';
import { flashedBoard, type FlashedBoard } from './flashed-board';
import { launch, type RunningApp } from './launch';

const lane = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
/** One segment of sixteen bytes, with its checksum. */
const esp8266Firmware = (): Uint8Array => {
  const head = [0xe9, 1, 0, 0x40, 0, 0, 0x10, 0x40, 0, 0, 0x10, 0x40, 16, 0, 0, 0];
  return Uint8Array.from([...head, ...new Array<number>(16).fill(7), ...new Array<number>(15).fill(0), 0xef]);
};
const nvs = { offset: 0x9000, sizeBytes: 0x6000 };

describe('the flash map of other boards', () => {
  let folder = '';
  let running: RunningApp;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'esplanade-map-'))));
  afterEach(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const view = (page: Page) => page.getByRole('region', { name: 'Flash map' });
  async function open(boards: string, file: Uint8Array, address: string): Promise<Page> {
    const path = join(folder, 'data.bin');
    writeFileSync(path, file);
    running = await launch({ boards });
    await chooseBoard(running.page);
    await dropFiles(running.page, [path]);
    await running.page.getByRole('textbox', { name: 'Address of data.bin' }).fill(address);
    await running.page.getByText(/^Ready: /).waitFor();
    return running.page;
  }

  it.each([
    ['sim://esp8266?size=512KB', '512 kB', '0x7f000'],
    ['sim://esp32s3?size=128MB', '128 MB', '0x7fff000'],
  ])(
    'from the smallest to the largest, a sector is seen, found by keyboard and looked at closer: %s',
    async (board, size, address) => {
      const page = await open(board, Buffer.alloc(4096, 0x5a), address);
      await view(page).getByText(`${size} in all`).waitFor();
      const region = lane(page, 'Will be written').getByRole('button', { name: /^data\.bin/ });
      const width = async (): Promise<number> => (await region.boundingBox())?.width ?? 0;
      const before = await width();
      expect(before).toBeGreaterThanOrEqual(10);
      await region.focus();
      expect(await region.getAttribute('aria-label')).toContain(`${address} to `);
      await view(page).getByText(`${address} – `).first().waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(width).toBeGreaterThan(5 * before);
      await page.keyboard.press('0');
      await expect.poll(width).toBe(before);
      expect(running.complaints).toEqual([]);
    },
  );

  it('on an ESP8266 what was written is its firmware, not a bootloader', async () => {
    const page = await open('sim://esp8266', esp8266Firmware(), '0x0');
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    await lane(page, 'On the board')
      .getByRole('button', { name: /^ESP8266 firmware/ })
      .waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Board' }).click();
    await page.getByRole('heading', { name: 'ESP8266 firmware' }).waitFor();
  });
});

/** A board in use, and a file that somebody puts over its settings. */
describe('the flash map', () => {
  let board: FlashedBoard;
  let page: Page;

  beforeAll(async () => {
    board = await flashedBoard();
    page = board.running.page;
  });
  afterAll(() => board.close());

  const settingsOnBoard = (): Buffer => board.flash().subarray(nvs.offset, nvs.offset + nvs.sizeBytes);

  it('knows after a write what is on the board, with name and version', async () => {
    await lane(page, 'On the board')
      .getByRole('button', { name: /^factory promenade 1\.0\.0 · starts/ })
      .waitFor();
  });

  it('says what a file would overwrite, mends it with one press, and paints the progress', async () => {
    const path = join(board.folder, 'settings.bin');
    writeFileSync(path, Buffer.alloc(0x3000, 0x5a));
    await dropFiles(page, [path]);
    await page.getByRole('textbox', { name: 'Address of settings.bin' }).fill('0xa000');

    await page.getByText('nvs on the board will be overwritten by settings.bin.').first().waitFor();
    await page.getByText('What is saved on the board will be overwritten by settings.bin: nvs.').waitFor();
    await lane(page, 'On the board')
      .getByRole('button', { name: /^nvs.*nvs on the board will be overwritten by settings\.bin/ })
      .waitFor();

    await page.getByRole('button', { name: 'Leave it out' }).click();
    await page.getByText('nvs on the board will be overwritten by settings.bin.').waitFor({ state: 'detached' });
    expect(await page.getByRole('checkbox', { name: 'Write settings.bin' }).isChecked()).toBe(false);

    // Every state that the app's region passes through, as it is told.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seenStates: seen });
      new MutationObserver(() => {
        for (const region of document.querySelectorAll('[data-map-key][aria-label^="promenade.bin"]')) {
          const label = region.getAttribute('aria-label') ?? '';
          if (label !== seen.at(-1)) seen.push(label);
        }
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    const before = Buffer.from(settingsOnBoard());
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    const states = await page.evaluate(() => (window as unknown as { seenStates: string[] }).seenStates);
    expect(states.some((label) => /\d+% written\.$/.test(label))).toBe(true);
    expect(states.at(-1)).toMatch(/Written and verified\.$/);
    expect(settingsOnBoard().equals(before)).toBe(true);
    expect(await outcomeSection(page).count()).toBe(1);
    expect(board.running.complaints).toEqual([]);
  });
});

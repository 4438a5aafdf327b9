import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { flashButton, outcomeSection, waitForOutcome } from './flash-page';
import { flashedBoard, type FlashedBoard } from './flashed-board';

const lane = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const nvs = { offset: 0x9000, sizeBytes: 0x6000 };

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

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { expectedFlash, madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, isOpen, outcomeSection, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

describe('when things go wrong', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-firmware-'));
    firmware = madeUpFirmware(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(async () => running.close());

  const paths = (): string[] => firmware.map(({ path }) => path);
  const ready = async (boards: string): Promise<void> => {
    running = await launch({ boards });
    await dropFiles(running.page, paths());
    await chooseBoard(running.page);
  };

  it('Cancel stops in mid-write, and the same board can be flashed right after', async () => {
    await ready('sim://esp32');
    const { page } = running;
    await flashButton(page).click();
    await page.waitForFunction(() => {
      const bar = document.querySelector('[role=progressbar][aria-label="Progress"]');
      return Number(bar?.getAttribute('aria-valuenow') ?? 0) >= 30;
    });
    // Files cannot join what is being written; whoever drops some is told, and stays on the page that is open.
    await page.getByRole('navigation').getByRole('link', { name: 'Monitor' }).click();
    const late = join(folder, 'late.bin');
    writeFileSync(late, Buffer.alloc(5000, 7));
    await dropFiles(page, [late]);
    await page.getByRole('status').filter({ hasText: 'Files can be added when the running job is done' }).waitFor();
    expect(await isOpen(page, 'Monitor').count()).toBe(1);
    await page.getByRole('navigation').getByRole('link', { name: 'Flash' }).click();
    await page.getByRole('button', { name: /^Cancel/ }).click();
    expect(await waitForOutcome(page)).toBe('Cancelled');
    const halfway = readFileSync(join(running.flashFolder, 'esp32.bin'));
    expect(halfway.equals(expectedFlash(firmware, 0x1000))).toBe(false);

    await flashAgain();
    expect(readFileSync(join(running.flashFolder, 'esp32.bin')).equals(expectedFlash(firmware, 0x1000))).toBe(true);
  });

  it('a board that is unplugged in mid-write is called unplugged, never verified, and the window goes on', async () => {
    await ready('sim://esp32?trouble=unplug-after=150000 sim://esp32c3');
    const { page } = running;
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('The board was unplugged');
    expect(await page.getByText('Verified', { exact: true }).count()).toBe(0);
    // The other board is still there to be chosen.
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Board/ })
      .click();
    await page.getByRole('option').last().waitFor();
    expect(running.complaints).toEqual([]);
  });

  it('a flash that does not hold a bit is never called verified', async () => {
    await ready('sim://esp32?trouble=weak-bit=0x8000');
    const { page } = running;
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Not flashed');
    expect(await outcomeSection(page).innerText()).toContain('partition-table.bin');
    expect(await page.getByText('Verified', { exact: true }).count()).toBe(0);
  });

  it('files that cannot be used get a sentence each, and the good one is taken', async () => {
    running = await launch();
    const { page } = running;
    writeFileSync(join(folder, 'empty.bin'), '');
    mkdirSync(join(folder, 'folder.bin'));
    const bad = ['empty.bin', 'folder.bin'].map((name) => join(folder, name));
    await dropFiles(page, [...bad, ...paths()]);
    await page.getByRole('textbox', { name: `Address of ${firmware[2]!.name}`, exact: true }).waitFor();
    for (const name of ['empty.bin', 'folder.bin']) await page.getByText(name).first().waitFor();
    expect(await page.getByRole('textbox', { name: /^Address of / }).count()).toBe(firmware.length);
    await chooseBoard(page);
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
  });

  it('an address that cannot be stops the button until it is mended', async () => {
    await ready('sim://esp32');
    const { page } = running;
    const address = page.getByRole('textbox', { name: `Address of ${firmware[2]!.name}`, exact: true });
    for (const wrong of ['nonsense', '0x10001', '0x8000', '0x3ff000', '-1', '0x100000000000']) {
      await address.fill(wrong);
      await address.press('Tab');
      await page.waitForFunction(() => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button')];
        return buttons.some((button) => /^Flash /.test(button.textContent.trim()) && button.disabled);
      });
    }
    await address.fill('0x10000');
    await address.press('Tab');
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
  });

  async function flashAgain(): Promise<void> {
    const { page } = running;
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Flash |Try again)/ })
      .click();
    await outcomeSection(page).waitFor({ state: 'detached' });
    expect(await waitForOutcome(page)).toBe('Verified');
  }
});

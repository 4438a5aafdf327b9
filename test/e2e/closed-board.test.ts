import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, outcomeSection } from './flash-page';
import { launch, type RunningApp } from './launch';

/** A board that can be written and never read. */
describe('a board in Secure Download Mode', () => {
  let folder = '';
  let files: readonly PlacedFile[] = [];
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-closed-'));
    // Without a bootloader, so that every byte goes as it is in its file.
    files = madeUpFirmware(folder, 60_000, 'esp32c3').filter(({ offset }) => offset >= 0x8000);
    running = await launch({ boards: 'sim://esp32c3?security=secure-download' });
    page = running.page;
    await dropFiles(
      page,
      files.map(({ path }) => path),
    );
    await chooseBoard(page);
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const flash = (): Buffer => readFileSync(join(running.flashFolder, 'esp32c3-security-secure-download.bin'));
  const note = () => page.getByRole('region', { name: 'Secure Download Mode' });
  const goTo = (name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();

  it('is written only after its size was told and the missing proof accepted', async () => {
    await note().waitFor({ timeout: 30_000 });
    expect(await flashButton(page).isDisabled()).toBe(true);
    await note().getByLabel('Flash size').selectOption('4MB');
    await page.getByText('One thing must be mended first.').waitFor();
    await note().getByRole('switch', { name: 'Write without proof' }).click();
    await flashButton(page).and(page.locator(':enabled')).waitFor();
    await flashButton(page).click();
    await page.getByRole('heading', { name: 'Written, not verified' }).waitFor({ timeout: 60_000 });
    for (const { path, offset } of files) {
      const bytes = readFileSync(path);
      expect(
        flash()
          .subarray(offset, offset + bytes.length)
          .equals(bytes),
      ).toBe(true);
    }
    await page.getByRole('main').getByRole('button', { name: 'Done' }).click();
  });

  it('is erased in whole with the size that was told', async () => {
    await goTo('Erase');
    await page.getByLabel('Type ERASE to confirm').fill('ERASE');
    await page.getByRole('main').getByRole('button', { name: 'Erase everything' }).click();
    await outcomeSection(page).getByRole('heading', { name: 'Erased' }).waitFor({ timeout: 90_000 });
    await page.getByText('Nothing can be read back to prove it.').waitFor();
    expect(flash().every((byte) => byte === 0xff)).toBe(true);
  });

  it('says on every page why nothing can be read', async () => {
    await goTo('Backup');
    await page.getByText('The board is in Secure Download Mode: nothing can be read.').waitFor();
    expect(await page.getByRole('button', { name: 'Read into a file' }).isDisabled()).toBe(true);
    await goTo('Board');
    await page.getByText('its partition table cannot be read').waitFor();
    expect(running.complaints).toEqual([]);
  });
});

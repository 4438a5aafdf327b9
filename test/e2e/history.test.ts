import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { expectedFlash, madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

describe('the history', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-history-'));
    firmware = madeUpFirmware(folder, 60_000);
  });
  afterEach(async () => {
    await running?.close();
    running = null;
    rmSync(folder, { recursive: true });
  });

  const start = async (): Promise<RunningApp> => {
    running = await launch({ profile: join(folder, 'profile') });
    return running;
  };
  const byKey = (app: RunningApp['app'], accelerator: string) =>
    app.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
      items.find((item) => item.accelerator === wanted)?.click();
    }, accelerator);
  const flashOnce = async (page: Page): Promise<void> => {
    await dropFiles(
      page,
      firmware.map(({ path }) => path),
    );
    await chooseBoard(page);
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
  };
  const isOnBoard = (app: RunningApp): boolean =>
    readFileSync(join(app.flashFolder, 'esp32.bin')).equals(expectedFlash(firmware, 0x1000));
  /** Another build of the application: one byte of its code, and its checksums, are others. */
  const rebuild = (): void => {
    const other = mkdtempSync(join(tmpdir(), 'esplanade-rebuilt-'));
    const [, , program] = madeUpFirmware(other, 70_000);
    copyFileSync(program?.path ?? '', firmware[2]?.path ?? '');
    rmSync(other, { recursive: true });
  };

  it('is there after a restart, and flashes again by one click, byte for byte', async () => {
    const first = await start();
    await flashOnce(first.page);
    await first.close();
    const app = await start();
    const { page } = app;
    await page.getByText('Last on this board: promenade 1.0.0').waitFor();
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('option', { name: /promenade 1\.0\.0/ }).waitFor();
    await expect.poll(() => page.getByText('Unchanged on disk').count()).toBe(3);
    await page.getByRole('button', { name: 'Flash again' }).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    expect(isOnBoard(app)).toBe(true);
    await page.getByRole('link', { name: 'History' }).click();
    await expect.poll(() => page.getByRole('option').count()).toBe(2);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(() => page.getByRole('option').count()).toBe(1);
    expect(app.complaints).toEqual([]);
  });

  it('flashes again by its keys, from any page, with the files of a new build', async () => {
    const app = await start();
    const { page } = app;
    await flashOnce(page);
    expect(isOnBoard(app)).toBe(true);
    rebuild();
    await page.getByRole('link', { name: 'Settings' }).click();
    await byKey(app.app, 'CmdOrCtrl+Shift+F');
    // Of the write before it the page says “Verified” already.
    await expect.poll(() => isOnBoard(app), { timeout: 60_000 }).toBe(true);
    expect(await waitForOutcome(page)).toBe('Verified');
    expect(app.complaints).toEqual([]);
  });

  it('says which files have changed, and which are gone', async () => {
    const { page } = await start();
    await flashOnce(page);
    rebuild();
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText('Changed since: promenade.bin.').waitFor();
    await page.getByRole('button', { name: 'Flash the files as they are now' }).waitFor();
    rmSync(firmware[2]?.path ?? '');
    await page.getByRole('link', { name: 'Board' }).click();
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText('A file is not there any more').waitFor();
    expect(await page.getByRole('button', { name: 'Flash again' }).isDisabled()).toBe(true);
  });

  it('is exported, and survives half a line at its end', async () => {
    const first = await start();
    await flashOnce(first.page);
    await first.close();
    const file = join(folder, 'profile/history.jsonl');
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"id": "half of an entry`);
    const { app, page } = await start();
    const csv = join(folder, 'history.csv');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, csv);
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    await page.getByText('The history is saved.').waitFor();
    expect(readFileSync(csv, 'utf8').trim().split('\r\n')).toHaveLength(4);
    expect(readFileSync(csv, 'utf8')).toContain('promenade.bin,0x10000,');
  });
});

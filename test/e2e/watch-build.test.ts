import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { app as appImage, bootloader, otaTable } from '../firmware/build-files';
import { dropFiles } from './dropping';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

const writeList = (folder: string, appOffset: string): void =>
  writeFileSync(
    join(folder, 'flasher_args.json'),
    JSON.stringify({
      flash_files: { '0x1000': 'bootloader.bin', '0x8000': 'table.bin', [appOffset]: 'lamp.bin' },
      extra_esptool_args: { chip: 'esp32' },
    }),
  );

describe('a build folder that is watched', () => {
  let folder = '';
  let build = '';
  let running: RunningApp | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-watch-'));
    build = join(folder, 'build');
    mkdirSync(build);
    writeList(build, '0x10000');
    writeFileSync(join(build, 'bootloader.bin'), bootloader());
    writeFileSync(join(build, 'table.bin'), otaTable);
    writeFileSync(join(build, 'lamp.bin'), appImage());
  });
  afterEach(async () => {
    await running?.close();
    running = null;
    rmSync(folder, { recursive: true });
  });

  const strip = (page: Page) => page.getByRole('region', { name: 'New builds' });
  /** What is read, not what is said to those who do not see it. */
  const says = (page: Page, text: string | RegExp) => strip(page).locator('p[title]').getByText(text);
  const flashHolds = (app: RunningApp, offset: number, bytes: Uint8Array): boolean =>
    readFileSync(join(app.flashFolder, 'esp32.bin'))
      .subarray(offset, offset + bytes.length)
      .equals(bytes);

  async function flashOnce(): Promise<RunningApp> {
    running = await launch({ profile: join(folder, 'profile') });
    const { page } = running;
    await dropFiles(page, [build]);
    await chooseBoard(page);
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    await says(page, 'Watching for a new build').waitFor();
    expect(flashHolds(running, 0x1_0000, appImage())).toBe(true);
    return running;
  }

  it('offers a new build, at the address that it has now, and one click writes it, byte for byte', async () => {
    const app = await flashOnce();
    const { page } = app;
    const rebuilt = appImage(0, '2.0');
    // In pieces, as a linker does.
    rmSync(join(build, 'lamp.bin'));
    writeFileSync(join(build, 'lamp.bin'), rebuilt.subarray(0, 4000));
    await says(page, 'A build is under way').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Write lamp.bin' }).count()).toBe(1);
    writeFileSync(join(build, 'lamp.bin'), rebuilt);
    writeList(build, '0x150000');
    await says(page, /^The build has changed/).waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Address of lamp.bin' }).inputValue()).toBe('0x150000');
    await strip(page).getByRole('button', { name: 'Flash' }).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    expect(flashHolds(app, 0x15_0000, rebuilt)).toBe(true);
    expect(await strip(page).getByRole('button', { name: 'Flash' }).count()).toBe(0);
    expect(app.complaints).toEqual([]);
  });

  it('is offered on the Monitor page too, after its folder was replaced', async () => {
    const app = await flashOnce();
    const { page } = app;
    await page.getByRole('link', { name: 'Monitor' }).click();
    const rebuilt = appImage(0, '3.0');
    renameSync(build, join(folder, 'old'));
    mkdirSync(join(folder, 'new'));
    for (const name of ['flasher_args.json', 'bootloader.bin', 'table.bin']) {
      writeFileSync(join(folder, 'new', name), readFileSync(join(folder, 'old', name)));
    }
    writeFileSync(join(folder, 'new/lamp.bin'), rebuilt);
    renameSync(join(folder, 'new'), build);
    await strip(page).getByRole('button', { name: 'Flash' }).click();
    await page.getByText('Flashed').waitFor();
    expect(flashHolds(app, 0x1_0000, rebuilt)).toBe(true);
  });

  it('writes by itself where that was chosen, also in a later start, and not where a check finds a problem', async () => {
    const first = await flashOnce();
    await first.page.getByRole('switch', { name: 'Flash by itself' }).click();
    await says(first.page, 'It will be flashed by itself.').waitFor();
    const second = appImage(0, '2.0');
    writeFileSync(join(build, 'lamp.bin'), second);
    await expect.poll(() => flashHolds(first, 0x1_0000, second), { timeout: 30_000 }).toBe(true);
    expect(await waitForOutcome(first.page)).toBe('Verified');
    await running?.close();

    running = await launch({ profile: join(folder, 'profile') });
    const { page } = running;
    await dropFiles(page, [build]);
    await chooseBoard(page);
    await says(page, 'It will be flashed by itself.').waitFor();
    // An app for another chip.
    writeFileSync(join(build, 'lamp.bin'), appImage(5, '9.0'));
    await says(page, 'Not flashed: a check found a problem').waitFor();
    const good = appImage(0, '4.0');
    writeFileSync(join(build, 'lamp.bin'), good);
    expect(await waitForOutcome(page)).toBe('Verified');
    expect(flashHolds(running, 0x1_0000, good)).toBe(true);
  });

  it('is left alone where watching is switched off', async () => {
    running = await launch({ profile: join(folder, 'profile') });
    const { page } = running;
    await dropFiles(page, [build]);
    await strip(page).waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Watch the files on the table' }).click();
    await page.getByRole('link', { name: 'Flash', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Write lamp.bin' }).waitFor();
    expect(await strip(page).count()).toBe(0);
  });
});

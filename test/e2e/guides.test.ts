import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src-shared/locales/en';
import { dropFiles } from './dropping';
import { expectedFlash, madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';
import { chooseInMenu } from './menu';

describe('guides', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-guides-'));
    firmware = madeUpFirmware(folder, 20_000);
  });
  afterEach(async () => {
    await running?.close();
    running = null;
    rmSync(folder, { recursive: true });
  });
  /** A board whose chip starts its own program that many times, whatever the lines say. */
  const start = async (starts: number): Promise<RunningApp> =>
    (running = await launch({ boards: `sim://esp32?trouble=no-boot=${starts}&flash=${join(folder, 'flash.bin')}` }));

  it('the guide of a failed write shows what the chip printed, and goes on by itself when the chip obeys', async () => {
    const { page, complaints } = await start(26);
    await dropFiles(
      page,
      firmware.map(({ path }) => path),
    );
    await chooseBoard(page);
    await flashButton(page).and(page.locator(':enabled')).waitFor();
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Not flashed');
    await page.getByRole('main').getByRole('button', { name: 'Show me how' }).click();
    const guide = page.getByRole('dialog', { name: en.guides.bootMode });
    await guide.getByText('GPIO0 was high; download mode needs it low.').waitFor();
    await guide.getByText('The board answers. Going on.').waitFor({ timeout: 60_000 });
    await guide.waitFor({ state: 'detached' });
    expect(await waitForOutcome(page)).toBe('Verified');
    expect(readFileSync(join(folder, 'flash.bin')).equals(expectedFlash(firmware, 0x1000))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('closing the guide ends the attempts and leaves the failure where it was', async () => {
    const { page } = await start(100_000);
    await dropFiles(
      page,
      firmware.map(({ path }) => path),
    );
    await chooseBoard(page);
    await flashButton(page).and(page.locator(':enabled')).waitFor();
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Not flashed');
    await page.getByRole('main').getByRole('button', { name: 'Show me how' }).click();
    await page.getByRole('dialog').getByText('The chip printed boot mode 0x13.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await waitForOutcome(page)).toBe('Not flashed');
    await page.getByRole('button', { name: 'Try again' }).and(page.locator(':enabled')).waitFor();
  });

  it('the board picker has the guide beside a board that does not answer', async () => {
    const { page } = await start(22);
    await chooseBoard(page);
    await page.getByRole('banner').getByRole('button', { name: 'Show me how' }).click();
    await page.getByRole('dialog', { name: en.guides.bootMode }).waitFor();
    await page
      .getByRole('banner')
      .getByText(/ESP32-D0WD/)
      .waitFor({ timeout: 60_000 });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('every guide is found in the Help menu, and everything by searching', async () => {
    const { page, requests } = await start(0);
    for (const title of Object.values(en.guides)) {
      await chooseInMenu(running!, title);
      await page.getByRole('article', { name: title }).waitFor();
    }
    await page.getByRole('searchbox', { name: 'Search in Help' }).fill('brownout');
    const list = page.getByRole('navigation', { name: 'Help' });
    expect(await list.getByRole('link').allInnerTexts()).toEqual([en.guides.power]);
    await page.getByRole('searchbox').fill('flash.verifyFailed');
    await list.getByRole('link').first().click();
    await page.getByRole('article').getByText('flash.verifyFailed').waitFor();
    await chooseInMenu(running!, en.menu.shortcuts);
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText(en.menu.compare).waitFor();
    expect(requests.filter((url) => !/^(app:\/\/esplanade\/|data:)/.test(url))).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, outcomeSection, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

/** The drawer for those who know what they want. */
describe('advanced options', () => {
  let folder = '';
  let profile = '';
  let files: readonly PlacedFile[] = [];
  let running: RunningApp;
  let page: Page;

  const boards = 'sim://esp32c3?security=flash-encryption sim://esp32';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-advanced-'));
    profile = mkdtempSync(join(tmpdir(), 'esplanade-profile-'));
    files = madeUpFirmware(folder, 40_000, 'esp32c3');
    running = await launch({ boards, profile });
    page = running.page;
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
    rmSync(profile, { recursive: true, force: true });
  });

  const flash = (): Buffer => readFileSync(join(running.flashFolder, 'esp32c3-security-flash-encryption.bin'));
  const advanced = () => page.getByRole('button', { name: 'Advanced' });
  const encryptOf = (name: string) => page.getByRole('checkbox', { name: `Let the chip encrypt ${name}` });

  it('a board that encrypts gets files encrypted by itself, and nobody calls that verified', async () => {
    await dropFiles(
      page,
      files.map(({ path }) => path),
    );
    await chooseBoard(page, /c3/i);
    await page.getByRole('button', { name: 'Let the chip encrypt it' }).click();
    for (const { name } of files) expect(await encryptOf(name).isChecked()).toBe(true);
    await flashButton(page).and(page.locator(':enabled')).waitFor();
    await flashButton(page).click();
    await outcomeSection(page).getByRole('heading', { name: 'Written and encrypted' }).waitFor({ timeout: 60_000 });
    for (const { path, offset } of files) {
      const bytes = readFileSync(path);
      const held = flash().subarray(offset, offset + bytes.length);
      expect(held.equals(bytes)).toBe(false);
      expect(held.every((byte) => byte === 0xff)).toBe(false);
    }
    await page.getByRole('main').getByRole('button', { name: 'Done' }).click();
  });

  it('a wish for another chip stops the write before anything is sent to flash', async () => {
    const before = flash();
    await advanced().click();
    await page.getByLabel('Chip', { exact: true }).selectOption('ESP32-S3');
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Not flashed');
    await outcomeSection(page)
      .getByText(/ESP32-S3/)
      .first()
      .waitFor();
    expect(flash().equals(before)).toBe(true);
    await page.getByRole('main').getByRole('button', { name: 'Done' }).click();
  });

  it('what means nothing is said where it was typed; what means something is used by the next job', async () => {
    const sequence = page.getByRole('textbox', { name: 'Reset sequence' });
    await sequence.fill('D0|R1|nonsense');
    await sequence.press('Enter');
    await page.getByRole('status').filter({ hasText: 'nonsense' }).waitFor();
    // Never into download mode: every attempt ends in the boot log.
    await sequence.fill('D0|R1|W0.1|R0');
    await sequence.press('Enter');
    await page.getByLabel('Chip', { exact: true }).selectOption('Automatic');
    await page.getByLabel('Connect', { exact: true }).selectOption('1 time');
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Not flashed');
    await page.getByRole('main').getByRole('button', { name: 'Done' }).click();
  });

  it('is remembered for this board, over a restart, and for no other', async () => {
    await running.close();
    running = await launch({ boards, profile });
    page = running.page;
    await dropFiles(
      page,
      files.map(({ path }) => path),
    );
    const sequence = page.getByRole('textbox', { name: 'Reset sequence' });
    await expect.poll(() => sequence.inputValue()).toBe('D0|R1|W0.1|R0');
    await chooseBoard(page, /sim:\/\/esp32\b(?!c3)/i);
    await expect.poll(() => sequence.inputValue()).toBe('');
    await page.getByLabel('Flash supply').waitFor();
    expect(running.complaints).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { chooseBoard, flashButton, outcomeSection, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';
import { madeApp, madeBootloader, madeTable, madeWhole } from './made-files';

const csv = 'nvs,data,nvs,0x9000,0x6000\nfactory,app,factory,0x10000,0x100000\n';
const flashSize = 4 * 1024 * 1024;
const boards = {
  esp32: /sim:\/\/esp32(?![?a-z0-9])/,
  blank: /sim:\/\/esp32\?mac/,
  old: /revision=0\.3/,
  signed: /secure-boot/,
  encrypted: /flash-encryption/,
} as const;

/** Every line of the sheet: told in its sentence for a board and files that deserve it, and gone once its button was pressed. */
describe('the pre-flight sheet', () => {
  let folder = '';
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-preflight-'));
    running = await launch({
      boards:
        'sim://esp32 sim://esp32?mac=24:0a:c4:00:01:10 sim://esp32c3?revision=0.3 sim://esp32c3?security=secure-boot sim://esp32c3?security=flash-encryption',
      flash: { 'esp32.bin': madeWhole('esp32', csv, '0.9.0', 0x42, flashSize) },
    });
    page = running.page;
  });
  afterAll(async () => {
    expect(running.complaints).toEqual([]);
    await running.close();
    rmSync(folder, { recursive: true });
  });
  const removeButtons = () => page.getByRole('main').getByRole('button', { name: /^Remove .*\.bin$/ });
  beforeEach(async () => {
    const done = page.getByRole('main').getByRole('button', { name: 'Done', exact: true });
    if ((await done.count()) > 0) await done.click();
    while ((await removeButtons().count()) > 0) await removeButtons().first().click();
  });

  const sheet = () => page.locator('section[aria-labelledby="checks-title"]');
  const address = (name: string) => page.getByRole('textbox', { name: `Address of ${name}`, exact: true });
  const passed = () => sheet().getByText(/^All \d+ checks passed$/);
  async function put(board: RegExp, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
    await chooseBoard(page, board);
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    await dropFiles(page, paths);
  }
  async function told(sentence: string, button: string | null): Promise<void> {
    const line = sheet().getByRole('listitem').filter({ hasText: sentence });
    await line.waitFor();
    const repair = line.getByRole('button').first();
    expect(button === null ? await repair.count() : await repair.innerText()).toBe(button ?? 0);
    if (button === null) return;
    // Pressed by its key: whoever works without a mouse is still in the sheet afterwards.
    await repair.press('Enter');
    await line.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Before you flash');
  }
  const focused = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
  const whole = () => ({
    'boot.bin': madeBootloader('esp32'),
    'table.bin': madeTable(csv),
    'app.bin': madeApp('esp32'),
  });

  it('chip: a file for another one is left out', async () => {
    await put(boards.esp32, { ...whole(), 'other.bin': madeApp('esp32c3') });
    await address('other.bin').fill('0x80000');
    await told('other.bin is made for ESP32-C3, but this board has an ESP32.', 'Leave it out');
    await passed().waitFor();
  });

  it('revision: a chip that is too old', async () => {
    await put(boards.old, { 'app.bin': madeApp('esp32c3', '1.0.0', 4000, { minRevision: 101 }) });
    await told('app.bin needs chip revision ≥ 1.1, but this ESP32-C3 is revision 0.3.', null);
    expect(await flashButton(page).isDisabled()).toBe(true);
  });

  it('image: one that is damaged, and one that was cut short', async () => {
    const damaged = madeApp('esp32');
    damaged.writeUInt8(damaged.readUInt8(5000) ^ 1, 5000);
    await put(boards.esp32, { 'damaged.bin': damaged });
    await told('damaged.bin is damaged: a checksum is wrong.', null);
    await put(boards.esp32, { 'short.bin': madeApp('esp32').subarray(0, 20_000) });
    await told('short.bin is damaged: a segment is longer than the file.', null);
    expect(await flashButton(page).isDisabled()).toBe(true);
  });

  it('flash size: the header and the table against what the board has', async () => {
    await put(boards.esp32, { ...whole(), 'boot.bin': madeBootloader('esp32', { sizeAndFrequency: 0x40 }) });
    await passed().waitFor();
    await page.getByRole('button', { name: 'Advanced' }).click();
    await page.getByLabel('Flash size', { exact: true }).selectOption('As in the file');
    await told('boot.bin is set to 16 MB of flash, but the board has 4 MB.', 'Use the size of the board');
    await page.getByLabel('Flash size', { exact: true }).selectOption('1MB');
    await told('table.bin reaches to 0x110000, but the flash memory only has 1 MB.', 'Use the size of the board');
    await passed().waitFor();
    await page.getByRole('button', { name: 'Advanced' }).click();
    await put(boards.esp32, { 'table.bin': madeTable(`${csv}big,data,spiffs,0x110000,0x800000\n`) });
    await told('table.bin reaches to 0x910000, but the flash memory only has 4 MB.', null);
  });

  it('places: bootloader, table and app go back to theirs with one press', async () => {
    await put(boards.esp32, whole());
    await address('boot.bin').fill('0x0');
    await told('The bootloader boot.bin is at 0x0, where ESP32 does not look for it.', 'Put it at 0x1000');
    await address('table.bin').fill('0xa000');
    await told('table.bin is at 0xa000, where the bootloader does not look for it.', 'Put it at 0x8000');
    await address('app.bin').fill('0x20000');
    await told('app.bin is at 0x20000, where no partition for programs begins.', 'Put it at 0x10000');
    await address('app.bin').fill('0x8000');
    await told('would be written over each other', 'Put app.bin at 0x10000');
    await address('app.bin').fill('0x1000');
    await told('app.bin is a program, but it is at 0x1000, the place of the bootloader of ESP32.', 'Put it at 0x10000');
    await address('app.bin').fill('0x10002');
    await told('app.bin cannot be written at 0x10002.', 'Put it at 0x10000');
    await address('app.bin').fill('rubbish');
    await told('“rubbish” is not a number that fits.', 'Put it at 0x10000');
    await address('app.bin').fill('0x3ff000');
    await told('app.bin would end at 0x408c', 'Put it at 0x10000');
    await passed().waitFor();
    await removeButtons().first().press('Enter');
    await page.getByRole('button', { name: 'Remove table.bin' }).and(page.locator(':focus')).waitFor();
  });

  it('app: one that has no room in its partition', async () => {
    await put(boards.esp32, { ...whole(), 'table.bin': madeTable('factory,app,factory,0x10000,0x8000\n') });
    await told('too large for its partition factory of 32 kB.', null);
    expect(await flashButton(page).isDisabled()).toBe(true);
  });

  it('settings: a merged file leaves them alone, byte for byte, and the sheet says what would be lost', async () => {
    await put(boards.esp32, { 'merged.bin': madeWhole('esp32', csv, '1.0.0', 0x5a) });
    await told('merged.bin brings saved settings of its own (nvs).', 'Write the file as it is');
    await told('What is saved on the board will be overwritten by merged.bin: nvs.', 'Keep my settings');
    await address('merged.bin').fill('0x1000');
    await told('merged.bin holds a whole firmware and belongs at 0x0, not at 0x1000.', 'Put it at 0x0');
    await page.getByRole('switch', { name: 'Erase everything first' }).click();
    await told('Everything on the board is erased first', 'Do not erase everything');
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    await outcomeSection(page).getByText('promenade started').waitFor();
    const flash = readFileSync(join(running.flashFolder, 'esp32.bin'));
    expect(flash.subarray(0x9000, 0xa000).every((byte) => byte === 0x42)).toBe(true);
    expect(flash.subarray(0x1_0000).indexOf('1.0.0')).toBeGreaterThan(0);
    await page.getByRole('main').getByRole('button', { name: 'Done', exact: true }).press('Enter');
    expect(await focused()).toBe('Flash ESP32');
  });

  it('start: an app alone on an empty board is written, and both the sheet and the outcome say what is missing', async () => {
    await put(boards.blank, { 'app.bin': madeApp('esp32') });
    await told('There is no bootloader on the board and none among the files', null);
    await page.getByRole('switch', { name: 'Erase everything first' }).click();
    await told('but no bootloader is written afterwards: ESP32 will not start.', 'Do not erase everything');
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    await outcomeSection(page).getByText('There is no firmware where the chip looks for it').waitFor();
  });

  it('secure boot: the bootloader stays, and an app that is not signed is named', async () => {
    await put(boards.signed, { 'boot.bin': madeBootloader('esp32c3'), 'app.bin': madeApp('esp32c3') });
    await told('Secure boot is on in this ESP32-C3, and boot.bin would replace its bootloader.', 'Leave it out');
    await told('app.bin is not signed, and this ESP32-C3 only starts what is signed with the right key.', null);
  });

  it('flash encryption: the chip encrypts what it starts', async () => {
    await put(boards.encrypted, { 'boot.bin': madeBootloader('esp32c3'), 'app.bin': madeApp('esp32c3') });
    await told('Flash encryption is on in this ESP32-C3', 'Let the chip encrypt it');
    await flashButton(page).and(page.locator(':enabled')).waitFor();
  });
});

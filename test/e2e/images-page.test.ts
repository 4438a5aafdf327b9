import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isIntact, parseFirmwareImage } from '../../src-shared/formats/firmware-image';
import { buildTestElf } from '../formats/test-elf';
import { dropFiles } from './dropping';
import { madeUpFirmware, type PlacedFile } from './firmware';
import { launch, type RunningApp } from './launch';

describe('the Images page', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-images-'));
    firmware = madeUpFirmware(folder, 60_000);
    running = await launch({ boards: 'sim://esp32' });
    page = running.page;
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const goTo = (name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();
  const button = (name: string) => page.getByRole('main').getByRole('button', { name });
  async function answerSaveDialog(name: string): Promise<string> {
    const path = join(folder, name);
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    return path;
  }

  it('tells what a dropped image says about itself, and leaves the flash table alone', async () => {
    await goTo('Images');
    await page.getByRole('heading', { name: 'Drop a firmware file to look inside' }).waitFor();
    await dropFiles(page, [join(folder, 'promenade.bin')]);
    await page.getByRole('heading', { name: 'promenade.bin' }).waitFor();
    for (const fact of ['ESP32', 'promenade', '1.0.0', 'Right']) {
      await page.getByRole('definition').filter({ hasText: fact }).first().waitFor();
    }
    await page.getByRole('row', { name: /0x3f400020/ }).waitFor();
    await goTo('Flash');
    expect(await page.getByRole('textbox', { name: /^Address of / }).count()).toBe(0);
  });

  it('makes an image of a dropped program', async () => {
    await goTo('Images');
    const bytes = new Uint8Array(512).map((_, index) => index);
    const sections = [{ name: '.iram0.text', address: 0x4008_0000, bytes, flags: 6 }];
    writeFileSync(join(folder, 'program.elf'), buildTestElf({ machine: 0x5e, entryPoint: 0x4008_0000, sections }));
    await dropFiles(page, [join(folder, 'program.elf')]);
    await page.getByRole('combobox', { name: 'Chip' }).selectOption('esp32');
    const path = await answerSaveDialog('program.bin');
    await button('Convert').click();
    await page.getByText('program.bin is made').waitFor();
    const image = parseFirmwareImage(readFileSync(path));
    expect(isIntact(image)).toBe(true);
    expect(image.extended?.chipId).toBe(0);
    expect(image.segments.map(({ loadAddress, sizeBytes }) => [loadAddress, sizeBytes])).toEqual([[0x4008_0000, 512]]);
  });

  it('merges what is on the flash table into one file, each at its place', async () => {
    await goTo('Flash');
    await dropFiles(
      page,
      firmware.map(({ path }) => path),
    );
    await page.getByRole('textbox', { name: 'Address of promenade.bin' }).waitFor();
    await goTo('Images');
    const path = await answerSaveDialog('merged.bin');
    await button('Merge into a file').click();
    await page.getByText('merged.bin is made').waitFor();
    const merged = readFileSync(path);
    const expected = Buffer.alloc(merged.length, 0xff);
    for (const { path: part, offset } of firmware) readFileSync(part).copy(expected, offset);
    expect(merged.equals(expected)).toBe(true);

    const uf2 = await answerSaveDialog('merged.uf2');
    await page.getByRole('combobox', { name: 'Format' }).selectOption('uf2');
    await button('Merge into a file').click();
    await page.getByText('merged.uf2 is made').waitFor();
    expect(readFileSync(uf2).subarray(0, 4).toString('latin1')).toBe('UF2\n');
  });

  it('a file that is no firmware gets its sentence, and the window goes on', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'not a firmware');
    await dropFiles(page, [join(folder, 'notes.txt')]);
    await page
      .getByRole('region', { name: 'Messages' })
      .getByText(/notes\.txt/)
      .first()
      .waitFor();
    const overInput = firmware[0]!.path;
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, overInput);
    const before = readFileSync(overInput);
    await button('Merge into a file').click();
    await page
      .getByRole('region', { name: 'Messages' })
      .getByText(/bootloader\.bin/)
      .first()
      .waitFor();
    expect(readFileSync(overInput).equals(before)).toBe(true);
    expect(existsSync(`${overInput}.part`)).toBe(false);
    expect(running.complaints).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTestImage } from '../formats/test-image';
import { chooseBoard, outcomeSection } from './flash-page';
import { launch, type RunningApp } from './launch';

/** Memory of a board, word by word and in one piece. */
describe('the Memory page of a board', () => {
  let folder = '';
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-memory-'));
    running = await launch({ boards: 'sim://esp32c3 sim://esp32c3?security=secure-download' });
    page = running.page;
    await chooseBoard(page);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Board' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Memory' }).click();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
  const task = (name: string): Promise<void> => page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  async function ended(title: string): Promise<string> {
    await outcomeSection(page).getByRole('heading', { name: title, exact: true }).waitFor({ timeout: 60_000 });
    return outcomeSection(page).innerText();
  }

  it('a word that is written stays, because the board stays in its loader', async () => {
    await page.getByText('RAM for data').first().waitFor({ timeout: 30_000 });
    await task('Write a word');
    await field('Address').fill('0x3fc90000');
    await field('Value').fill('0xcafe1234');
    await button('Write').click();
    expect(await ended('Written')).toContain('0xcafe1234');
    await task('Read a word');
    await button('Read').click();
    expect(await ended('Read')).toContain('0xcafe1234');
  });

  it('some bits of a word are written and the others are left', async () => {
    await task('Write a word');
    await field('Value').fill('0');
    await field('Only these bits').fill('0xff00');
    await button('Write').click();
    expect(await ended('Written')).toContain('0xcafe0034');
  });

  it('a region goes into a file and is shown by its bytes', async () => {
    const path = join(folder, 'dump.bin');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await task('Read a region');
    await field('Size').fill('256');
    await button('Read into a file').click();
    await ended('Read');
    const dump = readFileSync(path);
    expect(dump.length).toBe(256);
    expect([...dump.subarray(0, 4)]).toEqual([0x34, 0x00, 0xfe, 0xca]);
    await page.getByRole('region', { name: 'Bytes' }).getByText('34 00 fe ca').waitFor();
  });

  it('an image for flash is refused with its reason, one for RAM runs', async () => {
    const choose = async (name: string, loadAddress: number): Promise<void> => {
      const path = join(folder, name);
      writeFileSync(path, buildTestImage({ chipId: 5, segments: [[loadAddress, 600]] }));
      await running.app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
      }, path);
      await button('Choose a program').click();
      await page.getByText(name).first().waitFor();
    };
    await task('Run a program');
    await choose('flash-app.bin', 0x4200_0020);
    await button('Load and run').click();
    await outcomeSection(page)
      .getByText(/belongs into flash/)
      .waitFor({ timeout: 60_000 });
    await button('Done').click();
    await choose('ram-app.bin', 0x3fc9_0000);
    await button('Load and run').click();
    expect(await ended('Running')).toContain('ram-app.bin');
  });

  it('starts the app, and gets at the memory again afterwards', async () => {
    await task('Start the app');
    await button('Start the app').click();
    await ended('Started');
    await task('Read a word');
    await field('Address').fill('0x3fc90100');
    await button('Read').click();
    await ended('Read');
  });

  it('is closed in Secure Download Mode, and says so', async () => {
    await chooseBoard(page, /secure-download/);
    await page.getByText('its memory is closed').waitFor({ timeout: 30_000 });
    await task('Read a word');
    expect(await button('Read').isDisabled()).toBe(true);
    expect(running.complaints).toEqual([]);
  });
});

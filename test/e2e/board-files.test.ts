import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVolume } from '../../src-shared/formats/filesystems/read-volume';
import { goldenVolume, pattern } from '../formats/filesystems/golden-volumes';
import { expectAccessible } from '../renderer/accessibility';
import { outside } from '../renderer/outside';
import { callFromPage } from './call-from-page';
import { dropFiles } from './dropping';
import { chooseBoard, outcomeSection } from './flash-page';
import { launch, type RunningApp } from './launch';
import { tableBytes } from './used-board';

// Arduino's LittleFS lies in partitions of that subtype.
const csv = `nvs,data,nvs,0x9000,0x5000
app0,app,factory,0x10000,0x140000
storage,data,spiffs,0x290000,0x40000
blank,data,littlefs,0x2d0000,0x20000
`;

function boardFlash(): Uint8Array {
  const flash = new Uint8Array(4 * 1024 * 1024).fill(0xff);
  flash.set(tableBytes(csv), 0x8000);
  flash.set(goldenVolume('littlefs-2.0-4096'), 0x29_0000);
  return flash;
}

describe('the files on a board', () => {
  const config = new TextDecoder().decode(pattern(3, 41));
  let folder = '';
  let running: RunningApp;
  let page: Page;
  const main = (): Locator => page.getByRole('main');
  const button = (name: string): Locator => main().getByRole('button', { name, exact: true });
  const list = (): Locator => page.getByRole('listbox', { name: 'Files and folders' });
  const flash = (): Buffer => readFileSync(join(running.flashFolder, 'esp32.bin'));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-files-'));
    running = await launch({ boards: 'sim://esp32 sim://esp8266', flash: { 'esp32.bin': boardFlash() } });
    page = running.page;
    await chooseBoard(page, /esp32/);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Board' }).click();
    await main().getByRole('link', { name: 'Files' }).click();
    await button('Read the partition table').click();
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });

  it('are listed by what is in the partition, whatever its table calls it', async () => {
    await button('Read the files').click();
    await list().waitFor({ timeout: 60_000 });
    await outcomeSection(page).getByText('LittleFS').waitFor();
    await list()
      .getByRole('option', { name: /config\.json/ })
      .waitFor();
    await page.getByText(/kB of 256 kB used/).waitFor();
  });

  it('are looked into by keys alone', async () => {
    await list().focus();
    await page.getByRole('searchbox', { name: 'Filter' }).fill('json');
    await list().focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('region', { name: 'Contents of /config.json' }).getByText(config).waitFor();
    await page.getByRole('switch', { name: 'Show as bytes' }).press('Space');
    const hex = Buffer.from(config)
      .toString('hex')
      .replaceAll(/..(?!$)/g, '$& ');
    await page.getByRole('region', { name: 'Bytes' }).getByText(hex.slice(0, 30)).waitFor();
  });

  it('are saved one by one and all together, and nothing is replaced', async () => {
    const path = join(folder, 'mine.json');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await button('Save this file…').click();
    await main().getByText('mine.json').waitFor();
    expect(readFileSync(path, 'utf8')).toBe(config);

    mkdirSync(join(folder, 'storage'));
    writeFileSync(join(folder, 'storage', 'config.json'), 'mine');
    await running.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, folder);
    await button('Save all…').click();
    await main().getByText('saved in the new folder storage (2)').waitFor();
    expect(readFileSync(join(folder, 'storage', 'config.json'), 'utf8')).toBe('mine');
    const saved = join(folder, 'storage (2)');
    expect(readFileSync(join(saved, 'config.json'), 'utf8')).toBe(config);
    expect(readFileSync(join(saved, 'moved.svg'))).toEqual(Buffer.from(pattern(7, 40_000)));
    expect(readdirSync(join(saved, 'many'))).toHaveLength(51);
    expect(existsSync(join(saved, 'empty'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    // Reading changes nothing.
    expect(flash().equals(Buffer.from(boardFlash()))).toBe(true);
  });

  it('are added, replaced and removed all at once, and the chip proves it', async () => {
    const mine = join(folder, 'hello.txt');
    writeFileSync(mine, 'hello from the pier');
    writeFileSync(join(folder, 'log.txt'), 'a new log');
    await running.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
      },
      [mine, join(folder, 'log.txt')],
    );
    await page.getByRole('searchbox', { name: 'Filter' }).fill('');
    await list().focus();
    await page.keyboard.press('Home');
    await button('Add files…').click();
    await page.getByText('1 file added, 1 replaced.').waitFor();
    await list()
      .getByRole('option', { name: /config\.json/ })
      .click();
    await button('Remove').click();
    await page.getByText('1 file added, 1 replaced, 1 removed.').waitFor();
    const before = flash();
    await button('Write to the board').click();
    await outcomeSection(page).getByText('Written and verified').waitFor({ timeout: 60_000 });
    await list()
      .getByRole('option', { name: /hello\.txt/ })
      .click();
    await page.getByText('hello from the pier').waitFor();

    const after = flash();
    const volume = readVolume(new Uint8Array(after.subarray(0x29_0000, 0x2d_0000)));
    const text = (path: string): string => new TextDecoder().decode(volume?.read(path));
    expect(text('/hello.txt')).toBe('hello from the pier');
    expect(text('/log.txt')).toBe('a new log');
    expect(volume?.entries.some(({ path }) => path === '/config.json')).toBe(false);
    expect(Buffer.from(volume?.read('/moved.svg') ?? [])).toEqual(Buffer.from(pattern(7, 40_000)));
    // Nothing around the partition was touched.
    expect(after.subarray(0, 0x29_0000).equals(before.subarray(0, 0x29_0000))).toBe(true);
    expect(after.subarray(0x2d_0000).equals(before.subarray(0x2d_0000))).toBe(true);
  });

  it('that are dropped go into the folder that is chosen, and can be taken back', async () => {
    await list()
      .getByRole('option', { name: /^empty/ })
      .click();
    await dropFiles(page, [join(folder, 'hello.txt')]);
    await page.getByText('/empty/hello.txt is added').waitFor();
    await button('Discard all').click();
    await button('Read them again').waitFor();
    expect(running.complaints).toEqual([]);
  });

  it('fit every window, at twice the size and mirrored, in the language with the longest words', async () => {
    const { app } = running;
    const resize = async (width: number, height: number): Promise<void> => {
      await app.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      );
      await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
    };
    const zoom = (factor: number): Promise<void> =>
      app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted);
      }, factor);
    for (const language of ['de', 'en']) {
      await callFromPage(page, 'settings.set', { settings: { language, lastPath: 'sim://esp32' } });
      await page.reload();
      await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
      await page.locator('nav a[href="/board"]').click();
      await page.locator('nav a[href="/board/files"]').click();
      await page.locator('main section button').first().click();
      await page.locator('footer button.button-primary:enabled').click({ timeout: 30_000 });
      await page.locator('[role=listbox] [role=option]').nth(2).click({ timeout: 60_000 });
      for (const [width, height] of [
        [1240, 820],
        [900, 600],
      ] as const) {
        await resize(width, height);
        expect(await outside(page), `${language}, ${width} pixels`).toEqual([]);
        await page.evaluate(() => (document.documentElement.dir = 'rtl'));
        expect(await outside(page), `${language}, ${width} pixels, mirrored`).toEqual([]);
        await page.evaluate(() => (document.documentElement.dir = 'ltr'));
      }
      await expectAccessible(page);
      await resize(1240, 820);
      await zoom(2);
      await page.waitForFunction(() => window.innerWidth === 620);
      expect(await outside(page), `${language} at 200 %`).toEqual([]);
      await zoom(1);
      await page.waitForFunction(() => window.innerWidth === 1240);
    }
  });

  it('are not there in a blank partition, and nothing of the other one stays in sight', async () => {
    await page.getByRole('combobox', { name: 'Partition' }).selectOption({ label: 'blank at 0x2d0000' });
    await page.getByText('Nothing was read yet.').waitFor();
    await button('Read the files').click();
    await main().getByText('A program that keeps files makes a filesystem in it').first().waitFor({ timeout: 60_000 });
    expect(await list().count()).toBe(0);
  });

  it('of an ESP8266 are where somebody says', async () => {
    await chooseBoard(page, /esp8266/);
    await page.getByText('An ESP8266 has no partition table.').waitFor({ timeout: 30_000 });
    await page.getByRole('textbox', { name: 'Address' }).fill('0x200000');
    await page.getByRole('textbox', { name: 'Size' }).fill('64k');
    await button('Read the files').click();
    await outcomeSection(page).getByText('No files found').waitFor({ timeout: 60_000 });
    expect(running.complaints).toEqual([]);
  });
});

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { expectedFlash, madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

describe('setups', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-setups-'));
    firmware = madeUpFirmware(folder, 60_000);
  });
  afterEach(async () => {
    await running?.close();
    running = null;
    rmSync(folder, { recursive: true });
  });

  const start = async (options: Parameters<typeof launch>[0] = {}): Promise<RunningApp> => {
    running = await launch({ profile: join(folder, 'profile'), ...options });
    return running;
  };
  const address = (page: Page, name: string) => page.getByRole('textbox', { name: `Address of ${name}`, exact: true });
  /** The system's own dialogs cannot be driven; this is what they would answer. */
  const answer = (app: RunningApp['app'], save: string, question = 2) =>
    app.evaluate(
      ({ dialog }, { save, question }) => {
        const world = globalThis as unknown as { questions: number };
        world.questions = 0;
        dialog.showSaveDialog = () => Promise.resolve({ canceled: save === '', filePath: save });
        dialog.showMessageBox = () => {
          world.questions += 1;
          return Promise.resolve({ response: question, checkboxChecked: false });
        };
      },
      { save, question },
    );
  const questionsAsked = (app: RunningApp['app']) =>
    app.evaluate(() => (globalThis as unknown as { questions: number }).questions);
  const menuItem = (app: RunningApp['app'], accelerator: string) =>
    app.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
      items.find((item) => item.accelerator === wanted)?.click();
    }, accelerator);
  const titled = (page: Page, title: string) => expect.poll(() => page.title()).toBe(title);
  const setup = (): string => join(folder, 'promenade.esplanade');

  /** Drops the firmware, moves the app by hand, saves. */
  async function saveSetup(): Promise<void> {
    const { app, page } = await start();
    await dropFiles(
      page,
      firmware.map(({ path }) => path),
    );
    await address(page, 'promenade.bin').fill('0x20000');
    await answer(app, setup());
    await page.getByRole('button', { name: 'Save as a setup' }).click();
    await titled(page, 'promenade – Esplanade');
  }

  it('is saved, moved, opened by its name on the command line, and written, byte for byte', async () => {
    await saveSetup();
    await running?.close();
    const moved = join(folder, 'moved');
    mkdirSync(moved);
    for (const path of [setup(), ...firmware.map((file) => file.path)]) {
      renameSync(path, join(moved, path.slice(folder.length + 1)));
    }
    const { page, flashFolder, complaints } = await start({ commandLine: [join(moved, 'promenade.esplanade')] });
    await expect.poll(() => address(page, 'promenade.bin').inputValue()).toBe('0x20000');
    await titled(page, 'promenade – Esplanade');
    await chooseBoard(page);
    // The table among the files says that an app goes to 0x10000; the person said otherwise, and may.
    await page.getByRole('button', { name: 'Put it at 0x10000' }).click();
    await titled(page, 'promenade (changes not saved) – Esplanade');
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    const written = firmware.map((file) => ({ ...file, path: join(moved, file.name) }));
    expect(readFileSync(join(flashFolder, 'esp32.bin')).equals(expectedFlash(written, 0x1000))).toBe(true);
    expect(complaints).toEqual([]);
    await answer((running as RunningApp).app, '', 1);
  });

  it('is opened by a second start in the window that is there', async () => {
    await saveSetup();
    await running?.close();
    const { app, page } = await start();
    await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const second = spawn(
      process.env['ESPLANADE_ELECTRON'] ?? '',
      ['--no-sandbox', resolve(import.meta.dirname, '../..'), `--user-data-dir=${join(folder, 'profile')}`, setup()],
      { stdio: 'ignore' },
    );
    const code = await new Promise((ended) => second.once('exit', ended));
    expect(code).toBe(0);
    await expect.poll(() => address(page, 'promenade.bin').inputValue()).toBe('0x20000');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false);
  });

  it('is opened by dropping it on any page, and among what was open lately after a restart', async () => {
    await saveSetup();
    await running?.close();
    const { app, page } = await start();
    await page.getByRole('link', { name: 'Images' }).click();
    await dropFiles(page, [setup()]);
    await expect.poll(() => address(page, 'promenade.bin').inputValue()).toBe('0x20000');
    await menuItem(app, 'CmdOrCtrl+N');
    await page.getByRole('button', { name: /^promenade in / }).click();
    await expect.poll(() => address(page, 'promenade.bin').inputValue()).toBe('0x20000');
    const inMenu = await app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find((item) => item.label === 'File');
      const recent = file?.submenu?.items.find((item) => item.label === 'Open Recent');
      return recent?.submenu?.items.map((item) => item.label.split(' — ')[0]);
    });
    expect(inMenu).toEqual(['promenade']);
    await page.getByRole('button', { name: 'Close this setup' }).click();
    renameSync(setup(), `${setup()}.moved`);
    await menuItem(app, 'CmdOrCtrl+N');
    await page.getByText('Not there any more').waitFor();
    await page.getByRole('button', { name: 'Forget promenade' }).click();
    await page.getByText('Not there any more').waitFor({ state: 'detached' });
  });

  it('is not lost with the window: it asks, stays, and saves', async () => {
    await saveSetup();
    const { app, page } = running as RunningApp;
    await address(page, 'promenade.bin').fill('0x30000');
    await titled(page, 'promenade (changes not saved) – Esplanade');
    await answer(app, '', 2);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => questionsAsked(app)).toBe(1);
    expect(await address(page, 'promenade.bin').inputValue()).toBe('0x30000');
    await answer(app, '', 0);
    const gone = new Promise((done) => app.process().once('exit', done));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    expect(readFileSync(setup(), 'utf8')).toContain('0x30000');
  });

  it('a table without a setup is let go without a question, and offered the next time', async () => {
    const { app, page } = await start();
    await dropFiles(page, [firmware[2]?.path ?? '']);
    await address(page, 'promenade.bin').fill('0x50000');
    await answer(app, '', 2);
    await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
    await expect.poll(() => existsSync(join(folder, 'profile/draft.json'))).toBe(true);
    await running?.close().catch(() => undefined);
    const next = await start();
    await next.page.getByRole('button', { name: /Where you stopped/ }).click();
    await expect.poll(() => address(next.page, 'promenade.bin').inputValue()).toBe('0x50000');
  });

  it('names a file that is gone, and goes on when it is found', async () => {
    await saveSetup();
    await running?.close();
    const [, , program] = firmware;
    renameSync(program?.path ?? '', join(folder, 'renamed.bin'));
    const { app, page } = await start({ commandLine: [setup()] });
    await page.getByText('promenade.bin was not found.').waitFor();
    await chooseBoard(page);
    await page.getByText('A file of the setup was not found.').waitFor();
    await app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      },
      join(folder, 'renamed.bin'),
    );
    await page.getByRole('button', { name: 'Where is it?' }).click();
    await expect.poll(() => address(page, 'renamed.bin').inputValue()).toBe('0x20000');
    await titled(page, 'promenade (changes not saved) – Esplanade');
    await answer(app, '', 1);
  });
});

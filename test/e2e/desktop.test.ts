import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callFromPage } from './call-from-page';
import { expectedFlash, madeUpFirmware, type PlacedFile } from './firmware';
import { dropFiles } from './dropping';
import { chooseBoard, flashButton, isOpen, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';
import { chooseInMenu } from './menu';

describe('the application on the desktop', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-desktop-'));
    firmware = madeUpFirmware(folder);
  });
  afterEach(async () => {
    await running?.close();
    running = null;
    rmSync(folder, { recursive: true });
  });

  const start = async (options: Parameters<typeof launch>[0] = {}): Promise<RunningApp> => {
    running = await launch(options);
    return running;
  };
  const paths = (): string[] => firmware.map(({ path }) => path);
  const rows = (page: Page) => page.getByRole('textbox', { name: /^Address of / });
  const isFilled = (page: Page) =>
    rows(page)
      .nth(firmware.length - 1)
      .waitFor();

  /** The system's own dialogs cannot be driven; this is what they would answer. */
  const answerFileDialog = (app: RunningApp['app'], filePaths: string[]) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: chosen });
    }, filePaths);
  const answerQuestion = (app: RunningApp['app'], response: number) =>
    app.evaluate(({ dialog }, answer) => {
      const world = globalThis as unknown as { questions: number };
      world.questions = 0;
      dialog.showMessageBox = () => {
        world.questions += 1;
        return Promise.resolve({ response: answer, checkboxChecked: false });
      };
    }, response);
  const questionsAsked = (app: RunningApp['app']) =>
    app.evaluate(() => (globalThis as unknown as { questions: number }).questions);

  it('adds what is chosen in the file dialog, and nothing when that is cancelled', async () => {
    const { app, page } = await start();
    await answerFileDialog(app, []);
    await page.getByRole('button', { name: 'Choose files' }).click();
    await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
    await answerFileDialog(app, paths());
    await page.getByRole('button', { name: 'Choose files' }).click();
    await isFilled(page);
  });

  it('adds files by the menu', async () => {
    const { app, page } = await start();
    const choose = () =>
      app.evaluate(({ Menu }) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
        items.find((item) => item.accelerator === 'CmdOrCtrl+O')?.click();
      });
    await page.getByRole('navigation').getByRole('link', { name: 'Monitor' }).click();
    await answerFileDialog(app, []);
    await choose();
    await answerFileDialog(app, paths());
    expect(await isOpen(page, 'Monitor').count()).toBe(1);
    await choose();
    await isFilled(page);
    await isOpen(page, 'Flash').waitFor();
  });

  it('adds files named on its command line', async () => {
    const { page } = await start({ commandLine: paths() });
    await isFilled(page);
  });

  it('hands files of a second start to the window that is open', async () => {
    const { app, page } = await start();
    await app.evaluate(({ app: electron }, commandLine) => {
      electron.emit('second-instance', {}, ['esplanade', ...commandLine], '/');
    }, paths());
    await isFilled(page);
  });

  it('remembers settings and where the window was', async () => {
    const profile = join(folder, 'profile');
    const first = await start({ profile });
    await callFromPage(first.page, 'settings.set', { settings: { theme: 'dark' } });
    await first.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 50, y: 60, width: 1000, height: 700 });
    });
    await first.close();
    const { app, page } = await start({ profile });
    expect(
      await app.evaluate(({ BrowserWindow, nativeTheme }) => ({
        bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
        theme: nativeTheme.themeSource,
      })),
    ).toEqual({ bounds: { x: 50, y: 60, width: 1000, height: 700 }, theme: 'dark' });
    await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
  });

  it('opens where it can be seen when the screen that it was on is gone', async () => {
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    const bounds = { x: 90_000, y: -4000, width: 900, height: 700, isMaximized: false };
    writeFileSync(join(profile, 'window.json'), JSON.stringify(bounds));
    const { app } = await start({ profile });
    const { window, screen } = await app.evaluate(({ BrowserWindow, screen: screens }) => ({
      window: BrowserWindow.getAllWindows()[0]?.getBounds(),
      screen: screens.getPrimaryDisplay().bounds,
    }));
    expect(window?.x).toBeLessThan(screen.x + screen.width - 100);
    expect(window?.y).toBeGreaterThanOrEqual(screen.y);
  });

  it('takes files that are dropped while a dialog is open', async () => {
    const { page } = await start();
    await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
    await chooseInMenu(running!, 'Keyboard Shortcuts');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await dropFiles(page, paths());
    await page.keyboard.press('Escape');
    await isFilled(page);
  });

  it('starts with broken files in its profile and keeps the settings aside', async () => {
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    writeFileSync(join(profile, 'settings.json'), '{"theme": "da');
    writeFileSync(join(profile, 'window.json'), '[]');
    const { page } = await start({ profile });
    await page.getByRole('heading', { name: 'Drop firmware here' }).waitFor();
    const [aside] = readdirSync(profile).filter((name) => name.startsWith('settings.broken-'));
    expect(readFileSync(join(profile, aside!), 'utf8')).toBe('{"theme": "da');
  });

  describe('when it is told to quit while a board is being written', () => {
    /** Quits in the very moment in which the window is told of the first byte written: no poll comes too late for it. */
    const quitWhileWriting = async (how: 'quit' | 'closeWindow'): Promise<RunningApp> => {
      const running = await start();
      await dropFiles(running.page, paths());
      await chooseBoard(running.page);
      await running.app.evaluate(({ app: electron, BrowserWindow }, way) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window === undefined) throw new Error('there is no window');
        const { webContents } = window;
        const send = webContents.send.bind(webContents);
        webContents.send = (channel: string, ...payload: unknown[]): void => {
          send(channel, ...payload);
          if (channel !== 'esplanade:event:job.progress') return;
          if ((payload[0] as { stage: string }).stage !== 'writing') return;
          webContents.send = send;
          setImmediate(() => (way === 'quit' ? electron.quit() : window.close()));
        };
      }, how);
      return running;
    };

    it('asks, and writes on when that is wanted', async () => {
      const { app, page, flashFolder } = await quitWhileWriting('quit');
      await answerQuestion(app, 0);
      await flashButton(page).click();
      expect(await waitForOutcome(page)).toBe('Verified');
      expect(await questionsAsked(app)).toBe(1);
      expect(readFileSync(join(flashFolder, 'esp32.bin')).equals(expectedFlash(firmware, 0x1000))).toBe(true);
    });

    it('stops the job and quits when that is wanted', async () => {
      const { app, page, flashFolder } = await quitWhileWriting('closeWindow');
      await answerQuestion(app, 1);
      const gone = new Promise((done) => app.process().once('exit', done));
      await flashButton(page).click();
      await gone;
      const flash = join(flashFolder, 'esp32.bin');
      expect(existsSync(flash) && readFileSync(flash).equals(expectedFlash(firmware, 0x1000))).toBe(false);
    });
  });
});

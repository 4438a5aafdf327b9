import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

const project = resolve(import.meta.dirname, '../..');

/** A running application with a profile of its own. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where virtual boards keep their flash, one file each. */
  readonly flashFolder: string;
  /** Every URL that the window or the main process's session asked for. */
  readonly requests: readonly string[];
  /** What the page complained about: script errors and refused content. */
  readonly complaints: readonly string[];
  /** What the main process printed. */
  readonly output: () => string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Paths of the virtual boards in the picker, separated by blanks. */
  readonly boards?: string;
  /** An executable that already contains the application (a packed one). */
  readonly packed?: string;
  readonly commandLine?: readonly string[];
  /** A profile to go on with; by default a fresh one, deleted at the end. */
  readonly profile?: string;
  /** What virtual boards hold in the beginning, by the name of the file: `esp32.bin`. */
  readonly flash?: Readonly<Record<string, Uint8Array>>;
  readonly size?: { readonly width: number; readonly height: number };
}

/** The display of this test file, where several run at once. */
function ownDisplay(): { readonly DISPLAY?: string } {
  const displays = process.env['ESPLANADE_DISPLAYS']?.split(' ') ?? [];
  const display = displays[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % Math.max(1, displays.length)];
  return display === undefined || display === '' ? {} : { DISPLAY: display };
}

/** Starts the built application in real Electron and waits for its window. */
export async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  const executablePath = options.packed ?? process.env['ESPLANADE_ELECTRON'];
  if (executablePath === undefined) throw new Error('Please run "npm test", which says where Electron is.');
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-e2e-'));
  const flashFolder = join(folder, 'flash');
  mkdirSync(flashFolder);
  for (const [name, bytes] of Object.entries(options.flash ?? {})) writeFileSync(join(flashFolder, name), bytes);
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.packed === undefined ? [project] : []),
      `--user-data-dir=${options.profile ?? join(folder, 'profile')}`,
      ...(options.commandLine ?? []),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...ownDisplay(),
      ESPLANADE_SIM_FLASH_DIR: flashFolder,
      ESPLANADE_SIM_BOARDS: options.boards ?? 'sim://esp32',
    },
  });
  let output = '';
  app.process().stdout?.on('data', (bytes: Buffer) => (output += bytes.toString()));
  app.process().stderr?.on('data', (bytes: Buffer) => (output += bytes.toString()));

  const requests: string[] = [];
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  if (options.size) {
    const { width, height } = options.size;
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
  }
  await page.waitForLoadState('load');

  return {
    app,
    page,
    flashFolder,
    requests,
    complaints,
    output: () => output,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

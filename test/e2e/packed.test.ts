import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { expectedFlash, madeUpFirmware } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch } from './launch';

const project = resolve(import.meta.dirname, '../..');

describe.runIf(process.platform === 'linux')('the packed application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-packed-'));
  const unpacked = join(folder, 'release/linux-unpacked');

  beforeAll(async () => {
    const electronFolder = process.env['ESPLANADE_ELECTRON_FOLDER'] ?? '';
    const electronVersion = process.env['ESPLANADE_ELECTRON_VERSION'] ?? '';
    await promisify(execFile)(
      process.execPath,
      [
        join(project, 'node_modules/electron-builder/cli.js'),
        ...['--linux', 'dir', '--publish', 'never'],
        `-c.electronDist=${electronFolder}`,
        `-c.electronVersion=${electronVersion}`,
        `-c.directories.output=${join(folder, 'release')}`,
        // Playwright drives it through the inspector, which the product itself has shut.
        '-c.electronFuses.enableNodeCliInspectArguments=true',
      ],
      { cwd: project, maxBuffer: 1 << 24 },
    );
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('starts from its own folder and flashes a virtual board', async () => {
    const files = madeUpFirmware(folder, 60_000);
    const running = await launch({ packed: join(unpacked, 'esplanade') });
    try {
      const { app, page } = running;
      expect(await app.evaluate((electron) => electron.app.isPackaged)).toBe(true);
      // The serial binding was loaded from beside the archive.
      expect(running.output()).not.toMatch(/prebuild|native build|Cannot find module/);
      await dropFiles(
        page,
        files.map(({ path }) => path),
      );
      await chooseBoard(page);
      await flashButton(page).click();
      expect(await waitForOutcome(page)).toBe('Verified');
      const flash = readFileSync(join(running.flashFolder, 'esp32.bin'));
      expect(flash.equals(expectedFlash(files, 0x1000))).toBe(true);
    } finally {
      await running.close();
    }
  });
});

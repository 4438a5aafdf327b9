import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { dropFiles } from './dropping';
import { madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

/** A window with a virtual ESP32 on which a made-up firmware has just been written, and still on the table. */
export interface FlashedBoard {
  readonly running: RunningApp;
  readonly firmware: readonly PlacedFile[];
  /** For files of the test; gone after `close`. */
  readonly folder: string;
  /** What is in its flash now. */
  readonly flash: () => Buffer;
  close(): Promise<void>;
}

export async function flashedBoard(): Promise<FlashedBoard> {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-flashed-'));
  const firmware = madeUpFirmware(folder);
  const running = await launch({ boards: 'sim://esp32' });
  const { page } = running;
  await dropFiles(
    page,
    firmware.map(({ path }) => path),
  );
  await chooseBoard(page);
  await flashButton(page).click();
  expect(await waitForOutcome(page)).toBe('Verified');
  return {
    running,
    firmware,
    folder,
    flash: () => readFileSync(join(running.flashFolder, 'esp32.bin')),
    async close() {
      await running.close();
      rmSync(folder, { recursive: true });
    },
  };
}

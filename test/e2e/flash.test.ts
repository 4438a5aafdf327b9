import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './dropping';
import { expectedFlash, madeUpFirmware, realFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, waitForOutcome, watchProgress } from './flash-page';
import { launch, type RunningApp } from './launch';

const hex = (offset: number): string => `0x${offset.toString(16)}`;

/** Fails with the first place that differs, not with four megabytes of difference. */
function expectSameBytes(actual: Buffer, expected: Buffer): void {
  expect(actual.length).toBe(expected.length);
  const at = actual.findIndex((byte, index) => byte !== expected[index]);
  expect(at < 0 ? 'same' : `differs at ${hex(at)}`).toBe('same');
}

describe('the Flash page', () => {
  let folder = '';
  let firmware: readonly PlacedFile[] = [];
  let running: RunningApp;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'esplanade-firmware-'));
    firmware = madeUpFirmware(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(async () => running.close());

  const flashOf = (name: string): Buffer => readFileSync(join(running.flashFolder, `${name}.bin`));

  async function flashAndCompare(
    files: readonly PlacedFile[],
    board: string,
    bootloaderOffset: number,
  ): Promise<number[]> {
    running = await launch({ boards: `sim://${board}` });
    const { page } = running;
    await dropFiles(
      page,
      files.map(({ path }) => path),
    );
    for (const { name, offset } of files) {
      const address = page.getByRole('textbox', { name: `Address of ${name}`, exact: true });
      await address.waitFor();
      expect((await address.inputValue()).toLowerCase()).toBe(hex(offset));
    }
    await chooseBoard(page);
    const seenProgress = await watchProgress(page);
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    const fractions = await seenProgress();
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expectSameBytes(flashOf(board), expectedFlash(files, bootloaderOffset));
    expect(running.complaints).toEqual([]);
    expect(running.requests.filter((url) => !url.startsWith('app://esplanade/'))).toEqual([]);
    return fractions;
  }

  it('takes a dropped firmware, writes it and proves it, byte for byte', async () => {
    const fractions = await flashAndCompare(firmware, 'esp32', 0x1000);
    expect(fractions.filter((fraction) => fraction > 0 && fraction < 100).length).toBeGreaterThanOrEqual(3);
  });

  const real = realFirmware();
  it.skipIf(real === null)(
    'does the same with a bootloader and a partition table that were built for real',
    async () => {
      await flashAndCompare(real!.esp32, 'esp32', 0x1000);
    },
  );
  it.skipIf(real === null)('does the same with an ESP-IDF application for another chip', async () => {
    await flashAndCompare(real!.esp32s2, 'esp32s2', 0x1000);
  });
});

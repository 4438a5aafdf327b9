import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeZip } from '../firmware/make-zip';
import { dropFiles } from './dropping';
import { expectedFlash, madeUpFirmware, type PlacedFile } from './firmware';
import { chooseBoard, flashButton, waitForOutcome } from './flash-page';
import { launch, type RunningApp } from './launch';

const folder = mkdtempSync(join(tmpdir(), 'esplanade-build-'));
const build = join(folder, 'promenade', 'build');
mkdirSync(build, { recursive: true });
const firmware = madeUpFirmware(folder, 60_000).map((file): PlacedFile => {
  const path = join(build, file.name);
  renameSync(file.path, path);
  return { ...file, path };
});
const list = JSON.stringify({
  flash_files: Object.fromEntries(firmware.map(({ name, offset }) => [`0x${offset.toString(16)}`, name])),
  extra_esptool_args: { chip: 'esp32' },
});
writeFileSync(join(build, 'flasher_args.json'), list);
const zip = join(folder, 'promenade.zip');
const inZip = firmware.map(({ name, path }) => ({
  name: `promenade/${name}`,
  bytes: new Uint8Array(readFileSync(path)),
}));
writeFileSync(zip, makeZip([...inZip, { name: 'promenade/flasher_args.json', bytes: new TextEncoder().encode(list) }]));

describe('dropped on the window', () => {
  let running: RunningApp | null = null;
  afterEach(async () => {
    await running?.close();
    running = null;
  });

  it.each([
    ['an ESP-IDF project folder', join(folder, 'promenade')],
    ['its flasher_args.json', join(build, 'flasher_args.json')],
    ['a zip file with a build in it', zip],
  ])('%s fills the table and is written, byte for byte', async (_what, path) => {
    running = await launch({ boards: 'sim://esp32' });
    const { page, flashFolder } = running;
    await dropFiles(page, [path]);
    for (const { name, offset } of firmware) {
      const address = page.getByRole('textbox', { name: `Address of ${name}`, exact: true });
      await address.waitFor();
      expect((await address.inputValue()).toLowerCase()).toBe(`0x${offset.toString(16)}`);
    }
    await chooseBoard(page);
    await flashButton(page).click();
    expect(await waitForOutcome(page)).toBe('Verified');
    const flash = readFileSync(join(flashFolder, 'esp32.bin'));
    expect(flash.equals(expectedFlash(firmware, 0x1000))).toBe(true);
    expect(running.complaints).toEqual([]);
  });

  it('a folder without firmware is told in a sentence', async () => {
    const empty = join(folder, 'holiday pictures');
    mkdirSync(empty);
    running = await launch({ boards: 'sim://esp32' });
    await dropFiles(running.page, [empty]);
    await running.page.getByText('There is no firmware in holiday pictures.').first().waitFor();
    rmSync(empty, { recursive: true });
  });
});

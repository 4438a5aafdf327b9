import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCommandLine, isCommandLineFresh } from './build.mjs';
import { makeDemoFirmware } from './demo-firmware.mjs';
import { projectFolder, runShown } from './run.mjs';

/** The main job in a terminal, without hardware: a firmware is flashed to a virtual ESP32. */
export async function runDemo() {
  if (!isCommandLineFresh()) {
    console.log('Building the command line …');
    buildCommandLine();
  }
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-demo-'));
  try {
    const pairs = makeDemoFirmware(folder).flatMap(({ offset, path }) => [`0x${offset.toString(16)}`, path]);
    console.log('Flashing a made-up firmware to a virtual ESP32, with the same code that flashes real ones.\n');
    const args = [join(projectFolder, 'out/cli/esplanade.mjs'), '--port', 'sim://esp32', 'write-flash', ...pairs];
    return await runShown(process.execPath, args);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.exitCode = await runDemo();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCommandLine, isCommandLineFresh } from './build.mjs';
import { projectFolder, runShown } from './run.mjs';

/** The main job in a terminal, without hardware: a firmware is flashed to a virtual ESP32. */
export async function runDemo() {
  if (!isCommandLineFresh()) {
    console.log('Building the command line …');
    buildCommandLine();
  }
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-demo-'));
  const esplanade = (...args) => runShown(process.execPath, [join(projectFolder, 'out/cli/esplanade.mjs'), ...args]);
  try {
    console.log('Flashing a made-up firmware to a virtual ESP32, with the same code that flashes real ones.\n');
    const made = await esplanade('--chip', 'esp32', 'example-firmware', folder);
    return made === 0 ? await esplanade('--port', 'sim://esp32', 'write-flash', folder) : made;
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

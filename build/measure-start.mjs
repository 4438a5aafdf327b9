import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { build, isBuildFresh } from './build.mjs';
import { openDisplay } from './display.mjs';
import { findElectron, launchArguments } from './electron-runtime.mjs';
import { projectFolder } from './run.mjs';
import { ensureElectronLibraries } from './system-packages.mjs';

/** How long the window takes from the start of the process until it can be used, in real Electron; printed, not judged. */
const starts = 5;

async function measure(executablePath, env, profile) {
  const app = await _electron.launch({
    executablePath,
    args: [...launchArguments(), projectFolder, `--user-data-dir=${profile}`],
    env: { ...process.env, ...env, ESPLANADE_SIM_BOARDS: 'sim://esp32' },
  });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => performance.getEntriesByName('esplanade-interactive').length > 0);
    const createdAt = await app.evaluate(() => process.getCreationTime());
    const [loadedAt, usableAt] = await page.evaluate(() => {
      const [mark] = performance.getEntriesByName('esplanade-interactive');
      return [performance.timeOrigin, performance.timeOrigin + mark.startTime];
    });
    return { program: loadedAt - createdAt, page: usableAt - loadedAt, whole: usableAt - createdAt };
  } finally {
    await app.close();
  }
}

try {
  if (!isBuildFresh()) build();
  const { executablePath } = await findElectron();
  const display = await openDisplay({ alwaysVirtual: true });
  const problem = ensureElectronLibraries(executablePath) ?? display.problem;
  if (problem) throw new Error(problem);
  const profile = mkdtempSync(join(tmpdir(), 'esplanade-start-'));
  const figures = [];
  for (let count = 0; count < starts; count += 1) figures.push(await measure(executablePath, display.env, profile));
  const line = (name) => {
    const sorted = figures.map((figure) => Math.round(figure[name])).sort((a, b) => a - b);
    return `${sorted[Math.floor(starts / 2)]} ms (${sorted[0]} to ${sorted.at(-1)})`;
  };
  console.log(`From the start of the process to a window that can be used, ${starts} starts, the middle one:`);
  console.log(`  until the page begins to load  ${line('program')}`);
  console.log(`  until it can be used           ${line('page')}`);
  console.log(`  in all                         ${line('whole')}`);
  rmSync(profile, { recursive: true, force: true });
  display.close();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

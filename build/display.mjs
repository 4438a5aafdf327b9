import { spawn } from 'node:child_process';
import { ensureProgram } from './system-packages.mjs';

/** True where a window can be shown without further ado. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/**
 * Finds a display or starts a virtual one (Xvfb) for the tests. Answers `{ env, problem, close }`:
 * `env` goes to the window's process, `problem` is one sentence where there is none.
 */
export async function openDisplay({ alwaysVirtual = false } = {}) {
  if (hasDisplay() && !(alwaysVirtual && process.platform === 'linux')) return { env: {}, problem: null, close() {} };
  const problem = ensureProgram('Xvfb');
  if (problem) return { env: {}, problem, close() {} };
  // Xvfb picks a free number itself and writes it to file descriptor 3.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((found) => {
    server.stdio[3].once('data', (bytes) => found(bytes.toString().trim()));
    server.once('error', () => found(null));
    server.once('exit', () => found(null));
  });
  if (number === null) return { env: {}, problem: 'Xvfb did not start.', close() {} };
  server.unref();
  server.stdio[3].destroy();
  const close = () => server.kill();
  process.once('exit', close);
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' }, problem: null, close };
}

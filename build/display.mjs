import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
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
  for (let tries = 0; tries < 10; tries++) {
    const number = 100 + Math.floor(Math.random() * 60_000);
    const server = await startVirtualDisplay(number);
    if (server === null) continue;
    const close = () => server.kill();
    process.once('exit', close);
    return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' }, problem: null, close };
  }
  return { env: {}, problem: 'Xvfb does not start here.', close() {} };
}

/**
 * Starts Xvfb under a number of our choosing, which it then locks: where it chooses by itself, two that
 * start at once may choose the same. Null when it did not start.
 */
async function startVirtualDisplay(number) {
  const args = [`:${number}`, '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: 'ignore' });
  let isGone = false;
  server.once('error', () => (isGone = true));
  server.once('exit', () => (isGone = true));
  server.unref();
  for (let waitedMs = 0; waitedMs < 15_000 && !isGone; waitedMs += 50) {
    if (existsSync(`/tmp/.X11-unix/X${number}`)) return server;
    await new Promise((done) => setTimeout(done, 50));
  }
  server.kill();
  return null;
}

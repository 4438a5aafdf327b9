import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True where socat can make pseudo terminals; says why not where it cannot. */
export const canMakePtys = ((): boolean => {
  const isThere = process.platform !== 'win32' && spawnSync('socat', ['-V']).status === 0;
  if (!isThere) console.log('skipped: socat is not installed, so there are no pseudo terminals to test on');
  return isThere;
})();

/** Two pseudo terminals joined back to back; what goes into one comes out of the other. */
export interface PtyPair {
  readonly left: string;
  readonly right: string;
  /** Ends socat, which is what pulling the plug looks like. */
  unplug(): Promise<void>;
}

/** Starts socat; the caller unplugs at the end. */
export async function createPtyPair(): Promise<PtyPair> {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-pty-'));
  const left = join(folder, 'left');
  const right = join(folder, 'right');
  const socat = spawn('socat', [`pty,raw,echo=0,link=${left}`, `pty,raw,echo=0,link=${right}`], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => socat.once('exit', () => resolve()));
  for (let waited = 0; !(existsSync(left) && existsSync(right)); waited += 10) {
    if (waited > 5000) throw new Error('socat made no pseudo terminals');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    left,
    right,
    async unplug() {
      socat.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs once around all tests: what they, and the programs that they start, put into the system's folder for temporary
 * files goes into one folder of this run, which is deleted at the end.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-tests-'));
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

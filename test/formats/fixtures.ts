import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../shared/fixtures');

/** False where the shared folder is not beside this checkout; tests that need it skip and say so. */
export const hasFixtures = existsSync(folder);
if (!hasFixtures) console.log(`skipped: tests with real images need ${folder}`);

/** Bytes of one fixture, `image/bootloader_esp32_v5_2.bin`. */
export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(folder, path)));
}

/** Text of one fixture. */
export function fixtureText(path: string): string {
  return readFileSync(resolve(folder, path), 'utf8');
}

/** Full path of one fixture. */
export function fixturePath(path: string): string {
  return resolve(folder, path);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../../golden/filesystems');

/** An image that another program made: see `test/golden/filesystems/README.md`. */
export function goldenVolume(name: string): Uint8Array {
  return new Uint8Array(gunzipSync(readFileSync(join(folder, `${name}.bin.gz`))));
}

/** What the programs that made the images filled their files with. */
export function pattern(seed: number, sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, (_, index) => 0x61 + ((index * seed + (index >> 8)) % 26));
}

/** Some of these one after the other. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** The same bytes with `text` at `offset`. */
export function overwritten(bytes: Uint8Array, offset: number, text: string): Uint8Array {
  const copy = bytes.slice();
  copy.set(new TextEncoder().encode(text), offset);
  return copy;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { FileVolume } from '../../../src-shared/formats/filesystems/file-volume';
import { readVolume } from '../../../src-shared/formats/filesystems/read-volume';

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

/** What there must be. */
export function volumeOf(bytes: Uint8Array): FileVolume {
  const volume = readVolume(bytes);
  if (!volume) throw new Error('no volume');
  return volume;
}

/** Files and folders by their paths; as text, which is compared faster than bytes. */
export const inText = (files: Readonly<Record<string, Uint8Array | null>>): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, bytes && Buffer.from(bytes).toString('latin1')]),
  );

/** All files with what is in them, as {@link inText} has them; null for folders. */
export const contentsOf = (volume: FileVolume): Record<string, string | null> =>
  inText(
    Object.fromEntries(volume.entries.map(({ path, kind }) => [path, kind === 'file' ? volume.read(path) : null])),
  );

/** Reads all that there is to read; what is damaged throws `file.notUnderstood` and nothing else. */
export function readAll(bytes: Uint8Array): void {
  const volume = readVolume(bytes);
  for (const { path, kind, isDamaged, sizeBytes } of volume?.entries ?? []) {
    volume?.notesOf(path);
    if (kind === 'file' && !isDamaged) expect(volume?.read(path).length).toBe(sizeBytes);
    else expect(() => volume?.read(path)).toThrow(expect.objectContaining({ code: 'file.notUnderstood' }));
  }
}

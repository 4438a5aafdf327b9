import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../src-shared/errors/app-error';

/** A file or folder that is to be, as parts below the folder that is made; see `safePlaces`. */
export interface PlaceToSave {
  readonly parts: readonly string[];
  /** Null for a folder. */
  readonly bytes: Uint8Array | null;
}

/** Names that are tried for the new folder before it is given up. */
const mostTries = 1000;

/**
 * Makes a folder of that name inside of `parent` with everything in it, or nothing at all. What is there stays: where the
 * name is taken, the folder gets a number.
 *
 * @returns Its path.
 * @throws AppError `file.notWritten`.
 */
export async function saveFolder(parent: string, name: string, places: Iterable<PlaceToSave>): Promise<string> {
  const making = join(parent, `.${name}.${randomUUID()}`);
  try {
    await mkdir(making);
    for (const { parts, bytes } of places) {
      const path = join(making, ...parts);
      if (bytes === null) {
        await mkdir(path, { recursive: true });
        continue;
      }
      await mkdir(join(making, ...parts.slice(0, -1)), { recursive: true });
      const file = await open(path, 'wx');
      try {
        await file.writeFile(bytes);
      } finally {
        await file.close();
      }
    }
    return await takePlace(making, parent, name);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('file.notWritten', { name: basename(join(parent, name)), reason }, { cause: error });
  }
}

/** Under the first free name. Where somebody takes it meanwhile, a rename replaces at most an empty folder. */
async function takePlace(from: string, parent: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const to = join(parent, number === 1 ? name : `${name} (${number})`);
    if (number < mostTries && (await isThere(to))) continue;
    await rename(from, to);
    return to;
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

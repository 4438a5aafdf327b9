import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../src-shared/errors/app-error';

/** A file that is to be. */
export interface FileToSave {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes all files or none: each under another name first, then all take their places at once. An older file of that
 * name is replaced, but never one of `inputs`, nor anything that is no regular file.
 *
 * @throws AppError `file.isInput | file.isFolder | file.notWritten`.
 */
export async function saveFiles(files: readonly FileToSave[], inputs: readonly string[] = []): Promise<void> {
  const sources = new Set(await Promise.all(inputs.map(realPath)));
  const places = await Promise.all(files.map(({ path }) => realPath(path)));
  for (const place of places) {
    if (sources.has(place)) throw new AppError('file.isInput', { name: basename(place) });
    await checkPlace(place);
  }
  const written: { from: string; to: string }[] = [];
  try {
    for (const [index, { bytes }] of files.entries()) {
      const to = places[index] ?? '';
      const from = join(dirname(to), `.${basename(to)}.${randomUUID()}`);
      written.push({ from, to });
      await naming(to, () => writeNew(from, bytes));
    }
    for (const { from, to } of written) await naming(to, () => rename(from, to));
  } catch (error) {
    await Promise.all(written.map(({ from }) => rm(from, { force: true })));
    throw error;
  }
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    // Only then may it take the place of an older one.
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Where a path leads through links; what does not exist yet is where its folder is. */
async function realPath(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
    return join(folder, basename(whole));
  }
}

async function checkPlace(path: string): Promise<void> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw new AppError('file.isFolder', { name });
  if (found !== null && !found.isFile()) throw new AppError('file.notWritten', { name, reason: 'not a regular file' });
}

async function naming(path: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('file.notWritten', { name: basename(path), reason }, { cause: error });
  }
}

import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../../src-shared/errors/app-error';

/** Twice the largest flash that any chip here can address. */
export const largestFile = 256 * 1024 * 1024;

/** A file in memory; `name` is without its folder. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file as it is.
 *
 * @throws AppError `file.notFound | file.isFolder | file.empty | file.tooLarge | file.changed | file.unreadable`.
 */
export async function readWholeFile(path: string): Promise<NamedBytes> {
  const name = basename(resolve(path));
  return { name, bytes: await readWhole(path, name) };
}

async function readWhole(path: string, name: string): Promise<Uint8Array> {
  try {
    // Asked before opening: opening a pipe or a device may wait for ever.
    const found = await stat(path);
    if (found.isDirectory()) throw new AppError('file.isFolder', { name });
    if (!found.isFile()) throw new AppError('file.unreadable', { name, reason: 'not a regular file' });
    if (found.size === 0) throw new AppError('file.empty', { name });
    if (found.size > largestFile)
      throw new AppError('file.tooLarge', { name, sizeBytes: found.size, limitBytes: largestFile });
    const file = await open(path, 'r');
    try {
      const bytes = new Uint8Array(found.size);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      if (bytesRead !== bytes.length) throw new AppError('file.changed', { name });
      return bytes;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof AppError ? error : readError(error, name);
  }
}

function readError(error: unknown, name: string): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('file.notFound', { name }, { cause: error });
  const reason = code === '' ? String(error) : code;
  return new AppError('file.unreadable', { name, reason }, { cause: error });
}

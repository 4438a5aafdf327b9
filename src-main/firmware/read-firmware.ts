import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../../src-shared/errors/app-error';
import { inspectFirmware, type FirmwareContents } from './inspect-firmware';

/** Twice the largest flash that any chip here can address. */
const limitBytes = 256 * 1024 * 1024;

/** A firmware file in memory, with what it turned out to be. */
export interface LoadedFirmware {
  /** File name without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contents: FirmwareContents;
}

/**
 * Reads one file and looks at what it is.
 *
 * @throws AppError `file.notFound | file.isFolder | file.empty | file.tooLarge | file.unreadable`.
 */
export async function readFirmwareFile(path: string): Promise<LoadedFirmware> {
  const name = basename(resolve(path));
  const bytes = await readWhole(path, name);
  return { name, bytes, contents: inspectFirmware(bytes) };
}

async function readWhole(path: string, name: string): Promise<Uint8Array> {
  try {
    // Asked before opening: opening a pipe or a device may wait for ever.
    const found = await stat(path);
    if (found.isDirectory()) throw new AppError('file.isFolder', { name });
    if (!found.isFile()) throw new AppError('file.unreadable', { name, reason: 'not a regular file' });
    if (found.size === 0) throw new AppError('file.empty', { name });
    if (found.size > limitBytes) throw new AppError('file.tooLarge', { name, sizeBytes: found.size, limitBytes });
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

import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../src-shared/errors/app-error';

/**
 * Makes sure that the file can be written before anything is read, and puts it in its place in one step at the end,
 * so that nobody takes half a backup for a whole one. `file.notWritten`, and what `make` rejects with.
 */
export async function writeWhole<R>(
  path: string,
  make: () => Promise<{ readonly bytes: Uint8Array; readonly result: R }>,
): Promise<R> {
  const partPath = `${path}.part`;
  const failed = (error: unknown): AppError =>
    new AppError('file.notWritten', { name: basename(path), reason: reasonOf(error) }, { cause: error });
  let file: FileHandle;
  try {
    file = await open(partPath, 'w');
  } catch (error) {
    throw failed(error);
  }
  try {
    const { bytes, result } = await make();
    try {
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(partPath, path);
    } catch (error) {
      throw failed(error);
    }
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partPath, { force: true }).catch(() => undefined);
    throw error;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

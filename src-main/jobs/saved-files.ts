import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../src-shared/errors/app-error';
import type { FileBytes, SavePlace } from '../../src-shared/ipc/contract';

/** Places that a person chose for files, behind tokens: the window neither names a path nor gets a whole file. */
export class SavedFiles {
  private readonly paths = new Map<string, string>();
  private lastNumber = 0;

  add(path: string): SavePlace {
    const token = `save-${++this.lastNumber}`;
    this.paths.set(token, path);
    return { token, name: basename(path) };
  }

  /** `file.notFound` for a token that was never given out. */
  pathOf(token: string): string {
    const path = this.paths.get(token);
    if (path === undefined) throw new AppError('file.notFound', { name: token });
    return path;
  }

  /** A piece of the file as it is now; shorter where the file ends. `file.notFound`, `file.unreadable`. */
  async readBytes(token: string, offset: number, sizeBytes: number): Promise<FileBytes> {
    const path = this.pathOf(token);
    const name = basename(path);
    try {
      const file = await open(path, 'r');
      try {
        const { size } = await file.stat();
        const length = Math.max(0, Math.min(sizeBytes, size - offset));
        const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
        return { bytes: buffer.subarray(0, bytesRead), fileSizeBytes: size };
      } finally {
        await file.close();
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      if (code === 'ENOENT') throw new AppError('file.notFound', { name }, { cause: error });
      throw new AppError('file.unreadable', { name, reason: code }, { cause: error });
    }
  }
}

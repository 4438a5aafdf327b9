import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { AppError } from '../../../src-shared/errors/app-error';
import type { NorFlash } from '../nor-flash';

/** A file that holds a board's flash, byte for byte, at every moment. */
export interface FlashFile {
  readonly contents: Uint8Array;
  /** From now on every change of `flash` is in the file before the chip goes on. */
  follow(flash: NorFlash): void;
  close(): void;
}

/**
 * Opens the file of a flash of `sizeBytes`; a file that is not there is created blank (FFh). Throws
 * `file.unreadable` when it cannot be used, also when it is of another size.
 */
export function openFlashFile(path: string, sizeBytes: number): FlashFile {
  try {
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o644);
    const stat = fstatSync(file);
    const contents = new Uint8Array(sizeBytes).fill(0xff);
    if (stat.size === 0) writeSync(file, contents, 0, sizeBytes, 0);
    else if (stat.size === sizeBytes) readSync(file, contents, 0, sizeBytes, 0);
    else {
      closeSync(file);
      const reason = `it holds ${stat.size} bytes, the flash ${sizeBytes}`;
      throw new AppError('file.unreadable', { name: path, reason });
    }
    return {
      contents,
      follow: (flash) => {
        flash.onChange = (offset, lengthBytes) => void writeSync(file, flash.bytes, offset, lengthBytes, offset);
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file.unreadable', {
      name: path,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

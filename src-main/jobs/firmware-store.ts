import { basename } from 'node:path';
import { AppError, isAppError, toAppError } from '../../src-shared/errors/app-error';
import { findChip } from '../../src-shared/chips';
import type { FilesAdded, FirmwareFile } from '../../src-shared/ipc/contract';
import { describeFirmware } from '../firmware/describe-firmware';
import { readFirmware, type LoadedFirmware } from '../firmware/read-firmware';
import type { FirmwareStore } from './services';

interface Entry {
  readonly path: string;
  /** Which of the spans that the file holds. */
  readonly part: number;
  readonly loaded: LoadedFirmware;
}

/** Firmware files behind tokens, so that a window never names a path. */
export class FirmwareFiles implements FirmwareStore {
  private readonly entries = new Map<string, Entry>();
  private lastNumber = 0;

  async addPaths(paths: readonly string[], chip: string | null): Promise<FilesAdded> {
    const tokens: string[] = [];
    const rejected: FilesAdded['rejected'][number][] = [];
    for (const path of paths) {
      try {
        for (const [part, loaded] of (await readFirmware(path)).entries()) {
          const token = `file-${++this.lastNumber}`;
          this.entries.set(token, { path, part, loaded });
          tokens.push(token);
        }
      } catch (error) {
        rejected.push({ name: basename(path), error: toAppError(error).toData() });
      }
    }
    return { files: this.describeBeside([...this.entries.keys()], tokens, chip), rejected };
  }

  describe(tokens: readonly string[], chip: string | null): readonly FirmwareFile[] {
    return this.describeBeside(tokens, tokens, chip);
  }

  release(tokens: readonly string[]): void {
    for (const token of tokens) this.entries.delete(token);
  }

  /** The file as it was when it was added; `file.notFound` for a token that was released. */
  get(token: string): LoadedFirmware {
    return this.entry(token).loaded;
  }

  /** Reads the file once more: `file.changed` when it is not what was checked, `file.notFound` when it is gone. */
  async readAgain(token: string): Promise<void> {
    const { path, part, loaded } = this.entry(token);
    const parts = await readFirmware(path).catch((error: unknown) => {
      // A file that cannot be made sense of any more has changed as well.
      if (isAppError(error, 'file.notUnderstood') || isAppError(error, 'file.empty')) return [];
      throw error;
    });
    const now = parts[part];
    const isSame = now?.statedOffset === loaded.statedOffset && sameBytes(now.bytes, loaded.bytes);
    if (!isSame) throw new AppError('file.changed', { name: loaded.name });
  }

  private entry(token: string): Entry {
    const entry = this.entries.get(token);
    if (entry === undefined) throw new AppError('file.notFound', { name: token });
    return entry;
  }

  /** Files tell about each other: the partition table among them says where the others go. */
  private describeBeside(all: readonly string[], tokens: readonly string[], chip: string | null): FirmwareFile[] {
    const others = all.map((token) => this.get(token));
    const descriptor = chip === null ? null : findChip(chip);
    return tokens.map((token) => ({ token, ...describeFirmware(this.get(token), descriptor, others) }));
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

import { basename } from 'node:path';
import { findChip } from '../../src-shared/chips';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { AppError, isAppError, toAppError } from '../../src-shared/errors/app-error';
import { sameBytes } from '../../src-shared/formats/byte-reader';
import type { FilesAdded, FirmwareFile, FirmwareSource } from '../../src-shared/ipc/contract';
import { describeFirmware } from '../firmware/describe-firmware';
import type { LoadedFirmware } from '../firmware/read-firmware';
import { readInput, type FirmwareInput } from '../firmware/read-input';
import type { FirmwareStore } from './services';

interface Entry {
  /** Which of the files that the input holds, all its builds together. */
  readonly part: number;
  /** Which of its builds. */
  readonly build: number;
  readonly loaded: LoadedFirmware;
  readonly input: StoredInput;
}

/** One dropped path. Its files tell about each other. */
interface StoredInput {
  readonly path: string;
  /** What each of its builds is for. */
  readonly chips: readonly (ChipDescriptor | null)[];
}

/** Firmware files behind tokens, so that a window never names a path. */
export class FirmwareFiles implements FirmwareStore {
  private readonly entries = new Map<string, Entry>();
  private lastNumber = 0;

  async addPaths(paths: readonly string[], chip: string | null): Promise<FilesAdded> {
    const tokens: string[] = [];
    const rejected: FilesAdded['rejected'][number][] = [];
    let source: FirmwareSource | null = null;
    for (const path of paths) {
      const name = basename(path);
      try {
        const input = await readInput(path);
        tokens.push(...this.keep(path, input));
        rejected.push(...input.problems.map((error) => ({ name, error: error.toData() })));
        source = paths.length === 1 ? input.source : null;
      } catch (error) {
        rejected.push({ name, error: toAppError(error).toData() });
      }
    }
    return {
      files: this.describeBeside([...this.entries.keys()], tokens, chip),
      ...(source === null ? {} : { source }),
      rejected,
    };
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

  /** Where the file came from; `file.notFound` as with `get`. */
  pathOf(token: string): string {
    return this.entry(token).input.path;
  }

  /** Reads the files once more: `file.changed` when one is not what was checked, `file.notFound` when it is gone. */
  async readAgain(tokens: readonly string[]): Promise<void> {
    const read = new Map<string, Promise<readonly LoadedFirmware[]>>();
    for (const token of tokens) {
      const { part, loaded, input } = this.entry(token);
      const files = read.get(input.path) ?? readFiles(input.path);
      read.set(input.path, files);
      const now = (await files)[part];
      const isSame = now?.statedOffset === loaded.statedOffset && sameBytes(now.bytes, loaded.bytes);
      if (!isSame) throw new AppError('file.changed', { name: loaded.name });
    }
  }

  private keep(path: string, { builds }: FirmwareInput): string[] {
    const input: StoredInput = { path, chips: builds.map(({ chip }) => chip) };
    const files = builds.flatMap((build, index) => build.files.map((loaded) => ({ build: index, loaded })));
    return files.map(({ build, loaded }, part) => {
      const token = `file-${++this.lastNumber}`;
      this.entries.set(token, { part, build, loaded, input });
      return token;
    });
  }

  private entry(token: string): Entry {
    const entry = this.entries.get(token);
    if (entry === undefined) throw new AppError('file.notFound', { name: token });
    return entry;
  }

  /**
   * Files tell about each other: the partition table among them says where the others go, that of the same build
   * first. Builds for other chips than the board's have no say.
   */
  private describeBeside(all: readonly string[], tokens: readonly string[], chip: string | null): FirmwareFile[] {
    const descriptor = chip === null ? null : findChip(chip);
    const others = all.map((token) => this.entry(token));
    return tokens.map((token) => {
      const entry = this.entry(token);
      const near = others.filter(({ input, build }) => input === entry.input && build === entry.build);
      const far = others.filter((other) => other.input !== entry.input && isForBoard(other, descriptor));
      const beside = [...near, ...far].map(({ loaded }) => loaded);
      if (isForBoard(entry, descriptor)) return { token, ...describeFirmware(entry.loaded, descriptor, beside) };
      const ownChip = entry.input.chips[entry.build] ?? descriptor;
      return { token, ...describeFirmware(entry.loaded, ownChip, beside), isForBoard: false };
    });
  }
}

/** Of several builds the one for this chip counts; the first one where there is none, which then is found to be wrong. */
function isForBoard({ build, input: { chips } }: Entry, chip: ChipDescriptor | null): boolean {
  const meant = chips.findIndex((candidate) => candidate !== null && candidate.id === chip?.id);
  return build === Math.max(0, meant);
}

async function readFiles(path: string): Promise<readonly LoadedFirmware[]> {
  try {
    return (await readInput(path)).builds.flatMap(({ files }) => files);
  } catch (error) {
    // What cannot be made sense of any more has changed as well.
    if (isAppError(error, 'file.notFound') || isAppError(error, 'file.unreadable')) throw error;
    if (isAppError(error)) return [];
    throw error;
  }
}

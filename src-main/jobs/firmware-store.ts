import { basename } from 'node:path';
import { findChip } from '../../src-shared/chips';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { AppError, isAppError, toAppError } from '../../src-shared/errors/app-error';
import { sameBytes } from '../../src-shared/formats/byte-reader';
import type { FilesAdded, FirmwareFile, FirmwareSource } from '../../src-shared/ipc/contract';
import { describeFirmware } from '../firmware/describe-firmware';
import { matchFiles, type FileKey } from '../firmware/match-files';
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
  readonly read: () => Promise<FirmwareInput>;
  /** What each of its builds is for. */
  readonly chips: readonly (ChipDescriptor | null)[];
  /** All files that it held, also those that were not kept. */
  readonly parts: readonly FileKey[];
  readonly diskPaths: readonly string[];
}

/** Where a file came from: what finds it again. */
export interface FileOrigin extends FileKey {
  /** Absolute, of the file or folder that was dropped. */
  readonly path: string;
}

/** What one path turned out to hold. */
export interface AddedInput {
  /** One for each file, all builds together. */
  readonly files: readonly (FileKey & { readonly token: string })[];
  readonly source: FirmwareSource | null;
  readonly problems: readonly AppError[];
}

/** What became of files that were read anew. */
export interface RefreshedFiles {
  /** Files under new tokens; the old ones still stand for what was read before. All of a source in which anything is new. */
  readonly replaced: readonly { readonly token: string; readonly newToken: string; readonly isChanged: boolean }[];
  /** Files of a source that it did not have before. */
  readonly added: readonly string[];
  /**
   * Tokens of files that are not there any more, and why. `isLeftOut`: their source lists its files, could be read and
   * does not want this one any more; otherwise it may come back.
   */
  readonly gone: readonly { readonly token: string; readonly error: AppError; readonly isLeftOut: boolean }[];
}

const nothingNew: RefreshedFiles = { replaced: [], added: [], gone: [] };

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
        const input = await this.addInput(path);
        tokens.push(...input.files.map(({ token }) => token));
        rejected.push(...input.problems.map((error) => ({ name, error: error.toData() })));
        source = paths.length === 1 ? input.source : null;
      } catch (error) {
        rejected.push({ name, error: toAppError(error).toData() });
      }
    }
    return {
      files: this.describeAmongAll(tokens, chip),
      ...(source === null ? {} : { source }),
      rejected,
    };
  }

  /** Reads one path and keeps its files; `read` is how, where that is not as usual. Throws what reading throws. */
  async addInput(path: string, read = (): Promise<FirmwareInput> => readInput(path)): Promise<AddedInput> {
    const input = await read();
    return { files: this.keep(path, read, input), source: input.source, problems: input.problems };
  }

  describe(tokens: readonly string[], chip: string | null): readonly FirmwareFile[] {
    return this.describeBeside(tokens, tokens, chip);
  }

  /** Like `describe`, with a word of all other files that are kept. */
  describeAmongAll(tokens: readonly string[], chip: string | null): readonly FirmwareFile[] {
    return this.describeBeside([...this.entries.keys()], tokens, chip);
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

  /** Whether the token still means a file. */
  has(token: string): boolean {
    return this.entries.has(token);
  }

  /** Where everything came from that is still here, each place once. */
  inputPaths(): readonly string[] {
    return [...new Set([...this.entries.values()].map(({ input }) => input.path))];
  }

  /** Path, name and chip of a file; `file.notFound` as with `get`. */
  originOf(token: string): FileOrigin {
    const { input, part, loaded } = this.entry(token);
    return { path: input.path, name: loaded.name, chip: input.parts[part]?.chip ?? null };
  }

  /** The files on disk that these were made of. Tokens that mean nothing any more are passed over. */
  diskPathsOf(tokens: readonly string[]): readonly string[] {
    return [...new Set(tokens.flatMap((token) => this.entries.get(token)?.input.diskPaths ?? []))];
  }

  /** Reads the files once more: `file.changed` when one is not what was checked, `file.notFound` when it is gone. */
  async readAgain(tokens: readonly string[]): Promise<void> {
    const read = new Map<string, Promise<readonly LoadedFirmware[]>>();
    for (const token of tokens) {
      const { part, loaded, input } = this.entry(token);
      const files = read.get(input.path) ?? readFiles(input);
      read.set(input.path, files);
      const now = (await files)[part];
      const isSame = now?.statedOffset === loaded.statedOffset && sameBytes(now.bytes, loaded.bytes);
      if (!isSame) throw new AppError('file.changed', { name: loaded.name });
    }
  }

  /** Reads what these came from anew, and keeps what is new. Throws nothing: a file that is not to be had is `gone`. */
  async refresh(tokens: readonly string[]): Promise<RefreshedFiles> {
    const byPath = new Map<string, string[]>();
    for (const token of tokens) {
      const { path } = this.entry(token).input;
      byPath.set(path, [...(byPath.get(path) ?? []), token]);
    }
    const results: RefreshedFiles[] = [];
    for (const group of byPath.values()) results.push(await this.refreshSource(group));
    return {
      replaced: results.flatMap(({ replaced }) => replaced),
      added: results.flatMap(({ added }) => added),
      gone: results.flatMap(({ gone }) => gone),
    };
  }

  /** `tokens`: of one path. */
  private async refreshSource(tokens: readonly string[]): Promise<RefreshedFiles> {
    const inputs = [...new Set(tokens.map((token) => this.entry(token).input))];
    const [first] = inputs;
    if (first === undefined) return nothingNew;
    let read: AddedInput;
    try {
      read = await this.addInput(first.path, first.read);
    } catch (thrown) {
      const error = toAppError(thrown);
      return { ...nothingNew, gone: tokens.map((token) => ({ token, error, isLeftOut: false })) };
    }
    const { files } = read;
    const listsFiles = read.source?.kind === 'idfBuild' || read.source?.kind === 'manifest';
    // Where one of several builds could not be read, its files are missing for that reason.
    const isLeftOut = listsFiles && read.problems.length === 0;
    // Of the whole source: what was taken off the table is known, and does not come back.
    const matches = new Map(inputs.map((input) => [input, matchFiles(input.parts, files)]));
    const known = new Set([...matches.values()].flat());
    const added = files.filter((_, index) => !known.has(index)).map(({ token }) => token);
    const replaced: RefreshedFiles['replaced'][number][] = [];
    const gone: RefreshedFiles['gone'][number][] = [];
    for (const token of tokens) {
      const { input, part, loaded } = this.entry(token);
      const now = files[matches.get(input)?.[part] ?? -1];
      const error = new AppError('file.partMissing', { name: basename(input.path), part: loaded.name });
      if (now === undefined) gone.push({ token, error, isLeftOut });
      else replaced.push({ token, newToken: now.token, isChanged: !this.isSame(token, now.token) });
    }
    // Files are known by their place in the list, so that one that was taken out moves the others.
    const isShorter = isLeftOut && gone.length > 0;
    const isNew = isShorter || added.length > 0 || replaced.some(({ isChanged }) => isChanged);
    const wanted = new Set(isNew ? [...added, ...replaced.map(({ newToken }) => newToken)] : []);
    this.release(files.map(({ token }) => token).filter((token) => !wanted.has(token)));
    return { replaced: isNew ? replaced : [], added, gone };
  }

  private isSame(token: string, other: string): boolean {
    const [before, now] = [this.entry(token).loaded, this.entry(other).loaded];
    return before.statedOffset === now.statedOffset && sameBytes(before.bytes, now.bytes);
  }

  private keep(path: string, read: StoredInput['read'], { builds, diskPaths }: FirmwareInput): AddedInput['files'] {
    const files = builds.flatMap((build, index) => build.files.map((loaded) => ({ build: index, loaded })));
    const parts = files.map(({ build, loaded }): FileKey => ({
      name: loaded.name,
      chip: builds[build]?.chip?.id ?? null,
    }));
    const input: StoredInput = { path, read, chips: builds.map(({ chip }) => chip), parts, diskPaths };
    return files.map(({ build, loaded }, part) => {
      const token = `file-${++this.lastNumber}`;
      this.entries.set(token, { part, build, loaded, input });
      return { token, name: loaded.name, chip: parts[part]?.chip ?? null };
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

async function readFiles({ read }: StoredInput): Promise<readonly LoadedFirmware[]> {
  try {
    return (await read()).builds.flatMap(({ files }) => files);
  } catch (error) {
    // What cannot be made sense of any more has changed as well.
    if (isAppError(error, 'file.notFound') || isAppError(error, 'file.unreadable')) throw error;
    if (isAppError(error)) return [];
    throw error;
  }
}

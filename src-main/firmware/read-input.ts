import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { AppError, isAppError } from '../../src-shared/errors/app-error';
import type { FirmwareSource } from '../../src-shared/ipc/contract';
import { looksLikeElf } from '../../src-shared/formats/elf';
import { inspectFirmware } from './inspect-firmware';
import { programBuilds } from './program-builds';
import { loadFirmware, type LoadedFirmware } from './read-firmware';
import { readWholeFile } from './read-whole-file';
import { nameOf, pathIn, type FileTree } from './sources/file-tree';
import { findFirmware, type FoundSet } from './sources/find-firmware';
import type { FirmwareBuild, FirmwareSet, SetPart } from './sources/firmware-set';
import { flashArgsBuild, flashArgsName, parseFlashArgs } from './sources/flash-args';
import { listJson } from './sources/flash-list';
import { folderTree } from './sources/folder-tree';
import { idfBuild, looksLikeFlasherArgs } from './sources/idf-build';
import { looksLikeWebManifest, webManifest } from './sources/web-manifest';
import { looksLikeZip, zipTree } from './sources/zip-tree';

/** Of all files of one input together. */
const mostBytes = 256 * 1024 * 1024;

/** Files for one chip out of one input. */
export interface LoadedBuild {
  /** Null where nothing tells. */
  readonly chip: ChipDescriptor | null;
  readonly files: readonly LoadedFirmware[];
}

/** What a dropped path turned out to hold. */
export interface FirmwareInput {
  /** Null for a plain file. */
  readonly source: FirmwareSource | null;
  /** At least one; where there are several they are for different chips. */
  readonly builds: readonly LoadedBuild[];
  /** Why builds for other chips are left out. */
  readonly problems: readonly AppError[];
  /** The files on disk that it was made of. When one of them changes, it does. */
  readonly diskPaths: readonly string[];
}

/**
 * Reads whatever a person drops: a file of any kind that is known here (an ELF program becomes images), a build folder or the project around it, a list of files
 * (`flasher_args.json`, `flash_args`, a manifest of ESP Web Tools), a zip file with any of these.
 *
 * @throws AppError `file.* | image.notBuilt`.
 */
export async function readInput(path: string): Promise<FirmwareInput> {
  if (await isFolder(path)) return readTree(folderTree(path), 'folder');
  const { name, bytes } = await readWholeFile(path);
  const self = resolve(path);
  if (looksLikeZip(bytes)) return { ...(await readTree(await zipTree(bytes, name), 'zip')), diskPaths: [self] };
  const list = /\.json$/i.test(name) || name === flashArgsName ? parseList(bytes, path) : null;
  if (list !== null) {
    const input = await readSets(folderTree(dirname(self)), [{ folder: '', set: list }]);
    return { ...input, diskPaths: [self, ...input.diskPaths] };
  }
  const builds = looksLikeElf(bytes) ? programBuilds(name, bytes) : [{ chip: null, files: loadFirmware(name, bytes) }];
  return { source: null, builds, problems: [], diskPaths: [self] };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Why it cannot be looked at is told when it is read.
    return false;
  }
}

/** A list of files that was chosen by itself. */
function parseList(bytes: Uint8Array, path: string): FirmwareSet {
  const full = resolve(path);
  const name = basename(full);
  const folderName = basename(dirname(full));
  const listPath = pathIn(folderName, name);
  if (name === flashArgsName) return flashArgsBuild(parseFlashArgs(bytes, name), listPath, folderName);
  const json = listJson(bytes, name);
  if (looksLikeFlasherArgs(json)) return idfBuild(json, listPath, folderName);
  if (looksLikeWebManifest(json)) return webManifest(json, listPath);
  const reason = 'it is neither a flasher_args.json nor a manifest of ESP Web Tools';
  throw new AppError('file.notUnderstood', { name, reason });
}

async function readTree(tree: FileTree, kind: 'folder' | 'zip'): Promise<FirmwareInput> {
  const found = await findFirmware(tree);
  if (found.kind === 'sets') return readSets(tree, found.sets);
  const read = budgeted(tree);
  const files: LoadedFirmware[] = [];
  for (const path of found.paths) files.push(...loadFirmware(shownName(nameOf(path)), await read(path)));
  return {
    source: { kind, name: shownName(tree.name) },
    builds: [{ chip: null, files }],
    problems: [],
    diskPaths: [...tree.touched],
  };
}

async function readSets(tree: FileTree, found: readonly FoundSet[]): Promise<FirmwareInput> {
  const read = budgeted(tree);
  const builds: LoadedBuild[] = [];
  const problems: AppError[] = [];
  for (const { set } of found) {
    for (const build of set.builds) {
      try {
        builds.push(await readBuild(build, set.listName, read));
      } catch (error) {
        if (!isAppError(error)) throw error;
        problems.push(error);
      }
    }
  }
  const [first] = found;
  if (first === undefined || builds.length === 0) {
    throw problems[0] ?? new AppError('file.nothingInside', { name: tree.name });
  }
  const known = new Set(builds.map(({ chip }) => chip?.id));
  if (builds.length > 1 && (known.size < builds.length || known.has(undefined))) {
    const names = found.map(({ folder, set }) => nameOf(folder) || set.source.name);
    throw new AppError('file.severalBuilds', { name: tree.name, builds: names.slice(0, 8).join(', ') });
  }
  const { settings, ...source } = first.set.source;
  return {
    source: {
      ...source,
      name: shownName(found.length === 1 ? source.name : tree.name),
      ...(settings === undefined || found.length > 1 ? {} : { settings }),
    },
    builds,
    problems,
    diskPaths: [...tree.touched],
  };
}

async function readBuild(
  { chip, parts }: FirmwareBuild,
  listName: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<LoadedBuild> {
  const files: LoadedFirmware[] = [];
  for (const part of parts) {
    const bytes = await readPart(part, listName, read);
    const contents = inspectFirmware(bytes);
    const { offset, isForEncryption } = part;
    files.push({
      name: shownName(part.name),
      bytes,
      statedOffset: offset,
      contents,
      origin: { chip, isForEncryption },
    });
  }
  return { chip: chip ?? files.find(({ contents }) => contents.chip !== null)?.contents.chip ?? null, files };
}

async function readPart(
  { name, from }: SetPart,
  listName: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (from instanceof AppError) throw from;
  if (typeof from !== 'string') return from;
  try {
    const bytes = await read(from);
    if (bytes.length === 0) throw new AppError('file.empty', { name: shownName(name) });
    return bytes;
  } catch (error) {
    if (!isAppError(error, 'file.notFound')) throw error;
    throw new AppError('file.partMissing', { name: listName, part: shownName(name) }, { cause: error });
  }
}

/** Reads until all files together are too much. */
function budgeted(tree: FileTree): (path: string) => Promise<Uint8Array> {
  let leftBytes = mostBytes;
  return async (path) => {
    const bytes = await tree.read(path);
    if (bytes.length > leftBytes) {
      throw new AppError('file.tooLarge', { name: tree.name, sizeBytes: bytes.length, limitBytes: leftBytes });
    }
    leftBytes -= bytes.length;
    return bytes;
  };
}

/** Names out of lists and zip files are anybody's: nothing in them moves a terminal's cursor or fills a page. */
function shownName(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '\uFFFD').slice(0, 200);
}

import { AppError } from '../../../src-shared/errors/app-error';
import { recognizeArduino } from './arduino-build';
import { pathIn, type FileTree } from './file-tree';
import type { FirmwareSet, TreeFolder } from './firmware-set';
import { recognizeFlashArgs } from './flash-args';
import { recognizeIdfBuild } from './idf-build';
import { recognizePlatformio } from './platformio-build';
import { recognizeWebManifest } from './web-manifest';

/** A set, and the folder that it was found in. */
export interface FoundSet {
  readonly folder: string;
  readonly set: FirmwareSet;
}

/** What a tree holds: sets that list their files, or files that only lie there. */
export type FoundFirmware =
  | { readonly kind: 'sets'; readonly sets: readonly FoundSet[] }
  | { readonly kind: 'files'; readonly paths: readonly string[] };

/** Deep enough for `project/.pio/build/environment` inside the one folder of a zip file. */
const deepest = 5;
const mostFolders = 400;
/** More loose files than this are not firmware that somebody means to write together. */
const mostFiles = 32;
/** Where builds keep what they are made of, in great numbers. */
const passedOver: readonly string[] = [
  'node_modules',
  'managed_components',
  'CMakeFiles',
  'esp-idf',
  'libdeps',
  '__MACOSX',
];
const firmwareFile = /\.(?:bin|img|hex|ihex|uf2)$/i;

/** In this order: PlatformIO leaves ESP-IDF's list too, which names files that it puts elsewhere. */
const recognizers: readonly ((folder: TreeFolder) => Promise<FirmwareSet | null>)[] = [
  recognizePlatformio,
  recognizeIdfBuild,
  recognizeArduino,
  recognizeWebManifest,
  recognizeFlashArgs,
];

/**
 * Looks for builds, the nearest folders first, so that a project folder stands for the build in it. Where there are none
 * the nearest loose firmware files count.
 *
 * @throws AppError `file.nothingInside | file.tooManyInside`, and what the lists in it are wrong with.
 */
export async function findFirmware(tree: FileTree): Promise<FoundFirmware> {
  let level: readonly string[] = [tree.start];
  let looked = 0;
  let loose: readonly string[] = [];
  for (let depth = 0; depth <= deepest && level.length > 0; depth++) {
    const sets: FoundSet[] = [];
    const files: string[] = [];
    const next: string[] = [];
    for (const path of level) {
      if (++looked > mostFolders) break;
      const entries = await tree.list(path);
      const names = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
      const set = await recognize({ tree, path, files: new Set(names) });
      if (set !== null) sets.push({ folder: path, set });
      // Hidden files are a system's own notes.
      files.push(...names.filter((name) => !name.startsWith('.')).map((name) => pathIn(path, name)));
      for (const { name, isFolder } of entries) {
        if (isFolder && !passedOver.includes(name)) next.push(pathIn(path, name));
      }
    }
    if (sets.length > 0) return { kind: 'sets', sets };
    if (loose.length === 0) loose = files.filter((path) => firmwareFile.test(path));
    level = next;
  }
  if (loose.length === 0) throw new AppError('file.nothingInside', { name: tree.name });
  if (loose.length > mostFiles) throw new AppError('file.tooManyInside', { name: tree.name, limit: mostFiles });
  return { kind: 'files', paths: loose };
}

async function recognize(folder: TreeFolder): Promise<FirmwareSet | null> {
  for (const recognizer of recognizers) {
    const set = await recognizer(folder);
    if (set !== null) return set;
  }
  return null;
}

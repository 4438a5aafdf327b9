import { AppError } from '../../../src-shared/errors/app-error';

/** One name in a folder. */
export interface TreeEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A folder on disk or the inside of a zip file. Paths have `/` between their names; `''` is the top. */
export interface FileTree {
  /** Of what was dropped. */
  readonly name: string;
  /** The folder to look in first. */
  readonly start: string;
  /** What is in a folder, by name; empty where there is no such folder. */
  list(folder: string): Promise<readonly TreeEntry[]>;
  /** Throws `file.*`, with the last name of the path. */
  read(path: string): Promise<Uint8Array>;
  /** The files on disk that were read so far, or would have been, had they been there. */
  readonly touched: ReadonlySet<string>;
}

/** More names than this in one folder are not looked at. */
export const mostEntries = 10_000;

/** `bootloader/bootloader.bin` → `bootloader.bin`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `bootloader/bootloader.bin` → `bootloader`; `''` for a name at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A name in a folder. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/**
 * The path of a file that a list of files names relative to itself. Builds and manifests reach for files beside their own folder
 * (`../firmware/app.bin`), but no further: what was downloaded must not pick files out of a computer.
 *
 * @throws AppError `file.partRemote | file.partOutside`.
 */
export function resolvePart(listPath: string, part: string): string {
  const name = nameOf(listPath);
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(part)) throw new AppError('file.partRemote', { name, part });
  const isAbsolute = /^(?:[/\\]|[a-z]:)/i.test(part);
  const folders = folderOf(listPath)
    .split('/')
    .filter((folder) => folder !== '');
  const least = Math.max(0, folders.length - 1);
  for (const step of part.split(/[/\\]/)) {
    if (isAbsolute || (step === '..' && folders.length === least))
      throw new AppError('file.partOutside', { name, part });
    if (step === '..') folders.pop();
    else if (step !== '' && step !== '.') folders.push(step);
  }
  return folders.join('/');
}

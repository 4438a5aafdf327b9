import { opendir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readWholeFile } from '../read-whole-file';
import { mostEntries, type FileTree, type TreeEntry } from './file-tree';

/** Folders that a person would not mean, and that may hold thousands of others. */
const isUsual = (name: string): boolean => !name.startsWith('.') || name === '.pio' || name === '.esphome';

/** A folder on disk. Its top is the folder around it, so that a list of files may name files beside its own folder. */
export function folderTree(path: string): FileTree {
  const full = resolve(path);
  const top = dirname(full);
  const name = basename(full);
  const touched = new Set<string>();
  return {
    name,
    start: name,
    touched,
    list: (folder) => listFolder(join(top, ...folder.split('/'))),
    async read(file) {
      const place = join(top, ...file.split('/'));
      touched.add(place);
      return (await readWholeFile(place)).bytes;
    },
  };
}

/** Links to folders are not followed: they may lead in a circle. */
async function listFolder(path: string): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  try {
    for await (const entry of await opendir(path)) {
      if (entries.length === mostEntries) break;
      if (entry.isDirectory() && isUsual(entry.name)) entries.push({ name: entry.name, isFolder: true });
      else if (entry.isFile() || entry.isSymbolicLink()) entries.push({ name: entry.name, isFolder: false });
    }
  } catch {
    // What cannot be looked into holds nothing that could be written.
    return [];
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

import { AppError } from '../../errors/app-error';
import { sameBytes } from '../byte-reader';
import type { VolumeEntry, VolumeNote } from './file-volume';

/** How to get at the contents of a file; null where they are damaged. */
export type ReadContents = () => Uint8Array | null;

interface Node {
  readonly entry: VolumeEntry;
  readonly contents: ReadContents | null;
  readonly notes: () => readonly VolumeNote[];
}

/** Type of the note that is a name as it stands in the filesystem, where the path says something else. */
export const rawNameNote = 0x100;

/** All paths together may be so long, so that folders in folders cannot take all memory; no real volume comes near it. */
const usualCharacters = 0x80_0000;
const charactersPerByte = 4;

/** The files and folders of a volume while it is read, and what its methods do afterwards. */
export class VolumeTree {
  readonly #nodes = new Map<string, Node>();
  /** See `FileVolume.isIncomplete`. */
  isIncomplete = false;
  #charactersLeft: number;
  #rootNotes: readonly VolumeNote[] = [];

  constructor(imageBytes: number) {
    this.#charactersLeft = usualCharacters + imageBytes * charactersPerByte;
  }

  /**
   * The path of `name` in the folder `parent` (empty for the root), cleaned of what would make it another path; null
   * where it is there already: the first of two is the one a board finds.
   */
  pathOf(parent: string, name: string): string | null {
    return this.#free(`${parent}/${harmless(name.replaceAll('/', '\uFFFD'))}`);
  }

  /** The same for a filesystem without folders, where slashes are part of the name. */
  pathOfFlat(name: string): string | null {
    const parts = (name.startsWith('/') ? name.slice(1) : name).split('/');
    return this.#free(`/${parts.map(harmless).join('/')}`);
  }

  #free(path: string): string | null {
    if (this.#nodes.has(path)) return null;
    this.#charactersLeft -= path.length;
    if (this.#charactersLeft >= 0) return path;
    this.isIncomplete = true;
    return null;
  }

  add(entry: VolumeEntry, contents: ReadContents | null, notes: () => readonly VolumeNote[] = () => []): void {
    if (entry.kind === 'folder' && entry.isDamaged) this.isIncomplete = true;
    this.#nodes.set(entry.path, { entry, contents, notes });
  }

  setRootNotes(notes: readonly VolumeNote[]): void {
    this.#rootNotes = notes;
  }

  /** Folders before what is in them, names in the order of their letters. */
  entries(): VolumeEntry[] {
    const keyed = [...this.#nodes.values()].map(({ entry }) => ({ key: entry.path.replaceAll('/', '\0'), entry }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
    return keyed.map(({ entry }) => entry);
  }

  /** See `FileVolume.read`. */
  read(path: string): Uint8Array {
    const node = this.#nodes.get(path);
    const isFile = node?.entry.kind === 'file';
    if (!isFile) throw new AppError('file.notUnderstood', { name: path, reason: 'there is no such file' });
    const contents = node.entry.isDamaged ? null : node.contents?.();
    if (!contents) throw new AppError('file.notUnderstood', { name: path, reason: 'it is damaged' });
    return contents;
  }

  /** See `FileVolume.notesOf`. */
  notesOf(path: string): readonly VolumeNote[] {
    return path === '/' ? this.#rootNotes : (this.#nodes.get(path)?.notes() ?? []);
  }
}

const harmless = (name: string): string =>
  name === '' || name === '.' || name === '..' ? '\uFFFD' : name.replaceAll('\0', '\uFFFD');

/** Text of bytes that should be UTF-8. A mark of the byte order is part of a name, not of its encoding. */
export function nameText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** True where a name in a path says all that its bytes say. */
export function isPlainName(bytes: Uint8Array): boolean {
  const name = nameText(bytes);
  return harmless(name) === name && !name.includes('/') && sameBytes(new TextEncoder().encode(name), bytes);
}

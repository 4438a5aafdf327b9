import { AppError } from '../../../src-shared/errors/app-error';
import type { FileVolume, VolumeEntry, VolumeFile } from '../../../src-shared/formats/filesystems/file-volume';
import type { VolumeChange } from '../../../src-shared/ipc/contract';

/** What somebody wants; what comes of it depends on what was wanted before. */
type Wish =
  | { readonly id: number; readonly kind: 'put'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'remove'; readonly path: string }
  | { readonly id: number; readonly kind: 'rename'; readonly path: string; readonly to: string };

/** A file or folder as it is to become. */
export interface DraftedEntry extends VolumeEntry {
  /** Its path in the volume that was read, for its contents and its notes; null for what is new. */
  readonly origin: string | null;
  /** Of what is new; null for what comes from the volume and for folders. */
  readonly bytes: Uint8Array | null;
}

/** Changes to a volume, gathered before anything is made of them. The volume itself stays as it is. */
export class VolumeDraft {
  private wishes: readonly Wish[] = [];
  private lastId = 0;

  constructor(readonly base: FileVolume) {}

  /** What has an effect, in the order in which it was wanted. */
  changes(): readonly VolumeChange[] {
    return this.play(this.wishes).changes;
  }

  /** Sorted by path, like those of a volume. */
  entries(): readonly DraftedEntry[] {
    const { entries } = this.play(this.wishes);
    return [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  /** Contents as they are to become. `file.notFound`, `file.notUnderstood`. */
  read(path: string): Uint8Array {
    const entry = this.play(this.wishes).entries.get(path);
    if (entry?.kind !== 'file') throw new AppError('file.notFound', { name: path });
    return entry.bytes ?? this.base.read(entry.origin ?? path);
  }

  /** What `makeVolume` is to make. `file.notUnderstood` where something that is to stay is damaged. */
  files(): readonly VolumeFile[] {
    return this.entries().map(({ path, kind, origin, bytes }) => ({
      path,
      bytes: kind === 'folder' ? null : (bytes ?? this.base.read(origin ?? path)),
    }));
  }

  /** Adds a file, or puts it in the place of the one that is there. `file.nameNotAllowed` where a folder is. */
  put(path: string, bytes: Uint8Array): void {
    const { entries } = this.play(this.wishes);
    const parts = partsOf(path);
    const isBelowFile = parts.some((_, at) => at > 0 && entries.get(pathOf(parts.slice(0, at)))?.kind === 'file');
    if (parts.length === 0 || isBelowFile || isFolder(entries, path)) throw taken(path);
    const others = this.wishes.filter((wish) => wish.kind !== 'put' || wish.path !== path);
    this.wishes = [...others, { id: ++this.lastId, kind: 'put', path, bytes }];
  }

  /** Removes a file, or a folder with everything in it. `file.notFound`. */
  remove(path: string): void {
    const { entries } = this.play(this.wishes);
    if (!entries.has(path) && !isFolder(entries, path)) throw new AppError('file.notFound', { name: path });
    // What was only wanted is wanted no more.
    const renamed = this.wishes.find((wish) => wish.kind === 'rename' && wish.to === path);
    this.wishes = this.wishes.filter((wish) => wish !== renamed && (wish.kind !== 'put' || !isWithin(wish.path, path)));
    const gone = renamed?.path ?? path;
    const left = this.play(this.wishes).entries;
    if (left.has(gone) || isFolder(left, gone)) {
      this.wishes = [...this.wishes, { id: ++this.lastId, kind: 'remove', path: gone }];
    }
  }

  /** Gives a file another path. `file.notFound`; `file.nameNotAllowed` where something is there, and for no name at all. */
  rename(path: string, to: string): void {
    const { entries } = this.play(this.wishes);
    if (entries.get(path)?.kind !== 'file') throw new AppError('file.notFound', { name: path });
    if (to === path) return;
    const name = to.slice(to.lastIndexOf('/') + 1);
    if (name === '' || entries.has(to) || isFolder(entries, to)) throw taken(to);
    const wanted = this.wishes.find((wish) => wish.kind === 'put' && wish.path === path);
    if (wanted?.kind === 'put' && !this.base.entries.some((entry) => entry.path === path)) {
      this.wishes = this.wishes.map((wish) => (wish === wanted ? { ...wanted, path: to } : wish));
      return;
    }
    // Where it was renamed before, it goes from where it was in the beginning, or back.
    const earlier = this.wishes.find((wish) => wish.kind === 'rename' && wish.to === path);
    const from = earlier?.path ?? path;
    const others = this.wishes.filter((wish) => wish !== earlier);
    this.wishes = from === to ? others : [...others, { id: ++this.lastId, kind: 'rename', path: from, to }];
  }

  /** Takes one wish back, and those that have no effect without it; null: all of them. */
  undo(id: number | null): void {
    const left = id === null ? [] : this.wishes.filter((wish) => wish.id !== id);
    const effective = new Set(this.play(left).changes.map((change) => change.id));
    this.wishes = left.filter((wish) => effective.has(wish.id));
  }

  private play(wishes: readonly Wish[]): Played {
    const entries: Entries = new Map(
      this.base.entries.map((entry) => [entry.path, { ...entry, origin: entry.path, bytes: null }]),
    );
    const changes: VolumeChange[] = [];
    for (const wish of wishes) {
      const change = carryOut(wish, entries);
      if (change !== null) changes.push(change);
    }
    return { entries, changes };
  }
}

type Entries = Map<string, DraftedEntry>;
interface Played {
  readonly entries: Entries;
  readonly changes: readonly VolumeChange[];
}

/** Null where it makes no difference any more. */
function carryOut(wish: Wish, entries: Entries): VolumeChange | null {
  const { id, path } = wish;
  const before = entries.get(path);
  switch (wish.kind) {
    case 'put': {
      if (before?.kind === 'folder') return null;
      const { bytes } = wish;
      const more = { origin: before?.origin ?? null, modifiedMs: null, isDamaged: false };
      entries.set(path, { path, kind: 'file', sizeBytes: bytes.length, bytes, ...more });
      return { id, kind: before === undefined ? 'added' : 'replaced', path, to: null, fileCount: 1 };
    }
    case 'remove': {
      const gone = [...entries.values()].filter((entry) => isWithin(entry.path, path));
      if (gone.length === 0) return null;
      for (const entry of gone) entries.delete(entry.path);
      return { id, kind: 'removed', path, to: null, fileCount: gone.filter(({ kind }) => kind === 'file').length };
    }
    case 'rename': {
      const { to } = wish;
      if (before?.kind !== 'file' || entries.has(to)) return null;
      entries.delete(path);
      entries.set(to, { ...before, path: to });
      return { id, kind: 'renamed', path, to, fileCount: 1 };
    }
  }
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
/** SPIFFS has folders only in the names of its files. */
const isFolder = (entries: Entries, path: string): boolean =>
  entries.get(path)?.kind === 'folder' || [...entries.keys()].some((each) => each.startsWith(`${path}/`));
const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
const pathOf = (parts: readonly string[]): string => `/${parts.join('/')}`;
const taken = (path: string): AppError =>
  new AppError('file.nameNotAllowed', { name: path.slice(path.lastIndexOf('/') + 1) });

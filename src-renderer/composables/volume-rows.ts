import type { VolumeChange, VolumeEntry } from '../../src-shared/ipc/contract';
import type { VolumeRow } from '../components/volume-row';

/** Signs that nobody sees, or that turn around what stands behind them: a name shall look like what it is. */
const hiddenSign = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name or path as it is shown. */
export const visibleName = (name: string): string => name.replace(hiddenSign, '\uFFFD');

/**
 * The files and folders of a volume as rows, each folder before what is in it. Folders that only the paths of files tell of
 * (SPIFFS has none of its own) get rows, too. With a filter: the files whose paths have it in them, by their whole paths.
 */
export function volumeRows(
  entries: readonly VolumeEntry[],
  filter: string,
  changes: readonly VolumeChange[] = [],
): readonly VolumeRow[] {
  const marks = new Map(changes.map(({ kind, path, to }) => [to ?? path, kind]));
  const rowOf = (entry: VolumeEntry, name: string, depth: number): VolumeRow => {
    const mark = marks.get(entry.path) ?? null;
    return { ...entry, key: `${entry.kind} ${entry.path}`, name, depth, change: mark === 'removed' ? null : mark };
  };
  const wanted = filter.trim().toLocaleLowerCase();
  if (wanted !== '') {
    return entries.flatMap((entry) =>
      entry.kind === 'file' && entry.path.toLocaleLowerCase().includes(wanted)
        ? [rowOf(entry, visibleName(entry.path), 0)]
        : [],
    );
  }
  const root: Node = { rows: [], folders: new Map() };
  entries.forEach((entry) => {
    const parts = partsOf(entry.path);
    const name = parts.at(-1) ?? entry.path;
    if (entry.kind === 'folder') folderAt(root, parts).row = rowOf(entry, visibleName(name), parts.length - 1);
    else folderAt(root, parts.slice(0, -1)).rows.push(rowOf(entry, visibleName(name), parts.length - 1));
  });
  return unfold(root);
}

interface Node {
  row?: VolumeRow;
  readonly rows: VolumeRow[];
  readonly folders: Map<string, Node>;
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

function folderAt(root: Node, parts: readonly string[]): Node {
  let node = root;
  for (const part of parts) {
    let next = node.folders.get(part);
    if (next === undefined) node.folders.set(part, (next = { rows: [], folders: new Map() }));
    node = next;
  }
  return node;
}

/** Files first, so that those at the top are not below all others; both by name. Not by recursion: a hostile volume may be as deep as it is long. */
function unfold(root: Node): readonly VolumeRow[] {
  const rows: VolumeRow[] = [];
  const waiting: (
    VolumeRow | { readonly node: Node; readonly path: string; readonly name: string; readonly depth: number }
  )[] = [];
  const wait = ({ rows: files, folders }: Node, above: string, depth: number): void => {
    // What is taken last from the end comes first.
    const inner = [...folders].sort(([a], [b]) => byName(b, a));
    for (const [name, node] of inner) waiting.push({ node, path: `${above}/${name}`, name, depth });
    for (const file of files.sort((a, b) => byName(b.name, a.name))) waiting.push(file);
  };
  wait(root, '', 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!('node' in next)) {
      rows.push(next);
      continue;
    }
    const { node, path, name, depth } = next;
    rows.push(node.row ?? impliedFolder(path, name, depth));
    wait(node, path, depth + 1);
  }
  return rows;
}

const collator = new Intl.Collator(undefined, { numeric: true });
const byName = (a: string, b: string): number => collator.compare(a, b);

const impliedFolder = (path: string, name: string, depth: number): VolumeRow => ({
  path,
  key: `folder ${path}`,
  name: visibleName(name),
  kind: 'folder',
  depth,
  sizeBytes: 0,
  modifiedMs: null,
  isDamaged: false,
  change: null,
});

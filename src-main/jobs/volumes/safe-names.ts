/**
 * Names that every desktop system takes. What lies on a board was named by its firmware, or by whoever made the firmware:
 * it may climb out of a folder, name a device of Windows, or differ from its neighbour by case alone.
 */

/** File systems of desktops take 255 bytes; this leaves room for a number. */
const longestNameBytes = 200;

/** Of Windows, in any case and before any extension ("Naming Files, Paths, and Namespaces", Microsoft). */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/iu;
/** Signs that a system gives a meaning, and those that nobody sees or that turn text around. */
const unsafeSign = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** One part of a path as a name that is safe anywhere. */
export function safeName(part: string): string {
  let name = part.normalize('NFC').replace(unsafeSign, '_');
  if (sizeOf(name) > longestNameBytes) {
    const dot = name.lastIndexOf('.');
    const extension = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
    name = `${beginning(name, longestNameBytes - sizeOf(extension))}${extension}`;
  }
  // Windows drops dots and spaces at the end; with them `..` and `.` go, too.
  name = name.replace(/[. ]+$/u, (end) => '_'.repeat(end.length)).replace(/^ +/u, (start) => '_'.repeat(start.length));
  if (name === '') return '_';
  return deviceName.test(name) ? `_${name}` : name;
}

const sizeOf = (name: string): number => new TextEncoder().encode(name).length;

/** As many whole characters as so many bytes hold. */
function beginning(name: string, mostBytes: number): string {
  const { read } = new TextEncoder().encodeInto(name, new Uint8Array(mostBytes));
  return name.slice(0, read);
}

/** The last part of a path on a volume as a safe name. */
export function safeLastName(path: string): string {
  return safeName(partsOf(path).at(-1) ?? '');
}

/** A file or folder of a volume and where it goes: parts to be joined below a folder, none of which leads out of it. */
export interface SafePlace {
  readonly path: string;
  readonly parts: readonly string[];
  /** It could not keep the name that it has on the volume. */
  readonly isRenamed: boolean;
}

interface Folder {
  /** Names that are taken, in the form in which systems compare them, and the number to try next for each. */
  readonly taken: Map<string, number>;
  /** By their names on the volume. */
  readonly folders: Map<string, { readonly name: string; readonly folder: Folder }>;
}

/** Safe places for the files and folders of a volume, no two of them the same on any system. */
export function safePlaces(
  entries: readonly { readonly path: string; readonly kind: 'file' | 'folder' }[],
): readonly SafePlace[] {
  const root: Folder = { taken: new Map(), folders: new Map() };
  const places = new Map<(typeof entries)[number], readonly string[]>();
  // Folders first: a file that has the name of one (SPIFFS has no folders, only slashes) is the one that gives way.
  for (const entry of entries) {
    const parts = partsOf(entry.path);
    if (entry.kind === 'folder') places.set(entry, folderAt(root, parts).names);
    else folderAt(root, parts.slice(0, -1));
  }
  return entries.map((entry) => {
    const parts = partsOf(entry.path);
    let names = places.get(entry);
    if (names === undefined) {
      const { folder, names: above } = folderAt(root, parts.slice(0, -1));
      names = [...above, freeName(folder, safeName(parts.at(-1) ?? ''))];
    }
    return { path: entry.path, parts: names, isRenamed: names.join('/') !== parts.join('/') };
  });
}

function folderAt(
  root: Folder,
  parts: readonly string[],
): { readonly folder: Folder; readonly names: readonly string[] } {
  let folder = root;
  const names: string[] = [];
  for (const part of parts) {
    let found = folder.folders.get(part);
    if (found === undefined) {
      found = { name: freeName(folder, safeName(part)), folder: { taken: new Map(), folders: new Map() } };
      folder.folders.set(part, found);
    }
    names.push(found.name);
    folder = found.folder;
  }
  return { folder, names };
}

/** The name, or with a number where a system would take it for one that is there. */
function freeName({ taken }: Folder, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const key = comparable(name);
  let free = name;
  for (let number = taken.get(key) ?? 0; taken.has(comparable(free)); number++) {
    free = `${stem} (${number})${extension}`;
    taken.set(key, number + 1);
  }
  taken.set(comparable(free), 2);
  return free;
}

/** The strictest of what systems compare by: Windows and macOS by case, macOS also by form. */
const comparable = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase();

/** A slash at the beginning names the root; two in a row name nothing between them. */
const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

import { AppError } from '../../../src-shared/errors/app-error';
import { nameOf, pathIn } from './file-tree';
import { firstSlotPart } from './first-slot';
import { flashArgsName, parseFlashArgs, type FlashArgs } from './flash-args';
import type { FirmwareSet, SetPart, TreeFolder } from './firmware-set';

/** `Blink.ino.bin`, and `Blink.ino.nodemcu.bin` as older versions export it. */
const applicationPattern = /^(.+\.(?:ino|pde))(?:\.([\w-]+))?\.bin$/i;
const parts = { bootloader: 'bootloader', table: 'partitions', merged: 'merged' } as const;
const selection = 'boot_app0.bin';

/**
 * What the Arduino IDE leaves in its build folder and beside a sketch ("Export compiled binary"). The merged file is taken
 * where the separate ones are not all there. Null in other folders.
 *
 * @throws AppError `file.severalBuilds` for a folder with several sketches.
 */
export async function recognizeArduino({ tree, path, files }: TreeFolder): Promise<FirmwareSet | null> {
  const sketch = sketchIn(files, nameOf(path) || tree.name);
  if (sketch === null) return null;
  const named = (kind: string): string => `${sketch.name}.${kind}.bin`;
  const args = files.has(flashArgsName)
    ? parseFlashArgs(await tree.read(pathIn(path, flashArgsName)), flashArgsName)
    : null;
  const plain = (name: string): SetPart => ({
    name,
    from: pathIn(path, name),
    offset: statedOffset(args, name),
    isForEncryption: false,
  });
  const hasAll = files.has(named(parts.bootloader)) && files.has(named(parts.table));
  const chosen: SetPart[] = [];
  if (sketch.application !== null && (hasAll || !files.has(named(parts.merged)))) {
    chosen.push(plain(sketch.application));
    for (const kind of [parts.bootloader, parts.table]) if (files.has(named(kind))) chosen.push(plain(named(kind)));
    if (files.has(selection)) chosen.push(plain(selection));
    const made =
      hasAll && !files.has(selection) ? firstSlotPart(await tree.read(pathIn(path, named(parts.table)))) : null;
    if (made !== null) chosen.push(made);
  } else {
    chosen.push(plain(named(parts.merged)));
  }
  return {
    source: {
      kind: 'arduino',
      name: sketch.name.replace(/\.[^.]+$/, ''),
      ...(args?.settings === undefined ? {} : { settings: args.settings }),
    },
    listName: nameOf(path) || tree.name,
    builds: [{ chip: null, parts: chosen }],
  };
}

/** The sketch that the files belong to, and its application: the one without a board's name, else the only one with. */
function sketchIn(
  files: ReadonlySet<string>,
  folderName: string,
): { readonly name: string; readonly application: string | null } | null {
  const applications = new Map<string, string[]>();
  for (const file of files) {
    const [, name, kind] = applicationPattern.exec(file) ?? [];
    if (name === undefined) continue;
    const known = applications.get(name) ?? [];
    const isPart = Object.values(parts).some((part) => part === kind?.toLowerCase());
    applications.set(name, isPart ? known : kind === undefined ? [file, ...known] : [...known, file]);
  }
  const several = [...applications];
  const [first] = several;
  if (first === undefined) return null;
  const [name, candidates] = first;
  const isClear = candidates.length < 2 || candidates[0] === `${name}.bin`;
  if (several.length > 1 || !isClear) {
    const builds = (several.length > 1 ? several.map(([sketch]) => sketch) : candidates).slice(0, 8).join(', ');
    throw new AppError('file.severalBuilds', { name: folderName, builds });
  }
  return files.has(`${name}.${parts.merged}.bin`) || candidates.length > 0
    ? { name, application: candidates[0] ?? null }
    : null;
}

function statedOffset(args: FlashArgs | null, name: string): number | null {
  return args?.files.find(({ path }) => nameOf(path.replaceAll('\\', '/')) === name)?.offset ?? null;
}

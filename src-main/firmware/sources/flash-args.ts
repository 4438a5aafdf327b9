import { AppError } from '../../../src-shared/errors/app-error';
import type { FirmwareSource } from '../../../src-shared/ipc/contract';
import { nameOf, pathIn, resolvePart } from './file-tree';
import { mostParts, type FirmwareSet, type TreeFolder } from './firmware-set';
import { headerSettings, listOffset, listText } from './flash-list';

/** Arguments for the reference tool, as ESP-IDF and Arduino leave them in a file beside a build. */
export const flashArgsName = 'flash_args';

/** What such a file says. */
export interface FlashArgs {
  readonly settings: FirmwareSource['settings'];
  readonly files: readonly { readonly offset: number; readonly path: string }[];
  readonly isForEncryption: boolean;
}

const valued = ['flash-mode', 'flash-freq', 'flash-size'] as const;
const shortNames: Readonly<Record<string, string>> = { '-fm': 'flash-mode', '-ff': 'flash-freq', '-fs': 'flash-size' };

/** Reads options and pairs of address and file. Throws `file.notUnderstood | file.tooLarge | file.tooManyInside`. */
export function parseFlashArgs(bytes: Uint8Array, name: string): FlashArgs {
  const words = [...listText(bytes, name).matchAll(/"([^"\r\n]*)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  );
  const options = new Map<string, string>();
  const files: { offset: number; path: string }[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word.startsWith('-')) {
      const [option = '', value] = (shortNames[word] ?? word.replace(/^-+/, '').replaceAll('_', '-')).split('=');
      const takesNext = value === undefined && valued.some((known) => known === option);
      options.set(option, value ?? (takesNext ? (words[++at] ?? '') : ''));
      continue;
    }
    const path = words[++at];
    const offset = listOffset(word, name);
    if (path === undefined) throw new AppError('file.notUnderstood', { name, reason: `no file follows ${word}` });
    if (files.length === mostParts) throw new AppError('file.tooManyInside', { name, limit: mostParts });
    files.push({ offset, path });
  }
  const settings = headerSettings(...(valued.map((option) => options.get(option)) as [string, string, string]));
  return { settings, files, isForEncryption: options.has('encrypt') };
}

/** The build in a folder with `flash_args` and nothing that says more; null in others. */
export async function recognizeFlashArgs({ tree, path, files }: TreeFolder): Promise<FirmwareSet | null> {
  if (!files.has(flashArgsName)) return null;
  const listPath = pathIn(path, flashArgsName);
  const args = parseFlashArgs(await tree.read(listPath), flashArgsName);
  return flashArgsBuild(args, listPath, nameOf(path) || tree.name);
}

/** The set that `flash_args` describes. Throws `file.nothingInside | file.partRemote | file.partOutside`. */
export function flashArgsBuild(args: FlashArgs, listPath: string, sourceName: string): FirmwareSet {
  const name = nameOf(listPath);
  if (args.files.length === 0) throw new AppError('file.nothingInside', { name });
  const parts = args.files.map(({ offset, path }) => ({
    name: nameOf(path.replaceAll('\\', '/')),
    from: resolvePart(listPath, path),
    offset,
    isForEncryption: args.isForEncryption,
  }));
  return {
    source: {
      kind: 'idfBuild',
      name: sourceName,
      ...(args.settings === undefined ? {} : { settings: args.settings }),
    },
    listName: name,
    builds: [{ chip: null, parts }],
  };
}

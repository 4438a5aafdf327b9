import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { AppError } from '../../../src-shared/errors/app-error';
import type { FirmwareFile, FirmwareSource, FlashRow } from '../../../src-shared/ipc/contract';
import { formatHex, parseSize } from '../../../src-shared/numbers/parse-number';
import type { GlobalOptions } from '../global-options';
import type { CommandServices } from '../run-services';

/** One file or folder, and where it goes as typed; null where it is to say so itself. */
export interface FileArgument {
  readonly offsetText: string | null;
  readonly path: string;
}

/** Rows for the files, and what they came from when that is one build. */
export interface AddedFiles {
  readonly rows: readonly FlashRow[];
  readonly source: FirmwareSource | null;
}

const containers: readonly string[] = ['.zip', '.json', '.hex', '.ihex', '.uf2'];

/** What the reference tool does not have: folders and files that need no address beside them. */
function bringsAddresses(path: string): boolean {
  if (containers.includes(extname(path).toLowerCase()) || basename(path) === 'flash_args') return true;
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Reads `address file address file …`, in which a build folder, a zip file and the like may stand without an address.
 *
 * @throws AppError `input.missing | input.notANumber`.
 */
export function readFileArguments(words: readonly string[]): readonly FileArgument[] {
  const files: FileArgument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!/^[0-9]/.test(word) && bringsAddresses(word)) {
      files.push({ offsetText: null, path: word });
      continue;
    }
    const path = words[++index];
    if (path === undefined) throw new AppError('input.missing', { what: `file for address ${word}` });
    parseSize(word, 'address');
    files.push({ offsetText: word, path });
  }
  return files;
}

/** Reads the files, and gives each a row; what a file itself says about its address stands. */
export async function addFiles(
  { firmware }: CommandServices['services'],
  wanted: readonly FileArgument[],
  { chip }: GlobalOptions,
): Promise<AddedFiles> {
  const rows: FlashRow[] = [];
  let source: FirmwareSource | null = null;
  for (const { path, offsetText } of wanted) {
    const added = await firmware.addPaths([path], chip);
    const [first] = added.rejected;
    // A build for one chip out of several that is not all there is no obstacle to the others.
    if (first !== undefined && added.files.length === 0) throw new AppError(first.error.code, first.error.facts);
    if (wanted.length === 1) source = added.source ?? null;
    const isOneOfMany =
      added.source !== undefined && (added.files.length > 1 || added.files[0]?.offsetIsStated === true);
    if (isOneOfMany && offsetText !== null) {
      throw new AppError('input.addressNotWanted', { text: offsetText, name: basename(path) });
    }
    for (const file of added.files) {
      rows.push({ token: file.token, enabled: true, offsetText: ownOffset(file, offsetText) });
    }
  }
  return { rows, source };
}

/** Intel HEX and UF2 bring their own addresses, which stand against the one beside the name. */
function ownOffset({ name, offsetIsStated, suggestedOffset }: FirmwareFile, typed: string | null): string {
  if (suggestedOffset !== null && (offsetIsStated === true || typed === null)) return formatHex(suggestedOffset);
  if (typed === null) throw new AppError('input.missing', { what: `address for ${name}` });
  return typed;
}

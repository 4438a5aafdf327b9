import { AppError } from '../../../src-shared/errors/app-error';
import type { FirmwareSource } from '../../../src-shared/ipc/contract';
import { parseSize } from '../../../src-shared/numbers/parse-number';

const longestList = 1024 * 1024;
const modes = ['keep', 'qio', 'qout', 'dio', 'dout'] as const;
type Settings = NonNullable<FirmwareSource['settings']>;

/** Text of a list of files. Throws `file.tooLarge | file.notUnderstood`. */
export function listText(bytes: Uint8Array, name: string): string {
  if (bytes.length > longestList) {
    throw new AppError('file.tooLarge', { name, sizeBytes: bytes.length, limitBytes: longestList });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('file.notUnderstood', { name, reason: 'it is not text' }, { cause: error });
  }
}

/** JSON of a list of files. Throws `file.tooLarge | file.notUnderstood`. */
export function listJson(bytes: Uint8Array, name: string): unknown {
  const text = listText(bytes, name);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new AppError('file.notUnderstood', { name, reason: 'it is not valid JSON' }, { cause: error });
  }
}

/** An address in a list; throws `file.notUnderstood` with the list's name. */
export function listOffset(text: string, name: string): number {
  try {
    return parseSize(text, name);
  } catch (error) {
    const reason = `“${text.slice(0, 40)}” is not an address`;
    throw new AppError('file.notUnderstood', { name, reason }, { cause: error });
  }
}

/** Header settings as the reference tool's options have them; what makes no sense is left out. */
export function headerSettings(
  mode: string | undefined,
  frequency: string | undefined,
  size: string | undefined,
): Settings | undefined {
  const flashMode = modes.find((known) => known === mode?.toLowerCase());
  const isShort = (text: string | undefined): text is string => text !== undefined && /^[\w-]{1,10}$/.test(text);
  const settings: Settings = {
    ...(flashMode === undefined ? {} : { flashMode }),
    ...(isShort(frequency) ? { flashFrequency: frequency.toLowerCase() } : {}),
    ...(isShort(size) ? { flashSize: /^(?:keep|detect)$/i.test(size) ? size.toLowerCase() : size } : {}),
  };
  return Object.keys(settings).length === 0 ? undefined : settings;
}

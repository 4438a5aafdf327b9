import { AppError } from '../../../src-shared/errors/app-error';
import { defaultFlashSettings, type FirmwareSource, type FlashSettings } from '../../../src-shared/ipc/contract';
import type { GlobalOptions } from '../global-options';
import { parseChoice } from '../option-values';

/** Options of `write-flash` as they come from the parser. */
export interface WriteFlashValues {
  readonly flashMode?: string;
  readonly flashFreq?: string;
  readonly flashSize?: string;
  readonly compress?: boolean;
  readonly eraseAll?: boolean;
  readonly force?: boolean;
  readonly keepSettings?: boolean;
  readonly encrypt?: boolean;
  /** Pairs as in the arguments, for files that the chip is to encrypt. */
  readonly encryptFiles?: readonly string[];
  readonly ignoreFlashEncEfuse?: boolean;
  readonly skipFlashed?: boolean;
  readonly diffWith?: readonly string[];
  readonly progress?: boolean;
}

const flashModes = ['keep', 'qio', 'qout', 'dio', 'dout'] as const;

/**
 * Settings of a write; the header stays as it is in the file unless it is asked for otherwise, or the build that the files come
 * from states its own (`stated`).
 */
export function readFlashSettings(
  values: WriteFlashValues,
  options: GlobalOptions,
  env: Readonly<Record<string, string | undefined>>,
  stated: FirmwareSource['settings'] = {},
): FlashSettings {
  // A variable that is set to nothing counts as not set, as it does for the options of every command.
  const fromEnvironment = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const flashSize = values.flashSize ?? fromEnvironment('ESPTOOL_FS') ?? stated.flashSize ?? 'keep';
  return {
    ...defaultFlashSettings,
    flashMode: parseChoice(
      values.flashMode ?? fromEnvironment('ESPTOOL_FM') ?? stated.flashMode ?? 'keep',
      '--flash-mode',
      flashModes,
    ),
    flashFrequency: (
      values.flashFreq ??
      fromEnvironment('ESPTOOL_FF') ??
      stated.flashFrequency ??
      'keep'
    ).toLowerCase(),
    flashSize: /^(keep|detect)$/i.test(flashSize)
      ? flashSize.toLowerCase()
      : flashSize.replace(/[mk]b/i, (unit) => unit.toUpperCase()),
    baudRate: options.baudRate,
    eraseAll: values.eraseAll ?? false,
    compression: values.compress === false ? 'never' : 'automatic',
    useStub: options.useStub,
    before: options.before,
    after: options.after,
    force: values.force ?? false,
    // As the reference tool does it, a file is written as it is.
    keepSettings: values.keepSettings ?? false,
    ...(values.ignoreFlashEncEfuse === true ? { ignoreEncryptionEfuse: true } : {}),
    ...unchangedOf(values),
  };
}

/** The board is asked what it holds; the files of `--diff-with` only say that asking is worth it. */
function unchangedOf({ skipFlashed, diffWith }: WriteFlashValues): Pick<FlashSettings, 'unchanged'> {
  if (diffWith !== undefined) return { unchanged: 'skipSectors' };
  return skipFlashed === true ? { unchanged: 'skipFiles' } : {};
}

/** One file and where it goes, as typed. */
export interface AddressedFile {
  readonly offsetText: string;
  readonly path: string;
}

/** Reads `address file address file …`. */
export function readPairs(words: readonly string[]): readonly AddressedFile[] {
  const pairs: AddressedFile[] = [];
  for (let index = 0; index < words.length; index += 2) {
    const offsetText = words[index] ?? '';
    const path = words[index + 1];
    if (path === undefined) throw new AppError('input.missing', { what: `file for address ${offsetText}` });
    pairs.push({ offsetText, path });
  }
  return pairs;
}

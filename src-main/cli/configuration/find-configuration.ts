import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, toAppError } from '../../../src-shared/errors/app-error';
import type { ConsoleIo } from '../console-io';
import { noConfiguration, parseConfiguration, type Configuration } from './configuration';

/** Where configuration files are looked for. */
export type ConfigurationPlaces = Pick<ConsoleIo, 'env' | 'workingFolder' | 'homeFolder'>;

/** Names in the order in which they are tried within one folder. */
const fileNames = ['esptool.cfg', 'setup.cfg', 'tox.ini'];
/** Nobody writes more than this by hand. */
const longestFileBytes = 1 << 20;

/**
 * Reads the file that ESPTOOL_CFGFILE names, else the first one with an `[esptool]` section in the working folder,
 * the user's configuration folder and the home folder, and tells which. `file.*` and `input.*` for a file that
 * was named and is not there, and for values that make no sense.
 */
export function findConfiguration(places: ConfigurationPlaces, tell: (text: string) => void): Configuration {
  const named = places.env['ESPTOOL_CFGFILE'];
  if (named !== undefined && named !== '') {
    const path = named.replace(/^~(?=$|[/\\])/, () => places.homeFolder);
    const text = readText(path);
    if (text === null) throw new AppError('file.notFound', { name: path });
    const configuration = understand(path, text, tell);
    if (configuration !== null) return configuration;
    throw new AppError('file.notUnderstood', { name: path, reason: 'it has no [esptool] section' });
  }
  for (const folder of foldersToSearch(places)) {
    for (const name of fileNames) {
      const path = join(folder, name);
      const text = readText(path);
      const configuration = text === null ? null : understand(path, text, tell);
      if (configuration !== null) return configuration;
    }
  }
  return noConfiguration;
}

function foldersToSearch({ workingFolder, homeFolder }: ConfigurationPlaces): readonly string[] {
  const userFolder = process.platform === 'win32' ? join('AppData', 'Local') : '.config';
  return [workingFolder, join(homeFolder, userFolder, 'esptool'), homeFolder];
}

/** Null where there is no such file. */
function readText(path: string): string | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) return null;
    if (stat.size > longestFileBytes) {
      throw new AppError('file.tooLarge', { name: path, sizeBytes: stat.size, limitBytes: longestFileBytes });
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file.unreadable', { name: path, reason: toAppError(error).message });
  }
}

function understand(path: string, text: string, tell: (text: string) => void): Configuration | null {
  try {
    const read = parseConfiguration(text);
    if (read === null) return null;
    tell(`Configuration: ${path}\n`);
    for (const name of read.unknownNames) tell(`${path}: ${name} is not known and is ignored\n`);
    return read.configuration;
  } catch (error) {
    const { code, facts } = toAppError(error).toData();
    // The name of the option alone would leave it open in which file to look.
    if (code === 'input.notANumber') throw new AppError(code, { ...facts, what: `${facts.what} in ${path}` });
    if (code === 'input.badChoice') throw new AppError(code, { ...facts, what: `${facts.what} in ${path}` });
    throw error;
  }
}

import { findChip } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { parseApplicationName, type ApplicationName } from '../applications/start-application';

/** What a path such as `sim://esp32c3?flash=board.bin&size=4MB&trouble=noise` asks for. */
export interface SimAddress {
  readonly chip: ChipId;
  /** File that keeps the flash between runs; null = blank flash, forgotten at the end. */
  readonly flashFile: string | null;
  readonly flashSize: string | null;
  readonly troubles: readonly string[];
  /** What it comes with where its flash is blank; null = nothing. */
  readonly application: ApplicationName | null;
}

const parameterNames = ['flash', 'size', 'trouble', 'app'];

/** Reads the path of a virtual board; `port.badAddress` when it means none. */
export function parseSimAddress(path: string): SimAddress {
  const bad = (reason: string): AppError => new AppError('port.badAddress', { path, reason });
  const match = /^sim:\/\/([^?]+)(?:\?(.*))?$/.exec(path);
  const chip = findChip(match?.[1] ?? '');
  if (chip === null) throw bad('expected sim:// and the name of a chip');
  const parameters = new URLSearchParams(match?.[2] ?? '');
  for (const name of parameters.keys()) {
    if (!parameterNames.includes(name)) throw bad(`${name} is none of ${parameterNames.join(', ')}`);
  }
  return {
    chip: chip.id,
    flashFile: parameters.get('flash'),
    flashSize: parameters.get('size'),
    troubles: parameters.getAll('trouble'),
    application: applicationOf(parameters.get('app'), bad),
  };
}

function applicationOf(name: string | null, bad: (reason: string) => AppError): ApplicationName | null {
  if (name === null) return null;
  try {
    return parseApplicationName(name);
  } catch (error) {
    throw isAppError(error, 'input.badChoice') ? bad(`${name} is none of ${error.facts.choices}`) : error;
  }
}

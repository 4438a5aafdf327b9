import { findChip } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { parseApplicationName, type ApplicationName } from '../applications/start-application';
import { readPersonality, type StatedPersonality } from './personality-words';

/** What a path such as `sim://esp32c3?flash=board.bin&size=4MB&trouble=noise&security=secure-boot` asks for. */
export interface SimAddress extends StatedPersonality {
  readonly chip: ChipId;
  /** File that keeps the flash between runs; null = blank flash, forgotten at the end. */
  readonly flashFile: string | null;
  readonly flashSize: string | null;
  readonly troubles: readonly string[];
  /** What it comes with where its flash is blank; null = nothing. */
  readonly application: ApplicationName | null;
  /** The chip's own USB instead of a bridge. */
  readonly wiring?: 'usbSerialJtag';
  /** As slow as a real board. */
  readonly pace?: true;
}

const parameterNames = [
  'flash',
  'size',
  'trouble',
  'app',
  'security',
  'revision',
  'mac',
  'flash-id',
  'efuse',
  'usb',
  'pace',
];

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
  const usb = parameters.has('usb');
  if (usb && (chip.usbAfterFlash?.usbSerialJtag ?? null) === null) throw bad(`${chip.name} has no USB-Serial/JTAG`);
  return {
    chip: chip.id,
    flashFile: parameters.get('flash'),
    flashSize: parameters.get('size'),
    troubles: parameters.getAll('trouble'),
    application: understood(bad, () => applicationOf(parameters.get('app'))),
    ...understood(bad, () => personalityOf(parameters, chip.id)),
    ...(usb ? { wiring: 'usbSerialJtag' } : {}),
    ...(parameters.has('pace') ? { pace: true } : {}),
  };
}

function applicationOf(name: string | null): ApplicationName | null {
  return name === null ? null : parseApplicationName(name);
}

function personalityOf(parameters: URLSearchParams, chip: ChipId): StatedPersonality {
  const revision = parameters.get('revision');
  const mac = parameters.get('mac');
  const flashId = parameters.get('flash-id');
  const words = {
    ...(revision === null ? {} : { revision }),
    ...(mac === null ? {} : { mac }),
    ...(flashId === null ? {} : { flashId }),
    security: parameters.getAll('security'),
    efuses: parameters.getAll('efuse'),
  };
  return readPersonality(words, chip);
}

/** What cannot be read is a fault of the address. */
function understood<T>(bad: (reason: string) => AppError, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isAppError(error, 'input.badChoice')) throw bad(`${error.facts.text} is none of ${error.facts.choices}`);
    throw isAppError(error) ? bad(error.message) : error;
  }
}

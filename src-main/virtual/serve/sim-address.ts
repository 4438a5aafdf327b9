import { findChip } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { parseApplicationName, type ApplicationName } from '../applications/start-application';
import type { BoardSecurity } from '../personality';

/** What `security=` may switch on, as it would be burnt into the chip. */
const securityNames = {
  'secure-download': 'secureDownloadMode',
  'flash-encryption': 'flashEncryption',
  'secure-boot': 'secureBoot',
} as const satisfies Record<string, keyof BoardSecurity>;

/** What a path such as `sim://esp32c3?flash=board.bin&size=4MB&trouble=noise&security=secure-boot` asks for. */
export interface SimAddress {
  readonly chip: ChipId;
  /** File that keeps the flash between runs; null = blank flash, forgotten at the end. */
  readonly flashFile: string | null;
  readonly flashSize: string | null;
  readonly troubles: readonly string[];
  /** What it comes with where its flash is blank; null = nothing. */
  readonly application: ApplicationName | null;
  readonly security: BoardSecurity;
}

const parameterNames = ['flash', 'size', 'trouble', 'app', 'security'];

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
    security: Object.fromEntries(
      parameters.getAll('security').map((name) => {
        const key = Object.entries(securityNames).find(([known]) => known === name)?.[1];
        if (key === undefined) throw bad(`${name} is none of ${Object.keys(securityNames).join(', ')}`);
        return [key, true];
      }),
    ),
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

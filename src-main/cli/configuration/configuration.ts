import { AppError } from '../../../src-shared/errors/app-error';
import type { LinkTuning, TimeoutOverrides } from '../../engine/loader/connection';
import { parseCustomSequence } from '../../engine/reset/custom-sequence';
import { readIniSection } from './ini-section';

/** What a configuration file says; null and absent = nothing. */
export interface Configuration {
  readonly tuning: LinkTuning;
  /** `serial_write_timeout` */
  readonly writeTimeoutMs: number | null;
  /** `connect_attempts`, 0 = no end */
  readonly connectAttempts: number | null;
  /** `open_port_attempts`, 0 = no end */
  readonly openAttempts: number | null;
  /** `custom_reset_sequence` */
  readonly customResetSequence: string | null;
}

/** What there is without a file. */
export const noConfiguration: Configuration = {
  tuning: {},
  writeTimeoutMs: null,
  connectAttempts: null,
  openAttempts: null,
  customResetSequence: null,
};

/** Names of time-outs in the file, in seconds, and what they are called here, in milliseconds. */
const timeouts = {
  timeout: 'usualMs',
  chip_erase_timeout: 'chipEraseMs',
  max_timeout: 'longestMs',
  sync_timeout: 'syncMs',
  md5_timeout_per_mb: 'md5PerMegabyteMs',
  erase_region_timeout_per_mb: 'erasePerMegabyteMs',
  erase_write_timeout_per_mb: 'writePerMegabyteMs',
  mem_end_rom_timeout: 'memEndMs',
} as const satisfies Record<string, keyof TimeoutOverrides>;

const longestSeconds = 86_400;
const mostAttempts = 10_000;

/** A file understood, and the names in it that mean nothing. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly unknownNames: readonly string[];
}

/**
 * Reads the `[esptool]` section of a configuration file (esptool documentation, "Configuration File"); null where
 * it has none. `input.*` for values that make no sense: nobody wants to find out from a time-out.
 */
export function parseConfiguration(text: string): ReadConfiguration | null {
  const entries = readIniSection(text, 'esptool');
  if (entries === null) return null;
  let configuration = noConfiguration;
  const unknownNames: string[] = [];
  for (const { name, value } of entries) {
    const changed = applyEntry(configuration, name, value ?? '');
    if (changed === null) unknownNames.push(name);
    else configuration = changed;
  }
  return { configuration, unknownNames };
}

function applyEntry(configuration: Configuration, name: string, value: string): Configuration | null {
  const tune = (change: LinkTuning): Configuration => ({
    ...configuration,
    tuning: { ...configuration.tuning, ...change },
  });
  if (Object.hasOwn(timeouts, name)) {
    const rule = timeouts[name as keyof typeof timeouts];
    return tune({ timeouts: { ...configuration.tuning.timeouts, [rule]: readSeconds(name, value) } });
  }
  switch (name) {
    case 'serial_write_timeout':
      return { ...configuration, writeTimeoutMs: readSeconds(name, value) };
    case 'connect_attempts':
      return { ...configuration, connectAttempts: readCount(name, value, 0) };
    case 'open_port_attempts':
      return { ...configuration, openAttempts: readCount(name, value, 0) };
    case 'write_block_attempts':
      return tune({ packetSendings: readCount(name, value, 1) });
    case 'reset_delay':
      return tune({ resetDelayMs: readSeconds(name, value) });
    case 'custom_reset_sequence':
      return { ...configuration, customResetSequence: readSequence(value) };
    case 'custom_hard_reset_sequence': {
      const hardResetSequence = readSequence(value);
      return hardResetSequence === null ? configuration : tune({ hardResetSequence });
    }
    default:
      return null;
  }
}

function readSeconds(name: string, text: string): number {
  const seconds = /^\+?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(seconds)) throw new AppError('input.notANumber', { text, what: name });
  if (seconds > 0 && seconds <= longestSeconds) return Math.ceil(seconds * 1000);
  throw new AppError('input.badChoice', { text, what: name, choices: `0.001 … ${longestSeconds}` });
}

function readCount(name: string, text: string, least: number): number {
  if (!/^\+?\d+$/.test(text)) throw new AppError('input.notANumber', { text, what: name });
  const count = Number(text);
  if (count >= least && count <= mostAttempts) return count;
  throw new AppError('input.badChoice', { text, what: name, choices: `${least} … ${mostAttempts}` });
}

/** Empty = none. Parsed to find mistakes now rather than in the middle of a reset. */
function readSequence(text: string): string | null {
  if (text === '') return null;
  parseCustomSequence(text);
  return text;
}

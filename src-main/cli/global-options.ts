import { findChip } from '../../src-shared/chips';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { chips } from '../../src-shared/chips';
import { AppError } from '../../src-shared/errors/app-error';
import type { AfterwardReset, BeforeConnect } from '../engine/reset/reset-strategy';
import { vddSdioChoices, type VddSdio } from '../engine/operations/override-vddsdio';
import { parseChoice, parseWholeNumber } from './option-values';
import { parsePortFilters } from './port-filter';

/** Options that every command takes, before or after its name, as they come from the parser. */
export interface GlobalValues {
  readonly port?: string;
  readonly baud?: string;
  readonly chip?: string;
  readonly before?: string;
  readonly after?: string;
  readonly stub?: boolean;
  readonly connectAttempts?: string;
  readonly openPortAttempts?: string;
  readonly portFilter?: readonly string[];
  readonly overrideVddsdio?: string;
  readonly trace?: boolean;
  readonly silent?: boolean;
  /** Only behind commands that reach the flash part. */
  readonly spiConnection?: string;
}

/** The same, understood, with environment variables and defaults filled in. */
export interface GlobalOptions {
  readonly port: string | null;
  readonly baudRate: number | 'automatic';
  readonly chip: ChipId | null;
  readonly before: BeforeConnect;
  readonly after: AfterwardReset;
  readonly useStub: boolean;
  /** 0 = no end; null = as the configuration file says, or as usual. */
  readonly connectAttempts: number | null;
  /** The same for opening the port. */
  readonly openPortAttempts: number | null;
  /** Which ports come into question where none is named. */
  readonly portFilter: readonly string[];
  readonly vddSdio: VddSdio | null;
  readonly trace: boolean;
  readonly spiConnection: string | null;
}

const beforeChoices = ['default-reset', 'usb-reset', 'no-reset', 'no-reset-no-sync'] as const;
const afterChoices = ['hard-reset', 'soft-reset', 'watchdog-reset', 'no-reset', 'no-reset-stub'] as const;

/** Reads the values, then the environment; throws `input.*` for what makes no sense. */
export function readGlobalOptions(
  values: GlobalValues,
  env: Readonly<Record<string, string | undefined>>,
): GlobalOptions {
  const given = (value: string | undefined, name: string): string | null => {
    const text = value ?? env[`ESPTOOL_${name}`];
    return text === undefined || text === '' ? null : text;
  };
  const before = given(values.before, 'BEFORE');
  const after = given(values.after, 'AFTER');
  const attempts = given(values.connectAttempts, 'CONNECT_ATTEMPTS');
  const openAttempts = given(values.openPortAttempts, 'OPEN_PORT_ATTEMPTS');
  // Reading them finds mistakes also where a port is named.
  parsePortFilters(values.portFilter ?? []);
  return {
    port: given(values.port, 'PORT'),
    baudRate: readBaudRate(given(values.baud, 'BAUD')),
    chip: readChip(given(values.chip, 'CHIP')),
    before: before === null ? 'default-reset' : parseChoice(before, '--before', beforeChoices),
    after: after === null ? 'hard-reset' : parseChoice(after, '--after', afterChoices),
    useStub: values.stub ?? true,
    connectAttempts: attempts === null ? null : readAttempts(attempts, '--connect-attempts'),
    openPortAttempts: openAttempts === null ? null : readAttempts(openAttempts, '--open-port-attempts'),
    portFilter: values.portFilter ?? [],
    vddSdio: readVddSdio(values.overrideVddsdio ?? null),
    trace: values.trace ?? false,
    spiConnection: values.spiConnection ?? null,
  };
}

/** As in the reference tool, less than nothing is without end too. */
function readAttempts(text: string, what: string): number {
  return /^-\d+$/.test(text) ? 0 : parseWholeNumber(text, what, 0, 10_000);
}

/** `esp32c3`, `ESP32-C3`; null for `auto`. */
export function readChip(text: string | null): ChipId | null {
  if (text === null || text.toLowerCase() === 'auto') return null;
  const chip = findChip(text);
  if (chip !== null) return chip.id;
  throw new AppError('input.badChoice', {
    text,
    what: '--chip',
    choices: ['auto', ...chips.map(({ id }) => id)].join(', '),
  });
}

function readVddSdio(text: string | null): VddSdio | null {
  if (text === null) return null;
  const choice = vddSdioChoices.find((name) => name.toLowerCase() === text.toLowerCase());
  if (choice !== undefined) return choice;
  throw new AppError('input.badChoice', { text, what: '--override-vddsdio', choices: vddSdioChoices.join(', ') });
}

function readBaudRate(text: string | null): number | 'automatic' {
  if (text === null || /^auto(matic)?$/i.test(text)) return 'automatic';
  return parseWholeNumber(text, '--baud', 9600, 4_000_000);
}

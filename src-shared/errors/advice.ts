import { findChip } from '../chips/index';
import { formatBytes, formatHex } from '../numbers/parse-number';
import type { AdviceText } from './advice-texts/advice-text';
import { connectAdvice, protocolAdvice, stubAdvice } from './advice-texts/connection';
import { fileAdvice, imageAdvice, inputAdvice } from './advice-texts/files';
import { flashAdvice } from './advice-texts/flash';
import { planAdvice } from './advice-texts/plan';
import { portAdvice } from './advice-texts/ports';
import { programAdvice } from './advice-texts/program';
import { setupAdvice } from './advice-texts/setups';
import type { AppErrorData } from './app-error';
import type { ErrorCode } from './error-codes';

export type { AdviceText };

/** The English texts for every error code; the window's locale files follow them. */
export const adviceTexts: { readonly [C in ErrorCode]: AdviceText } = {
  ...portAdvice,
  ...connectAdvice,
  ...protocolAdvice,
  ...stubAdvice,
  ...flashAdvice,
  ...fileAdvice,
  ...imageAdvice,
  ...inputAdvice,
  ...planAdvice,
  ...setupAdvice,
  ...programAdvice,
};

/** Whether a code is one that is known here: what was stored may be of a later version. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(adviceTexts, code);
}

/** Facts that name a chip by its id (`esp32c3`) and are shown by its name (`ESP32-C3`). */
const chipFacts: readonly string[] = ['chip', 'imageChip', 'expected', 'found'];

/**
 * The values for the placeholders of a text, in words and units for people. Besides one for every fact there
 * are some that no fact holds: `bootPin` and `bootPins`, `holder`, `group`, `required`, `id`. Values are
 * numbers, names and units alone, so that they fit into every language.
 */
export function adviceParameters(error: AppErrorData): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries<unknown>(error.facts)) {
    if (value !== undefined) facts[name] = shown(name, value);
  }
  return { ...facts, ...extraParameters(error) };
}

/** Title, cause and steps with the facts filled in. */
export function describeError(error: AppErrorData): AdviceText {
  const { title, cause, steps, link } = adviceTexts[error.code];
  const parameters = adviceParameters(error);
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => parameters[name] ?? whole);
  return { title: fill(title), cause: fill(cause), steps: steps.map(fill), link };
}

/** A fact by its name and unit: `offset` as hex, `sizeBytes` as a size, `timeoutMs` in seconds. */
function shown(name: string, value: unknown): string {
  if (typeof value === 'number') {
    if (name.endsWith('Bytes')) return formatBytes(value);
    if (name.endsWith('Ms')) return `${Math.round(value / 100) / 10} s`;
    if (name === 'flashId') return formatHex(value, 6);
    if (/offset$/i.test(name) || ['align', 'bootMode', 'magic', 'at'].includes(name)) return formatHex(value);
    return String(value);
  }
  const text = String(value);
  // Words of systems and libraries end in a full stop of their own.
  if (name === 'reason' || name === 'meaning') return text.replace(/[.\s]+$/, '');
  return chipFacts.includes(name) ? (findChip(text)?.name ?? text) : text;
}

/** What the texts need beyond the facts as they are. */
function extraParameters(error: AppErrorData): Record<string, string> {
  switch (error.code) {
    case 'port.busy':
      return { holder: error.facts.holder ?? 'Arduino IDE, PlatformIO, PuTTY' };
    case 'port.forbidden':
      return { group: error.facts.group ?? 'dialout' };
    case 'file.notUnderstood': {
      const { reason, at } = error.facts;
      return at === undefined ? {} : { reason: `${reason} (${formatHex(at)})` };
    }
    case 'image.notBuilt': {
      const { reason, address } = error.facts;
      return address === undefined ? {} : { reason: `${reason} (${formatHex(address, 8)})` };
    }
    case 'connect.wrongBootMode':
      return bootPins(error.facts.chip);
    case 'connect.unknownChip': {
      const { chipId, magic } = error.facts;
      if (chipId !== undefined) return { id: String(chipId) };
      return { id: magic === undefined ? '?' : formatHex(magic, 8) };
    }
    case 'plan.wrongRevision': {
      const { minimum, maximum } = error.facts;
      return { required: maximum === undefined ? `≥ ${minimum}` : `${minimum} – ${maximum}` };
    }
    default:
      return {};
  }
}

/** The pin on the BOOT button, and all levels that select download mode: `GPIO9`, `GPIO9 = 0, GPIO8 = 1`. */
function bootPins(chipName: string | undefined): { bootPin: string; bootPins: string } {
  const straps = chipName === undefined ? [] : (findChip(chipName)?.bootStrap ?? []);
  const [button] = straps;
  // Not known which chip it is: these are right for nearly all boards.
  if (button === undefined)
    return { bootPin: 'GPIO0 / GPIO9', bootPins: 'GPIO0 = 0 (ESP32, S2, S3), GPIO9 = 0 (C3, C6)' };
  return {
    bootPin: `GPIO${button.pin}`,
    bootPins: straps.map(({ pin, level }) => `GPIO${pin} = ${level === 'high' ? 1 : 0}`).join(', '),
  };
}

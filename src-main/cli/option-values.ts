import { AppError } from '../../src-shared/errors/app-error';
import { parseSize } from '../../src-shared/numbers/parse-number';

/** One of a list, in any case and with dashes or underscores; `input.badChoice` otherwise. */
export function parseChoice<const T extends string>(text: string, what: string, choices: readonly T[]): T {
  const wanted = text.toLowerCase().replaceAll('_', '-');
  const choice = choices.find((candidate) => candidate === wanted);
  if (choice !== undefined) return choice;
  throw new AppError('input.badChoice', { text, what, choices: choices.join(', ') });
}

/** A whole number in a range; `input.notANumber` for anything that is none, `input.badChoice` outside. */
export function parseWholeNumber(text: string, what: string, least: number, most: number): number {
  const value = parseSize(text, what);
  if (value >= least && value <= most) return value;
  throw new AppError('input.badChoice', { text, what, choices: `${least} … ${most}` });
}

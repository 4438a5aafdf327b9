import { AppError } from '../../../src-shared/errors/app-error';
import { lines, type LineStep } from './line-sequence';

/** A wait longer than this is a slip of the pen (the unit is seconds), not a reset sequence. */
const longestWaitMs = 30_000;

/**
 * Reads a reset sequence in the syntax of the reference tool's `custom_reset_sequence`:
 * `D0|R1|W0.1|D1|R0|W0.05|D0`. `D` and `R` set DTR and RTS, `U0,1` sets both (DTR first), `W` waits
 * seconds. Both lines start released. Throws `input.badChoice` on anything else.
 *
 * Source: esptool documentation, "Configuration File", section "Custom Reset Sequence".
 */
export function parseCustomSequence(text: string): readonly LineStep[] {
  const steps: LineStep[] = [];
  let current = lines(false, false);
  for (const command of text.split('|')) {
    const step = parseCommand(command.trim(), current, text);
    if (!('waitMs' in step)) current = step;
    steps.push(step);
  }
  return steps;
}

function parseCommand(command: string, current: { dtr: boolean; rts: boolean }, text: string): LineStep {
  const both = /^U([01]),([01])$/.exec(command);
  if (both) return lines(both[1] === '1', both[2] === '1');
  const one = /^([DR])([01])$/.exec(command);
  if (one?.[1] === 'D') return lines(one[2] === '1', current.rts);
  if (one?.[1] === 'R') return lines(current.dtr, one[2] === '1');
  const wait = /^W(\d{1,6}(?:\.\d{1,6})?)$/.exec(command);
  if (wait?.[1] !== undefined) {
    const waitMs = Math.round(Number(wait[1]) * 1000);
    if (waitMs <= longestWaitMs) return { waitMs };
  }
  throw new AppError('input.badChoice', { text, what: 'reset sequence', choices: 'D0, D1, R0, R1, U0,1, W0.1' });
}

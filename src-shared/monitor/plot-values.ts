import { withoutLogPrefix } from './log-level';

/** One number of a line that is to be drawn. */
export interface PlotValue {
  /** Null where the line does not name it. */
  readonly name: string | null;
  readonly value: number;
}

const mostValues = 16;
const longestText = 400;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/**
 * The numbers of a line as Arduino's plotter takes them: `21.5`, `21.5,48`, `21.5<tab>48`, `temperature:21.5,humidity:48`.
 * In front of them may stand what every line of a log begins with. Null for any other line.
 */
export function parsePlotValues(text: string): readonly PlotValue[] | null {
  if (text.length > longestText) return null;
  const said = withoutLogPrefix(text).trim();
  if (!/\d/.test(said)) return null;
  const parts = said
    .replaceAll(/:\s+/g, ':')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > mostValues) return null;
  const values: PlotValue[] = [];
  for (const part of parts) {
    const colon = part.lastIndexOf(':');
    const written = part.slice(colon + 1);
    const name = colon < 0 ? null : part.slice(0, colon).trim();
    if (!number.test(written) || name === '') return null;
    values.push({ name, value: Number(written) });
  }
  return values;
}

import { parsePlotValues } from '../../src-shared/monitor/plot-values';

/** One line of the chart. */
export interface PlotLine {
  /** Null where the board does not name it. */
  readonly name: string | null;
  /** The oldest first; NaN where it had no value. */
  readonly values: readonly number[];
}

const mostLines = 8;
const mostPoints = 400;

/** The newest numbers that a board printed, one point per line of numbers. */
export class PlotSeries {
  private readonly series = new Map<string, number[]>();
  private points = 0;

  get pointCount(): number {
    return this.points;
  }

  get lines(): readonly PlotLine[] {
    return [...this.series].map(([key, values]) => ({ name: key.startsWith('#') ? null : key.slice(1), values }));
  }

  /** Takes a line of the session; false where there are no numbers in it. */
  push(text: string): boolean {
    const values = parsePlotValues(text);
    if (values === null) return false;
    const now = new Map(values.map(({ name, value }, index) => [name === null ? `#${index}` : `=${name}`, value]));
    for (const key of now.keys()) {
      if (!this.series.has(key) && this.series.size < mostLines) {
        this.series.set(key, new Array<number>(this.points).fill(NaN));
      }
    }
    this.points = Math.min(mostPoints, this.points + 1);
    for (const [key, list] of this.series) {
      list.push(now.get(key) ?? NaN);
      if (list.length > mostPoints) list.splice(0, list.length - mostPoints);
      // Nobody draws a line without a point.
      if (list.every(Number.isNaN)) this.series.delete(key);
    }
    return true;
  }

  clear(): void {
    this.series.clear();
    this.points = 0;
  }
}

/** Least, most and newest value of a line; null where it has none. */
export function plotFacts({ values }: PlotLine): { least: number; most: number; last: number } | null {
  const there = values.filter((value) => !Number.isNaN(value));
  const last = there.at(-1);
  if (last === undefined) return null;
  return { least: Math.min(...there), most: Math.max(...there), last };
}

/** Round values for the axis, from below the least to above the most: 1, 2 or 5 times a power of ten apart. */
export function axisTicks(least: number, most: number, wanted = 4): readonly number[] {
  const span = most - least || Math.abs(most) || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

import type { TraceLine } from '../../src-shared/ipc/contract';
import type { TraceKind } from '../../src-shared/ipc/trace-kinds';

/** Which lines are shown. */
export interface TraceFilter {
  /** Anywhere in the line, in capitals or not; empty = all. */
  readonly text: string;
  readonly kinds: ReadonlySet<TraceKind>;
}

/**
 * The lines of one trace that the window has, and which of them are shown. Not reactive: there are too many. Lines that come
 * are looked at once; only another filter looks at all of them again.
 */
export class TraceRecord {
  private lines: TraceLine[] = [];
  private shown: TraceLine[] = [];
  private firstNumber = 0;
  private goneShown = 0;
  private filterNow: TraceFilter;
  private generationNow = 0;

  constructor(filter: TraceFilter) {
    this.filterNow = filter;
  }

  /** One past the number of the newest line: where to go on reading. */
  get end(): number {
    return this.firstNumber + this.lines.length;
  }

  /** So many of the oldest are not remembered any more. */
  get dropped(): number {
    return this.firstNumber;
  }

  get total(): number {
    return this.lines.length;
  }

  get shownCount(): number {
    return this.shown.length;
  }

  /** Shown lines that went in front since the filter was chosen. */
  get gone(): number {
    return this.goneShown;
  }

  /** Another one whenever the shown lines have nothing in common with those before. */
  get generation(): number {
    return this.generationNow;
  }

  /** By its place among the shown ones. */
  at(place: number): TraceLine | null {
    return this.shown[place] ?? null;
  }

  /** The place of the first shown line with this number or a later one. */
  placeOf(number: number): number {
    let low = 0;
    let high = this.shown.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.shown[middle]?.number ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Numbers of the shown lines from one place to another. */
  numbers(from = 0, to = this.shown.length - 1): number[] {
    return this.shown.slice(from, to + 1).map(({ number }) => number);
  }

  /** Lines that follow; `first`: number of the oldest one that is still remembered. */
  add(lines: readonly TraceLine[], first: number): void {
    const [next] = lines;
    // What was dropped before it was read leaves a gap that nobody can fill.
    if (next !== undefined && next.number > this.end) this.drop(next.number);
    for (const line of lines) {
      this.lines.push(line);
      if (this.isShown(line)) this.shown.push(line);
    }
    if (first > this.firstNumber) this.drop(first);
  }

  filter(filter: TraceFilter): void {
    this.filterNow = filter;
    this.generationNow += 1;
    this.goneShown = 0;
    this.shown = this.lines.filter((line) => this.isShown(line));
  }

  private drop(first: number): void {
    this.lines = this.lines.slice(first - this.firstNumber);
    this.firstNumber = first;
    const gone = this.placeOf(first);
    this.shown = this.shown.slice(gone);
    this.goneShown += gone;
  }

  private isShown({ kind, text, quote, hex }: TraceLine): boolean {
    const { kinds, text: wanted } = this.filterNow;
    if (!kinds.has(kind)) return false;
    if (wanted === '') return true;
    return `${text} ${quote} ${hex}`.toLowerCase().includes(wanted.toLowerCase());
  }
}

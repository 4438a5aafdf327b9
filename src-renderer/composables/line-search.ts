import type { SessionLine } from './monitor-lines';

/** What a person looks for or wants to see alone: words, or a regular expression. */
export interface LinePattern {
  readonly text: string;
  readonly isRegex: boolean;
}

/** Where a pattern is found in a text; `end` is exclusive. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
}

/** Looks a text through. */
export interface Matcher {
  test(text: string): boolean;
  spans(text: string): readonly FoundSpan[];
}

/** More places than this in one line are nothing to look at one by one. */
const mostSpans = 200;

/** Null for an empty pattern; `'invalid'` for a regular expression that is none. Capitals make no difference. */
export function matcherFor({ text, isRegex }: LinePattern): Matcher | 'invalid' | null {
  if (text === '') return null;
  let expression: RegExp;
  try {
    expression = new RegExp(isRegex ? text : text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu');
  } catch {
    return 'invalid';
  }
  return {
    test(line) {
      expression.lastIndex = 0;
      return expression.test(line);
    },
    spans(line) {
      const found: FoundSpan[] = [];
      for (const match of line.matchAll(expression)) {
        if (match[0].length > 0) found.push({ start: match.index, end: match.index + match[0].length });
        if (found.length >= mostSpans) break;
      }
      return found;
    },
  };
}

/** Lines in which a pattern is found, kept up to date as lines come and go. */
export class LineSearch {
  /** Numbers of the lines, the oldest first. */
  private ids: number[] = [];
  private lastId = 0;

  constructor(
    readonly matcher: Matcher,
    private readonly textOf: (line: SessionLine) => string,
  ) {}

  get count(): number {
    return this.ids.length;
  }

  /** Takes the lines that are shown, all of them each time; those seen before cost next to nothing. */
  update(lines: readonly SessionLine[]): void {
    const firstId = lines[0]?.id ?? Infinity;
    const gone = this.ids.findIndex((id) => id >= firstId);
    if (gone !== 0) this.ids.splice(0, gone < 0 ? this.ids.length : gone);
    let from = lines.length;
    while (from > 0 && (lines[from - 1]?.id ?? 0) > this.lastId) from -= 1;
    for (const line of lines.slice(from)) {
      this.lastId = line.id;
      if (this.matcher.test(this.textOf(line))) this.ids.push(line.id);
    }
  }

  /** The next one after (or before) a line, going round at the end; null where there is none. */
  next(fromId: number, direction: 1 | -1): number | null {
    const { ids } = this;
    const first = direction === 1 ? ids[0] : ids.at(-1);
    const found = direction === 1 ? ids.find((id) => id > fromId) : ids.filter((id) => id < fromId).at(-1);
    return found ?? first ?? null;
  }

  /** Which of the lines found a line is, from 1; null where it is none of them. */
  positionOf(id: number): number | null {
    const index = this.ids.indexOf(id);
    return index < 0 ? null : index + 1;
  }
}

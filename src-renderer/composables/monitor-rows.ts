import type { SessionLine, SessionLines } from './monitor-lines';
import { rowsOf, wrapOffsets } from './wrap-text';

/** What the rows are made by. */
export interface RowRules {
  /** Characters that fit into a row. */
  readonly columns: number;
  /** Which lines are shown. */
  readonly shows: (line: SessionLine) => boolean;
  /** False while that is not known yet: the line waits, and those behind it. */
  readonly isJudged: (line: SessionLine) => boolean;
  /** What a line says: that of an event depends on the language. */
  readonly textOf: (line: SessionLine) => string;
}

/** A piece of a line that fits into one row. */
export interface LineRow {
  readonly line: SessionLine;
  readonly text: string;
  /** Where the piece is in the line's text. */
  readonly start: number;
  readonly end: number;
  /** True for the first row of its line. */
  readonly isFirst: boolean;
}

/**
 * The rows that a session's lines take, for a list that draws only those in sight: which row a line begins at and which
 * line a row belongs to, in little time however many there are. It follows the session by `update`.
 */
export class MonitorRows {
  /** Lines that are shown, the oldest first; kept here so that a paused view keeps what the session lets go. */
  private shown: SessionLine[] = [];
  /** Number of the row behind each line, counted from the first line that was ever shown. */
  private ends: number[] = [];
  /** Number of the first row that is still there. */
  private base = 0;
  private lastId = 0;
  private current: SessionLine | null = null;
  /** Counts up when rows were made anew, so that their numbers mean nothing any more. */
  generation = 0;

  constructor(private rules: RowRules) {}

  /** Rows in all. */
  get total(): number {
    return this.endOfLines - this.base + this.rowsOfCurrent;
  }

  /** Rows that have gone from the front since the rows were made. */
  get gone(): number {
    return this.base;
  }

  /** Every completed line that is shown, the oldest first. */
  get completed(): readonly SessionLine[] {
    return this.shown;
  }

  /** The line that is being written, where it is shown. */
  get unfinished(): SessionLine | null {
    return this.current;
  }

  /** Follows what came since, and what was let go. */
  update(session: SessionLines): void {
    const firstId = session.all[0]?.id ?? session.upcomingId;
    this.letGo(firstId);
    // Ids count up without gaps.
    for (let index = Math.max(0, this.lastId + 1 - firstId); index < session.all.length; index++) {
      const line = session.all[index];
      if (line === undefined || !this.rules.isJudged(line)) break;
      this.append(line);
    }
    this.current = session.current !== null && this.rules.shows(session.current) ? session.current : null;
  }

  /** Makes all rows anew by other rules. */
  rebuild(session: SessionLines, rules: RowRules): void {
    this.rules = rules;
    this.shown = [];
    this.ends = [];
    this.base = 0;
    this.lastId = 0;
    this.generation += 1;
    this.update(session);
  }

  /** The row with that number, from 0; null behind the last one. */
  row(number: number): LineRow | null {
    const absolute = number + this.base;
    if (number < 0) return null;
    if (absolute >= this.endOfLines) {
      const part = absolute - this.endOfLines;
      return this.current !== null && part < this.rowsOfCurrent ? this.piece(this.current, part) : null;
    }
    const index = this.indexOfRow(absolute);
    const line = this.shown[index];
    if (line === undefined) return null;
    return this.piece(line, absolute - (index === 0 ? this.base : (this.ends[index - 1] ?? 0)));
  }

  /** The first row of the line, or of the next one that is shown. */
  rowOfLine(id: number): number {
    let low = 0;
    let high = this.shown.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.shown[middle]?.id ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    return (low === 0 ? this.base : (this.ends[low - 1] ?? 0)) - this.base;
  }

  private get endOfLines(): number {
    return this.ends.at(-1) ?? this.base;
  }

  private get rowsOfCurrent(): number {
    return this.current === null ? 0 : rowsOf(this.rules.textOf(this.current), this.rules.columns);
  }

  private append(line: SessionLine): void {
    this.lastId = line.id;
    if (!this.rules.shows(line)) return;
    this.ends.push(this.endOfLines + rowsOf(this.rules.textOf(line), this.rules.columns));
    this.shown.push(line);
  }

  private letGo(firstId: number): void {
    let count = 0;
    while (count < this.shown.length && (this.shown[count]?.id ?? 0) < firstId) count += 1;
    if (count === 0) return;
    this.base = this.ends[count - 1] ?? this.base;
    this.shown.splice(0, count);
    this.ends.splice(0, count);
  }

  /** Index of the line that the row with this absolute number belongs to. */
  private indexOfRow(absolute: number): number {
    let low = 0;
    let high = this.ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) <= absolute) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private piece(line: SessionLine, part: number): LineRow {
    const text = this.rules.textOf(line);
    const offsets = wrapOffsets(text, this.rules.columns);
    const start = offsets[part] ?? 0;
    const end = offsets[part + 1] ?? text.length;
    return { line, text: text.slice(start, end), start, end, isFirst: part === 0 };
  }
}

/** Characters of one look within a row. */
export interface LogPart {
  readonly text: string;
  /** Colour and weight, as classes. */
  readonly look: string;
  /** What is searched for. */
  readonly isFound: boolean;
}

/** One row of the log, ready to be drawn. */
export interface LogRow {
  readonly key: string;
  readonly lineId: number;
  /** Where the row's text begins within its line. */
  readonly start: number;
  /** Empty where no time is shown, and on rows that go on with a line. */
  readonly time: string;
  readonly kind: 'text' | 'sent' | 'event';
  readonly level: 'error' | 'warning' | null;
  readonly parts: readonly LogPart[];
  readonly isSelected: boolean;
  /** The line that the search stands at. */
  readonly isHere: boolean;
}

/** Rows by number, however many there are: what they are at one moment. Another moment is another object. */
export interface LogSource {
  readonly total: number;
  /** Rows that have gone from the front. */
  readonly gone: number;
  /** Changes when rows were made anew, so that their numbers mean nothing any more. */
  readonly generation: number;
  readonly row: (number: number) => LogRow | null;
  readonly rowOfLine: (lineId: number) => number;
}

/** Lines from one to another, both included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

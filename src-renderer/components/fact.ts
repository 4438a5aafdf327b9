/** Something known about a thing, with its name. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** What it means. */
  readonly note?: string;
  /** Digits and letters that are compared one by one. */
  readonly isMono?: boolean;
  /** How good that is. */
  readonly tone?: 'ok' | 'problem';
}

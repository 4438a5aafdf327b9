/** One value in the list of settings. */
export interface NvsRow {
  /** Its place among all values. */
  readonly index: number;
  readonly namespace: string;
  readonly key: string;
  /** In words. */
  readonly type: string;
  /** Null where it is hidden. */
  readonly value: string | null;
}

import type { PreflightCheck } from '../../src-shared/ipc/contract';

/** One line of the pre-flight sheet, in words. */
export interface CheckItem {
  readonly id: string;
  readonly state: PreflightCheck['state'];
  readonly sentence: string;
  readonly steps: readonly string[];
  /** What the buttons say that mend it; empty where nothing can be offered. */
  readonly repairs: readonly string[];
  /** Rows of the flash table that it is about. */
  readonly rows: readonly number[];
}

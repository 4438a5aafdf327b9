import type { PreflightCheck } from '../../src-shared/ipc/contract';

/** One line of the pre-flight sheet, in words. */
export interface CheckItem {
  readonly id: string;
  readonly state: PreflightCheck['state'];
  readonly sentence: string;
  readonly steps: readonly string[];
  /** What the button says that mends it; null where nothing can be offered. */
  readonly repair: string | null;
}

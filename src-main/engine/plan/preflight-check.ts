import type { AppError } from '../../../src-shared/errors/app-error';
import type { PreflightCheck, PreflightRepair } from '../../../src-shared/ipc/contract';

/** Names of the lines of the pre-flight sheet, in the order in which they are shown. */
export type CheckId =
  | 'rows'
  | 'offset'
  | 'empty'
  | 'aligned'
  | 'overlap'
  | 'fits'
  | 'settings'
  | 'flashSize'
  | 'secureDownload'
  | 'chip'
  | 'revision'
  | 'image'
  | 'bootloaderOffset'
  | 'tableOffset'
  | 'partitionTable'
  | 'app'
  | 'headerSize'
  | 'signature'
  | 'complete'
  | 'starts'
  | 'data'
  | 'withheld'
  | 'security'
  | 'encryption'
  | 'builtForEncryption'
  | 'secureBoot';

/** One line, before `force` is applied. */
export interface Finding extends PreflightCheck {
  readonly id: CheckId;
  /** True for problems that `force` turns into warnings. */
  readonly isForceable: boolean;
}

interface About {
  readonly rows: readonly number[];
  readonly repair?: PreflightRepair;
  readonly otherRepair?: PreflightRepair;
}

/** A line that stops the write. */
export function problem(id: CheckId, error: AppError, about: About): Finding {
  return { ...finding(id, 'problem', about), error: error.toData() };
}

/** A line that stops the write unless it is forced. */
export function forceableProblem(id: CheckId, error: AppError, about: About): Finding {
  return { ...problem(id, error, about), isForceable: true };
}

/** A line that is worth reading before the write. */
export function warning(id: CheckId, error: AppError, about: About): Finding {
  return { ...finding(id, 'warning', about), error: error.toData() };
}

/** A line that says what is well. */
export function fine(id: CheckId, facts: PreflightCheck['facts'] = {}, rows: readonly number[] = []): Finding {
  return { ...finding(id, 'ok', { rows }), facts };
}

/** A line that cannot be answered without a board (or by this board). */
export function undecided(id: CheckId, rows: readonly number[] = []): Finding {
  return finding(id, 'unknown', { rows });
}

/** What is too far for the flash size that was set may be well within the one that the board has. */
export function realSizeRepair(endOffset: number, realSizeBytes: number | null): { readonly repair?: PreflightRepair } {
  const isThere = realSizeBytes !== null && endOffset <= realSizeBytes;
  return isThere ? { repair: { kind: 'setFlashSize', flashSize: 'detect' } } : {};
}

function finding(id: CheckId, state: PreflightCheck['state'], { rows, repair, otherRepair }: About): Finding {
  const other = otherRepair === undefined ? {} : { otherRepair };
  return { id, state, error: null, facts: {}, rows, repair: repair ?? null, ...other, isForceable: false };
}

import type { ErrorCode, ErrorFacts } from './error-codes';

/** An `AppError` as plain data, the form in which it crosses IPC and is stored. */
export type AppErrorData = {
  [C in ErrorCode]: { readonly code: C; readonly facts: ErrorFacts[C] };
}[ErrorCode];

/**
 * The one error type of this product: a code and facts, no sentences. Sentences are made from them by
 * `advice.ts` (command line) and the locale files (window).
 */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: C,
    readonly facts: ErrorFacts[C],
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(facts)}`, options);
  }

  /** Plain data for IPC, logs and history. */
  toData(): AppErrorData {
    return { code: this.code, facts: this.facts } as AppErrorData;
  }
}

/** True for an `AppError`, of one given code when that is passed. */
export function isAppError<C extends ErrorCode>(error: unknown, code?: C): error is AppError<C> {
  return error instanceof AppError && (code === undefined || error.code === code);
}

/** Turns anything that was thrown into an `AppError`; what is not one becomes `internal`. */
export function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('internal', { reason }, { cause: error });
}

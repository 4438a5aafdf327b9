import { AppError } from '../../../src-shared/errors/app-error';
import type { Clock } from './transport';

/** Waits `delayMs` on the given clock; rejects with `job.cancelled` at once when the signal aborts. */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new AppError('job.cancelled', {}));
      return;
    }
    const onAbort = (): void => {
      cancel();
      reject(new AppError('job.cancelled', {}));
    };
    const cancel = clock.after(delayMs, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

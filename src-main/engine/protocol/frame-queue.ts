import { AppError } from '../../../src-shared/errors/app-error';
import type { Clock } from '../transport/transport';

interface Taker {
  readonly resolve: (frame: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/** Frames that answer no command, kept in order until somebody takes them. */
export class FrameQueue {
  readonly #frames: Uint8Array[] = [];
  #failure: AppError | null;
  #taker: Taker | null = null;

  constructor(
    private readonly what: string,
    private readonly clock: Clock,
    failure: AppError | null,
    private readonly onDone: () => void,
  ) {
    this.#failure = failure;
  }

  push(frame: Uint8Array): void {
    if (this.#taker !== null) this.#taker.resolve(frame);
    else this.#frames.push(frame);
  }

  /** Whoever waits, or asks next, gets this error instead of a frame. */
  fail(error: AppError): void {
    if (this.#taker !== null) this.#taker.reject(error);
    else this.#failure ??= error;
  }

  /** The next frame. `protocol.timeout | badFrame`, `job.cancelled`, `port.*`. */
  next(timeoutMs: number, signal?: AbortSignal): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new AppError('job.cancelled', {}));
        return;
      }
      const frame = this.#frames.shift();
      if (frame !== undefined) {
        resolve(frame);
        return;
      }
      if (this.#failure !== null) {
        const failure = this.#failure;
        this.#failure = null;
        reject(failure);
        return;
      }
      const onAbort = (): void => taker.reject(new AppError('job.cancelled', {}));
      const cancelDeadline = this.clock.after(timeoutMs, () => {
        taker.reject(new AppError('protocol.timeout', { command: this.what, timeoutMs }));
      });
      const finish = (): void => {
        this.#taker = null;
        cancelDeadline();
        signal?.removeEventListener('abort', onAbort);
      };
      const taker: Taker = {
        resolve: (next) => {
          finish();
          resolve(next);
        },
        reject: (error) => {
          finish();
          reject(error instanceof Error ? error : new AppError('internal', { reason: String(error) }));
        },
      };
      this.#taker = taker;
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Everything that has arrived and that nobody has asked for yet. */
  takeAll(): readonly Uint8Array[] {
    return this.#frames.splice(0);
  }

  /** Frames are dropped again from here on. */
  close(): void {
    this.onDone();
  }
}

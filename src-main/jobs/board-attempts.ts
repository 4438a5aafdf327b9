import { toAppError } from '../../src-shared/errors/app-error';
import type { ContactSettings, JobProgress } from '../../src-shared/ipc/contract';
import type { TraceSink } from '../engine/loader/connection';
import type { SessionOptions } from './board-session';
import type { ServiceDependencies } from './dependencies';
import { firstAttempt, nextAttempt, type FlashAttempt } from './flash-attempt';

/** What an attempt has to know of the job that it belongs to. */
export interface AttemptOrder {
  readonly path: string;
  readonly settings: Pick<ContactSettings, 'before' | 'after' | 'useStub'>;
  readonly signal: AbortSignal;
  readonly trace: TraceSink;
  readonly report: (change: Partial<JobProgress>) => void;
  /** See `SessionOptions`. */
  readonly isPatient?: boolean;
}

/** How long the port may take to come back after an attempt that failed. */
const reconnectMs = 6000;

/**
 * Runs `tryOnce` until it succeeds or another attempt is pointless. Trouble on the wire leads to another one, with
 * automatic speed at a lower rate. `speed` holds the rate in force: set to that of the first contact before each
 * attempt, and read when the attempt has failed. Rejects with the last attempt's error.
 */
export async function withAttempts<T>(
  { connect, clock }: Pick<ServiceDependencies, 'connect' | 'clock'>,
  order: AttemptOrder,
  speed: { baudRate: number },
  tryOnce: (attempt: FlashAttempt, contact: SessionOptions) => Promise<T>,
): Promise<T> {
  const { path, settings, signal, trace, report } = order;
  for (let attempt = firstAttempt(settings.useStub); ;) {
    speed.baudRate = connect.baudRate;
    report({ stage: 'connecting', detail: null, attempt: null, trouble: null, baudRate: speed.baudRate });
    const contact: SessionOptions = {
      path,
      signal,
      trace,
      before: settings.before,
      after: settings.after,
      attempts: connect.attempts,
      patienceMs: attempt.number === 1 ? 0 : reconnectMs,
      isPatient: order.isPatient ?? false,
      onAttempt: ({ attempt: number, attempts, strategy, trouble }) =>
        report({
          detail: `${number}${attempts === 0 ? '' : `/${attempts}`} ${strategy}`,
          attempt: { number, count: attempts === 0 ? null : attempts },
          trouble,
        }),
      onTrouble: (error) => report({ detail: null, trouble: error.toData() }),
    };
    try {
      return await tryOnce(attempt, contact);
    } catch (thrown) {
      const error = toAppError(thrown);
      const next = signal.aborted ? null : nextAttempt(attempt, speed.baudRate, error.code);
      if (next === null) throw error;
      const text = `attempt ${attempt.number} failed: ${error.message}; connecting again`;
      trace({ atMs: clock.nowMs(), direction: 'note', text, bytes: null });
      attempt = next;
    }
  }
}

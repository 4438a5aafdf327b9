import { AppError, toAppError } from '../../src-shared/errors/app-error';
import type { BoardIdentity, ContactSettings, JobProgress } from '../../src-shared/ipc/contract';
import type { TraceSink } from '../engine/loader/connection';
import type { Loader } from '../engine/loader/loader';
import { identifyBoard } from '../engine/operations/identify-board';
import { withBoard, type BoardSession } from './board-session';
import type { ServiceDependencies } from './dependencies';
import { firstAttempt, nextAttempt, type FlashAttempt } from './flash-attempt';
import { identify } from './identify-job';
import { startLoader } from './start-loader';

/** How a job other than a write gets at its board, and whom it tells. */
export interface BoardOrder {
  readonly path: string;
  readonly settings: ContactSettings;
  readonly signal: AbortSignal;
  readonly trace: TraceSink;
  readonly report: (change: Partial<JobProgress>) => void;
  readonly onIdentity: (identity: BoardIdentity) => void;
  /** Size of the flash part; null or absent = what the board says, if it lets itself be asked. */
  readonly flashSizeBytes?: number | null;
  /** False for jobs that have nothing to do with the flash part, which may not be there. Default: true. */
  readonly asksFlash?: boolean;
  /** Looks at who answered before the stub is started; throws where the job makes no sense there. */
  readonly examine?: (identity: BoardIdentity) => void;
}

/** A board that answers, with the loader running that the job will use. */
export interface BoardAtWork {
  readonly session: BoardSession;
  readonly loader: Loader;
  readonly identity: BoardIdentity;
  readonly baudRate: number;
}

type Dependencies = Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>;

/** How long the port may take to come back after an attempt that failed. */
const reconnectMs = 6000;

/**
 * Connects, finds out who it is, starts the loader, lets `work` do its part and sends the chip on its way. Trouble
 * on the wire leads to another attempt, with automatic speed at a lower rate; `work` then runs again, and may go
 * on from where it was.
 */
export async function runOnBoard<T>(
  deps: Dependencies,
  order: BoardOrder,
  work: (board: BoardAtWork) => Promise<T>,
): Promise<T> {
  const speed = { baudRate: deps.connect.baudRate };
  for (let attempt = firstAttempt(order.settings.useStub); ;) {
    try {
      speed.baudRate = deps.connect.baudRate;
      return await runOnce(deps, order, attempt, speed, work);
    } catch (thrown) {
      const error = toAppError(thrown);
      const next = order.signal.aborted ? null : nextAttempt(attempt, speed.baudRate, error.code);
      if (next === null) throw error;
      const text = `attempt ${attempt.number} failed: ${error.message}; connecting again`;
      order.trace({ atMs: deps.clock.nowMs(), direction: 'note', text, bytes: null });
      attempt = next;
    }
  }
}

function runOnce<T>(
  deps: Dependencies,
  order: BoardOrder,
  attempt: FlashAttempt,
  speed: { baudRate: number },
  work: (board: BoardAtWork) => Promise<T>,
): Promise<T> {
  const { path, settings, signal, trace, report } = order;
  report({ stage: 'connecting', detail: null, baudRate: speed.baudRate });
  const contact = {
    path,
    signal,
    trace,
    before: settings.before,
    after: settings.after,
    attempts: deps.connect.attempts,
    patienceMs: attempt.number === 1 ? 0 : reconnectMs,
    onAttempt: (now: { attempt: number; attempts: number; strategy: string }) => {
      report({ detail: `${now.attempt}/${now.attempts} ${now.strategy}` });
    },
  };
  return withBoard(deps, contact, async (session) => {
    report({ stage: 'detecting', detail: null });
    const { asksFlash = true } = order;
    const identity = asksFlash
      ? await identify(session, deps.connect.baudRate, signal)
      : { ...(await identifyBoard(session.connection, { signal, baudRate: deps.connect.baudRate })), flash: null };
    order.onIdentity(identity);
    order.examine?.(identity);
    const { highestBaudRate, useStub } = attempt;
    await startLoader(session, { useStub, baudRate: settings.baudRate, highestBaudRate, speed, signal, report });
    if (asksFlash) await attach(session, order.flashSizeBytes ?? identity.flash?.sizeBytes ?? null, signal);
    const result = await work({ session, identity, loader: session.loader, baudRate: speed.baudRate });
    report({ stage: 'resetting' });
    // The work is done and known to be; a chip that does not follow on the way out changes nothing about it.
    await session.leave().catch(() => undefined);
    return result;
  });
}

/** The stub and, over it, the size of the flash are news to each other. */
async function attach(session: BoardSession, sizeBytes: number | null, signal: AbortSignal): Promise<void> {
  const { loader } = session;
  await loader.attachFlash({ signal, ...session.attach });
  if (sizeBytes !== null) await loader.setFlashParameters(sizeBytes, { signal });
}

/** What Secure Download Mode closes: everything that would let somebody look inside. */
export function refuseInSecureDownloadMode(identity: BoardIdentity, operation: string): void {
  if (!identity.secureDownloadMode) return;
  throw new AppError('flash.secureDownloadMode', { chip: identity.chip, operation });
}

import { AppError } from '../../src-shared/errors/app-error';
import type { BoardIdentity, ContactSettings, JobProgress } from '../../src-shared/ipc/contract';
import type { TraceSink } from '../engine/loader/connection';
import type { Loader } from '../engine/loader/loader';
import { identifyBoard } from '../engine/operations/identify-board';
import { withAttempts } from './board-attempts';
import { withBoard, type BoardSession, type SessionOptions } from './board-session';
import type { ServiceDependencies } from './dependencies';
import type { FlashAttempt } from './flash-attempt';
import { identify } from './identify-job';
import { startLoader } from './start-loader';

/** How a job other than a write gets at its board, and whom it tells. */
export interface BoardOrder {
  readonly path: string;
  readonly settings: ContactSettings;
  readonly signal: AbortSignal;
  readonly trace: TraceSink;
  readonly report: (change: Partial<JobProgress>) => void;
  /** See `SessionOptions`. */
  readonly isPatient?: boolean;
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

/**
 * Connects, finds out who it is, starts the loader, lets `work` do its part and sends the chip on its way. Trouble
 * on the wire leads to another attempt, with automatic speed at a lower rate; `work` then runs again, and may go
 * on from where it was.
 */
export function runOnBoard<T>(
  deps: Dependencies,
  order: BoardOrder,
  work: (board: BoardAtWork) => Promise<T>,
): Promise<T> {
  const speed = { baudRate: deps.connect.baudRate };
  return withAttempts(deps, order, speed, (attempt, contact) => runOnce(deps, order, attempt, contact, speed, work));
}

function runOnce<T>(
  deps: Dependencies,
  order: BoardOrder,
  attempt: FlashAttempt,
  contact: SessionOptions,
  speed: { baudRate: number },
  work: (board: BoardAtWork) => Promise<T>,
): Promise<T> {
  const { settings, signal, report } = order;
  return withBoard(deps, contact, async (session) => {
    report({ stage: 'detecting', detail: null, trouble: null });
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

/** `plan.pastEnd` for a region that ends behind the board's flash; null: the board does not tell its size. */
export function refusePastEnd(
  flashSizeBytes: number | null,
  { label, offset, sizeBytes }: { readonly label: string; readonly offset: number; readonly sizeBytes: number },
): void {
  const endOffset = offset + sizeBytes;
  if (flashSizeBytes !== null && endOffset > flashSizeBytes) {
    throw new AppError('plan.pastEnd', { name: label, endOffset, flashSizeBytes });
  }
}

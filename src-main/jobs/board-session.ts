import { AppError, isAppError } from '../../src-shared/errors/app-error';
import { connect } from '../engine/loader/connect';
import type { ConnectAttempt, Connection, TraceSink } from '../engine/loader/connection';
import type { Loader } from '../engine/loader/loader';
import { leaveLoader } from '../engine/operations/leave-loader';
import { overrideVddSdio } from '../engine/operations/override-vddsdio';
import { parseSpiConnection } from '../engine/operations/spi-connection';
import type { AfterwardReset, BeforeConnect } from '../engine/reset/reset-strategy';
import { hardReset } from '../engine/reset/reset-strategies';
import { sleep } from '../engine/transport/sleep';
import type { Clock, Transport } from '../engine/transport/transport';
import type { ConnectPreferences, ServiceDependencies } from './dependencies';
import { TracedTransport } from './trace/traced-transport';

/** How one job gets in touch with its board. */
export interface SessionOptions {
  readonly path: string;
  readonly before: BeforeConnect;
  readonly after: AfterwardReset;
  readonly attempts: number;
  readonly signal: AbortSignal;
  readonly trace: TraceSink;
  /** How long a port that is not there is waited for; a chip's own USB takes a while to come back. Default: not at all. */
  readonly patienceMs?: number;
  /**
   * Goes on trying until somebody answers or it is cancelled, whatever is in the way now: a chip that started its own
   * program, a port that is gone or taken. For a person who is doing something about it.
   */
  readonly isPatient?: boolean;
  readonly onAttempt?: (attempt: ConnectAttempt) => void;
  /** What is in the way of a patient session, each time that it begins anew. */
  readonly onTrouble?: (error: AppError) => void;
}

/** What a person can do something about while we wait; the rest is no matter of patience. */
const passing =
  /^(?:port\.(?:notFound|busy|forbidden|openFailed|unreachable|unplugged|notOpen|writeFailed)|connect\.(?:noReply|wrongBootMode|noise|notEspressif)|protocol\.(?:timeout|badFrame|badReply))$/;

/** A board that answers, for as long as `withBoard` lasts. */
export interface BoardSession {
  readonly connection: Connection;
  /** How the flash part is attached, where it is not at the chip's usual pins. */
  readonly attach: { readonly connection?: number };
  /** The loader in charge; replaced when the stub has started. */
  loader: Loader;
  /** Sends the chip on its way as `after` says. Called by the job once its work is proven. */
  leave(): Promise<void>;
}

/** A chip that does not follow within this time will not follow at all. */
const tidyTimeoutMs = 3000;
const openAgainMs = 200;

/**
 * Opens the port, connects and hands the board to `use`. However that ends, the chip is sent on its way
 * (unless the reset was declined) and the port is closed before this settles.
 */
export async function withBoard<T>(
  deps: Pick<ServiceDependencies, 'openTransport' | 'connect'>,
  options: SessionOptions,
  use: (session: BoardSession) => Promise<T>,
): Promise<T> {
  const { after, signal } = options;
  const preferences = deps.connect;
  const { transport, connection } = await reach(deps, options);
  const state = { hasLeft: false };
  const { spiConnection = null } = preferences;
  let session: BoardSession | null = null;
  try {
    session = {
      connection,
      attach: spiConnection === null ? {} : { connection: parseSpiConnection(spiConnection, connection.chip) },
      loader: connection.loader,
      async leave() {
        await leaveLoader(connection, this.loader, after);
        state.hasLeft = true;
        connection.detach();
      },
    };
    if (preferences.vddSdio !== null) await overrideVddSdio(connection, preferences.vddSdio, { signal });
    return await use(session);
  } finally {
    if (!state.hasLeft) await tidyUp(transport, session, after, preferences.tuning.hardResetSequence);
    connection.detach();
    await transport.close();
  }
}

/** Opens the port and connects. A patient session does so again and again; without success nothing stays open. */
async function reach(
  { openTransport, connect: preferences }: Pick<ServiceDependencies, 'openTransport' | 'connect'>,
  options: SessionOptions,
): Promise<{ readonly transport: Transport; readonly connection: Connection }> {
  const { path, before, after, attempts, signal, trace, onAttempt, isPatient = false } = options;
  for (;;) {
    if (signal.aborted) throw new AppError('job.cancelled', {});
    const transport = new TracedTransport(openTransport(path), trace);
    try {
      await openPatiently(transport, preferences, options);
      const connection = await connect(transport, {
        before,
        attempts: isPatient ? 0 : attempts,
        baudRate: preferences.baudRate,
        expectedChip: preferences.expectedChip,
        customResetSequence: preferences.customResetSequence,
        tuning: preferences.tuning,
        signal,
        trace,
        ...(onAttempt === undefined ? {} : { onAttempt }),
      });
      return { transport, connection };
    } catch (error) {
      await tidyUp(transport, null, after, preferences.tuning.hardResetSequence);
      await transport.close();
      if (!isPatient || !isAppError(error) || !passing.test(error.code)) throw error;
      options.onTrouble?.(error);
      await sleep(transport.clock, openAgainMs, signal);
    }
  }
}

/** Opens at once, or as soon as the port is there again. */
async function openPatiently(
  transport: Transport,
  { baudRate, openAttempts }: Pick<ConnectPreferences, 'baudRate' | 'openAttempts'>,
  { patienceMs = 0, signal }: SessionOptions,
): Promise<void> {
  const { clock } = transport;
  const endMs = clock.nowMs() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await transport.open(baudRate);
      return;
    } catch (error) {
      // A device that has just come back belongs to nobody for a moment, and then to root.
      const mayPass = isAppError(error) && /^port\.(notFound|busy|forbidden|openFailed|unreachable)$/.test(error.code);
      const isLast = openAttempts !== 0 && attempt >= openAttempts;
      if (!mayPass || (isLast && clock.nowMs() >= endMs)) throw error;
      await sleep(clock, openAgainMs, signal);
    }
  }
}

/** After a failure the loader may not listen any more; then the lines alone have to do. */
async function tidyUp(
  transport: Transport,
  session: BoardSession | null,
  after: AfterwardReset,
  hardResetSequence: string | undefined,
): Promise<void> {
  if (after === 'no-reset' || after === 'no-reset-stub') return;
  try {
    if (session === null) throw new Error('never connected');
    await withDeadline(transport.clock, leaveLoader(session.connection, session.loader, after));
  } catch {
    await withDeadline(transport.clock, hardReset(transport, undefined, hardResetSequence)).catch(() => undefined);
  }
}

function withDeadline(clock: Clock, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(tidyTimeoutMs, () => reject(new Error('timed out')));
    work.finally(cancel).then(resolve, reject);
  });
}

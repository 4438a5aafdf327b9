import type { BoardIdentity } from '../../src-shared/ipc/contract';
import { detectFlash } from '../engine/operations/detect-flash';
import { identifyBoard } from '../engine/operations/identify-board';
import { withBoard, type BoardSession, type SessionOptions } from './board-session';
import type { ServiceDependencies } from './dependencies';

/** Asks a board who it is and lets it run on. */
export function runIdentifyJob(
  deps: Pick<ServiceDependencies, 'openTransport' | 'connect'>,
  options: SessionOptions,
): Promise<BoardIdentity> {
  return withBoard(deps, options, async (session) => {
    const identity = await identify(session, deps.connect.baudRate, options.signal);
    await session.leave();
    return identity;
  });
}

/** Chip and flash of a board just connected; flash stays null where Secure Download Mode closes the way to it. */
export async function identify(session: BoardSession, baudRate: number, signal: AbortSignal): Promise<BoardIdentity> {
  const { connection } = session;
  const identity = { ...(await identifyBoard(connection, { signal, baudRate })), console: connection.console };
  if (identity.secureDownloadMode) return { ...identity, flash: null };
  return { ...identity, flash: await detectFlash(session.loader, { signal, ...session.attach }) };
}

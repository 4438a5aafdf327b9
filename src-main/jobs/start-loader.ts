import type { FlashSettings, JobProgress } from '../../src-shared/ipc/contract';
import { canRunStub, startStub } from '../engine/loader/stub';
import { chooseBaudRate } from '../engine/operations/choose-baud-rate';
import type { BoardSession } from './board-session';

/** What a job wants of loader and speed. */
export interface LoaderWish {
  readonly useStub: boolean;
  readonly baudRate: FlashSettings['baudRate'];
  /** Limit for the automatic choice; a rate that the user chose is not touched by it. */
  readonly highestBaudRate: number;
  /** In force now, and after this. */
  readonly speed: { baudRate: number };
  readonly signal: AbortSignal;
  readonly report: (change: Partial<JobProgress>) => void;
}

/** Starts the stub where that is wanted and can work, then goes over to the speed for data. */
export async function startLoader(session: BoardSession, wish: LoaderWish): Promise<void> {
  const { connection } = session;
  if (wish.useStub && canRunStub(connection)) {
    wish.report({ stage: 'startingStub' });
    session.loader = await startStub(connection, { signal: wish.signal });
  }
  await changeSpeed(session, wish);
}

async function changeSpeed({ connection, loader }: BoardSession, wish: LoaderWish): Promise<void> {
  const { signal, speed, report } = wish;
  const { link } = connection.transport;
  const current = speed.baudRate;
  if (wish.baudRate === 'automatic') {
    // Trying a rate out means reading registers, which Secure Download Mode does not allow.
    if (connection.secureDownloadMode) return;
    // An attempt that breaks off while trying counts as one at the fastest rate that there is.
    speed.baudRate = Math.min(wish.highestBaudRate, 230_400);
    speed.baudRate = await chooseBaudRate(loader, link, {
      signal,
      currentBaudRate: current,
      highestBaudRate: wish.highestBaudRate,
    });
  } else if (wish.baudRate !== current && link.hasBaudRate) {
    await loader.changeBaudRate(wish.baudRate, { signal });
    speed.baudRate = wish.baudRate;
  }
  report({ baudRate: speed.baudRate });
}

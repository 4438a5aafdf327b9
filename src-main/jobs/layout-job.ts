import type { BoardIdentity, BoardLayout } from '../../src-shared/ipc/contract';
import { readLayout } from '../engine/operations/read-layout';
import { refuseInSecureDownloadMode, runOnBoard } from './board-job';
import type { ServiceDependencies } from './dependencies';

/** Who wants to know, and whom it tells. */
export interface LayoutOrder {
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onIdentity: (identity: BoardIdentity) => void;
}

/**
 * Reads a board's partition table and which application starts. So little is read that neither the stub nor a higher
 * speed would pay. `flash.secureDownloadMode` where nothing can be read.
 */
export function runLayoutJob(
  deps: Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>,
  order: LayoutOrder,
): Promise<BoardLayout> {
  const { before, after, baudRate, trace } = deps.connect;
  return runOnBoard(
    deps,
    {
      ...order,
      settings: { before, after, baudRate, useStub: false },
      trace: trace ?? (() => undefined),
      report: () => undefined,
      examine: (identity) => refuseInSecureDownloadMode(identity, 'read-flash'),
    },
    ({ loader }) => readLayout(loader, { signal: order.signal }),
  );
}

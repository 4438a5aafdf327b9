import type { BoardIdentity, VerifyResult } from '../../src-shared/ipc/contract';
import { verifyFlash } from '../engine/operations/verify-flash';
import type { Comparison } from '../engine/plan/build-plan';
import { refuseInSecureDownloadMode, runOnBoard, type BoardOrder } from './board-job';
import type { ServiceDependencies } from './dependencies';

type Dependencies = Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>;

/** Compares files with flash, sector by sector where they differ, and writes nothing. */
export async function runVerifyJob(
  deps: Dependencies,
  order: Omit<BoardOrder, 'examine'>,
  request: { readonly diff: boolean; readonly compare: (identity: BoardIdentity) => Comparison },
): Promise<VerifyResult> {
  const startedMs = deps.clock.nowMs();
  const examine = (identity: BoardIdentity): void => {
    refuseInSecureDownloadMode(identity, 'verify-flash');
    request.compare(identity);
  };
  return await runOnBoard(deps, { ...order, examine }, async ({ loader, identity }) => {
    const regions = request.compare(identity);
    const compared = await verifyFlash(loader, regions, {
      signal: order.signal,
      diff: request.diff,
      onProgress: (doneBytes, totalBytes) => order.report({ stage: 'verifying', doneBytes, totalBytes }),
    });
    return {
      identity,
      matches: compared.every(({ matches }) => matches),
      regions: compared.map((region, index) => ({ ...region, row: regions[index]?.row ?? null })),
      elapsedMs: Math.round(deps.clock.nowMs() - startedMs),
    };
  });
}

import type { BoardIdentity } from '../../src-shared/ipc/contract';
import { beginReading, readFlash, type FlashReading } from '../engine/operations/read-flash';
import { refuseInSecureDownloadMode, refusePastEnd, runOnBoard, type BoardOrder } from './board-job';
import type { ServiceDependencies } from './dependencies';
import type { PartitionRequest } from './services';

type Dependencies = Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>;

/** A partition as it lies in flash, and on which board. */
export interface ReadPartition {
  readonly identity: BoardIdentity;
  readonly bytes: Uint8Array;
  readonly elapsedMs: number;
}

/**
 * Reads a partition into memory. After trouble on the wire it goes on where it was.
 * Errors besides those of the wire: `plan.pastEnd`, `flash.secureDownloadMode`.
 */
export async function runPartitionJob(
  deps: Dependencies,
  order: Omit<BoardOrder, 'examine'>,
  { label, offset, sizeBytes }: Pick<PartitionRequest, 'label' | 'offset' | 'sizeBytes'>,
): Promise<ReadPartition> {
  const startedMs = deps.clock.nowMs();
  const examine = (identity: BoardIdentity): void => {
    refuseInSecureDownloadMode(identity, 'read-flash');
    refusePastEnd(identity.flash?.sizeBytes ?? null, { label, offset, sizeBytes });
  };
  let memory: { readonly mac: string | null; readonly reading: FlashReading } | null = null;
  return await runOnBoard(deps, { ...order, examine }, async ({ loader, identity }) => {
    // Another board that was plugged in meanwhile has other contents.
    if (memory === null || memory.mac !== identity.mac) {
      memory = { mac: identity.mac, reading: beginReading(offset, sizeBytes) };
    }
    const { reading } = memory;
    await readFlash(loader, reading, {
      signal: order.signal,
      onProgress: (stage, doneBytes) => order.report({ stage, doneBytes, totalBytes: sizeBytes }),
    });
    return { identity, bytes: reading.bytes, elapsedMs: Math.round(deps.clock.nowMs() - startedMs) };
  });
}

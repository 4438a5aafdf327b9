import { AppError } from '../../../src-shared/errors/app-error';
import { chipById } from '../../../src-shared/chips';
import type { BoardIdentity } from '../../../src-shared/ipc/contract';
import { verifyFlash } from '../../engine/operations/verify-flash';
import { writeFlash } from '../../engine/operations/write-flash';
import { refuseInSecureDownloadMode, refusePastEnd, runOnBoard, type BoardOrder } from '../board-job';
import { changedParts } from '../changed-parts';
import type { ServiceDependencies } from '../dependencies';
import { proveRegion } from '../resume-plan';

/** A partition whose contents are to become others. Both are as long as the partition. */
export interface PartitionRewrite {
  readonly label: string;
  readonly offset: number;
  /** As they were read, on the board with this address. */
  readonly was: Uint8Array;
  readonly mac: string | null;
  readonly wanted: Uint8Array;
  /** A write had begun before and did not come to its end: what lies there is our own doing. */
  readonly hasBegun: boolean;
  /** From now on something of it may be written. */
  readonly onBegin: () => void;
}

/** What was written, and proof of it. */
export interface RewrittenPartition {
  readonly identity: BoardIdentity;
  readonly writtenBytes: number;
  readonly md5: string;
  readonly elapsedMs: number;
}

/**
 * Writes the sectors of a partition that are to become others, and proves all of it by the chip's MD5. Nothing is written
 * where the partition is not any more what was read: `flash.filesChanged`. Other errors: those of a write, `plan.pastEnd`,
 * `flash.encrypted`, `flash.secureDownloadMode`.
 */
export async function runVolumeWriteJob(
  deps: Pick<ServiceDependencies, 'openTransport' | 'connect' | 'clock'>,
  order: Omit<BoardOrder, 'examine'>,
  rewrite: PartitionRewrite,
): Promise<RewrittenPartition> {
  const { label, offset, was, wanted } = rewrite;
  const { signal, report } = order;
  const startedMs = deps.clock.nowMs();
  let hasBegun = rewrite.hasBegun;
  const examine = (identity: BoardIdentity): void => {
    refuseInSecureDownloadMode(identity, 'write-flash');
    // What is written from outside lies there plain, and the chip would read it scrambled.
    if (identity.flashEncryption === true)
      throw new AppError('flash.encrypted', { chip: chipById(identity.chip).name });
    if (identity.mac !== rewrite.mac) throw new AppError('flash.filesChanged', { name: label });
    refusePastEnd(identity.flash?.sizeBytes ?? null, { label, offset, sizeBytes: wanted.length });
  };
  return await runOnBoard(deps, { ...order, examine }, async ({ loader, identity }) => {
    // A look, by MD5 where the chip can: nothing has begun yet.
    report({ stage: 'reading', doneBytes: 0, totalBytes: wanted.length });
    if (!hasBegun) {
      const [compared] = await verifyFlash(loader, [{ name: label, offset, bytes: was }], { diff: false, signal });
      if (compared?.matches !== true) throw new AppError('flash.filesChanged', { name: label });
    }
    const whole = { name: label, offset, bytes: wanted };
    const regions = await changedParts(loader, whole, 'skipSectors', signal);
    const writtenBytes = regions.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const flashSizeBytes = identity.flash?.sizeBytes ?? offset + wanted.length;
    if (regions.length > 0) {
      if (signal.aborted) throw new AppError('job.cancelled', {});
      hasBegun = true;
      rewrite.onBegin();
      const plan = { chip: identity.chip, flashSizeBytes, regions, eraseAll: false, compression: 'automatic' } as const;
      await writeFlash(loader, plan, {
        signal,
        onProgress: ({ stage, doneBytes, totalBytes }) => report({ stage, doneBytes, totalBytes }),
      });
    }
    report({ stage: 'verifying', doneBytes: writtenBytes, totalBytes: writtenBytes });
    const { md5 } = await proveRegion(loader, whole, writtenBytes, signal);
    return { identity, writtenBytes, md5, elapsedMs: Math.round(deps.clock.nowMs() - startedMs) };
  });
}

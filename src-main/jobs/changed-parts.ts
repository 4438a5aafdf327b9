import type { FlashSettings } from '../../src-shared/ipc/contract';
import type { Loader } from '../engine/loader/loader';
import { verifyFlash } from '../engine/operations/verify-flash';
import type { PlannedRegion } from '../engine/plan/flash-plan';

/**
 * What of a region has to be written: all of it (the very same object), nothing where the board holds it already, or
 * the runs of sectors that differ. The board is asked by MD5, so that nobody needs to know what was written before.
 */
export async function changedParts(
  loader: Loader,
  region: PlannedRegion,
  unchanged: NonNullable<FlashSettings['unchanged']>,
  signal: AbortSignal,
): Promise<readonly PlannedRegion[]> {
  // Without MD5 looking would cost more than writing; what the chip encrypts cannot be compared at all.
  const canCompare = region.encrypted !== true && (loader.kind === 'stub' || loader.chip.rom.hasMd5);
  if (unchanged === 'write' || !canCompare) return [region];
  const [compared] = await verifyFlash(loader, [region], { diff: false, signal });
  if (compared === undefined || compared.matches) return [];
  if (unchanged === 'skipFiles') return [region];
  const runs: { offset: number; endOffset: number }[] = [];
  for (const { offset, sizeBytes } of compared.differing) {
    const last = runs.at(-1);
    if (last?.endOffset === offset) last.endOffset += sizeBytes;
    else runs.push({ offset, endOffset: offset + sizeBytes });
  }
  const [only] = runs;
  if (only !== undefined && only.endOffset - only.offset === region.bytes.length) return [region];
  return runs.map(({ offset, endOffset }) => ({
    ...region,
    offset,
    bytes: region.bytes.subarray(offset - region.offset, endOffset - region.offset),
  }));
}

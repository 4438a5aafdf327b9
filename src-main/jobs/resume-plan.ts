import { AppError } from '../../src-shared/errors/app-error';
import type { Loader } from '../engine/loader/loader';
import { md5Hex } from '../engine/operations/prepare-region';
import type { WrittenRegion } from '../engine/operations/write-flash';
import type { FlashPlan, PlannedRegion } from '../engine/plan/flash-plan';

/** Erase blocks of NOR flash; a write that broke off left everything before its block as it should be. */
const blockBytes = 64 * 1024;

/** What is to be written of one region: all of it, or its end where the chip holds the beginning already. */
export interface RegionPart {
  readonly whole: PlannedRegion;
  /** The very same object as `whole` where nothing was cut off. */
  readonly part: PlannedRegion;
}

/** Everything, from the beginning. */
export function wholePlan(plan: FlashPlan): readonly RegionPart[] {
  return plan.regions.map((region) => ({ whole: region, part: region }));
}

/**
 * What is left after an attempt broke off: regions that were proven are left out, and the chip is asked by
 * MD5 how far it got with the others. A loader without MD5 starts a region again.
 */
export async function resumePlan(
  loader: Loader,
  plan: FlashPlan,
  proven: readonly WrittenRegion[],
  signal: AbortSignal,
): Promise<readonly RegionPart[]> {
  const parts: RegionPart[] = [];
  for (const whole of plan.regions) {
    if (proven.some(({ offset }) => offset === whole.offset)) continue;
    const heldBytes = await heldPrefix(loader, whole, signal);
    const part =
      heldBytes === 0 ? whole : { ...whole, offset: whole.offset + heldBytes, bytes: whole.bytes.subarray(heldBytes) };
    parts.push({ whole, part });
  }
  return parts;
}

/** Proves a region as a whole after its end was written: `flash.verifyFailed` when it is not what it should be. */
export async function proveRegion(
  loader: Loader,
  region: PlannedRegion,
  sentBytes: number,
  signal: AbortSignal,
): Promise<WrittenRegion> {
  const { name, offset, bytes } = region;
  const expected = md5Hex(bytes);
  const actual =
    (await loader.md5(offset, bytes.length, { signal })) ??
    md5Hex(await loader.readFlash(offset, bytes.length, { signal }));
  const sizeBytes = bytes.length;
  if (actual !== expected) throw new AppError('flash.verifyFailed', { name, offset, sizeBytes, expected, actual });
  return { name, offset, sizeBytes, md5: expected, sentBytes };
}

/** Whole blocks at the front of a region that the chip holds; never all of it, so that something is left to write. */
async function heldPrefix(loader: Loader, region: PlannedRegion, signal: AbortSignal): Promise<number> {
  const { offset, bytes } = region;
  let heldBytes = 0;
  while (heldBytes + blockBytes < bytes.length) {
    const block = bytes.subarray(heldBytes, heldBytes + blockBytes);
    if ((await loader.md5(offset + heldBytes, blockBytes, { signal })) !== md5Hex(block)) break;
    heldBytes += blockBytes;
  }
  return heldBytes;
}

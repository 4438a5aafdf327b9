import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import type { Abortable, Loader } from '../loader/loader';
import type { FlashPlan, PlannedRegion, WriteProgress } from '../plan/flash-plan';
import { md5Hex, prepareRegion, type PreparedRegion } from './prepare-region';
import { blankMd5 } from './read-flash';

/** A region that was written and then proven: the chip's flash holds exactly the plan's bytes. */
export interface WrittenRegion {
  readonly name: string;
  readonly offset: number;
  readonly sizeBytes: number;
  /** Of the plan's bytes and, proven, of the flash: 32 lower-case hex digits. */
  readonly md5: string;
  /** Bytes of flash data that crossed the wire, compressed where that was smaller. */
  readonly sentBytes: number;
  /** Encrypted by the chip: `md5` is of what lies in flash, and nobody can tell whether it is the plan's. */
  readonly isEncrypted?: boolean;
  /** Nobody compared anything: `md5` is of the plan's bytes. */
  readonly isUnproven?: boolean;
}

/** Options of `writeFlash`. */
export interface WriteFlashOptions extends Abortable {
  /** False where the chip tells nothing about its flash (Secure Download Mode): then what it accepted has to do. Default: true. */
  readonly canProve?: boolean;
  readonly onProgress?: (progress: WriteProgress) => void;
}

/**
 * Carries out a plan: erases everything where the plan says so, then writes and verifies region by region.
 * A region is in the answer only when the chip's own MD5 of it (or the bytes read back, where the loader
 * has no MD5) agrees with the plan, or with `canProve` false when the chip accepted every packet of it.
 *
 * A region that fails in the protocol or in verification is written once more, uncompressed; what fails
 * twice is reported: `flash.verifyFailed`, `protocol.*`, `port.unplugged`, `job.cancelled`.
 */
export async function writeFlash(
  loader: Loader,
  plan: FlashPlan,
  options: WriteFlashOptions = {},
): Promise<WrittenRegion[]> {
  const { signal, canProve = true } = options;
  const abortable: Abortable = signal === undefined ? {} : { signal };
  const progress = trackProgress(plan, options.onProgress);
  const compress = plan.compression === 'automatic' && canWriteCompressed(loader);
  let wanted = true;
  const prepare = (region: PlannedRegion | undefined): Promise<PreparedRegion> | null => {
    if (region === undefined) return null;
    // The chip takes what it encrypts only as it is.
    const mayCompress = compress && region.encrypted !== true;
    const prepared = prepareRegion(region, {
      compress: mayCompress,
      clock: loader.clock,
      isWanted: () => wanted,
      ...abortable,
    });
    // Awaited later, or never when the region before it fails.
    prepared.catch(() => undefined);
    return prepared;
  };

  const written: WrittenRegion[] = [];
  try {
    let ahead = prepare(plan.regions[0]);
    if (plan.eraseAll) {
      progress.report('erasing', 0, 0);
      await eraseAll(loader, plan, abortable);
    }
    for (const [index, region] of plan.regions.entries()) {
      const prepared = await ahead;
      if (prepared === null) break;
      // One region ahead and no more: a plan of many large files must not sit in memory twice.
      ahead = prepare(plan.regions[index + 1]);
      written.push(
        await writeRegion(loader, region, prepared, { ...abortable, canProve }, (stage, doneBytes) => {
          progress.report(stage, index, doneBytes);
        }),
      );
    }
    await loader.finishFlash(abortable);
  } finally {
    wanted = false;
  }
  return written;
}

type RegionOptions = Abortable & { readonly canProve: boolean };
type Report = (stage: WriteProgress['stage'], regionDoneBytes: number) => void;

async function writeRegion(
  loader: Loader,
  region: PlannedRegion,
  prepared: PreparedRegion,
  options: RegionOptions,
  report: Report,
): Promise<WrittenRegion> {
  try {
    return await writeAndProve(loader, region, prepared, options, report);
  } catch (error) {
    if (!isWorthAnotherTry(error)) throw error;
    return await writeAndProve(loader, region, { ...prepared, compressed: null }, options, report);
  }
}

async function writeAndProve(
  loader: Loader,
  region: PlannedRegion,
  prepared: PreparedRegion,
  options: RegionOptions,
  report: Report,
): Promise<WrittenRegion> {
  const { name, offset } = region;
  const sizeBytes = region.bytes.length;
  const { canProve, ...abortable } = options;
  throwIfCancelled(abortable);
  report('writing', 0);
  await loader.writeFlash(
    { offset, bytes: prepared.bytes, compressed: prepared.compressed, encrypted: region.encrypted ?? false },
    { ...abortable, onBytes: (acceptedBytes) => report('writing', Math.min(acceptedBytes, sizeBytes)) },
  );
  const sentBytes = (prepared.compressed ?? prepared.bytes).length;
  if (!canProve) return { name, offset, sizeBytes, md5: prepared.md5, sentBytes, isUnproven: true };
  report('verifying', sizeBytes);
  const actual =
    (await loader.md5(offset, sizeBytes, abortable)) ?? md5Hex(await loader.readFlash(offset, sizeBytes, abortable));
  if (region.encrypted === true) return checkEncrypted(region, prepared, actual);
  if (actual !== prepared.md5) {
    throw new AppError('flash.verifyFailed', { name, offset, sizeBytes, expected: prepared.md5, actual });
  }
  return { name, offset, sizeBytes, md5: prepared.md5, sentBytes };
}

/** All that can be told from outside: something was written, and it is not the plain file. */
function checkEncrypted(
  { name, offset, bytes }: PlannedRegion,
  prepared: PreparedRegion,
  actual: string,
): WrittenRegion {
  const sizeBytes = bytes.length;
  if (actual === prepared.md5) throw new AppError('flash.notEncrypted', { name, offset });
  if (actual === blankMd5(sizeBytes)) {
    throw new AppError('flash.verifyFailed', { name, offset, sizeBytes, expected: 'ciphertext', actual });
  }
  return { name, offset, sizeBytes, md5: actual, sentBytes: prepared.bytes.length, isEncrypted: true };
}

/** Trouble on the wire and a flash that holds something else may pass; refusals, unplugging and Cancel do not. */
function isWorthAnotherTry(error: unknown): boolean {
  if (!isAppError(error)) return false;
  return (
    error.code === 'flash.verifyFailed' || (error.code.startsWith('protocol.') && error.code !== 'protocol.unsupported')
  );
}

function canWriteCompressed(loader: Loader): boolean {
  return loader.kind === 'stub' || loader.chip.rom.hasCompressedWrite;
}

async function eraseAll(loader: Loader, plan: FlashPlan, abortable: Abortable): Promise<void> {
  try {
    await loader.eraseFlash(abortable);
  } catch (error) {
    // A ROM loader has no command for the whole chip, but every one can erase a region.
    if (!isAppError(error, 'protocol.unsupported')) throw error;
    await loader.eraseRegion(0, plan.flashSizeBytes, abortable);
  }
}

function throwIfCancelled({ signal }: Abortable): void {
  if (signal?.aborted === true) throw new AppError('job.cancelled', {});
}

/** Makes progress that never goes back, not even while a region is written a second time. */
function trackProgress(
  plan: FlashPlan,
  onProgress: WriteFlashOptions['onProgress'],
): { report: (stage: WriteProgress['stage'], regionIndex: number, regionDoneBytes: number) => void } {
  const starts: number[] = [];
  let totalBytes = 0;
  for (const region of plan.regions) {
    starts.push(totalBytes);
    totalBytes += region.bytes.length;
  }
  let doneBytes = 0;
  return {
    report: (stage, regionIndex, regionDoneBytes) => {
      const start = starts[regionIndex] ?? 0;
      doneBytes = Math.max(doneBytes, start + regionDoneBytes);
      onProgress?.({ stage, regionIndex, regionDoneBytes: doneBytes - start, doneBytes, totalBytes });
    },
  };
}

import { AppError } from '../../../src-shared/errors/app-error';
import type { FlashRange, FlashSpan } from '../../../src-shared/ipc/contract';
import type { Abortable, Loader } from '../loader/loader';
import { blankMd5 } from './read-flash';

const sectorBytes = 0x1000;
/** One command erases so much at most: between two of them Cancel is heard and progress is told. */
const stepBytes = 0x8_0000;
/** One MD5 of the proof. */
const checkedBytes = 0x10_0000;
/** One reading by SPI commands. */
const sampleBytes = 64;
const mostSamples = 64;
const regionName = 'region';

/** Options of `eraseFlash`. */
export interface EraseFlashOptions extends Abortable {
  /** Size of the flash part; null where nobody knows it. */
  readonly flashSizeBytes: number | null;
  /** False in Secure Download Mode, where nothing can be read back. */
  readonly canProve: boolean;
  readonly onProgress?: (stage: 'erasing' | 'verifying', doneBytes: number, totalBytes: number) => void;
}

/**
 * Erases whole sectors and proves by the chip's MD5 that they are blank: a write-protected part takes the command
 * and keeps its contents. A loader without MD5 is asked for samples, which is no proof. Answers what was erased.
 *
 * Errors: `plan.unaligned`, `plan.pastEnd`, `flash.sizeUnknown`, `flash.notErased`, `protocol.*`, `port.*`,
 * `job.cancelled`.
 */
export async function eraseFlash(
  loader: Loader,
  span: FlashSpan,
  options: EraseFlashOptions,
): Promise<FlashRange & { readonly isProven: boolean }> {
  const { flashSizeBytes, canProve } = options;
  const abortable: Abortable = options.signal === undefined ? {} : { signal: options.signal };
  const range = rangeOf(span, flashSizeBytes);
  checkEraseRange(range, flashSizeBytes);
  if (span === 'all' && loader.kind === 'stub') {
    options.onProgress?.('erasing', 0, range.sizeBytes);
    await loader.eraseFlash(abortable);
  } else {
    await eraseInSteps(loader, range, options, abortable);
  }
  return { ...range, isProven: canProve && (await proveBlank(loader, range, options, abortable)) };
}

/** A span as a range; `flash.sizeUnknown` where its end cannot be known, `plan.pastEnd` where it begins behind it. */
export function rangeOf(span: FlashSpan, flashSizeBytes: number | null): FlashRange {
  const { offset, sizeBytes } = span === 'all' ? { offset: 0, sizeBytes: 'rest' as const } : span;
  if (sizeBytes !== 'rest') return { offset, sizeBytes };
  if (flashSizeBytes === null) throw new AppError('flash.sizeUnknown', { flashId: 0 });
  if (offset >= flashSizeBytes) {
    throw new AppError('plan.pastEnd', { name: regionName, endOffset: offset, flashSizeBytes });
  }
  return { offset, sizeBytes: flashSizeBytes - offset };
}

/** `plan.unaligned` for anything but whole sectors, `plan.pastEnd` for what is not there. */
export function checkEraseRange({ offset, sizeBytes }: FlashRange, flashSizeBytes: number | null): void {
  const crooked = [offset, offset + sizeBytes].find((edge) => edge % sectorBytes !== 0);
  if (crooked !== undefined) {
    throw new AppError('plan.unaligned', { name: regionName, offset: crooked, align: sectorBytes });
  }
  const endOffset = offset + sizeBytes;
  if (flashSizeBytes !== null && endOffset > flashSizeBytes) {
    throw new AppError('plan.pastEnd', { name: regionName, endOffset, flashSizeBytes });
  }
}

async function eraseInSteps(
  loader: Loader,
  { offset, sizeBytes }: FlashRange,
  { onProgress }: EraseFlashOptions,
  abortable: Abortable,
): Promise<void> {
  const end = offset + sizeBytes;
  for (let at = offset; at < end;) {
    onProgress?.('erasing', at - offset, sizeBytes);
    // Steps end at multiples of themselves, so that whole blocks stay whole.
    const next = Math.min(end, (Math.floor(at / stepBytes) + 1) * stepBytes);
    await loader.eraseRegion(at, next - at, abortable);
    at = next;
  }
  onProgress?.('erasing', sizeBytes, sizeBytes);
}

async function proveBlank(
  loader: Loader,
  range: FlashRange,
  { onProgress }: EraseFlashOptions,
  abortable: Abortable,
): Promise<boolean> {
  const { offset, sizeBytes } = range;
  for (let done = 0; done < sizeBytes; done += checkedBytes) {
    onProgress?.('verifying', done, sizeBytes);
    const size = Math.min(checkedBytes, sizeBytes - done);
    const digest = await loader.md5(offset + done, size, abortable);
    if (digest === null) return sample(loader, range, abortable);
    if (digest !== blankMd5(size)) throw new AppError('flash.notErased', { offset: offset + done, sizeBytes: size });
  }
  onProgress?.('verifying', sizeBytes, sizeBytes);
  return true;
}

/** Sectors go as a whole, so the first bytes of one tell about it. All that a slow loader can show in a few seconds. */
async function sample(loader: Loader, { offset, sizeBytes }: FlashRange, abortable: Abortable): Promise<false> {
  const sectors = sizeBytes / sectorBytes;
  const count = Math.min(sectors, mostSamples);
  for (let index = 0; index < count; index += 1) {
    const at = offset + Math.floor((index * sectors) / count) * sectorBytes;
    const bytes = await loader.readFlash(at, sampleBytes, abortable);
    if (bytes.some((byte) => byte !== 0xff))
      throw new AppError('flash.notErased', { offset: at, sizeBytes: sectorBytes });
  }
  return false;
}

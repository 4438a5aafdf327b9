import { AppError } from '../../../src-shared/errors/app-error';
import type { Abortable, Loader } from '../loader/loader';
import { md5Hex } from './prepare-region';

/** A read under way. What it holds stays when the line fails, so that another call goes on from there. */
export interface FlashReading {
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** Bytes at the front of `bytes` that came in whole. */
  doneBytes: number;
  /** Of these: known to be blank by their MD5, and never transferred. */
  blankBytes: number;
}

/** What became of a read: `bytes` of the reading, and how sure they are. */
export interface FlashContents {
  /** 32 lower-case hex digits. */
  readonly md5: string;
  /** True where the chip computed the same MD5 from its flash; false where its loader cannot (ROM of ESP8266). */
  readonly isProven: boolean;
}

/** Options of `readFlash`. */
export interface ReadFlashOptions extends Abortable {
  readonly onProgress?: (stage: 'reading' | 'verifying', doneBytes: number) => void;
}

/** Erase blocks of NOR flash; what is blank is so in whole ones, mostly. */
const blockBytes = 0x1_0000;
const sectorBytes = 0x1000;
/** A block that ends in so much of nothing is often followed by another. */
const tailBytes = 256;
/** One MD5 of the final check: short enough that Cancel is soon heard. */
const checkedBytes = 0x10_0000;

/** A read of which nothing is there yet. */
export function beginReading(offset: number, sizeBytes: number): FlashReading {
  return { offset, bytes: new Uint8Array(sizeBytes), doneBytes: 0, blankBytes: 0 };
}

/**
 * Reads what `reading` lacks, then compares all of it with the chip's own MD5. Blank blocks are found by their MD5
 * and not transferred. What the MD5 does not confirm is read once more; `flash.readUnstable` when that does not
 * help. Other errors: `protocol.*`, `port.unplugged`, `job.cancelled`.
 */
export async function readFlash(
  loader: Loader,
  reading: FlashReading,
  options: ReadFlashOptions = {},
): Promise<FlashContents> {
  const { bytes, offset } = reading;
  const abortable: Abortable = options.signal === undefined ? {} : { signal: options.signal };
  while (reading.doneBytes < bytes.length) {
    const at = offset + reading.doneBytes;
    const end = Math.min(offset + bytes.length, nextMultiple(at, blockBytes));
    await readBlock(loader, reading, end - at, options);
  }
  const isProven = await check(loader, reading, abortable, (doneBytes) => options.onProgress?.('verifying', doneBytes));
  return { md5: md5Hex(bytes), isProven };
}

async function readBlock(loader: Loader, reading: FlashReading, sizeBytes: number, options: ReadFlashOptions) {
  // A slow loader spends more time on one sector than on the MD5 of a whole block.
  const isSlow = loader.kind === 'rom';
  if ((isSlow || endsBlank(reading)) && (await takeBlank(loader, reading, sizeBytes, options))) return;
  if (!isSlow) {
    await transfer(loader, reading, sizeBytes, options);
    return;
  }
  const blockEnd = reading.doneBytes + sizeBytes;
  while (reading.doneBytes < blockEnd) {
    const at = reading.offset + reading.doneBytes;
    const size = Math.min(blockEnd - reading.doneBytes, nextMultiple(at, sectorBytes) - at);
    if (await takeBlank(loader, reading, size, options)) continue;
    await transfer(loader, reading, size, options);
  }
}

async function transfer(loader: Loader, reading: FlashReading, sizeBytes: number, options: ReadFlashOptions) {
  const { offset, bytes, doneBytes } = reading;
  const { signal, onProgress } = options;
  const block = await loader.readFlash(offset + doneBytes, sizeBytes, {
    ...(signal === undefined ? {} : { signal }),
    onBytes: (count) => onProgress?.('reading', doneBytes + count),
  });
  bytes.set(block, doneBytes);
  reading.doneBytes += sizeBytes;
}

/** Asks whether the next bytes are blank, and takes them as read when they are. */
async function takeBlank(
  loader: Loader,
  reading: FlashReading,
  sizeBytes: number,
  { signal, onProgress }: ReadFlashOptions,
): Promise<boolean> {
  const { offset, bytes, doneBytes } = reading;
  const actual = await loader.md5(offset + doneBytes, sizeBytes, signal === undefined ? {} : { signal });
  if (actual === null || actual !== blankMd5(sizeBytes)) return false;
  bytes.fill(0xff, doneBytes, doneBytes + sizeBytes);
  reading.doneBytes += sizeBytes;
  reading.blankBytes += sizeBytes;
  onProgress?.('reading', reading.doneBytes);
  return true;
}

/** True at the start, too: nobody knows what is there. */
function endsBlank({ bytes, doneBytes }: FlashReading): boolean {
  return bytes.subarray(Math.max(0, doneBytes - tailBytes), doneBytes).every((byte) => byte === 0xff);
}

/** True when the chip's MD5 of every part agrees; false where it has none. */
async function check(
  loader: Loader,
  { offset, bytes }: FlashReading,
  abortable: Abortable,
  report: (doneBytes: number) => void,
): Promise<boolean> {
  for (let start = 0; start < bytes.length; start += checkedBytes) {
    report(start);
    const part = bytes.subarray(start, start + checkedBytes);
    const actual = await loader.md5(offset + start, part.length, abortable);
    if (actual === null) return false;
    if (actual !== md5Hex(part)) await repair(loader, offset + start, part, abortable);
  }
  report(bytes.length);
  return true;
}

async function repair(loader: Loader, offset: number, part: Uint8Array, abortable: Abortable): Promise<void> {
  for (let start = 0; start < part.length; start += blockBytes) {
    const block = part.subarray(start, start + blockBytes);
    const at = offset + start;
    if ((await loader.md5(at, block.length, abortable)) === md5Hex(block)) continue;
    block.set(await loader.readFlash(at, block.length, abortable));
    if ((await loader.md5(at, block.length, abortable)) !== md5Hex(block)) {
      throw new AppError('flash.readUnstable', { offset: at, sizeBytes: block.length });
    }
  }
}

function nextMultiple(value: number, unit: number): number {
  return (Math.floor(value / unit) + 1) * unit;
}

const blankDigests = new Map<number, string>();

/** MD5 of so many bytes 0xFF, 32 lower-case hex digits. */
export function blankMd5(sizeBytes: number): string {
  const known = blankDigests.get(sizeBytes);
  if (known !== undefined) return known;
  const digest = md5Hex(new Uint8Array(sizeBytes).fill(0xff));
  // Only a few sizes occur over and over; the odd ends of files need not be kept.
  if (sizeBytes % sectorBytes === 0) blankDigests.set(sizeBytes, digest);
  return digest;
}

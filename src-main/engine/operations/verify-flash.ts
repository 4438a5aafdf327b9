import { AppError } from '../../../src-shared/errors/app-error';
import type { DifferingSector, FlashRange } from '../../../src-shared/ipc/contract';
import type { Abortable, Loader } from '../loader/loader';
import type { PlannedRegion } from '../plan/flash-plan';
import { md5Hex } from './prepare-region';

/** What a region of a plan and the flash have in common. */
export interface ComparedRegion extends FlashRange {
  readonly name: string;
  readonly matches: boolean;
  /** Ascending; the spans lie inside one sector each. */
  readonly differing: readonly DifferingSector[];
}

/** Options of `verifyFlash`. */
export interface VerifyFlashOptions extends Abortable {
  /** Also tells which bytes differ, for which the sectors that do are read. */
  readonly diff: boolean;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

const sectorBytes = 0x1000;

/**
 * Compares flash with what a plan says, by the chip's MD5, and narrows down what differs by halves until single
 * sectors are left. A loader without MD5 has everything read back. Writes nothing.
 */
export async function verifyFlash(
  loader: Loader,
  regions: readonly Pick<PlannedRegion, 'name' | 'offset' | 'bytes'>[],
  options: VerifyFlashOptions,
): Promise<ComparedRegion[]> {
  const totalBytes = regions.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const compared: ComparedRegion[] = [];
  let startBytes = 0;
  for (const { name, offset, bytes } of regions) {
    const before = startBytes;
    const onBytes = (done: number): void => options.onProgress?.(before + done, totalBytes);
    const differing = await compareRegion(loader, offset, bytes, options, onBytes);
    startBytes += bytes.length;
    options.onProgress?.(startBytes, totalBytes);
    compared.push({ name, offset, sizeBytes: bytes.length, matches: differing.length === 0, differing });
  }
  return compared;
}

async function compareRegion(
  loader: Loader,
  offset: number,
  bytes: Uint8Array,
  { signal, diff }: VerifyFlashOptions,
  onBytes: (doneBytes: number) => void,
): Promise<DifferingSector[]> {
  const abortable: Abortable = signal === undefined ? {} : { signal };
  const isSame = async (at: number, part: Uint8Array): Promise<boolean | null> => {
    const digest = await loader.md5(at, part.length, abortable);
    return digest === null ? null : digest === md5Hex(part);
  };
  const whole = await isSame(offset, bytes);
  if (whole === true) return [];
  if (whole === null) {
    const actual = await loader.readFlash(offset, bytes.length, { ...abortable, onBytes });
    return sectorsOf(offset, bytes).flatMap(({ at, part }) => {
      const start = at - offset;
      const sector = describe(at, part, actual.subarray(start, start + part.length));
      return sector.differingBytes === 0 ? [] : [sector];
    });
  }
  const differing: DifferingSector[] = [];
  for await (const { at, part } of differingSectors(offset, bytes, isSame)) {
    if (signal?.aborted === true) throw new AppError('job.cancelled', {});
    onBytes(at - offset);
    const sector = diff
      ? describe(at, part, await loader.readFlash(at, part.length, abortable))
      : { offset: at, sizeBytes: part.length, differingBytes: null, first: null };
    if (sector.differingBytes !== 0) differing.push(sector);
  }
  return differing;
}

interface Part {
  readonly at: number;
  readonly part: Uint8Array;
}

/** The sectors of a span that is known to differ, asking only about halves that are not ruled out. */
async function* differingSectors(
  at: number,
  part: Uint8Array,
  isSame: (at: number, part: Uint8Array) => Promise<boolean | null>,
): AsyncGenerator<Part> {
  const sectors = sectorsOf(at, part);
  if (sectors.length <= 1) {
    yield { at, part };
    return;
  }
  const middle = (sectors[Math.floor(sectors.length / 2)]?.at ?? at) - at;
  const low = part.subarray(0, middle);
  const high = part.subarray(middle);
  if ((await isSame(at, low)) !== true) yield* differingSectors(at, low, isSame);
  // Asked also where the lower half is as it should be: the digest of the whole may have been the wrong one.
  if ((await isSame(at + middle, high)) !== true) yield* differingSectors(at + middle, high, isSame);
}

/** Cuts a span at the boundaries of sectors. */
function sectorsOf(offset: number, bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < bytes.length;) {
    const at = offset + start;
    const sizeBytes = sectorBytes - (at % sectorBytes);
    parts.push({ at, part: bytes.subarray(start, start + sizeBytes) });
    start += sizeBytes;
  }
  return parts;
}

function describe(offset: number, expected: Uint8Array, actual: Uint8Array): DifferingSector {
  let differingBytes = 0;
  let first: DifferingSector['first'] = null;
  for (const [index, byte] of expected.entries()) {
    const found = actual[index] ?? 0;
    if (found === byte) continue;
    differingBytes += 1;
    first ??= { offset: offset + index, expected: byte, actual: found };
  }
  return { offset, sizeBytes: expected.length, differingBytes, first };
}

import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import type { FlashRegion } from '../../../src-shared/formats/flash-region';
import { serializeIntelHex } from '../../../src-shared/formats/intel-hex';
import { serializeUf2, type Uf2Layout } from '../../../src-shared/formats/uf2';
import { formatHex } from '../../../src-shared/numbers/parse-number';
import { patchImageHeader, type HeaderSettings } from './patch-header';

/** Most bytes of a raw file: twice the largest flash. */
const largestMerged = 256 * 1024 * 1024;

/** A file and where in flash it goes. */
export interface NamedRegion extends FlashRegion {
  readonly name: string;
}

/** What becomes of the files. */
export type MergeFormat =
  /** Gaps are 0xFF; the file is for `targetOffset`, and is as long as flash of `padToSize` bytes from there on. */
  | { readonly kind: 'raw'; readonly targetOffset: number; readonly padToSize: number | null }
  | ({ readonly kind: 'uf2' } & Uf2Layout)
  | { readonly kind: 'hex' };

/** How files are to be merged. */
export interface MergeOptions {
  readonly format: MergeFormat;
  /** For the image at the chip's bootloader offset; elsewhere and without a chip nothing is changed. */
  readonly header: HeaderSettings;
}

/**
 * One file out of several for different places in flash.
 *
 * @throws AppError `plan.nothingToWrite | plan.overlap | plan.pastEnd | file.tooLarge | input.badChoice`.
 */
export function mergeImages(
  regions: readonly NamedRegion[],
  chip: ChipDescriptor | null,
  { format, header }: MergeOptions,
): Uint8Array {
  const sorted = regions.filter(({ bytes }) => bytes.length > 0).sort((a, b) => a.offset - b.offset);
  if (sorted.length === 0) throw new AppError('plan.nothingToWrite', {});
  checkOverlaps(sorted);
  const patched = sorted.map((region) =>
    region.offset === chip?.bootloaderOffset
      ? { ...region, bytes: patchImageHeader(region.bytes, chip, header) }
      : region,
  );
  switch (format.kind) {
    case 'raw':
      return mergeRaw(patched, format.targetOffset, format.padToSize);
    case 'uf2':
      return serializeUf2({ familyId: chip?.uf2FamilyId ?? null, regions: patched }, format);
    case 'hex':
      return serializeIntelHex(patched);
  }
}

function endOf({ offset, bytes }: FlashRegion): number {
  return offset + bytes.length;
}

function checkOverlaps(sorted: readonly NamedRegion[]): void {
  sorted.forEach((region, index) => {
    const previous = sorted[index - 1];
    if (previous === undefined || endOf(previous) <= region.offset) return;
    const { name, offset } = region;
    const endOffset = Math.min(endOf(previous), endOf(region));
    throw new AppError('plan.overlap', { name, otherName: previous.name, offset, endOffset });
  });
}

function mergeRaw(sorted: readonly NamedRegion[], targetOffset: number, padToSize: number | null): Uint8Array {
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return new Uint8Array();
  if (first.offset < targetOffset) {
    throw new AppError('input.badChoice', {
      text: formatHex(first.offset),
      what: first.name,
      choices: `≥ ${formatHex(targetOffset)}`,
    });
  }
  const endOffset = endOf(last);
  if (padToSize !== null && endOffset > padToSize) {
    throw new AppError('plan.pastEnd', { name: last.name, endOffset, flashSizeBytes: padToSize });
  }
  const sizeBytes = (padToSize ?? endOffset) - targetOffset;
  if (sizeBytes > largestMerged) {
    throw new AppError('file.tooLarge', { name: last.name, sizeBytes, limitBytes: largestMerged });
  }
  const merged = new Uint8Array(sizeBytes).fill(0xff);
  for (const { offset, bytes } of sorted) merged.set(bytes, offset - targetOffset);
  return merged;
}

import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import { ByteReader } from '../../../src-shared/formats/byte-reader';
import { parseAppDescription, type AppDescription } from '../../../src-shared/formats/image-description';
import { extendedHeaderSize, imageHeaderSize } from '../../../src-shared/formats/image-header';
import type { ImageOptions } from './image-options';
import type { LoadSegment } from './load-segments';

/** `app_elf_sha256` in `esp_app_desc_t`. */
export const hashOffsetInAppDescription = 144;
const usualPageSize = 0x1_0000;
const segmentHeaderSize = 8;

/** The description that a segment starts with; null when there is none. */
export function appDescriptionAt({ bytes }: LoadSegment): AppDescription | null {
  return parseAppDescription(new ByteReader(bytes, ''), 0);
}

/**
 * Page size of the flash MMU that the program was linked for. Where the chip leaves a choice: as asked for; else as
 * the application description says (since ESP-IDF 5.4), or the largest for which the description lies right behind
 * the headers at the start of a page. Throws `input.badChoice` for a size that is none of the choices.
 */
export function mmuPageSizeFor(
  chip: ChipDescriptor,
  { mmuPageSize }: ImageOptions,
  mapped: readonly LoadSegment[],
): number {
  const choices = chip.mmuPageSizes;
  if (mmuPageSize !== null && choices.length > 1) {
    if (choices.includes(mmuPageSize)) return mmuPageSize;
    throw new AppError('input.badChoice', {
      text: pageSizeName(mmuPageSize),
      what: '--flash-mmu-page-size',
      choices: choices.map(pageSizeName).join(', '),
    });
  }
  const [first] = mapped;
  const description = first === undefined ? null : appDescriptionAt(first);
  if (first === undefined || description === null || choices.length < 2) return choices.at(-1) ?? usualPageSize;
  const told = 2 ** description.mmuPageSizeLog2;
  if (choices.includes(told)) return told;
  const start = first.address - imageHeaderSize - extendedHeaderSize - segmentHeaderSize;
  return [...choices].reverse().find((size) => start % size === 0) ?? choices[0] ?? usualPageSize;
}

function pageSizeName(sizeBytes: number): string {
  return `${sizeBytes / 1024}KB`;
}

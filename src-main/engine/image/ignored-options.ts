import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { ImageOptions } from './image-options';

/**
 * Options of the command line that were given and mean nothing for the chip: the image is made as if they were not
 * there, as the reference tool does it, so that one script can serve several chips.
 */
export function ignoredOptions(chip: ChipDescriptor, options: ImageOptions): readonly string[] {
  const isEsp8266 = chip.imageChipId === null;
  const ignored: readonly (readonly [name: string, isIgnored: boolean])[] = [
    ['--secure-pad', options.securePad === 'v1' && !hasSecureBootV1(chip)],
    ['--secure-pad-v2', options.securePad === 'v2' && isEsp8266],
    ['--flash-mmu-page-size', options.mmuPageSize !== null && !leavesPageSizeOpen(chip, options.mmuPageSize)],
    ['--pad-to-size', options.padToSize !== null && isEsp8266],
    ['--ram-only-header', options.ramOnlyHeader && isEsp8266],
    ['--dont-append-digest', !options.hasHash && isEsp8266],
    ['--min-rev', options.legacyMinRevision !== 0 && isEsp8266],
    ['--min-rev-full', options.minRevision !== 0 && isEsp8266],
    ['--max-rev-full', options.maxRevision !== 0xffff && isEsp8266],
  ];
  return ignored.flatMap(([name, isIgnored]) => (isIgnored ? [name] : []));
}

/** Later chips came with version 2 (ESP-IDF documentation, "Secure Boot v1"). */
export function hasSecureBootV1({ id }: ChipDescriptor): boolean {
  return id === 'esp32';
}

/** The one size that a chip has may be asked for as well. */
function leavesPageSizeOpen({ mmuPageSizes }: ChipDescriptor, sizeBytes: number): boolean {
  return mmuPageSizes.length > 1 || mmuPageSizes[0] === sizeBytes;
}

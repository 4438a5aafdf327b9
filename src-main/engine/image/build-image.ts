import { sha256 } from '@noble/hashes/sha2.js';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { parseElf } from '../../../src-shared/formats/elf';
import { buildEsp32Image } from './esp32-image';
import { buildEsp8266V1, buildEsp8266V2, buildEsp8266V3 } from './esp8266-image';
import { notBuilt } from './image-fault';
import { defaultImageOptions, type ImageOptions } from './image-options';
import { loadSegments, sortedByAddress } from './load-segments';

/** A file that goes to flash. */
export interface BuiltImage {
  readonly bytes: Uint8Array;
  /**
   * Where in flash it has to go, for an ESP8266 image, whose parts are linked to their places; null where others
   * decide (a partition table, the bootloader offset).
   */
  readonly offset: number | null;
}

/**
 * Makes the image or images that a chip starts from out of an ELF file: one, or two of version 1 for an ESP8266
 * program that runs from flash as well.
 *
 * @throws AppError `file.notUnderstood` for a bad ELF file, `image.notBuilt` for one that no image can be made of,
 * `input.badChoice` for an option that the chip does not have.
 */
export function buildImage(
  elfBytes: Uint8Array,
  name: string,
  chip: ChipDescriptor,
  options: ImageOptions,
): readonly BuiltImage[] {
  const elf = parseElf(elfBytes, name);
  const parts = options.source === 'sections' ? elf.sections : elf.segments;
  // With RAM first, order in memory is what counts, so that more of it can be joined.
  const segments = loadSegments(options.ramOnlyHeader ? sortedByAddress(parts) : parts, chip);
  if (segments.length === 0) throw notBuilt(name, 'nothing in it belongs in memory or flash');
  const program = { name, entryPoint: elf.entryPoint, segments, digest: sha256(elfBytes) };
  if (chip.imageChipId !== null) return [{ bytes: buildEsp32Image(program, chip, options), offset: null }];
  switch (options.esp8266Version) {
    case 1:
      return buildEsp8266V1(program, chip, options);
    case 2:
      return [buildEsp8266V2(program, chip, options)];
    case 3:
      return [{ bytes: buildEsp8266V3(program, chip, options), offset: null }];
  }
}

/** Bytes for an address, out of a file of their own. */
export interface RawSegment {
  readonly address: number;
  readonly bytes: Uint8Array;
}

/**
 * Makes an ESP8266 image of version 1 out of single segments, in their order and with nothing said about the flash.
 *
 * @throws AppError `image.notBuilt`.
 */
export function buildImageFromSegments(
  parts: readonly RawSegment[],
  name: string,
  chip: ChipDescriptor,
  entryPoint: number,
): readonly BuiltImage[] {
  const segments = parts.flatMap((part) => loadSegments([{ ...part, name: '', isExecutable: false }], chip));
  if (segments.length === 0) throw notBuilt(name, 'nothing in it belongs in memory or flash');
  const program = { name, entryPoint, segments, digest: null };
  return buildEsp8266V1(program, chip, { ...defaultImageOptions, flashSize: '512KB' });
}

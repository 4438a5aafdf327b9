import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import { flashModes, type FlashMode, type ImageHeader } from '../../../src-shared/formats/image-header';

/** How an image is to be made of a program. The names are those of the command line's options. */
export interface ImageOptions {
  /** `sections`, or the segments that the program headers name. */
  readonly source: 'sections' | 'segments';
  readonly flashMode: FlashMode;
  /** A key of the chip's frequencies; null for the one that is encoded as 0. */
  readonly flashFrequency: string | null;
  /** A key of the chip's sizes. */
  readonly flashSize: string;
  /** ESP8266: 1 for the ROM loader, in one or two files; 2 for a boot loader of the SDK; 3 for that of ESP8266_RTOS_SDK. */
  readonly esp8266Version: 1 | 2 | 3;
  // What follows is for the chips after the ESP8266, whose images have none of it.
  /** The old field for ESP32 and ESP32-C3. */
  readonly legacyMinRevision: number;
  /** Major × 100 + minor. */
  readonly minRevision: number;
  readonly maxRevision: number;
  /** Append the SHA-256 of the image. */
  readonly hasHash: boolean;
  /** Fill up to the end of a flash page, so that a signature of that version of Secure Boot ends at its end, or follows it. */
  readonly securePad: 'v1' | 'v2' | null;
  /** Page size of the flash MMU; null: what the application description says, or the usual one. */
  readonly mmuPageSize: number | null;
  /** Fill up with 0xFF to a multiple of this. */
  readonly padToSize: number | null;
  /** Show ROM the segments in RAM alone, and put those in flash behind the checksum. */
  readonly ramOnlyHeader: boolean;
  /** Where in the image the SHA-256 of the program goes; null: into an application description of ESP-IDF. */
  readonly programHashOffset: number | null;
}

/** What the reference tool assumes. */
export const defaultImageOptions: ImageOptions = {
  source: 'sections',
  flashMode: 'qio',
  flashFrequency: null,
  flashSize: '1MB',
  esp8266Version: 1,
  legacyMinRevision: 0,
  minRevision: 0,
  maxRevision: 0xffff,
  hasHash: true,
  securePad: null,
  mmuPageSize: null,
  padToSize: null,
  ramOnlyHeader: false,
  programHashOffset: null,
};

/** The header's fields that tell of the flash. Throws `input.badChoice` for what the chip does not have. */
export function flashFields(
  chip: ChipDescriptor,
  options: Pick<ImageOptions, 'flashMode' | 'flashFrequency' | 'flashSize'>,
): Pick<ImageHeader, 'flashMode' | 'flashSizeNibble' | 'flashFrequencyNibble'> {
  return {
    flashMode: flashModes.indexOf(options.flashMode),
    flashSizeNibble: choice(chip.flashSizes, options.flashSize, '--flash-size'),
    flashFrequencyNibble:
      options.flashFrequency === null ? 0 : choice(chip.flashFrequencies, options.flashFrequency, '--flash-freq'),
  };
}

function choice(choices: Readonly<Record<string, number>>, text: string, what: string): number {
  const value = Object.hasOwn(choices, text) ? choices[text] : undefined;
  if (value === undefined)
    throw new AppError('input.badChoice', { text, what, choices: Object.keys(choices).join(', ') });
  return value;
}

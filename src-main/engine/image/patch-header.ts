import { sha256 } from '@noble/hashes/sha2.js';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { isIntact, parseFirmwareImage, type FirmwareImage } from '../../../src-shared/formats/firmware-image';
import { flashModes, imageMagic } from '../../../src-shared/formats/image-header';
import { findSecureBootSignature } from '../../../src-shared/formats/secure-boot-signature';

/** What to put into an image's header; `keep` leaves a field as it is. */
export interface HeaderSettings {
  /** `qio`, `qout`, `dio`, `dout`. */
  readonly flashMode: string;
  /** A key of the chip's frequencies, `40m`. */
  readonly flashFrequency: string;
  /** A key of the chip's sizes, `4MB`. */
  readonly flashSize: string;
}

const modeNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  flashModes.map((name, number) => [name, number]),
);

/**
 * Puts flash mode, frequency and size into the header of the image that `bytes` starts with and renews
 * the SHA-256 that the header announces. Whoever calls decides that the image lies at the bootloader
 * offset: nowhere else do the three matter.
 *
 * Comes back as it is (the same array): an image that says all this already, bytes that are not an intact image with
 * magic 0xE9 for this kind of chip, and a signed image, since a change would break its signature. The input is
 * never changed.
 *
 * @throws AppError `input.badChoice` for a mode, frequency or size that the chip does not have.
 */
export function patchImageHeader(bytes: Uint8Array, chip: ChipDescriptor, settings: HeaderSettings): Uint8Array {
  const [mode, sizeAndFrequency] = patchedFields(bytes, chip, settings);
  if (mode === bytes[2] && sizeAndFrequency === bytes[3]) return bytes;
  const image = intactImage(bytes, chip);
  if (image === null || findSecureBootSignature(bytes, image) !== null) return bytes;
  const patched = bytes.slice();
  patched[2] = mode;
  patched[3] = sizeAndFrequency;
  if (image.hash !== null) patched.set(sha256(patched.subarray(0, image.hash.offset)), image.hash.offset);
  return patched;
}

/** True when the settings ask for a change that is not made because the image is signed. Throws like `patchImageHeader`. */
export function isKeptForSignature(bytes: Uint8Array, chip: ChipDescriptor, settings: HeaderSettings): boolean {
  const [mode, sizeAndFrequency] = patchedFields(bytes, chip, settings);
  if (mode === bytes[2] && sizeAndFrequency === bytes[3]) return false;
  const image = intactImage(bytes, chip);
  return image !== null && findSecureBootSignature(bytes, image) !== null;
}

/** Bytes 2 and 3 as the settings want them. */
function patchedFields(
  bytes: Uint8Array,
  chip: ChipDescriptor,
  settings: HeaderSettings,
): [mode: number, other: number] {
  const mode = choose(settings.flashMode, 'flash mode', modeNumbers);
  const frequency = choose(settings.flashFrequency, 'flash frequency', chip.flashFrequencies);
  const size = choose(settings.flashSize, 'flash size', chip.flashSizes);
  const [oldMode = 0, old = 0] = bytes.subarray(2, 4);
  return [mode ?? oldMode, (size ?? old & 0xf0) | (frequency ?? old & 0x0f)];
}

function choose(text: string, what: string, choices: Readonly<Record<string, number>>): number | null {
  if (text === 'keep') return null;
  const value = Object.hasOwn(choices, text) ? choices[text] : undefined;
  if (value === undefined) {
    throw new AppError('input.badChoice', { text, what, choices: ['keep', ...Object.keys(choices)].join(', ') });
  }
  return value;
}

function intactImage(bytes: Uint8Array, chip: ChipDescriptor): FirmwareImage | null {
  if (bytes[0] !== imageMagic) return null;
  try {
    const image = parseFirmwareImage(bytes);
    const isForThisKind = (image.format === 'esp32') === (chip.imageChipId !== null);
    return isForThisKind && isIntact(image) ? image : null;
  } catch (error) {
    if (isAppError(error, 'file.notUnderstood')) return null;
    throw error;
  }
}

import type { ChipDescriptor, ChipId } from '../chips/chip-descriptor';
import { chipById, chipByImageId } from '../chips/index';
import { memoryTypes } from '../chips/memory-types';
import { AppError } from '../errors/app-error';
import { parseFirmwareImage, type FirmwareImage, type ImageChecksum } from './firmware-image';
import { flashModeName, nibbleName, type ExtendedHeader, type ImageHeader } from './image-header';
import type { AppDescription, BootloaderDescription } from './image-description';
import { findSecureBootSignature, type SecureBootSignature } from './secure-boot-signature';

/** One segment of a described image. */
export interface ReportedSegment {
  readonly loadAddress: number;
  readonly sizeBytes: number;
  /** Of its bytes in the file. */
  readonly offset: number;
  /** `DRAM`, `IROM`; empty where the chip has nothing at the address. */
  readonly memoryTypes: readonly string[];
}

/** A SHA-256 that an image carries. */
export interface ReportedHash {
  /** Hexadecimal. */
  readonly stored: string;
  readonly isValid: boolean;
}

/** Everything that an image says about itself, as plain data. Revisions are major × 100 + minor. */
export interface ImageReport {
  readonly format: FirmwareImage['format'];
  /** Null for a chip id that is not known here. */
  readonly chip: ChipId | null;
  readonly imageChipId: number | null;
  /** Without what follows the image in the file. */
  readonly sizeBytes: number;
  readonly header: ImageHeader;
  /** Names where the chip has one for the number in the header, else null. */
  readonly flashMode: string | null;
  readonly flashFrequency: string | null;
  readonly flashSize: string | null;
  /** Null for ESP8266. */
  readonly extended: ExtendedHeader | null;
  readonly segments: readonly ReportedSegment[];
  readonly checksum: ImageChecksum;
  /** CRC-32 of an ESP8266 image of version 2. */
  readonly crc: ImageChecksum | null;
  readonly hash: ReportedHash | null;
  readonly application: (Omit<AppDescription, 'elfSha256'> & { readonly elfSha256: string }) | null;
  readonly bootloader: BootloaderDescription | null;
  readonly signature: SecureBootSignature | null;
}

/**
 * Describes the image that `bytes` starts with. `chip`: the one it is said to be for; null = as the image says.
 *
 * @throws AppError `file.notUnderstood` where there is no image or a part of one, `plan.wrongChip` for another chip's.
 */
export function describeImage(bytes: Uint8Array, name: string, chip: ChipDescriptor | null): ImageReport {
  const family = chip === null ? null : chip.imageChipId === null ? 'esp8266' : 'esp32';
  const image = parseFirmwareImage(bytes, name, family);
  const found = image.extended === null ? chipById('esp8266') : chipByImageId(image.extended.chipId);
  if (chip !== null && found?.id !== chip.id) {
    const imageChip = found?.name ?? `chip id ${image.extended?.chipId ?? ''}`;
    throw new AppError('plan.wrongChip', { name, imageChip, chip: chip.name });
  }
  const { header, hash, appDescription } = image;
  return {
    format: image.format,
    chip: found?.id ?? null,
    imageChipId: image.extended?.chipId ?? null,
    sizeBytes: image.endOffset,
    header,
    flashMode: flashModeName(header.flashMode),
    flashFrequency: found === null ? null : nibbleName(found.flashFrequencies, header.flashFrequencyNibble),
    flashSize: found === null ? null : nibbleName(found.flashSizes, header.flashSizeNibble),
    extended: image.extended,
    segments: image.segments.map((segment) => ({
      ...segment,
      memoryTypes: found === null ? [] : memoryTypes(found, segment.loadAddress),
    })),
    checksum: image.checksum,
    crc: image.crc,
    hash: hash && { stored: toHex(hash.stored), isValid: hash.isValid },
    application: appDescription && { ...appDescription, elfSha256: toHex(appDescription.elfSha256) },
    bootloader: image.bootloaderDescription,
    signature: findSecureBootSignature(bytes, image),
  };
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

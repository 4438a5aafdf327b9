import { chipById, chipByImageId } from '../../src-shared/chips';
import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { isAppError } from '../../src-shared/errors/app-error';
import { ByteReader } from '../../src-shared/formats/byte-reader';
import { isIntact, parseFirmwareImage, type FirmwareImage } from '../../src-shared/formats/firmware-image';
import {
  esp8266V2Magic,
  extendedHeaderSize,
  flashModeName,
  imageHeaderSize,
  imageMagic,
  looksLikeEsp8266,
  maxSegments,
  nibbleName,
  parseExtendedHeader,
  parseImageHeader,
  type ExtendedHeader,
  type ImageHeader,
} from '../../src-shared/formats/image-header';
import type { FirmwareKind, ImageSummary } from '../../src-shared/ipc/contract';

/** Bootloaders live between the bootloader offset and the partition table, which may have been moved up. */
const largestBootloader = 0x1_0000;
const esp8266FlashStart = 0x4020_0000;
const sectorSize = 0x1000;

/** What the image at the start of some bytes is. */
export interface InspectedImage {
  readonly kind: Extract<FirmwareKind, 'bootloader' | 'app' | 'esp8266Image'>;
  readonly chip: ChipDescriptor;
  readonly summary: ImageSummary;
  /** Place in flash, where the image is linked to run from one. */
  readonly ownOffset: number | null;
}

/** Null when there is no image; a damaged one is described from its header and has `checksumOk` false. Never throws. */
export function inspectImage(bytes: Uint8Array): InspectedImage | null {
  if (bytes[0] !== imageMagic && bytes[0] !== esp8266V2Magic) return null;
  const image = tryParse(bytes);
  if (image === null) return inspectDamaged(bytes);
  if (image.format !== 'esp32') return inspectEsp8266(image);
  const chip = image.extended === null ? null : chipByImageId(image.extended.chipId);
  // One byte of magic is little: what is neither intact nor meant for places that the chip has is no image.
  if (chip === null || (!isIntact(image) && !image.segments.every((s) => isMapped(chip, s.loadAddress)))) return null;
  return {
    kind: kindOf(image, chip),
    chip,
    ownOffset: null,
    summary: {
      ...headerSummary(chip, image.header, image.extended),
      projectName: image.appDescription?.projectName ?? null,
      version: image.appDescription?.version ?? null,
      idfVersion: image.appDescription?.idfVersion ?? image.bootloaderDescription?.idfVersion ?? null,
      checksumOk: image.checksum.stored === image.checksum.computed,
      hashOk: image.hash?.isValid ?? null,
    },
  };
}

function tryParse(bytes: Uint8Array): FirmwareImage | null {
  try {
    return parseFirmwareImage(bytes);
  } catch (error) {
    if (isAppError(error, 'file.notUnderstood')) return null;
    throw error;
  }
}

function inspectEsp8266(image: FirmwareImage): InspectedImage {
  const chip = chipById('esp8266');
  const first = image.segments[0];
  // ESP8266_RTOS_SDK links an application to the place in mapped flash where it is to be written.
  const isLinked = image.format === 'esp8266V1' && first !== undefined && first.loadAddress >= esp8266FlashStart;
  const linkedOffset = isLinked ? first.loadAddress - esp8266FlashStart : 0;
  return {
    kind: 'esp8266Image',
    chip,
    // A version 2 image is started by the SDK's boot loader, which has the first sector to itself.
    ownOffset: image.format === 'esp8266V2' ? sectorSize : linkedOffset - (linkedOffset % sectorSize),
    summary: { ...headerSummary(chip, image.header, null), checksumOk: isIntact(image), hashOk: null },
  };
}

/** An image that was cut short, recognised by a header in which everything makes sense. */
function inspectDamaged(bytes: Uint8Array): InspectedImage | null {
  const firstSegment = imageHeaderSize + extendedHeaderSize;
  if (bytes[0] !== imageMagic || bytes.length < firstSegment + 8) return null;
  const reader = new ByteReader(bytes, '');
  const header = parseImageHeader(reader);
  if (header.segmentCount === 0 || header.segmentCount > maxSegments || flashModeName(header.flashMode) === null)
    return null;
  if (looksLikeEsp8266(reader)) {
    const chip = chipById('esp8266');
    const summary = { ...headerSummary(chip, header, null), checksumOk: false, hashOk: null };
    return { kind: 'esp8266Image', chip, summary, ownOffset: 0 };
  }
  const extended = parseExtendedHeader(reader);
  const chip = chipByImageId(extended.chipId);
  if (chip === null || reader.u8(firstSegment - 1) > 1 || !isMapped(chip, reader.u32(firstSegment))) return null;
  const kind = isFlashMapped(chip, reader.u32(firstSegment)) ? 'app' : 'bootloader';
  const summary = { ...headerSummary(chip, header, extended), checksumOk: false, hashOk: null };
  return { kind, chip, summary, ownOffset: null };
}

/** Descriptions tell; before ESP-IDF 5.2 bootloaders have none, but they are small and live in RAM alone. */
function kindOf(image: FirmwareImage, chip: ChipDescriptor): 'bootloader' | 'app' {
  if (image.appDescription !== null) return 'app';
  if (image.bootloaderDescription !== null) return 'bootloader';
  const runsFromFlash = image.segments.some((segment) => isFlashMapped(chip, segment.loadAddress));
  return runsFromFlash || image.endOffset > largestBootloader ? 'app' : 'bootloader';
}

function isMapped(chip: ChipDescriptor, address: number): boolean {
  const isIn = ([start, end]: readonly [number, number, ...unknown[]]): boolean => address >= start && address < end;
  return chip.memoryMap.some(isIn) || chip.mappedFlash.some(isIn);
}

function isFlashMapped(chip: ChipDescriptor, address: number): boolean {
  return chip.mappedFlash.some(([start, end]) => address >= start && address < end);
}

function headerSummary(
  chip: ChipDescriptor,
  header: ImageHeader,
  extended: ExtendedHeader | null,
): Omit<ImageSummary, 'checksumOk' | 'hashOk'> {
  const [minRevision, maxRevision] = extended === null ? [null, null] : revisionLimits(chip, extended);
  return {
    chip: chip.id,
    flashMode: flashModeName(header.flashMode),
    flashFrequency: nibbleName(chip.flashFrequencies, header.flashFrequencyNibble),
    flashSize: nibbleName(chip.flashSizes, header.flashSizeNibble),
    projectName: null,
    version: null,
    idfVersion: null,
    minRevision,
    maxRevision,
  };
}

/**
 * Limits as `major.minor`, null = any. Where no upper limit is stated the image is of an ESP-IDF that
 * knew only the legacy byte: the minor revision on ESP32-C3, the major one elsewhere.
 */
function revisionLimits(chip: ChipDescriptor, extended: ExtendedHeader): [string | null, string | null] {
  const text = (revision: number): string => `${Math.floor(revision / 100)}.${revision % 100}`;
  const hasMax = extended.maxRevision !== 0 && extended.maxRevision !== 0xffff;
  const legacy = extended.legacyMinRevision * (chip.id === 'esp32c3' ? 1 : 100);
  const min = extended.minRevision !== 0 ? extended.minRevision : hasMax ? 0 : legacy;
  return [min === 0 ? null : text(min), hasMax ? text(extended.maxRevision) : null];
}

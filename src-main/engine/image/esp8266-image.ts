import { sha256 } from '@noble/hashes/sha2.js';
import { chipById } from '../../../src-shared/chips';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { esp8266Crc } from '../../../src-shared/formats/firmware-image';
import {
  esp8266V2Magic,
  imageHeaderSize,
  imageMagic,
  maxSegments,
  serializeImageHeader,
  type ImageHeader,
} from '../../../src-shared/formats/image-header';
import { checkPages } from './check-pages';
import { notBuilt } from './image-fault';
import { flashFields, type ImageOptions } from './image-options';
import { ImageWriter, type ProgramHash } from './image-writer';
import { isMappedFlash, padded, sortedByAddress, type LoadSegment } from './load-segments';
import type { Program } from './program';

/** Segment count in the first header of a version 2 image; it stands for the format, not for a count. */
const version2Count = 4;
/** The part that runs from flash ends on such a boundary in a version 2 image. */
const version2Align = 16;
const version3PageSize = 0x1_0000;
const hashSize = 32;

/** One of the one or two parts of a version 1 image. */
export interface Esp8266Part {
  /** Where in flash it goes. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Version 1: what ROM loads, for offset 0 and with a checksum; and as it is what runs from flash, for the place that
 * it is linked to.
 */
export function buildEsp8266V1(program: Program, chip: ChipDescriptor, options: ImageOptions): Esp8266Part[] {
  const { loaded, mapped } = partition(program, chip);
  const writer = new ImageWriter(program.name, imageHeaderSize, programHash(program, options));
  for (const { address, bytes } of loaded) writer.segment(address, bytes);
  writer.checksum();
  const image = writer.finish();
  image.set(serializeImageHeader(header(program, chip, options, loaded.length)));
  const first = { offset: 0, bytes: image };
  if (mapped === null) return [first];
  const offset = flashOffset(chip, mapped);
  if (offset === 0) throw notBuilt(program.name, 'both parts belong at the start of the flash', mapped.address);
  return [first, { offset, bytes: mapped.bytes }];
}

/** Version 2: a header, what runs from flash, then an image as of version 1, and a CRC-32 of it all. */
export function buildEsp8266V2(program: Program, chip: ChipDescriptor, options: ImageOptions): Esp8266Part {
  const { loaded, mapped } = partition(program, chip);
  const writer = new ImageWriter(program.name, imageHeaderSize, programHash(program, options));
  if (mapped !== null) writer.segment(0, padded(mapped.bytes, version2Align), false);
  const second = header(program, chip, options, loaded.length);
  writer.append(serializeImageHeader(second));
  for (const { address, bytes } of loaded) writer.segment(address, bytes);
  writer.checksum();
  const body = writer.finish();
  body.set(serializeImageHeader({ ...second, magic: esp8266V2Magic, segmentCount: version2Count }));
  const bytes = new Uint8Array(body.length + 4);
  bytes.set(body);
  new DataView(bytes.buffer).setUint32(body.length, esp8266Crc(body), true);
  return { offset: mapped === null ? 0 : flashOffset(chip, mapped), bytes };
}

/**
 * Version 3: what runs from flash by its address, then what goes to RAM, a checksum and a SHA-256. ESP8266_RTOS_SDK
 * follows ESP-IDF, and so do the numbers for the size of the flash.
 */
export function buildEsp8266V3(program: Program, chip: ChipDescriptor, options: ImageOptions): Uint8Array {
  const sorted = sortedByAddress(program.segments);
  if (sorted.length > maxSegments) throw notBuilt(program.name, 'more than 16 segments');
  // Where flash begins there is the boot loader: nothing of the program's is mapped to there.
  const isMapped = ({ address }: LoadSegment): boolean =>
    isMappedFlash(chip, address) && flashOffset(chip, { address }) > 0;
  const mapped = sorted.filter(isMapped);
  checkPages(program.name, mapped, version3PageSize);
  const writer = new ImageWriter(program.name, imageHeaderSize, programHash(program, options));
  for (const { address, bytes } of [...mapped, ...sorted.filter((segment) => !isMapped(segment))]) {
    writer.segment(address, bytes);
  }
  writer.checksum();
  const body = writer.finish();
  body.set(serializeImageHeader(header(program, chipById('esp32'), options, sorted.length)));
  const image = new Uint8Array(body.length + hashSize);
  image.set(body);
  image.set(sha256(body), body.length);
  return image;
}

function partition(program: Program, chip: ChipDescriptor): { loaded: LoadSegment[]; mapped: LoadSegment | null } {
  const isMapped = ({ address }: LoadSegment): boolean => isMappedFlash(chip, address);
  const loaded = program.segments.filter((segment) => !isMapped(segment));
  const [mapped = null, more] = program.segments.filter(isMapped);
  if (more !== undefined) throw notBuilt(program.name, 'more than one segment runs from flash', more.address);
  if (loaded.length > maxSegments) throw notBuilt(program.name, 'more than 16 segments');
  return { loaded, mapped };
}

function header(program: Program, chip: ChipDescriptor, options: ImageOptions, segmentCount: number): ImageHeader {
  return { magic: imageMagic, segmentCount, entryPoint: program.entryPoint, ...flashFields(chip, options) };
}

function flashOffset(chip: ChipDescriptor, { address }: Pick<LoadSegment, 'address'>): number {
  const [start = 0] = chip.mappedFlash.find(([from, to]) => address >= from && address < to) ?? [];
  return address - start;
}

function programHash({ digest }: Program, { programHashOffset }: ImageOptions): ProgramHash | null {
  return digest === null || programHashOffset === null ? null : { offset: programHashOffset, digest };
}

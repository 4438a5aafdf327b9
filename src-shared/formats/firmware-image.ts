import { sha256 } from '@noble/hashes/sha2.js';
import { ByteReader, notUnderstood, sameBytes } from './byte-reader';
import { crc32 } from './crc32';
import {
  esp8266V2Magic,
  extendedHeaderSize,
  imageHeaderSize,
  imageMagic,
  looksLikeEsp8266,
  maxSegments,
  parseExtendedHeader,
  parseImageHeader,
  type ExtendedHeader,
  type ImageHeader,
} from './image-header';
import {
  parseAppDescription,
  parseBootloaderDescription,
  type AppDescription,
  type BootloaderDescription,
} from './image-description';

const checksumSeed = 0xef;
const hashSize = 32;
const segmentHeaderSize = 8;

/** One segment. `offset` is where its bytes lie in the file. */
export interface ImageSegment {
  readonly loadAddress: number;
  readonly sizeBytes: number;
  readonly offset: number;
}

/** What the file states and what its bytes give. */
export interface ImageChecksum {
  readonly stored: number;
  readonly computed: number;
}

/** SHA-256 at the end of an image. */
export interface ImageHash {
  readonly offset: number;
  readonly stored: Uint8Array;
  readonly computed: Uint8Array;
  readonly isValid: boolean;
}

/** An image as ROM, bootloader and the reference tool understand it. */
export interface FirmwareImage {
  /** `esp8266V1`: one header; `esp8266V2`: a flash-mapped segment and a second header; `esp32`: all later chips. */
  readonly format: 'esp8266V1' | 'esp8266V2' | 'esp32';
  /** For `esp8266V2` the first header, except for the segment count, which is of the second. */
  readonly header: ImageHeader;
  /** Null for both ESP8266 formats. */
  readonly extended: ExtendedHeader | null;
  readonly segments: readonly ImageSegment[];
  readonly checksum: ImageChecksum;
  /** Null where the header announces none. */
  readonly hash: ImageHash | null;
  /** CRC-32 at the end of a version 2 image. */
  readonly crc: ImageChecksum | null;
  readonly appDescription: AppDescription | null;
  readonly bootloaderDescription: BootloaderDescription | null;
  /** First byte after the image; what follows (signature, padding, another file) is no part of it. */
  readonly endOffset: number;
}

/** Stored checksum and hash (and CRC) agree with the bytes. */
export function isIntact(image: FirmwareImage): boolean {
  const agrees = (sum: ImageChecksum | null): boolean => sum === null || sum.stored === sum.computed;
  return agrees(image.checksum) && agrees(image.crc) && (image.hash?.isValid ?? true);
}

/**
 * Reads an image from its first byte. Source: ESP-IDF documentation "App Image Format" and esptool's
 * "Firmware Image Format". Time and memory are linear in the file's size. Throws `file.notUnderstood`
 * and nothing else; a wrong checksum or hash is not an error here but a fact of the result. Images with magic 0xE9
 * do not say whether they are an ESP8266's: `family` is for who knows better than a look at the addresses.
 */
export function parseFirmwareImage(
  bytes: Uint8Array,
  name = '',
  family: 'esp8266' | 'esp32' | null = null,
): FirmwareImage {
  const reader = new ByteReader(bytes, name);
  const header = parseImageHeader(reader);
  if (header.magic === esp8266V2Magic) return parseEsp8266V2(reader, header);
  const isEsp8266 = family === null ? looksLikeEsp8266(reader) : family === 'esp8266';
  return isEsp8266 ? parseEsp8266V1(reader, header) : parseEsp32(reader, header);
}

function parseEsp32(reader: ByteReader, header: ImageHeader): FirmwareImage {
  const extended = parseExtendedHeader(reader);
  const body = parseSegments(reader, header.segmentCount, imageHeaderSize + extendedHeaderSize);
  const hash = extended.hasHash ? parseHash(reader, body.endOffset) : null;
  return {
    format: 'esp32',
    header,
    extended,
    segments: body.segments,
    checksum: body.checksum,
    hash,
    crc: null,
    appDescription: firstOf(body.segments, (segment) => parseAppDescription(reader, segment.offset)),
    bootloaderDescription: firstOf(body.segments, (segment) => parseBootloaderDescription(reader, segment.offset)),
    endOffset: hash === null ? body.endOffset : hash.offset + hashSize,
  };
}

function parseEsp8266V1(reader: ByteReader, header: ImageHeader): FirmwareImage {
  const body = parseSegments(reader, header.segmentCount, imageHeaderSize);
  return { ...esp8266Parts, format: 'esp8266V1', header, ...body, crc: null };
}

function parseEsp8266V2(reader: ByteReader, header: ImageHeader): FirmwareImage {
  const flashSegment = parseSegmentHeader(reader, imageHeaderSize);
  const secondHeaderOffset = flashSegment.offset + flashSegment.sizeBytes;
  const second = parseImageHeader(reader, secondHeaderOffset);
  if (second.magic !== imageMagic) throw notUnderstood(reader.name, 'unexpected first byte', secondHeaderOffset);
  const body = parseSegments(reader, second.segmentCount, secondHeaderOffset + imageHeaderSize);
  return {
    ...esp8266Parts,
    format: 'esp8266V2',
    header: { ...header, segmentCount: second.segmentCount },
    segments: [flashSegment, ...body.segments],
    checksum: body.checksum,
    crc: {
      stored: reader.u32(body.endOffset),
      computed: esp8266Crc(reader.slice(0, body.endOffset)),
    },
    endOffset: body.endOffset + 4,
  };
}

const esp8266Parts = { extended: null, hash: null, appDescription: null, bootloaderDescription: null } as const;

/** CRC-32 of a version 2 image. The SDK's boot loader treats the sum as a signed number and negates it when it is not negative. */
export function esp8266Crc(bytes: Uint8Array): number {
  const crc = crc32(bytes);
  return (crc & 0x8000_0000 ? ~crc : crc + 1) >>> 0;
}

function parseSegmentHeader(reader: ByteReader, headerOffset: number): ImageSegment {
  const segment = {
    loadAddress: reader.u32(headerOffset),
    sizeBytes: reader.u32(headerOffset + 4),
    offset: headerOffset + segmentHeaderSize,
  };
  if (segment.offset + segment.sizeBytes > reader.sizeBytes) {
    throw notUnderstood(reader.name, 'a segment is longer than the file', headerOffset);
  }
  return segment;
}

/** Segments and the checksum after them, which ends a 16-byte line. */
function parseSegments(
  reader: ByteReader,
  count: number,
  firstHeaderOffset: number,
): { segments: ImageSegment[]; checksum: ImageChecksum; endOffset: number } {
  if (count === 0) throw notUnderstood(reader.name, 'no segments', 1);
  if (count > maxSegments) throw notUnderstood(reader.name, 'too many segments', 1);
  const segments: ImageSegment[] = [];
  let offset = firstHeaderOffset;
  let computed = checksumSeed;
  for (let index = 0; index < count; index++) {
    const segment = parseSegmentHeader(reader, offset);
    for (const byte of reader.slice(segment.offset, segment.sizeBytes)) computed ^= byte;
    segments.push(segment);
    offset = segment.offset + segment.sizeBytes;
  }
  const checksumOffset = offset + 15 - (offset % 16);
  return { segments, checksum: { stored: reader.u8(checksumOffset), computed }, endOffset: checksumOffset + 1 };
}

function parseHash(reader: ByteReader, offset: number): ImageHash {
  const stored = reader.slice(offset, hashSize);
  const computed = sha256(reader.slice(0, offset));
  return { offset, stored, computed, isValid: sameBytes(stored, computed) };
}

function firstOf<T>(segments: readonly ImageSegment[], find: (segment: ImageSegment) => T | null): T | null {
  for (const segment of segments) {
    const found = find(segment);
    if (found !== null) return found;
  }
  return null;
}

import { ByteReader, notUnderstood } from './byte-reader';

/** First byte of an image that a ROM or a bootloader loads segment by segment. */
export const imageMagic = 0xe9;
/** First byte of an ESP8266 "version 2" image: the part that runs from flash comes first. */
export const esp8266V2Magic = 0xea;
/** ESP-IDF's ESP_IMAGE_MAX_SEGMENTS. */
export const maxSegments = 16;

/** Sizes of the two headers in bytes. */
export const imageHeaderSize = 8;
export const extendedHeaderSize = 16;

/** Byte 2 of the header, by its number. The same on all chips. */
export const flashModes = ['qio', 'qout', 'dio', 'dout'] as const;
export type FlashMode = (typeof flashModes)[number];

/** The 8 bytes that every image starts with. */
export interface ImageHeader {
  readonly magic: number;
  readonly segmentCount: number;
  readonly flashMode: number;
  /** High nibble of byte 3, in place (0x20, not 2), as chip descriptors list it. */
  readonly flashSizeNibble: number;
  /** Low nibble of byte 3. */
  readonly flashFrequencyNibble: number;
  readonly entryPoint: number;
}

/** The 16 bytes that follow on every chip after the ESP8266 (ESP-IDF, `esp_image_header_t`). */
export interface ExtendedHeader {
  /** 0xEE = not used. */
  readonly wpPin: number;
  /** Drive strengths of the flash pins: clk, q, d, cs0, hd, wp; a nibble each. */
  readonly pinDrive: readonly number[];
  readonly chipId: number;
  /** Field of ESP-IDF before 4.4: major revision on ESP32, minor on ESP32-C3. */
  readonly legacyMinRevision: number;
  /** Major × 100 + minor. */
  readonly minRevision: number;
  /** Major × 100 + minor; 0 and 0xFFFF mean that none is stated. */
  readonly maxRevision: number;
  /** A SHA-256 of everything before it follows the checksum. */
  readonly hasHash: boolean;
}

/** Reads the first 8 bytes. Accepts either magic; throws `file.notUnderstood` for anything else. */
export function parseImageHeader(reader: ByteReader, offset = 0): ImageHeader {
  const magic = reader.u8(offset);
  if (magic !== imageMagic && magic !== esp8266V2Magic)
    throw notUnderstood(reader.name, 'unexpected first byte', offset);
  const sizeAndFrequency = reader.u8(offset + 3);
  return {
    magic,
    segmentCount: reader.u8(offset + 1),
    flashMode: reader.u8(offset + 2),
    flashSizeNibble: sizeAndFrequency & 0xf0,
    flashFrequencyNibble: sizeAndFrequency & 0x0f,
    entryPoint: reader.u32(offset + 4),
  };
}

/** Reads the extended header. Throws `file.notUnderstood` when the file is shorter. */
export function parseExtendedHeader(reader: ByteReader, offset = imageHeaderSize): ExtendedHeader {
  return {
    wpPin: reader.u8(offset),
    pinDrive: [1, 2, 3].flatMap((index) => {
      const byte = reader.u8(offset + index);
      return [byte & 0x0f, byte >> 4];
    }),
    chipId: reader.u16(offset + 4),
    legacyMinRevision: reader.u8(offset + 6),
    minRevision: reader.u16(offset + 7),
    maxRevision: reader.u16(offset + 9),
    hasHash: reader.u8(offset + 15) === 1,
  };
}

/** The 8 bytes of a header. */
export function serializeImageHeader(header: ImageHeader): Uint8Array {
  const bytes = new Uint8Array(imageHeaderSize);
  bytes.set([
    header.magic,
    header.segmentCount,
    header.flashMode,
    header.flashSizeNibble | header.flashFrequencyNibble,
  ]);
  new DataView(bytes.buffer).setUint32(4, header.entryPoint, true);
  return bytes;
}

/** The 16 bytes of an extended header. */
export function serializeExtendedHeader(header: ExtendedHeader): Uint8Array {
  const bytes = new Uint8Array(extendedHeaderSize);
  const view = new DataView(bytes.buffer);
  bytes[0] = header.wpPin;
  header.pinDrive.forEach((strength, index) => {
    const at = 1 + (index >> 1);
    bytes[at] = (bytes[at] ?? 0) | (index % 2 === 0 ? strength : strength << 4);
  });
  view.setUint16(4, header.chipId, true);
  bytes[6] = header.legacyMinRevision;
  view.setUint16(7, header.minRevision, true);
  view.setUint16(9, header.maxRevision, true);
  bytes[15] = header.hasHash ? 1 : 0;
  return bytes;
}

/**
 * Whether an image with magic 0xE9 is an ESP8266's. Nothing in such an image says so, but where later
 * chips keep pin settings and reserved bytes, an ESP8266 image has its first segment's load address,
 * and that lies in the ESP8266's RAM or mapped flash; on later chips those bytes hold the WP pin and drive strengths.
 */
export function looksLikeEsp8266(reader: ByteReader): boolean {
  if (reader.sizeBytes < imageHeaderSize + 8) return false;
  const loadAddress = reader.u32(imageHeaderSize);
  const entryPoint = reader.u32(4);
  return (
    ((loadAddress >= 0x3ffe_8000 && loadAddress < 0x4000_0000) ||
      (loadAddress >= 0x4010_0000 && loadAddress < 0x4011_0000) ||
      (loadAddress >= 0x4020_0000 && loadAddress < 0x4030_0000)) &&
    entryPoint >= 0x4000_0000 &&
    entryPoint < 0x4030_0000
  );
}

/** Name of byte 2, null when it is none of the four. */
export function flashModeName(flashMode: number): FlashMode | null {
  return flashModes[flashMode] ?? null;
}

/** Key of `names` whose value is `nibble`, such as `4MB` or `40m` in a chip descriptor's tables. */
export function nibbleName(names: Readonly<Record<string, number>>, nibble: number): string | null {
  return Object.keys(names).find((name) => names[name] === nibble) ?? null;
}

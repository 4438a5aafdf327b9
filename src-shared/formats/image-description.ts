import type { ByteReader } from './byte-reader';

const appMagic = 0xabcd_5432;
const bootloaderMagic = 0x50;
/** Sizes of the two descriptions in bytes. */
export const appDescriptionSize = 256;
export const bootloaderDescriptionSize = 80;

/** What an application says about itself (ESP-IDF, `esp_app_desc_t`). */
export interface AppDescription {
  readonly secureVersion: number;
  readonly version: string;
  readonly projectName: string;
  /** `19:46:07` and `Sep 13 2022`, as the compiler wrote them. */
  readonly time: string;
  readonly date: string;
  readonly idfVersion: string;
  readonly elfSha256: Uint8Array;
  /** eFuse block revision, major × 100 + minor. */
  readonly minEfuseBlockRevision: number;
  readonly maxEfuseBlockRevision: number;
  /** Base-two logarithm of the MMU page size in bytes; 0 where it is not told. */
  readonly mmuPageSizeLog2: number;
}

/** What a bootloader says about itself since ESP-IDF 5.2 (`esp_bootloader_desc_t`). */
export interface BootloaderDescription {
  readonly version: number;
  readonly idfVersion: string;
  readonly compiled: string;
}

const printable = /^[\x20-\x7e]*$/;

/** The description at `offset`; null when there is none. */
export function parseAppDescription(reader: ByteReader, offset: number): AppDescription | null {
  if (reader.sizeBytes < offset + appDescriptionSize || reader.u32(offset) !== appMagic) return null;
  return {
    secureVersion: reader.u32(offset + 4),
    version: reader.text(offset + 16, 32),
    projectName: reader.text(offset + 48, 32),
    time: reader.text(offset + 80, 16),
    date: reader.text(offset + 96, 16),
    idfVersion: reader.text(offset + 112, 32),
    elfSha256: reader.slice(offset + 144, 32),
    minEfuseBlockRevision: reader.u16(offset + 176),
    maxEfuseBlockRevision: reader.u16(offset + 178),
    mmuPageSizeLog2: reader.u8(offset + 180),
  };
}

/**
 * The description at `offset`; null when there is none. Its magic is one byte, so the fields of text must
 * be that too. The date is empty in builds that can be reproduced.
 */
export function parseBootloaderDescription(reader: ByteReader, offset: number): BootloaderDescription | null {
  if (reader.sizeBytes < offset + bootloaderDescriptionSize || reader.u8(offset) !== bootloaderMagic) return null;
  const idfVersion = paddedText(reader, offset + 8, 32);
  const compiled = paddedText(reader, offset + 40, 24);
  if (idfVersion === null || idfVersion === '' || compiled === null) return null;
  return { version: reader.u32(offset + 4), idfVersion, compiled };
}

/** Printable text and nothing but zeros after it; null for anything else. */
function paddedText(reader: ByteReader, offset: number, sizeBytes: number): string | null {
  const text = reader.text(offset, sizeBytes);
  if (!printable.test(text)) return null;
  const padding = reader.slice(offset + text.length, sizeBytes - text.length);
  return padding.every((byte) => byte === 0) ? text : null;
}

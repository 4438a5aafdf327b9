import { createHash } from 'node:crypto';

/** What a made-up image is to say; sizes in bytes. */
export interface TestImage {
  readonly chipId: number;
  readonly segments?: readonly (readonly [loadAddress: number, sizeBytes: number])[];
  readonly firstSegment?: Uint8Array;
  readonly hasHash?: boolean;
  readonly flashMode?: number;
  readonly sizeAndFrequency?: number;
  readonly minRevision?: number;
  readonly maxRevision?: number;
  readonly legacyMinRevision?: number;
}

/** An image for chips after the ESP8266, built by this file's own reading of the format. */
export function buildTestImage(image: TestImage): Uint8Array {
  const segments = image.segments ?? [[0x3fc8_0000, 64]];
  const header = Buffer.alloc(24);
  header.set([0xe9, segments.length, image.flashMode ?? 2, image.sizeAndFrequency ?? 0x20]);
  header.writeUInt32LE(0x4037_c000, 4);
  header[8] = 0xee;
  header.writeUInt16LE(image.chipId, 12);
  header[14] = image.legacyMinRevision ?? 0;
  header.writeUInt16LE(image.minRevision ?? 0, 15);
  header.writeUInt16LE(image.maxRevision ?? 0xffff, 17);
  header[23] = image.hasHash === false ? 0 : 1;
  const parts: Buffer[] = [header];
  let checksum = 0xef;
  segments.forEach(([loadAddress, sizeBytes], index) => {
    const segmentHeader = Buffer.alloc(8);
    segmentHeader.writeUInt32LE(loadAddress, 0);
    segmentHeader.writeUInt32LE(sizeBytes, 4);
    const data = Buffer.alloc(sizeBytes, index + 1);
    if (index === 0 && image.firstSegment) data.set(image.firstSegment);
    for (const byte of data) checksum ^= byte;
    parts.push(segmentHeader, data);
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  parts.push(Buffer.alloc(15 - (length % 16)), Buffer.from([checksum]));
  if (image.hasHash !== false) parts.push(createHash('sha256').update(Buffer.concat(parts)).digest());
  return new Uint8Array(Buffer.concat(parts));
}

/** The 256 bytes that name an application. */
export function appDescriptionBytes(projectName: string, version: string): Uint8Array {
  const bytes = Buffer.alloc(256);
  bytes.writeUInt32LE(0xabcd5432, 0);
  bytes.write(version, 16);
  bytes.write(projectName, 48);
  bytes.write('v5.4', 112);
  return new Uint8Array(bytes);
}

/** The 80 bytes that name a bootloader. */
export function bootloaderDescriptionBytes(): Uint8Array {
  const bytes = Buffer.alloc(80);
  bytes[0] = 0x50;
  bytes.writeUInt32LE(1, 4);
  bytes.write('v5.4', 8);
  bytes.write('Jan  1 2025 00:00:00', 40);
  return new Uint8Array(bytes);
}

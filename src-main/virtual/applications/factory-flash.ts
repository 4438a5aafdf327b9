import { sha256 } from '@noble/hashes/sha2.js';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { serializePartitionTable } from '../../../src-shared/formats/partition-table';
import { putWord } from '../little-endian';

const appOffset = 0x1_0000;
const headerBytes = 24;
const descriptionBytes = 256;
/** Code of an application; there is none, but a segment is never empty. */
const codeBytes = 2048;
/** Stands in the first segment of every application made here, in front of its name. */
export const applicationMark = 'esplanade-application:';

/**
 * The flash of a board that comes with an application: bootloader, partition table and an application of that name.
 * On ESP8266 the application alone. The code in it is nought; a virtual board knows it by its mark.
 */
export function factoryFlash(chip: ChipDescriptor, name: string): Uint8Array {
  if (chip.partitionTableOffset === null || chip.imageChipId === null) return esp8266Image(chip, marked(name, 0));
  const table = serializePartitionTable({
    hasMd5: true,
    partitions: [
      { ...plain, label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x6000 },
      { ...plain, label: 'factory', type: 0, subtype: 0, offset: appOffset, sizeBytes: 0x10_0000 },
    ],
  });
  const app = image(chip, place(chip, 'DROM') + 0x20, marked(name, descriptionBytes, description(name)));
  const flash = new Uint8Array(appOffset + app.length).fill(0xff);
  flash.set(image(chip, place(chip, 'IRAM'), new Uint8Array(codeBytes)), chip.bootloaderOffset);
  flash.set(table, chip.partitionTableOffset);
  flash.set(app, appOffset);
  return flash;
}

const plain = { isEncrypted: false, isReadOnly: false, flags: 0 } as const;

/** ESP-IDF's application description: what it is called, and by which version of what it was built. */
function description(name: string): Uint8Array {
  const bytes = new Uint8Array(descriptionBytes);
  putWord(bytes, 0, 0xabcd_5432);
  for (const [at, text] of [
    [16, '1.0'],
    [48, name],
    [80, '12:00:00'],
    [96, 'Jan  1 2026'],
    [112, 'v5.5'],
  ] as const) {
    bytes.set(new TextEncoder().encode(text), at);
  }
  return bytes;
}

function marked(name: string, markOffset: number, start: Uint8Array = new Uint8Array(0)): Uint8Array {
  const bytes = new Uint8Array(codeBytes);
  bytes.set(start);
  bytes.set(new TextEncoder().encode(`${applicationMark}${name}`), markOffset);
  return bytes;
}

/** Header, one segment, checksum, SHA-256 (ESP-IDF, "App Image Format"). */
function image(chip: ChipDescriptor, address: number, data: Uint8Array): Uint8Array {
  const header = new Uint8Array(headerBytes);
  header.set([0xe9, 1, 2, chip.flashSizes['4MB'] ?? 0]);
  putWord(header, 4, place(chip, 'IRAM'));
  header[8] = 0xee;
  putWord(header, 12, chip.imageChipId ?? 0);
  header.set([0xff, 0xff], 17);
  header[23] = 1;
  const body = closed(header, address, data);
  const bytes = new Uint8Array(body.length + 32);
  bytes.set(body);
  bytes.set(sha256(body), body.length);
  return bytes;
}

/** Version 1 of ESP8266's images: a shorter header, nothing behind the checksum. */
function esp8266Image(chip: ChipDescriptor, data: Uint8Array): Uint8Array {
  const header = new Uint8Array(8);
  header.set([0xe9, 1, 2, chip.flashSizes['4MB'] ?? 0]);
  putWord(header, 4, place(chip, 'IRAM'));
  return closed(header, place(chip, 'IRAM'), data);
}

/** Header and segment, filled up so that the checksum ends a block of 16 bytes. */
function closed(header: Uint8Array, address: number, data: Uint8Array): Uint8Array {
  const length = Math.ceil((header.length + 8 + data.length + 1) / 16) * 16;
  const bytes = new Uint8Array(length);
  bytes.set(header);
  putWord(bytes, header.length, address);
  putWord(bytes, header.length + 4, data.length);
  bytes.set(data, header.length + 8);
  bytes[length - 1] = data.reduce((sum, byte) => sum ^ byte, 0xef);
  return bytes;
}

/** Where memory of that kind begins. */
function place(chip: ChipDescriptor, kind: string): number {
  return chip.memoryMap.find(([, , type]) => type === kind)?.[0] ?? 0;
}

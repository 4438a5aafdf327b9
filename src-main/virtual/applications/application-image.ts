import { sha256 } from '@noble/hashes/sha2.js';
import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { putWord } from '../little-endian';

const headerBytes = 24;
const descriptionBytes = 256;
const markedBytes = 2048;
/** Stands in the first segment of every application made here, in front of its name. */
export const applicationMark = 'esplanade-application:';

/** What an application made here says of itself. */
export interface ApplicationIdentity {
  /** As its description tells it. */
  readonly project: string;
  /** By which a virtual board knows what it does. */
  readonly mark: string;
}

/** The first segment of an application: ESP-IDF's description and the mark, then `code`. */
export function applicationSegment({ project, mark }: ApplicationIdentity, code: Uint8Array): Uint8Array {
  const head = marked(mark, descriptionBytes, description(project));
  const bytes = new Uint8Array(head.length + code.length);
  bytes.set(head);
  bytes.set(code, head.length);
  return bytes;
}

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

/** Noughts with the mark in them. */
export function marked(name: string, markOffset: number, start: Uint8Array = new Uint8Array(0)): Uint8Array {
  const bytes = new Uint8Array(markedBytes);
  bytes.set(start);
  bytes.set(new TextEncoder().encode(`${applicationMark}${name}`), markOffset);
  return bytes;
}

/** Header, one segment, checksum, SHA-256 (ESP-IDF, "App Image Format"). */
export function image(chip: ChipDescriptor, address: number, data: Uint8Array): Uint8Array {
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
export function esp8266Image(chip: ChipDescriptor, data: Uint8Array): Uint8Array {
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
export function place(chip: ChipDescriptor, kind: string): number {
  return chip.memoryMap.find(([, , type]) => type === kind)?.[0] ?? 0;
}

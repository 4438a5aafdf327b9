import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { halfWordAt, wordAt } from './little-endian';

const IMAGE_MAGIC = 0xe9;
/** Second version of ESP8266 images. */
const IMAGE_MAGIC_V2 = 0xea;
const MAX_SEGMENTS = 16;
const PARTITION_MAGIC = 0x50aa;
const PARTITION_ENTRY_BYTES = 32;
const MAX_PARTITIONS = 95;
const APP_DESCRIPTION_MAGIC = 0xabcd_5432;
const OTA_ENTRY_STRIDE = 0x1000;

/** True where a firmware image seems to start: what ROM checks before it loads anything. */
export function isImage(flash: Uint8Array, offset: number): boolean {
  const magic = flash[offset];
  const segments = flash[offset + 1] ?? 0;
  return (magic === IMAGE_MAGIC || magic === IMAGE_MAGIC_V2) && segments > 0 && segments <= MAX_SEGMENTS;
}

/** Segments of an image, as ROM lists them while loading. */
export function imageSegments(flash: Uint8Array, offset: number): { address: number; lengthBytes: number }[] {
  const isEsp8266Header = flash[offset] === IMAGE_MAGIC_V2;
  const count = flash[offset + 1] ?? 0;
  const segments: { address: number; lengthBytes: number }[] = [];
  // ESP32 and later have 16 more header bytes; on ESP8266 the first segment follows the 8-byte header.
  let at = offset + (isEsp8266Header || isEsp8266Address(wordAt(flash, offset + 8)) ? 8 : 24);
  for (let i = 0; i < count && at + 8 <= flash.length; i++) {
    const lengthBytes = wordAt(flash, at + 4);
    if (lengthBytes > 0x100_0000) break;
    segments.push({ address: wordAt(flash, at), lengthBytes });
    at += 8 + lengthBytes;
  }
  return segments;
}

/** ESP8266's instruction RAM starts here; no extended header has such a word at this place. */
function isEsp8266Address(word: number): boolean {
  return word >= 0x3ffe_0000 && word < 0x4030_0000;
}

/** What the bootloader finds to start. */
export type FoundApplication =
  | { readonly kind: 'noPartitionTable' | 'noApplication' }
  | {
      readonly kind: 'application';
      readonly offset: number;
      readonly name: string | null;
      readonly version: string | null;
    };

/** Follows partition table and OTA data to the application, as the bootloader does. */
export function findApplication(chip: ChipDescriptor, flash: Uint8Array): FoundApplication {
  const table = chip.partitionTableOffset;
  if (table === null || halfWordAt(flash, table) !== PARTITION_MAGIC) return { kind: 'noPartitionTable' };
  let factory: number | null = null;
  let otaData: number | null = null;
  const slots: number[] = [];
  for (let i = 0; i < MAX_PARTITIONS; i++) {
    const at = table + i * PARTITION_ENTRY_BYTES;
    if (halfWordAt(flash, at) !== PARTITION_MAGIC) break;
    const type = flash[at + 2] ?? 0;
    const subtype = flash[at + 3] ?? 0;
    const offset = wordAt(flash, at + 4);
    if (type === 0 && subtype === 0) factory = offset;
    else if (type === 0 && subtype >= 0x10 && subtype < 0x20) slots.push(offset);
    else if (type === 1 && subtype === 0) otaData = offset;
  }
  const chosen = otaData === null ? null : chosenSlot(flash, otaData, slots);
  const candidates = [chosen, factory, ...slots].filter((offset) => offset !== null);
  const offset = candidates.find((candidate) => isImage(flash, candidate));
  if (offset === undefined) return { kind: 'noApplication' };
  const hasDescription = wordAt(flash, offset + 0x20) === APP_DESCRIPTION_MAGIC;
  return {
    kind: 'application',
    offset,
    version: hasDescription ? textAt(flash, offset + 0x30, 32) : null,
    name: hasDescription ? textAt(flash, offset + 0x50, 32) : null,
  };
}

function chosenSlot(flash: Uint8Array, otaData: number, slots: readonly number[]): number | null {
  const sequences = [wordAt(flash, otaData), wordAt(flash, otaData + OTA_ENTRY_STRIDE)].filter(
    (sequence) => sequence !== 0 && sequence !== 0xffff_ffff,
  );
  if (sequences.length === 0 || slots.length === 0) return null;
  return slots[(Math.max(...sequences) - 1) % slots.length] ?? null;
}

function textAt(bytes: Uint8Array, at: number, limit: number): string {
  const field = bytes.subarray(at, at + limit);
  const end = field.indexOf(0);
  return new TextDecoder().decode(field.subarray(0, end < 0 ? limit : end));
}

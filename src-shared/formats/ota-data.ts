import { ByteReader, isErased } from './byte-reader';
import { crc32 } from './crc32';

const sectorSize = 0x1000;
/** Two sectors, written in turn so that one is always good. */
export const otaDataSize = 2 * sectorSize;
const entrySize = 32;
const labelSize = 20;

/** State of the application that an entry selects (ESP-IDF, `esp_ota_img_states_t`). */
const otaStates: Readonly<Record<number, OtaState>> = {
  0: 'new',
  1: 'pendingVerify',
  2: 'valid',
  3: 'invalid',
  4: 'aborted',
  0xffff_ffff: 'undefined',
};
export type OtaState = 'new' | 'pendingVerify' | 'valid' | 'invalid' | 'aborted' | 'undefined' | 'unknown';

/** One of the two entries. */
export interface OtaEntry {
  /** Counts up with every selection; the slot is (sequence - 1) modulo the number of OTA slots. */
  readonly sequence: number;
  readonly state: OtaState;
  readonly isCrcValid: boolean;
}

/** Both entries; null = erased. */
export interface OtaData {
  readonly entries: readonly [OtaEntry | null, OtaEntry | null];
}

/**
 * Reads the partition that says which application starts (ESP-IDF documentation, "OTA"). Needs both
 * sectors; throws `file.notUnderstood` on less.
 */
export function parseOtaData(bytes: Uint8Array, name = ''): OtaData {
  const reader = new ByteReader(bytes, name);
  return { entries: [parseEntry(reader, 0), parseEntry(reader, sectorSize)] };
}

function parseEntry(reader: ByteReader, offset: number): OtaEntry | null {
  if (isErased(reader.slice(offset, entrySize))) return null;
  return {
    sequence: reader.u32(offset),
    state: otaStates[reader.u32(offset + 4 + labelSize)] ?? 'unknown',
    isCrcValid: reader.u32(offset + 28) === sequenceCrc(reader.slice(offset, 4)),
  };
}

/** OTA data that selects `sequence` (1..2^32-2) in the first sector; the second stays erased. */
export function serializeOtaData(sequence: number): Uint8Array {
  const bytes = new Uint8Array(otaDataSize).fill(0xff);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sequence, true);
  view.setUint32(28, sequenceCrc(bytes.subarray(0, 4)), true);
  return bytes;
}

/** Exactly the two sectors, each erased or with an entry whose CRC is right and nothing else in them. */
export function looksLikeOtaData(bytes: Uint8Array): boolean {
  if (bytes.length !== otaDataSize) return false;
  return [0, sectorSize].every((offset) => {
    const rest = bytes.subarray(offset + entrySize, offset + sectorSize);
    const entry = parseEntry(new ByteReader(bytes, ''), offset);
    return (entry === null || entry.isCrcValid) && isErased(rest);
  });
}

function sequenceCrc(sequence: Uint8Array): number {
  return crc32(sequence, 0xffff_ffff);
}

/**
 * What a serial flash part tells about itself: Serial Flash Discoverable Parameters.
 *
 * Source: JEDEC JESD216 (revisions A to F), header, parameter headers and Basic Flash Parameter Table. Words ("DWORDs")
 * are little-endian and counted from 1 as the standard does.
 */
import { decodeBasicTable, type SfdpBasics } from './sfdp-basics';

/** One table that the header names. */
export interface SfdpTableEntry {
  /** `0xff00`: the basic table. JEDEC's own have 0xff in the upper byte, those of makers their JEP106 bank. */
  readonly id: number;
  /** `1.6` */
  readonly revision: string;
  /** Where it begins among the parameters, in bytes. */
  readonly offset: number;
  readonly sizeBytes: number;
  /** All of it is among the bytes that were read. */
  readonly isComplete: boolean;
}

/** The parameters as far as they can be understood. */
export interface SfdpContents {
  /** `1.6` */
  readonly revision: string;
  readonly tables: readonly SfdpTableEntry[];
  /** Null where no basic table was read. */
  readonly basics: SfdpBasics | null;
}

/** Enough to see whether there is anything, and how many tables are named. */
export const sfdpHeaderBytes = 8;
const tableHeaderBytes = 8;
const basicTableId = 0xff00;
const wordBytes = 4;
/** The highest of the basic table in any revision so far is word 23; later ones are only added. */
const mostWords = 64;

/** Where the list of tables ends, in bytes; null where these bytes are no such parameters. Needs `sfdpHeaderBytes`. */
export function sfdpHeadersEnd(bytes: Uint8Array): number | null {
  if (bytes.length < sfdpHeaderBytes || String.fromCharCode(...bytes.subarray(0, 4)) !== 'SFDP') return null;
  // The number of tables less one.
  return sfdpHeaderBytes + tableHeaderBytes * (1 + (bytes[6] ?? 0));
}

/**
 * How many bytes of the parameters are worth reading, going by their headers: up to the end of the last table that ends
 * within `limitBytes`. Null where these bytes are no such parameters.
 */
export function sfdpExtent(bytes: Uint8Array, limitBytes: number): number | null {
  const headersEnd = sfdpHeadersEnd(bytes);
  if (headersEnd === null) return null;
  const ends = readEntries(bytes).map(({ offset, sizeBytes }) => offset + sizeBytes);
  return Math.max(Math.min(headersEnd, limitBytes), ...ends.filter((end) => end <= limitBytes));
}

/**
 * Understands parameters that begin with the first of `bytes`. Null where they do not begin with the signature, as with
 * a part that has none. Takes any bytes and throws nothing: what does not make sense is null or left out.
 */
export function parseSfdp(bytes: Uint8Array): SfdpContents | null {
  if (sfdpHeadersEnd(bytes) === null) return null;
  const tables = readEntries(bytes);
  // Where there are several, the newest revision comes last.
  const basic = tables.filter(({ id, isComplete }) => id === basicTableId && isComplete).at(-1);
  return {
    revision: revisionOf(bytes[5], bytes[4]),
    tables,
    basics: basic === undefined ? null : decodeBasicTable(wordsOf(bytes, basic)),
  };
}

function readEntries(bytes: Uint8Array): readonly SfdpTableEntry[] {
  const end = Math.min(bytes.length, sfdpHeadersEnd(bytes) ?? 0);
  const entries: SfdpTableEntry[] = [];
  for (let at = sfdpHeaderBytes; at + tableHeaderBytes <= end; at += tableHeaderBytes) {
    const byte = (index: number): number => bytes[at + index] ?? 0;
    const offset = byte(4) | (byte(5) << 8) | (byte(6) << 16);
    const sizeBytes = byte(3) * wordBytes;
    entries.push({
      // The upper byte was reserved (as 0xff) at first, which is also what JEDEC's own tables have.
      id: (byte(7) << 8) | byte(0),
      revision: revisionOf(byte(2), byte(1)),
      offset,
      sizeBytes,
      isComplete: sizeBytes > 0 && offset + sizeBytes <= bytes.length,
    });
  }
  return entries;
}

function wordsOf(bytes: Uint8Array, { offset, sizeBytes }: SfdpTableEntry): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.min(mostWords, sizeBytes / wordBytes);
  return Array.from({ length: count }, (_, index) => view.getUint32(offset + index * wordBytes, true));
}

function revisionOf(major = 0, minor = 0): string {
  return `${major}.${minor}`;
}

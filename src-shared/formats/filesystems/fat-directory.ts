import { decodeCodePage } from './code-page-437';
import { entryBytes } from './fat-boot';

/** Bits of an entry's attributes. */
export const fatAttributes = {
  readOnly: 1,
  hidden: 2,
  system: 4,
  label: 8,
  folder: 0x10,
  archive: 0x20,
  longName: 0x0f,
};
/** What is noted of an entry beside contents and long name. */
export const noteRange = { start: 0, end: 26 } as const;

/** A file, folder or label of a folder. */
export interface FatEntry {
  readonly name: string;
  readonly attributes: number;
  readonly firstCluster: number;
  readonly sizeBytes: number;
  readonly modifiedMs: number | null;
  /** The 32 bytes themselves. */
  readonly raw: Uint8Array;
}

const deletedMark = 0xe5;
/** Stands for a name that begins with the byte of the mark. */
const escapedMark = 0x05;
/** Marks the last part of a long name, which comes first. */
export const lastLongPart = 0x40;
export const charactersPerPart = 13;
/** Where in a part its characters are. */
export const characterPlaces = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30];

/** All entries of a folder up to its end mark, long names put together (Microsoft's specification, "Long File Names"). */
export function readFatEntries(folder: Uint8Array): { entries: FatEntry[]; hasEnd: boolean } {
  const entries: FatEntry[] = [];
  const long = new LongName();
  for (let at = 0; at + entryBytes <= folder.length; at += entryBytes) {
    const raw = folder.subarray(at, at + entryBytes);
    const [first = 0] = raw;
    if (first === 0) return { entries, hasEnd: true };
    const attributes = raw[11] ?? 0;
    if (first === deletedMark) long.clear();
    else if ((attributes & 0x3f) === fatAttributes.longName) long.add(raw);
    else {
      entries.push(entryOf(raw, long.take(raw)));
      long.clear();
    }
  }
  return { entries, hasEnd: false };
}

/** Sum over a short name by which the parts of its long name know it. */
export function shortNameSum(raw: Uint8Array): number {
  return raw.subarray(0, 11).reduce((sum, byte) => (((sum & 1) << 7) + (sum >>> 1) + byte) & 0xff, 0);
}

/** The parts of a long name, which stand before their entry, the last one first. */
class LongName {
  #parts: string[] = [];
  #awaited = 0;
  #sum = 0;

  clear(): void {
    this.#parts = [];
    this.#awaited = 0;
  }

  add(raw: Uint8Array): void {
    const [order = 0] = raw;
    const number = order & 0x3f;
    if ((order & lastLongPart) !== 0) {
      this.#parts = [];
      this.#awaited = number;
      this.#sum = raw[13] ?? 0;
    }
    if (number === 0 || number !== this.#awaited || raw[13] !== this.#sum) {
      this.clear();
      return;
    }
    this.#awaited -= 1;
    const view = new DataView(raw.buffer, raw.byteOffset, raw.length);
    const codes = characterPlaces.map((place) => view.getUint16(place, true));
    const end = codes.indexOf(0);
    this.#parts.unshift(String.fromCharCode(...codes.slice(0, end < 0 ? charactersPerPart : end)));
  }

  /** The name, where all parts were there and belong to this entry. */
  take(raw: Uint8Array): string | null {
    return this.#parts.length > 0 && this.#awaited === 0 && shortNameSum(raw) === this.#sum
      ? this.#parts.join('')
      : null;
  }
}

function entryOf(raw: Uint8Array, longName: string | null): FatEntry {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.length);
  return {
    name: longName ?? shortName(raw),
    attributes: view.getUint8(11),
    firstCluster: view.getUint16(26, true) + view.getUint16(20, true) * 0x1_0000,
    sizeBytes: view.getUint32(28, true),
    modifiedMs: fatTime(view.getUint16(24, true), view.getUint16(22, true)),
    raw,
  };
}

/** Bits of byte 12 say that the name, or what follows the dot, is meant in small letters. */
export const smallName = 0x08;
export const smallExtension = 0x10;

/** The short name in an entry, `NAME.EXT`. */
export function shortName(raw: Uint8Array): string {
  const flags = raw[12] ?? 0;
  const bytes = raw.slice(0, 11);
  if (bytes[0] === escapedMark) bytes[0] = deletedMark;
  const [base, extension] = [bytes.subarray(0, 8), bytes.subarray(8)].map((part) => decodeCodePage(part).trimEnd());
  const name = (flags & smallName) !== 0 ? base?.toLowerCase() : base;
  const ending = (flags & smallExtension) !== 0 ? extension?.toLowerCase() : extension;
  return ending ? `${name ?? ''}.${ending}` : (name ?? '');
}

/** Local time of the board, which is UTC unless somebody set a zone; null where no date is noted or none that there is. */
function fatTime(date: number, time: number): number | null {
  const [year, month, day] = [1980 + (date >>> 9), (date >>> 5) & 0xf, date & 0x1f];
  if (month < 1 || month > 12 || day < 1) return null;
  return Date.UTC(year, month - 1, day, time >>> 11, (time >>> 5) & 0x3f, (time & 0x1f) * 2);
}

/** The other way round; what is before 1980 or after 2107 becomes the first day or the last. */
export function fatTimeWords(ms: number): { date: number; time: number } {
  const limited = Math.min(Math.max(ms, Date.UTC(1980, 0, 1)), Date.UTC(2107, 11, 31, 23, 59, 58));
  const then = new Date(limited);
  const date = ((then.getUTCFullYear() - 1980) << 9) | ((then.getUTCMonth() + 1) << 5) | then.getUTCDate();
  const time = (then.getUTCHours() << 11) | (then.getUTCMinutes() << 5) | (then.getUTCSeconds() >>> 1);
  return { date, time };
}

import { encodeCodePage } from './code-page-437';
import { entryBytes } from './fat-boot';
import {
  characterPlaces,
  charactersPerPart,
  fatAttributes,
  lastLongPart,
  shortName,
  shortNameSum,
  smallExtension,
  smallName,
} from './fat-directory';
import { checkNameLength, notAllowed } from './volume-plan';

/** Bytes 0 to 12 of an entry: name, attributes, and which parts of the name are in small letters. */
const nameBytes = 11;
const longest = 255;
const notInNames = /[\u0000-\u001f"*/:<>?\\|\u007f]/;
const inShortNames = /^[A-Z0-9!#$%&'()@^_`{}~-]+$/;

/** A name as it stands in a folder: the parts of the long one, if it needs one, and the short one with its bits. */
export interface FatName {
  readonly short: Uint8Array;
  readonly caseBits: number;
  readonly longParts: readonly Uint8Array[];
}

/** Finds names for the entries of one folder, no short one twice. */
export class FatNames {
  readonly #taken = new Set<string>();
  readonly #names = new Set<string>();

  /** Keeps the short name that an entry has had; false where another has it already. To be done before any name is taken. */
  keep(before: Uint8Array): boolean {
    return this.#claim(before.slice(0, nameBytes));
  }

  /**
   * The name of an entry. `kept`: the bytes of an entry whose short name was kept for it. Throws
   * `file.nameTooLong` and `file.nameNotAllowed`, also for two names that differ in capitals alone.
   */
  take(path: string, name: string, kept: Uint8Array | null): FatName {
    checkNameLength(path, name.length, longest);
    const folded = name.toUpperCase();
    if (notInNames.test(name) || /[. ]$/.test(name) || this.#names.has(folded)) throw notAllowed(path);
    this.#names.add(folded);
    if (kept) return this.#named(name, kept.slice(0, nameBytes), kept[12] ?? 0);
    const plain = plainName(name);
    if (plain && this.#claim(plain.short)) return { ...plain, longParts: [] };
    return this.#named(name, this.#alias(name), 0);
  }

  #named(name: string, short: Uint8Array, caseBits: number): FatName {
    const raw = new Uint8Array(entryBytes);
    raw.set(short);
    raw[12] = caseBits;
    return { short, caseBits, longParts: shortName(raw) === name ? [] : longPartsOf(name, shortNameSum(short)) };
  }

  #claim(short: Uint8Array): boolean {
    const key = short.join();
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }

  /** `LONGNA~1.TXT`, with as high a number as it takes. */
  #alias(name: string): Uint8Array {
    const dot = name.lastIndexOf('.');
    const [base, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ''];
    const letters = shortLetters(base);
    for (let number = 1; ; number++) {
      const tail = `~${number}`;
      const short = padded(letters.slice(0, 8 - tail.length) + tail, shortLetters(extension).slice(0, 3));
      if (this.#claim(short)) return short;
    }
  }
}

/** A name that needs no long one: eight letters, three letters, and neither part in mixed capitals. */
function plainName(name: string): Omit<FatName, 'longParts'> | null {
  const [base = '', extension = '', ...more] = name.split('.');
  const parts = extension === '' ? [base] : [base, extension];
  const isShort = more.length === 0 && base.length <= 8 && extension.length <= 3 && parts.join('.') === name;
  const isUsable = parts.every((part) => inShortNames.test(part.toUpperCase()) && isOneCase(part));
  if (!isShort || !isUsable) return null;
  const caseBits =
    (base === base.toUpperCase() ? 0 : smallName) | (extension === extension.toUpperCase() ? 0 : smallExtension);
  return { short: padded(base.toUpperCase(), extension.toUpperCase()), caseBits };
}

const isOneCase = (part: string): boolean => part === part.toUpperCase() || part === part.toLowerCase();

/** What can be used of a name for a short one. */
function shortLetters(part: string): string {
  return Array.from(part.toUpperCase())
    .filter((character) => character !== ' ' && character !== '.')
    .map((character) => (inShortNames.test(character) ? character : '_'))
    .join('');
}

function padded(base: string, extension: string): Uint8Array {
  const letters = base.padEnd(8) + extension.padEnd(3);
  return Uint8Array.from(letters, (character) => encodeCodePage(character) ?? 0x5f);
}

/** Entries of a long name, the last part first, as they stand before the short one. */
function longPartsOf(name: string, sum: number): Uint8Array[] {
  const count = Math.ceil(name.length / charactersPerPart);
  return Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const raw = new Uint8Array(entryBytes);
    const view = new DataView(raw.buffer);
    raw[0] = number | (index === 0 ? lastLongPart : 0);
    raw[11] = fatAttributes.longName;
    raw[13] = sum;
    characterPlaces.forEach((place, offset) => {
      const at = (number - 1) * charactersPerPart + offset;
      // A zero ends a name that does not fill its last part, and ones fill the rest.
      view.setUint16(place, at < name.length ? name.charCodeAt(at) : at === name.length ? 0 : 0xffff, true);
    });
    return raw;
  });
}

import { chipById } from '../../../src-shared/chips';
import type { ChipDescriptor, ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import { formatHex, parseSize } from '../../../src-shared/numbers/parse-number';
import { efuseSpan } from '../efuses';
import type { BoardSecurity, PersonalityOptions } from '../personality';

/** What a virtual board is asked to be, as people write it; what is left out is as usual. */
export interface PersonalityWords {
  /** `0.4` or `v3.1`. */
  readonly revision?: string;
  /** `24:0a:c4:00:01:10` */
  readonly mac?: string;
  /** JEDEC id as it is read: manufacturer, type, capacity, such as `0xc84016`. */
  readonly flashId?: string;
  /** Names of `securitySwitches`. */
  readonly security?: readonly string[];
  /** `address=word`, the CPU address at which an eFuse word is read. */
  readonly efuses?: readonly string[];
}

/** Security switches by the names that people give them. */
export const securitySwitches = {
  'secure-boot': 'secureBoot',
  'flash-encryption': 'flashEncryption',
  'secure-download': 'secureDownloadMode',
} as const satisfies Readonly<Record<string, keyof BoardSecurity>>;

const securityNames = Object.keys(securitySwitches) as readonly (keyof typeof securitySwitches)[];
const mostOfAField = 99;

/** What words can say of a board. */
export type StatedPersonality = Pick<PersonalityOptions, 'revision' | 'mac' | 'flashId' | 'efuse'> & {
  readonly security: BoardSecurity;
};

/** Reads all of it; `input.badChoice`, `input.notANumber` and `plan.unaligned` for what cannot be. */
export function readPersonality(words: PersonalityWords, chipId: ChipId): StatedPersonality {
  const chip = chipById(chipId);
  const { efuses = [] } = words;
  return {
    ...(words.revision === undefined ? {} : { revision: parseRevision(words.revision) }),
    ...(words.mac === undefined ? {} : { mac: parseMacText(words.mac) }),
    ...(words.flashId === undefined ? {} : { flashId: parseFlashId(words.flashId) }),
    security: parseSecurity(words.security ?? [], chip),
    ...(efuses.length === 0 ? {} : { efuse: Object.fromEntries(efuses.map((text) => parseEfuse(text, chip))) }),
  };
}

/** `3.1` → 301. */
function parseRevision(text: string): number {
  const match = /^v?(\d{1,2})\.(\d{1,2})$/i.exec(text.trim());
  if (match === null || Number(match[2]) > mostOfAField) {
    throw new AppError('input.badChoice', { text, what: 'revision', choices: '0.0 … 99.99' });
  }
  return Number(match[1]) * 100 + Number(match[2]);
}

function parseMacText(text: string): string {
  const mac = text.trim().toLowerCase().replaceAll('-', ':');
  if (/^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/.test(mac)) return mac;
  throw new AppError('input.badChoice', { text, what: 'MAC address', choices: '24:0a:c4:00:01:10' });
}

/** Read byte by byte, so that the manufacturer ends up lowest. */
function parseFlashId(text: string): number {
  const value = parseSize(text, 'flash id');
  if (value > 0xff_ffff) throw new AppError('input.badChoice', { text, what: 'flash id', choices: '0 … 0xffffff' });
  return ((value >>> 16) & 0xff) | (value & 0xff00) | ((value & 0xff) << 16);
}

function parseSecurity(texts: readonly string[], chip: ChipDescriptor): BoardSecurity {
  const chosen = texts.flatMap((text) => text.split(',')).map((text) => text.trim().toLowerCase().replaceAll('_', '-'));
  const offered = securityNames.filter((name) => isPossible(name, chip));
  const switches: Partial<Record<keyof BoardSecurity, boolean>> = {};
  for (const text of chosen) {
    const name = offered.find((candidate) => candidate === text);
    if (name === undefined) {
      const choices = offered.length === 0 ? 'none' : offered.join(', ');
      throw new AppError('input.badChoice', { text, what: `security of ${chip.name}`, choices });
    }
    switches[securitySwitches[name]] = true;
  }
  return switches;
}

/** Early chips have no Secure Download Mode; ESP8266 has no security at all, and E22's is not published. */
function isPossible(name: keyof typeof securitySwitches, chip: ChipDescriptor): boolean {
  return name === 'secure-download' ? chip.rom.securityInfo !== 'none' : chip.security !== null;
}

function parseEfuse(text: string, chip: ChipDescriptor): readonly [address: number, word: number] {
  const [address = '', word] = text.split('=', 2);
  if (word === undefined) {
    throw new AppError('input.badChoice', { text, what: 'eFuse', choices: 'address=word, such as 0x60008830=0x80' });
  }
  const place = parseSize(address, 'eFuse address');
  if (place % 4 !== 0) throw new AppError('plan.unaligned', { name: 'eFuse', offset: place, align: 4 });
  const { start, end } = efuseSpan(chip);
  if (place < start || place >= end) {
    const choices = `${formatHex(start)} … ${formatHex(end - 4)}`;
    throw new AppError('input.badChoice', { text: address, what: `eFuse address of ${chip.name}`, choices });
  }
  const value = parseSize(word, 'eFuse word');
  if (value > 0xffff_ffff) throw new AppError('input.notANumber', { text: word, what: 'eFuse word' });
  return [place, value];
}

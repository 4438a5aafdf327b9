import type { ChipDescriptor, ChipId } from '../../src-shared/chips/chip-descriptor';

/** Security switches that are burnt into this chip. */
export interface BoardSecurity {
  readonly flashEncryption?: boolean;
  readonly secureBoot?: boolean;
  readonly secureDownloadMode?: boolean;
}

/** What tells one board from another of the same chip. */
export interface PersonalityOptions {
  readonly chip: ChipId;
  /** major × 100 + minor. */
  readonly revision?: number;
  readonly flashSizeBytes?: number;
  /** JEDEC id as read: manufacturer | type << 8 | capacity << 16; made from the size when left out. */
  readonly flashId?: number;
  /** False where the flash part tells nothing about itself. Default: true. */
  readonly hasSfdp?: boolean;
  /** See `NorFlashOptions`. */
  readonly flashStatusMask?: number;
  /** Word of SPI_ATTACH for the pins that the flash part is wired to. Default: 0, the chip's own. */
  readonly flashConnection?: number;
  /** `24:0a:c4:00:01:10`; made from the chip and the seed when left out. */
  readonly mac?: string;
  /** Words of eFuse by CPU address, on top of what follows from the options above. */
  readonly efuse?: Readonly<Record<number, number>>;
  /** Other registers by CPU address with the values they have after a reset. */
  readonly registers?: Readonly<Record<number, number>>;
  readonly security?: BoardSecurity;
  readonly seed?: number;
}

/** `PersonalityOptions` with nothing left open. */
export interface Personality {
  readonly descriptor: ChipDescriptor;
  readonly revision: number;
  readonly flashSizeBytes: number;
  readonly flashId: number;
  readonly hasSfdp: boolean;
  readonly flashStatusMask: number;
  readonly flashConnection: number;
  readonly mac: readonly number[];
  readonly efuse: Readonly<Record<number, number>>;
  readonly registers: Readonly<Record<number, number>>;
  readonly security: Required<BoardSecurity>;
  readonly seed: number;
}

/** A revision that is sold today, for boards that ask for none. */
const usualRevision: Readonly<Record<ChipId, number>> = {
  esp8266: 0,
  esp32: 301,
  esp32s2: 100,
  esp32s3: 2,
  esp32s31: 0,
  esp32c2: 102,
  esp32c3: 4,
  esp32c5: 100,
  esp32c6: 2,
  esp32c61: 100,
  esp32h2: 102,
  esp32h21: 0,
  esp32h4: 0,
  esp32p4: 103,
  esp32e22: 0,
};

const DEFAULT_FLASH_BYTES = 4 * 1024 * 1024;
/** GigaDevice GD25Q: manufacturer C8h, type 40h, capacity = log2 of the size. */
const GIGADEVICE = 0x40c8;
/** Espressif's oldest prefix; the rest of the address is made up. */
const MAC_PREFIX = [0x24, 0x0a, 0xc4];

/** Fills in what the options leave open, always the same for the same chip and seed. */
export function resolvePersonality(descriptor: ChipDescriptor, options: PersonalityOptions): Personality {
  const flashSizeBytes = options.flashSizeBytes ?? DEFAULT_FLASH_BYTES;
  const seed = options.seed ?? 1;
  return {
    descriptor,
    revision: options.revision ?? usualRevision[descriptor.id],
    flashSizeBytes,
    flashId: options.flashId ?? (GIGADEVICE | (Math.ceil(Math.log2(flashSizeBytes)) << 16)) >>> 0,
    hasSfdp: options.hasSfdp ?? true,
    flashStatusMask: options.flashStatusMask ?? 0xff_ffff,
    flashConnection: options.flashConnection ?? 0,
    mac: options.mac === undefined ? inventMac(descriptor.id, seed) : parseMac(options.mac),
    efuse: options.efuse ?? {},
    registers: options.registers ?? {},
    security: { flashEncryption: false, secureBoot: false, secureDownloadMode: false, ...options.security },
    seed,
  };
}

function inventMac(chip: ChipId, seed: number): number[] {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of chip) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x0100_0193);
  return [...MAC_PREFIX, (hash >>> 16) & 0xff, (hash >>> 8) & 0xff, hash & 0xff];
}

function parseMac(text: string): number[] {
  const bytes = text.split(':').map((part) => Number.parseInt(part, 16));
  if (bytes.length !== 6 || bytes.some((byte) => !(byte >= 0 && byte <= 0xff))) {
    throw new RangeError(`not a MAC address: ${text}`);
  }
  return bytes;
}

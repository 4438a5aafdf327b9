/**
 * What the three bytes of a JEDEC id (command 0x9F) say about a flash part.
 *
 * Sources: JEDEC JEP106 (manufacturers, bank 1), data sheets of the parts named below.
 */

/** JEP106 bank 1 numbers seen on boards with Espressif chips. Some makers share or reuse a number. */
const manufacturers: Readonly<Record<number, string>> = {
  0x01: 'Infineon (Spansion)',
  0x0b: 'XTX',
  0x1c: 'EON',
  0x1f: 'Renesas (Adesto, Atmel)',
  0x20: 'XMC or Micron',
  0x2c: 'Micron',
  0x37: 'AMIC',
  0x4a: 'ESI',
  0x5e: 'Zbit',
  0x62: 'Sanyo',
  0x68: 'Boya',
  0x85: 'Puya',
  0x89: 'Intel',
  0x8c: 'ESMT',
  0x9d: 'ISSI',
  0xa1: 'Fudan Micro',
  0xba: 'Zetta',
  0xbf: 'Microchip (SST)',
  0xc2: 'Macronix',
  0xc4: 'Giantec',
  0xc8: 'GigaDevice',
  0xcd: 'TH',
  0xd5: 'ISSI',
  0xef: 'Winbond',
  0xf8: 'Dosilicon (Fidelix)',
};

/** The maker by the first byte of the JEDEC id; null where we do not know it. */
export function manufacturerName(id: number): string | null {
  return manufacturers[id] ?? null;
}

const ADESTO = 0x1f;

/**
 * Size in bytes of a flash part; null when the id tells none (0x000000 and 0xFFFFFF: nothing answered).
 * `jedec` is the word as read from the chip: manufacturer | type << 8 | capacity << 16.
 */
export function flashSizeFromDeviceId(jedec: number): number | null {
  const manufacturer = jedec & 0xff;
  const type = (jedec >>> 8) & 0xff;
  const capacity = (jedec >>> 16) & 0xff;
  // Most makers: log2 of the size in bytes. 256 KB (0x12) up to 256 MB (0x1C).
  if (capacity >= 0x12 && capacity <= 0x1c) return 2 ** capacity;
  // The count jumps from 0x19 to 0x20 with Micron, Macronix and others: MT25Q 512 Mbit is 20 BA 20.
  if (capacity >= 0x20 && capacity <= 0x22) return 2 ** (capacity - 6);
  // Low-voltage parts of Winbond and Macronix add 0x20: MX25U1635 is C2 25 35.
  if (capacity >= 0x32 && capacity <= 0x3a) return 2 ** (capacity - 0x20);
  // Adesto's older families keep the density in the lower five bits of the type byte: AT25SF041 is 1F 84 01.
  if (manufacturer === ADESTO && capacity < 0x10) {
    const density = type & 0x1f;
    if (density >= 3 && density <= 10) return 2 ** (density + 15);
  }
  return null;
}

/** Bytes of an option such as `4MB`, `512KB` or `2MB-c1` (ESP8266: 2 MB, OTA slots of 1 MB each); null for anything else. */
export function flashSizeToBytes(size: string): number | null {
  const match = /^(\d+)(KB|MB)(?:-c1)?$/.exec(size);
  if (!match) return null;
  return Number(match[1]) * (match[2] === 'MB' ? 1024 * 1024 : 1024);
}

/** The option name of a size, `4MB` for 4194304; null where there is no whole number of KB in it. */
export function bytesToFlashSize(sizeBytes: number): string | null {
  if (sizeBytes <= 0 || sizeBytes % 1024 !== 0) return null;
  const kib = sizeBytes / 1024;
  return kib % 1024 === 0 ? `${kib / 1024}MB` : `${kib}KB`;
}

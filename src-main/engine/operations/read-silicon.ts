import type { ChipDescriptor, SplitField } from '../../../src-shared/chips/chip-descriptor';
import type { RegisterReader } from './register-reader';

/** What eFuses say about the silicon and its package. */
export interface SiliconIdentity {
  readonly description: string;
  /** `0.4`; null where the chip does not tell. */
  readonly revision: string | null;
  readonly features: readonly string[];
}

/** Reads name, revision and features as the chip's descriptor says, with the exceptions that some chips need. */
export async function readSilicon(chip: ChipDescriptor, registers: RegisterReader): Promise<SiliconIdentity> {
  switch (chip.identity.special) {
    case 'esp8266':
      return readEsp8266(chip, registers);
    case 'esp32':
      return readEsp32(chip, registers);
    case 'esp32s2':
      return readEsp32S2(chip, registers);
    case 'esp32s3': {
      const identity = await readByFields(chip, registers);
      return (await isEsp32S3Revision00(chip, registers)) ? { ...identity, revision: '0.0' } : identity;
    }
    case null:
      return readByFields(chip, registers);
  }
}

async function readByFields(chip: ChipDescriptor, registers: RegisterReader): Promise<SiliconIdentity> {
  const { identity } = chip;
  const packageNumber = await optional(identity.packageVersion, registers);
  const major = await optional(identity.majorRevision, registers);
  const minor = await optional(identity.minorRevision, registers);
  return {
    description: (packageNumber === null ? undefined : identity.packageNames[packageNumber]) ?? chip.name,
    revision: major === null || minor === null ? null : `${major}.${minor}`,
    features: [
      ...identity.features,
      ...(await readEmbedded(identity.embeddedFlash, identity.embeddedFlashVendor, registers)),
      ...(await readEmbedded(identity.embeddedPsram, identity.embeddedPsramVendor, registers)),
    ],
  };
}

async function optional(field: SplitField | null, registers: RegisterReader): Promise<number | null> {
  return field === null ? null : registers.split(field);
}

type NamedField = { readonly field: SplitField; readonly names: Readonly<Record<number, string>> } | null;

/** `Embedded Flash 4MB (XMC)`; nothing where the package holds none. */
async function readEmbedded(part: NamedField, vendor: NamedField, registers: RegisterReader): Promise<string[]> {
  if (part === null) return [];
  const name = part.names[await registers.split(part.field)];
  if (name === undefined) return [];
  const vendorName = vendor === null ? undefined : vendor.names[await registers.split(vendor.field)];
  return [vendorName === undefined ? name : `${name} (${vendorName})`];
}

/** ESP8266 has no revision; flash inside the package, told by either of two OTP bits, makes it an ESP8285. */
async function readEsp8266(chip: ChipDescriptor, registers: RegisterReader): Promise<SiliconIdentity> {
  const { features } = chip.identity;
  if (chip.mac.by !== 'esp8266Otp') return { description: chip.name, revision: null, features };
  const { otp0 } = chip.mac;
  const isEsp8285 =
    (await registers.field({ address: otp0, shift: 4, bits: 1 })) === 1 ||
    (await registers.field({ address: otp0 + 8, shift: 16, bits: 1 })) === 1;
  return {
    description: isEsp8285 ? 'ESP8285' : 'ESP8266EX',
    revision: null,
    features: isEsp8285 ? [...features, 'Embedded Flash'] : features,
  };
}

/** SYSCON_DATE of ESP32: its top bit is the third bit of the major revision. */
const esp32SysconDate = { address: 0x3ff6_607c, shift: 31, bits: 1 } as const;
/** Packages of ESP32 that hold flash, and those that hold PSRAM. */
const esp32WithFlash: readonly number[] = [2, 4, 5, 6];
const esp32WithPsram: readonly number[] = [6, 7];

/**
 * ESP32: what later chips have in one field each is spread over eFuse words 3, 4 and 5.
 * Sources: ESP32 Technical Reference Manual, "eFuse Controller"; ESP32 Series SoC Errata, "Chip Revision".
 */
async function readEsp32(chip: ChipDescriptor, registers: RegisterReader): Promise<SiliconIdentity> {
  const efuse = async (word: number, shift: number, bits = 1): Promise<number> =>
    registers.field({ address: (chip.efuseBase ?? 0) + 4 * word, shift, bits });
  const identity = await readByFields(chip, registers);
  const packageNumber = await optional(chip.identity.packageVersion, registers);
  const minor = await optional(chip.identity.minorRevision, registers);
  // The bits were added one by one: 0, 1, 3 and 7 stand for 0, 1, 2 and 3.
  const bits = [await efuse(3, 15), await efuse(5, 20), await registers.field(esp32SysconDate)];
  const firstUnset = bits.indexOf(0);
  const major = firstUnset === -1 ? bits.length : firstUnset;
  const singleCore = (await efuse(3, 0)) === 1;
  const isRated = (await efuse(3, 13)) === 1;
  return {
    description: esp32Name(identity.description, major, singleCore),
    revision: `${major}.${minor ?? 0}`,
    features: [
      ...identity.features,
      ...((await efuse(3, 1)) === 0 ? ['BT'] : []),
      singleCore ? 'Single Core' : 'Dual Core',
      ...(isRated ? [(await efuse(3, 12)) === 1 ? '160MHz' : '240MHz'] : []),
      ...(packageNumber !== null && esp32WithFlash.includes(packageNumber) ? ['Embedded Flash'] : []),
      ...(packageNumber !== null && esp32WithPsram.includes(packageNumber) ? ['Embedded PSRAM'] : []),
      ...((await efuse(4, 8, 5)) === 0 ? [] : ['Vref calibration in eFuse']),
    ],
  };
}

/** One package number stands for several products: single-core ones, and those of revision 3. */
function esp32Name(name: string, major: number, singleCore: boolean): string {
  switch (name) {
    case 'ESP32-D0WDQ6':
    case 'ESP32-D0WD':
      if (singleCore) return name.replace('D0', 'S0');
      return major === 3 ? `${name}-V3` : name;
    case 'ESP32-PICO-D4':
      return major === 3 ? 'ESP32-PICO-V3' : name;
    default:
      return name;
  }
}

/** ESP32-S2: flash and PSRAM inside are part of the name; the other combinations were never sold. */
async function readEsp32S2(chip: ChipDescriptor, registers: RegisterReader): Promise<SiliconIdentity> {
  const identity = await readByFields(chip, registers);
  const flash = await optional(chip.identity.embeddedFlash?.field ?? null, registers);
  const psram = await optional(chip.identity.embeddedPsram?.field ?? null, registers);
  const suffix = esp32S2Suffixes[`${flash ?? 0},${psram ?? 0}`] ?? '';
  return { ...identity, description: `${identity.description}${suffix}` };
}

/** By the values of the flash and PSRAM fields. */
const esp32S2Suffixes: Readonly<Record<string, string>> = { '1,0': 'FH2', '2,0': 'FH4', '2,1': 'FNR2', '0,1': 'R2' };

/**
 * The first ESP32-S3 (v0.0) has part of its calibration data where the revision is now; its eFuse block
 * version 1.1 gives it away. Source: ESP-IDF, `efuse_hal.c` of ESP32-S3.
 */
async function isEsp32S3Revision00(chip: ChipDescriptor, registers: RegisterReader): Promise<boolean> {
  const base = chip.efuseBase ?? 0;
  const minorLow = await registers.field({ address: base + 0x50, shift: 18, bits: 3 });
  const blockMajor = await registers.field({ address: base + 0x6c, shift: 0, bits: 2 });
  const blockMinor = await registers.field({ address: base + 0x50, shift: 24, bits: 3 });
  return minorLow === 0 && blockMajor === 1 && blockMinor === 1;
}

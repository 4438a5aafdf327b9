import type { BitField, ChipDescriptor, MacStrategy, SplitField } from '../../src-shared/chips/chip-descriptor';
import type { RegisterBlock } from './address-space';
import type { Personality } from './personality';

/** Read registers of all eFuse blocks fit in here on every chip. */
const EFUSE_SPAN_BYTES = 0x200;
/** ESP8266 has 16 bytes of OTP instead, told at these addresses (ESP8266 documents, esptool's facts). */
const ESP8266_OTP = { start: 0x3ff0_0050, end: 0x3ff0_0060 };

/** ESP32 hides its revision in three places (ESP32 TRM "eFuse", Espressif's ECO documents). */
const ESP32_REVISION_BIT0: BitField = { address: 0x3ff5_a00c, shift: 15, bits: 1 };
const ESP32_REVISION_BIT1: BitField = { address: 0x3ff5_a014, shift: 20, bits: 1 };
const ESP32_REVISION_MINOR: BitField = { address: 0x3ff5_a014, shift: 24, bits: 2 };

/** Where a chip's eFuse words are read; the end is exclusive. */
export function efuseSpan({ efuseBase }: ChipDescriptor): { readonly start: number; readonly end: number } {
  return efuseBase === null ? ESP8266_OTP : { start: efuseBase, end: efuseBase + EFUSE_SPAN_BYTES };
}

/** The burnt words of one chip, as its read registers show them. */
export class Efuses implements RegisterBlock {
  readonly startAddress: number;
  readonly endAddress: number;
  private readonly words = new Map<number, number>();

  constructor(personality: Personality) {
    const { descriptor } = personality;
    const { start, end } = efuseSpan(descriptor);
    this.startAddress = start;
    this.endAddress = end;
    this.burnRevision(personality);
    this.burnMac(descriptor.mac, personality.mac);
    this.burnSecurity(personality);
    for (const [address, word] of Object.entries(personality.efuse)) this.words.set(Number(address), word >>> 0);
  }

  read(address: number): number {
    return this.words.get(address) ?? 0;
  }

  /** Read registers cannot be written; burning goes through the program registers, which are not modelled yet. */
  write(): void {
    return;
  }

  private burn(field: BitField, value: number): void {
    const mask = field.bits >= 32 ? 0xffff_ffff : (1 << field.bits) - 1;
    this.words.set(field.address, (this.read(field.address) | ((value & mask) << field.shift)) >>> 0);
  }

  private burnSplit(field: SplitField | null, value: number): void {
    let rest = value;
    for (const part of field ?? []) {
      this.burn(part, rest);
      rest >>>= part.bits;
    }
  }

  private burnRevision({ descriptor, revision }: Personality): void {
    const major = Math.floor(revision / 100);
    const minor = revision % 100;
    if (descriptor.identity.special === 'esp32') {
      this.burn(ESP32_REVISION_BIT0, major >= 1 ? 1 : 0);
      this.burn(ESP32_REVISION_BIT1, major >= 2 ? 1 : 0);
      this.burn(ESP32_REVISION_MINOR, minor);
      return;
    }
    this.burnSplit(descriptor.identity.majorRevision, major);
    this.burnSplit(descriptor.identity.minorRevision, minor);
  }

  private burnMac(strategy: MacStrategy, mac: readonly number[]): void {
    const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0] = mac;
    if (strategy.by === 'esp8266Otp') {
      this.words.set(strategy.otp0, (m5 << 24) >>> 0);
      this.words.set(strategy.otp1, ((m3 << 8) | m4) >>> 0);
      this.words.set(strategy.otp3, ((m0 << 16) | (m1 << 8) | m2) >>> 0);
      return;
    }
    // The upper half of the second word is a CRC on ESP32 and the EUI-64 extension ff:fe on 802.15.4 chips.
    const upper = strategy.hasEui64Extension ? 0xfffe : 0;
    this.burn({ address: strategy.address, shift: 0, bits: 32 }, ((m2 << 24) | (m3 << 16) | (m4 << 8) | m5) >>> 0);
    // On some chips (ESP32-C2) the revision shares the word.
    this.burn({ address: strategy.address + 4, shift: 0, bits: 32 }, ((upper << 16) | (m0 << 8) | m1) >>> 0);
  }

  private burnSecurity({ descriptor, security }: Personality): void {
    if (descriptor.security === null) return;
    if (security.flashEncryption) this.burn(descriptor.security.spiBootCryptCount, 1);
    if (security.secureBoot) for (const field of descriptor.security.secureBootEnabled) this.burn(field, 1);
  }
}

import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { RegisterReader } from './register-reader';

/** Factory addresses as `7c:df:a1:b2:03:9c`. */
export interface MacAddresses {
  /** Null where the chip holds none that can be read. */
  readonly base: string | null;
  /** Eight bytes, for IEEE 802.15.4; null where the chip has none. */
  readonly eui64: string | null;
}

/** Reads the factory MAC address out of the eFuses. */
export async function readMac(chip: Pick<ChipDescriptor, 'mac'>, registers: RegisterReader): Promise<MacAddresses> {
  const { mac } = chip;
  switch (mac.by) {
    case 'efuseWords': {
      const low = await registers.word(mac.address);
      const high = await registers.word(mac.address + 4);
      const base = [byte(high, 1), byte(high, 0), byte(low, 3), byte(low, 2), byte(low, 1), byte(low, 0)];
      if (!mac.hasEui64Extension || mac.extensionAddress === null) return { base: format(base), eui64: null };
      const extension = await registers.word(mac.extensionAddress);
      return {
        base: format(base),
        eui64: format([...base.slice(0, 3), byte(extension, 3), byte(extension, 2), ...base.slice(3)]),
      };
    }
    case 'esp8266Otp':
      return {
        base: esp8266Mac(
          await registers.word(mac.otp0),
          await registers.word(mac.otp1),
          await registers.word(mac.otp3),
        ),
        eui64: null,
      };
  }
}

/**
 * ESP8266: the lower three bytes are in OTP words 0 and 1. The vendor's three bytes are in word 3 of newer
 * chips; older ones tell one of two of Espressif's own by a number in word 1.
 */
function esp8266Mac(otp0: number, otp1: number, otp3: number): string | null {
  const vendor = esp8266Vendor(otp1, otp3);
  return vendor === null ? null : format([...vendor, byte(otp1, 1), byte(otp1, 0), byte(otp0, 3)]);
}

function esp8266Vendor(otp1: number, otp3: number): readonly number[] | null {
  if (otp3 !== 0) return [byte(otp3, 2), byte(otp3, 1), byte(otp3, 0)];
  switch (byte(otp1, 2)) {
    case 0:
      return [0x18, 0xfe, 0x34];
    case 1:
      return [0xac, 0xd0, 0x74];
    default:
      return null;
  }
}

function byte(word: number, index: number): number {
  return (word >>> (8 * index)) & 0xff;
}

function format(bytes: readonly number[]): string {
  return bytes.map((value) => value.toString(16).padStart(2, '0')).join(':');
}

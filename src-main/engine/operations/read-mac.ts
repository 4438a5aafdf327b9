import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { RegisterReader } from './register-reader';

/** The factory MAC address out of the eFuses, as `7c:df:a1:b2:03:9c`; null where none can be read. */
export async function readMac({ mac }: Pick<ChipDescriptor, 'mac'>, registers: RegisterReader): Promise<string | null> {
  switch (mac.by) {
    case 'efuseWords': {
      const low = await registers.word(mac.address);
      const high = await registers.word(mac.address + 4);
      return format([byte(high, 1), byte(high, 0), byte(low, 3), byte(low, 2), byte(low, 1), byte(low, 0)]);
    }
    case 'esp8266Otp':
      return esp8266Mac(await registers.word(mac.otp0), await registers.word(mac.otp1), await registers.word(mac.otp3));
  }
}

/**
 * The EUI-64 of a chip with IEEE 802.15.4, `60:55:f9:ff:fe:f7:2c:a2`: the MAC address with two more bytes in its
 * middle, which are kept beside it. Null for every other chip.
 */
export async function readEui64(
  { mac }: Pick<ChipDescriptor, 'mac'>,
  registers: RegisterReader,
): Promise<{ readonly extension: string; readonly eui64: string } | null> {
  const base = await readMac({ mac }, registers);
  if (base === null || mac.by !== 'efuseWords' || mac.extensionAddress === null) return null;
  const word = await registers.word(mac.extensionAddress);
  // Most significant byte first like the rest of the address (ESP-IDF `esp_efuse_table.c`, MAC_EXT: bit 56, then bit 48).
  const extension = format([byte(word, 3), byte(word, 2)]);
  return { extension, eui64: `${base.slice(0, 8)}:${extension}:${base.slice(9)}` };
}

/**
 * ESP8266: the number that the SDK calls chip id, made of the lower bytes of the MAC address; null for others.
 */
export async function readEsp8266ChipId(
  { mac }: Pick<ChipDescriptor, 'mac'>,
  registers: RegisterReader,
): Promise<number | null> {
  if (mac.by !== 'esp8266Otp') return null;
  const low = await registers.word(mac.otp0);
  const high = await registers.word(mac.otp1);
  return (byte(low, 3) | ((high & 0xff_ffff) << 8)) >>> 0;
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

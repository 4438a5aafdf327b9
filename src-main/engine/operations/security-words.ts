import type { SecurityInfo } from '../loader/loader';

/** What the flags of GET_SECURITY_INFO stand for. */
export interface SecuritySwitches {
  readonly secureBoot: boolean;
  readonly aggressiveRevoke: boolean;
  readonly secureDownloadMode: boolean;
  /** By key digest, 0 to 2. */
  readonly keyRevoked: readonly [boolean, boolean, boolean];
  readonly softJtagDisabled: boolean;
  readonly hardJtagDisabled: boolean;
  readonly usbDisabled: boolean;
  readonly dataCacheDisabled: boolean;
  readonly instructionCacheDisabled: boolean;
  readonly flashEncryption: boolean;
}

/** Bits by number; esptool documentation, "Serial Protocol", GET_SECURITY_INFO. */
export function securitySwitches({ flags, flashCryptCount }: SecurityInfo): SecuritySwitches {
  const bit = (number: number): boolean => ((flags >>> number) & 1) === 1;
  return {
    secureBoot: bit(0),
    aggressiveRevoke: bit(1),
    secureDownloadMode: bit(2),
    keyRevoked: [bit(3), bit(4), bit(5)],
    softJtagDisabled: bit(6),
    hardJtagDisabled: bit(7),
    usbDisabled: bit(8),
    dataCacheDisabled: bit(9),
    instructionCacheDisabled: bit(10),
    // Burned bit by bit: an odd number of them means on.
    flashEncryption:
      [0, 1, 2, 3, 4, 5, 6].filter((number) => ((flashCryptCount >>> number) & 1) === 1).length % 2 === 1,
  };
}

/** Purposes of key blocks (technical reference manuals, "eFuse Controller"); number 1 exists on later chips only. */
const purposeNames: readonly string[] = [
  'USER/EMPTY',
  'ECDSA_KEY',
  'XTS_AES_256_KEY_1',
  'XTS_AES_256_KEY_2',
  'XTS_AES_128_KEY',
  'HMAC_DOWN_ALL',
  'HMAC_DOWN_JTAG',
  'HMAC_DOWN_DIGITAL_SIGNATURE',
  'HMAC_UP',
  'SECURE_BOOT_DIGEST0',
  'SECURE_BOOT_DIGEST1',
  'SECURE_BOOT_DIGEST2',
  'KM_INIT_KEY',
];

/** What the key blocks 0 to 5 are burned for; the seventh number that chips send names no block. */
export function keyPurposeNames({ keyPurposes }: SecurityInfo): string[] {
  return keyPurposes.slice(0, 6).map((purpose) => purposeNames[purpose] ?? `UNKNOWN (${purpose})`);
}

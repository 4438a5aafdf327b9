import type { SecurityInfo } from './loader';

const withoutChipIdBytes = 12;
const keyPurposesFrom = 5;

/** Bit of `flags` for Secure Download Mode (esp-serial-flasher, `protocol.h`). */
const secureDownloadFlag = 1 << 2;

/**
 * The answer to GET_SECURITY_INFO, 12 or 20 bytes: flags, flash crypt count, seven key purposes, and
 * where there are 20, chip id and ECO version ("Serial Protocol", GET_SECURITY_INFO).
 */
export function decodeSecurityInfo(data: Uint8Array): SecurityInfo {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const isFull = data.length > withoutChipIdBytes;
  return {
    flags: view.getUint32(0, true),
    flashCryptCount: view.getUint8(4),
    keyPurposes: [...data.subarray(keyPurposesFrom, withoutChipIdBytes)],
    chipId: isFull ? view.getUint32(12, true) : null,
    ecoVersion: isFull ? view.getUint32(16, true) : null,
  };
}

/** True where the chip takes only the few commands of Secure Download Mode. */
export function isSecureDownloadMode(info: SecurityInfo): boolean {
  return (info.flags & secureDownloadFlag) !== 0;
}

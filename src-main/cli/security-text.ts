import { formatHex } from '../../src-shared/numbers/parse-number';
import type { SecurityInfo } from '../engine/loader/loader';
import { keyPurposeNames, securitySwitches } from '../engine/operations/security-words';

/** What is locked in a chip, one fact a line. */
export function describeSecurity(info: SecurityInfo): string {
  const switches = securitySwitches(info);
  const revoked = switches.keyRevoked.flatMap((isRevoked, number) => (isRevoked ? [number] : []));
  const lines = [
    `Flags: ${formatHex(info.flags, 8)} (0b${info.flags.toString(2)})`,
    `Key Purposes: (${info.keyPurposes.join(', ')})`,
    ...keyPurposeNames(info).map((name, block) => `  BLOCK_KEY${block}: ${name}`),
    ...(info.chipId === null ? [] : [`Chip ID: ${info.chipId}`]),
    ...(info.ecoVersion === null ? [] : [`API Version: ${info.ecoVersion}`]),
    `Secure Boot: ${onOff(switches.secureBoot)}`,
    ...(switches.secureBoot ? [`Secure Boot Aggressive Key Revocation: ${onOff(switches.aggressiveRevoke)}`] : []),
    ...(switches.secureBoot ? [`Secure Boot Keys Revoked: ${revoked.length === 0 ? 'none' : revoked.join(', ')}`] : []),
    `Secure Download Mode: ${onOff(switches.secureDownloadMode)}`,
    `Flash Encryption: ${onOff(switches.flashEncryption)}`,
    `SPI Boot Crypt Count (SPI_BOOT_CRYPT_CNT): ${formatHex(info.flashCryptCount)}`,
    `Icache in UART download mode: ${onOff(!switches.instructionCacheDisabled)}`,
    `Dcache in UART download mode: ${onOff(!switches.dataCacheDisabled)}`,
    `JTAG: ${switches.hardJtagDisabled ? 'Permanently Disabled' : switches.softJtagDisabled ? 'Disabled by Software' : 'Enabled'}`,
    `USB Access: ${onOff(!switches.usbDisabled)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The word for a switch. */
export function onOff(isOn: boolean): string {
  return isOn ? 'Enabled' : 'Disabled';
}

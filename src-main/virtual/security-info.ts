import { putWord } from './little-endian';
import type { Personality } from './personality';

const FLAG_SECURE_BOOT = 1 << 0;
const FLAG_SECURE_DOWNLOAD = 1 << 2;
/** The seventh key purpose reads as this on a chip with no keys (recorded from an ESP32-C3). */
const LAST_KEY_PURPOSE = 12;

/** GET_SECURITY_INFO's data: flags, crypt count, seven key purposes, and (not on ESP32-S2) chip id and ECO version. */
export function securityInfo(personality: Personality): Uint8Array {
  const { descriptor, security } = personality;
  const info = new Uint8Array(descriptor.rom.securityInfo === 'withoutChipId' ? 12 : 20);
  const flags = (security.secureBoot ? FLAG_SECURE_BOOT : 0) | (security.secureDownloadMode ? FLAG_SECURE_DOWNLOAD : 0);
  putWord(info, 0, flags);
  info[4] = security.flashEncryption ? 1 : 0;
  info[11] = LAST_KEY_PURPOSE;
  if (info.length === 20) {
    putWord(info, 12, descriptor.detect.by === 'chipId' ? descriptor.detect.chipId : (descriptor.imageChipId ?? 0));
    putWord(info, 16, personality.revision);
  }
  return info;
}

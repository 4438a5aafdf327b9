import { bytesToFlashSize } from '../../src-shared/flash-parts/flash-parts';
import { chipById } from '../../src-shared/chips';
import type { BoardIdentity, FlashIdentity } from '../../src-shared/ipc/contract';

/** What is known about the chip, one fact a line. */
export function describeBoard(identity: BoardIdentity): string {
  const { chip, description, revision, features, crystalMhz, mac } = identity;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Chip', description === '' ? chipById(chip).name : description],
    ['Revision', revision],
    ['Features', features.length === 0 ? null : features.join(', ')],
    ['Crystal', crystalMhz === null ? null : `${crystalMhz} MHz`],
    ['MAC', mac],
    ['Secure boot', identity.secureBoot === true ? 'on' : null],
    ['Flash encryption', identity.flashEncryption === true ? 'on' : null],
    ['Secure Download Mode', identity.secureDownloadMode ? 'on' : null],
  ];
  return lines(facts);
}

/** The flash part by its JEDEC id. */
export function describeFlash({ manufacturerId, manufacturer, deviceId, sizeBytes }: FlashIdentity): string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  const maker = hex(manufacturerId, 2);
  return lines([
    ['Manufacturer', manufacturer === null ? maker : `${maker} (${manufacturer})`],
    ['Device', hex(deviceId, 4)],
    ['Detected flash size', sizeBytes === null ? 'unknown' : bytesToFlashSize(sizeBytes)],
  ]);
}

function lines(facts: readonly (readonly [name: string, value: string | null])[]): string {
  return facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\n`])).join('');
}

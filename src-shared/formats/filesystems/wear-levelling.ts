import { crc32 } from '../crc32';
import type { WearLevelling } from './volume-geometry';

/** A sector of flash, and the unit in which sectors are moved. */
export const wearSector = 4096;
/** Length of a state, and of each record of a move behind it. */
export const stateBytes = 64;
export const recordBytes = 16;
const stateVersion = 2;
const crcStart = 0xffff_ffff;

/** Where wear levelling keeps what, counted in sectors of a partition (ESP-IDF, `WL_Flash::config`). */
export interface WearPlaces {
  /** What is left for the filesystem. One sector more is between them, whose contents do not count. */
  readonly volumeSectors: number;
  readonly firstState: number;
  readonly secondState: number;
  readonly config: number;
}

/** The places in a partition of this size; null where it is too small. */
export function wearPlaces(sizeBytes: number): WearPlaces | null {
  const sectors = Math.floor(sizeBytes / wearSector);
  const stateSectors = Math.ceil((stateBytes + sectors * recordBytes) / wearSector);
  const volumeSectors = sectors - 2 * stateSectors - 2;
  if (volumeSectors < 1) return null;
  const config = sectors - 1;
  return { volumeSectors, firstState: config - 2 * stateSectors, secondState: config - stateSectors, config };
}

/**
 * The filesystem of a partition with wear levelling, its sectors in their order; null where there is no wear levelling of
 * version 2. One sector is spare and wanders through the partition; once it is through, all others have moved on by one
 * (ESP-IDF, `WL_Flash::init`, `recoverPos` and `calcAddr`).
 */
export function unwrapWearLevelling(bytes: Uint8Array): { volume: Uint8Array; wearLevelling: WearLevelling } | null {
  const places = wearPlaces(bytes.length);
  if (!places) return null;
  const { volumeSectors, firstState, secondState, config } = places;
  const at = [firstState, secondState].map((sector) => sector * wearSector).find((each) => isState(bytes, each));
  if (at === undefined) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const deviceId = view.getUint32(at + 28, true);
  const moveCount = view.getUint32(at + 8, true) % volumeSectors;
  const spare = Math.min(countRecords(bytes, at + stateBytes, deviceId, volumeSectors + 1), volumeSectors);
  const volume = new Uint8Array(volumeSectors * wearSector);
  for (let sector = 0; sector < volumeSectors; sector++) {
    const shifted = (volumeSectors - moveCount + sector) % volumeSectors;
    const place = (shifted < spare ? shifted : shifted + 1) * wearSector;
    volume.set(bytes.subarray(place, place + wearSector), sector * wearSector);
  }
  const configSector = bytes.slice(config * wearSector, (config + 1) * wearSector);
  return { volume, wearLevelling: { deviceId, updateRate: view.getUint32(at + 16, true), configSector } };
}

function isState(bytes: Uint8Array, at: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, stateBytes);
  const isRight = crc32(bytes.subarray(at, at + stateBytes - 4), crcStart) === view.getUint32(stateBytes - 4, true);
  return isRight && view.getUint32(24, true) === stateVersion;
}

function countRecords(bytes: Uint8Array, at: number, deviceId: number, most: number): number {
  let count = 0;
  while (
    count < most &&
    moveRecord(deviceId, count).every((byte, index) => bytes[at + count * recordBytes + index] === byte)
  ) {
    count += 1;
  }
  return count;
}

/** What is noted when the spare sector has moved for the `index`-th time. */
function moveRecord(deviceId: number, index: number): Uint8Array {
  const record = new Uint8Array(recordBytes);
  const view = new DataView(record.buffer);
  for (let word = 0; word < 4; word++) {
    const number = new Uint8Array(4);
    new DataView(number.buffer).setUint32(0, deviceId + index * 4 + word, true);
    view.setUint32(word * 4, crc32(number, crcStart), true);
  }
  return record;
}

/** A partition with this filesystem in it, as wear levelling has it before anything was moved. */
export function wrapWearLevelling(
  volume: Uint8Array,
  { deviceId, updateRate, configSector }: WearLevelling,
  sizeBytes: number,
): Uint8Array {
  const image = new Uint8Array(sizeBytes).fill(0xff);
  const places = wearPlaces(sizeBytes);
  if (!places) return image;
  image.set(volume, wearSector);
  const state = new Uint8Array(stateBytes);
  const view = new DataView(state.buffer);
  const values = [0, places.volumeSectors + 1, 0, 0, updateRate, wearSector, stateVersion, deviceId];
  values.forEach((value, index) => view.setUint32(index * 4, value, true));
  view.setUint32(stateBytes - 4, crc32(state.subarray(0, stateBytes - 4), crcStart), true);
  image.set(state, places.firstState * wearSector);
  image.set(state, places.secondState * wearSector);
  image.set(configSector, places.config * wearSector);
  return image;
}

/** The configuration that ESP-IDF notes for a partition of this size. */
export function usualConfigSector(sizeBytes: number, updateRate: number): Uint8Array {
  const sector = new Uint8Array(wearSector).fill(0xff);
  const config = new Uint8Array(48);
  const view = new DataView(config.buffer);
  const values = [0, sizeBytes, wearSector, wearSector, updateRate, recordBytes, stateVersion, 32];
  values.forEach((value, index) => view.setUint32(index * 4, value, true));
  view.setUint32(32, crc32(config.subarray(0, 32), crcStart), true);
  sector.set(config);
  return sector;
}

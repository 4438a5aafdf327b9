import { isAppError } from '../../../src-shared/errors/app-error';
import { serializeOtaData } from '../../../src-shared/formats/ota-data';
import { parsePartitionTable, subtypeName, typeName } from '../../../src-shared/formats/partition-table';
import type { SetPart } from './firmware-set';

/**
 * Arduino and PlatformIO write a file of their installation (`boot_app0.bin`) beside what they build, so that the application
 * in the first slot starts and not an older one in the second. Its contents are the same everywhere, so that it can be made
 * where only the build is at hand. Null where the table has no place for it.
 */
export function firstSlotPart(table: Uint8Array): SetPart | null {
  try {
    const { partitions } = parsePartitionTable(table);
    const place = partitions.find((row) => typeName(row) === 'data' && subtypeName(row) === 'ota');
    if (place === undefined) return null;
    return { name: 'boot_app0.bin', from: serializeOtaData(1), offset: place.offset, isForEncryption: false };
  } catch (error) {
    // What is wrong with the table is said when it is checked.
    if (isAppError(error, 'file.notUnderstood')) return null;
    throw error;
  }
}

/** What belongs in a partition, in the words that files have for what they are; `partition`: nothing that has a name. */
export type PartitionKind = 'app' | 'bootloader' | 'partitionTable' | 'otaData' | 'nvs' | 'filesystem' | 'partition';

/** A partition's type and subtype by name (`data`, `spiffs`), as `typeName` and `subtypeName` give them. */
interface NamedTypes {
  readonly type: string;
  readonly subtype: string;
}

/** What a partition is for, so that it can be told and painted like the file that goes there. */
export function partitionKind({ type, subtype }: NamedTypes): PartitionKind {
  switch (type) {
    case 'app':
    case 'bootloader':
      return type;
    case 'partition_table':
      return 'partitionTable';
    case 'data':
      return dataKind(subtype);
    default:
      return 'partition';
  }
}

function dataKind(subtype: string): PartitionKind {
  switch (subtype) {
    case 'nvs':
      return 'nvs';
    case 'ota':
      return 'otaData';
    case 'spiffs':
    case 'littlefs':
    case 'fat':
      return 'filesystem';
    default:
      return 'partition';
  }
}

/**
 * What a person would miss: settings, files, whatever a program of their own put into a data partition. Not what
 * chip and bootloader write by themselves (calibration, crash dumps, which app starts).
 */
export function holdsUserData({ type, subtype }: NamedTypes): boolean {
  return type === 'data' && !['ota', 'phy', 'coredump', 'efuse', 'tee_ota'].includes(subtype);
}

/** Settings themselves, and the keys that they are encrypted with. */
export function holdsSettings({ type, subtype }: NamedTypes): boolean {
  return type === 'data' && (subtype === 'nvs' || subtype === 'nvs_keys');
}

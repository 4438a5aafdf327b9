/** Type and subtype numbers of ESP-IDF's partition table (documentation, "Partition Tables"). */
export const partitionTypes = { app: 0x00, data: 0x01, bootloader: 0x02, partition_table: 0x03 } as const;

const appSubtypes: Readonly<Record<number, string>> = { 0x00: 'factory', 0x20: 'test', 0x21: 'tee_0', 0x22: 'tee_1' };

const dataSubtypes: Readonly<Record<number, string>> = {
  0x00: 'ota',
  0x01: 'phy',
  0x02: 'nvs',
  0x03: 'coredump',
  0x04: 'nvs_keys',
  0x05: 'efuse',
  0x06: 'undefined',
  0x80: 'esphttpd',
  0x81: 'fat',
  0x82: 'spiffs',
  0x83: 'littlefs',
  0x90: 'tee_ota',
};

const placeSubtypes: Readonly<Record<number, string>> = { 0x00: 'primary', 0x01: 'ota', 0x02: 'recovery' };

const hex = (value: number): string => `0x${value.toString(16).padStart(2, '0')}`;

/** `app`, `data`, …, else the number as hex. */
export function partitionTypeName(type: number): string {
  return Object.entries(partitionTypes).find(([, number]) => number === type)?.[0] ?? hex(type);
}

/** The number of a type by its name or as a number (`app`, `0x40`, `64`); null for anything else. */
export function partitionTypeNumber(text: string): number | null {
  const name = text.trim().toLowerCase();
  const known = Object.entries(partitionTypes).find(([each]) => each === name);
  return known?.[1] ?? byteOf(name);
}

/** The number of a subtype by its name or as a number; null for anything else. */
export function partitionSubtypeNumber(type: number, text: string): number | null {
  const name = text.trim().toLowerCase();
  const known = partitionSubtypeNames(type).find(([each]) => each === name);
  return known?.[1] ?? byteOf(name);
}

/** Names of the subtypes that a type has, with their numbers, in the order of the numbers. */
export function partitionSubtypeNames(type: number): readonly (readonly [name: string, subtype: number])[] {
  return Array.from({ length: 0x100 }, (_, subtype) => [partitionSubtypeName(type, subtype), subtype] as const).filter(
    ([name]) => !name.startsWith('0x'),
  );
}

/** 255 means that there is nothing. */
function byteOf(text: string): number | null {
  if (!/^(0x[0-9a-f]{1,2}|[0-9]{1,3})$/.test(text)) return null;
  const value = Number(text);
  return value < 0xff ? value : null;
}

/** `factory`, `ota_0`, `nvs`, …, else the number as hex. */
export function partitionSubtypeName(type: number, subtype: number): string {
  switch (type) {
    case partitionTypes.app:
      if (subtype >= 0x10 && subtype <= 0x1f) return `ota_${subtype - 0x10}`;
      return appSubtypes[subtype] ?? hex(subtype);
    case partitionTypes.data:
      return dataSubtypes[subtype] ?? hex(subtype);
    case partitionTypes.bootloader:
    case partitionTypes.partition_table:
      return placeSubtypes[subtype] ?? hex(subtype);
    default:
      return hex(subtype);
  }
}

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

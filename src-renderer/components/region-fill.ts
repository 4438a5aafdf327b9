import type { FirmwareKind } from '../../src-shared/ipc/contract';

/** The colour of what lies in flash, the same on the map and in lists. */
export const regionFill: Readonly<Record<FirmwareKind | 'partition', string>> = {
  bootloader: 'bg-region-bootloader',
  partitionTable: 'bg-region-partition-table',
  otaData: 'bg-region-ota',
  app: 'bg-region-app',
  filesystem: 'bg-region-filesystem',
  nvs: 'bg-region-settings',
  merged: 'bg-region-app',
  esp8266Image: 'bg-region-app',
  unknown: 'bg-region-other',
  partition: 'bg-region-other',
};

import type { FirmwareKind, PartitionView } from '../../src-shared/ipc/contract';

/** What a partition is for, so that the map paints it like the file that goes there. */
export function partitionKind({ type, subtype }: PartitionView): FirmwareKind | 'partition' {
  if (type === 'app') return 'app';
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

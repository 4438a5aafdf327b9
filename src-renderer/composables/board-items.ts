import type { MapItem } from './map-item';
import type { BoardLayout, PartitionView } from '../../src-shared/ipc/contract';
import { partitionKind } from './partition-kind';

/** What a partition table takes. */
const tableSize = 0x1000;

type Translate = (key: string, parameters?: Record<string, string>) => string;
type Plain = Pick<MapItem, 'offset' | 'sizeBytes' | 'name' | 'kind' | 'what' | 'look' | 'detail'>;

/** What lies on a board, from its first byte to its last: bootloader, table, partitions, and what nobody has. */
export function boardItems(layout: BoardLayout, flashSizeBytes: number | null, t: Translate): readonly MapItem[] {
  const found = [...bootloaderOf(layout, t), ...tableOf(layout, t), ...partitionsOf(layout, t)];
  found.sort((a, b) => a.offset - b.offset);
  const rest = layout.partitions === null ? unread(t) : free(t);
  const items: Plain[] = [];
  let at = 0;
  for (const item of found) {
    if (item.offset > at) items.push({ ...rest, offset: at, sizeBytes: item.offset - at });
    items.push(item);
    at = Math.max(at, item.offset + item.sizeBytes);
  }
  if (flashSizeBytes !== null && flashSizeBytes > at)
    items.push({ ...rest, offset: at, sizeBytes: flashSizeBytes - at });
  return items.map((item) => ({ ...item, row: null, notes: [], isTrouble: false, progress: null }));
}

const free = (t: Translate) =>
  ({ name: t('map.free'), kind: 'unknown', what: t('map.freeWhat'), look: 'free', detail: null }) as const;
const unread = (t: Translate) =>
  ({ name: t('map.unread'), kind: 'unknown', what: t('map.unreadWhat'), look: 'unread', detail: null }) as const;

function bootloaderOf({ bootloader, tableOffset }: BoardLayout, t: Translate): Plain[] {
  if (bootloader === null) return [];
  const { offset, imageSizeBytes, idfVersion } = bootloader;
  const kind = bootloader.isWholeFirmware === true ? 'esp8266Image' : 'bootloader';
  const name = t(`kind.${kind}`);
  const detail = idfVersion === null ? null : t('what.idf', { version: idfVersion.replace(/^v/, '') });
  const sizeBytes = Math.min(imageSizeBytes ?? Infinity, tableOffset - offset);
  return [{ offset, sizeBytes, name, kind, what: name, look: 'solid', detail }];
}

function tableOf({ partitions, tableOffset }: BoardLayout, t: Translate): Plain[] {
  if (partitions === null) return [];
  const name = t('map.tableName');
  return [
    {
      offset: tableOffset,
      sizeBytes: tableSize,
      name,
      kind: 'partitionTable',
      what: name,
      look: 'solid',
      detail: null,
    },
  ];
}

function partitionsOf({ partitions, apps, start }: BoardLayout, t: Translate): Plain[] {
  return (partitions ?? []).map((partition) => {
    const item = partitionItem(partition, t);
    if (partition.type !== 'app') return item;
    const app = apps.find(({ offset }) => offset === partition.offset);
    if (app === undefined) return { ...item, look: 'empty', detail: t('map.empty') };
    const words = [app.projectName, app.version].filter((word) => word !== null).join(' ');
    const starts = start?.offset === partition.offset ? t('map.starts') : '';
    return { ...item, detail: [words, starts].filter((part) => part !== '').join(' · ') || null };
  });
}

function partitionItem(partition: PartitionView, t: Translate): Plain {
  const { label, offset, sizeBytes } = partition;
  const kind = partitionKind(partition);
  return { offset, sizeBytes, name: label, kind, what: t(`kind.${kind}`), look: 'solid', detail: null };
}

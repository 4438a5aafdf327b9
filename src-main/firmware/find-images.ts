import { isAppPartition, type PartitionTable } from '../../src-shared/formats/partition-table';
import type { LoadedFirmware } from './read-firmware';

/** Something with a structure in a file that can be told about. */
export type FoundContents =
  | { readonly kind: 'image'; readonly offset: number; readonly label: string | null; readonly bytes: Uint8Array }
  | { readonly kind: 'partitionTable'; readonly offset: number; readonly table: PartitionTable };

const blank = 0xff;

/**
 * Where in one span of firmware there are images and a partition table: a merged file holds a bootloader, a table and the
 * applications that it names, each of which may be missing; an image alone is the only one. `offset` is the place in
 * flash where the span says one, else the place in the file.
 */
export function findImages({ bytes, contents, statedOffset }: LoadedFirmware): readonly FoundContents[] {
  const base = statedOffset ?? 0;
  const { kind, chip, table, tableOffset, ownOffset } = contents;
  if (kind === 'partitionTable' && table !== null) return [{ kind: 'partitionTable', offset: base, table }];
  if (kind !== 'merged' || chip === null) return [{ kind: 'image', offset: base, label: null, bytes }];
  const start = ownOffset ?? 0;
  const at = (offset: number, label: string | null): FoundContents[] => {
    const inFile = offset - start;
    const isThere = inFile >= 0 && inFile < bytes.length && bytes[inFile] !== blank;
    return isThere ? [{ kind: 'image', offset: base + inFile, label, bytes: bytes.subarray(inFile) }] : [];
  };
  return [
    ...at(chip.bootloaderOffset, 'bootloader'),
    ...(table === null || tableOffset === null
      ? []
      : [{ kind: 'partitionTable' as const, offset: base + tableOffset, table }]),
    ...(table?.partitions.filter(isAppPartition).flatMap(({ offset, label }) => at(offset, label)) ?? []),
  ];
}

import type { ChipDescriptor } from '../../src-shared/chips/chip-descriptor';
import { subtypeName, typeName, type PartitionTable } from '../../src-shared/formats/partition-table';
import type { FirmwareFile, PartitionView } from '../../src-shared/ipc/contract';
import type { LoadedFirmware } from './read-firmware';
import { suggestOffset } from './suggest-offset';

/**
 * One file as the window shows it. `chip` is the board's, null when none is chosen: then the files say
 * for which one they are. `others` are the files beside it (it may be among them), whose partition table tells
 * where an application or a filesystem goes.
 */
export function describeFirmware(
  loaded: LoadedFirmware,
  chip: ChipDescriptor | null,
  others: readonly LoadedFirmware[] = [],
): Omit<FirmwareFile, 'token'> {
  const { name, bytes, contents } = loaded;
  const known = [loaded, ...others];
  const suggestedOffset =
    loaded.statedOffset ??
    suggestOffset({
      name,
      sizeBytes: bytes.length,
      contents,
      chip: chip ?? firstKnown(known, (file) => file.contents.chip ?? file.origin?.chip ?? null),
      table: firstKnown(known, (file) => file.contents.table),
    });
  return {
    name,
    sizeBytes: bytes.length,
    kind: contents.kind,
    suggestedOffset,
    offsetIsStated: loaded.statedOffset !== null,
    ...(loaded.origin?.chip ? { statedChip: loaded.origin.chip.id } : {}),
    ...(loaded.origin?.isForEncryption === true ? { isForEncryption: true } : {}),
    image: contents.image,
    partitions: contents.table === null ? null : partitionViews(contents.table),
  };
}

function firstKnown<T>(files: readonly LoadedFirmware[], find: (file: LoadedFirmware) => T | null): T | null {
  for (const file of files) {
    const found = find(file);
    if (found !== null) return found;
  }
  return null;
}

function partitionViews(table: PartitionTable): PartitionView[] {
  return table.partitions.map((partition) => ({
    label: partition.label,
    type: typeName(partition),
    subtype: subtypeName(partition),
    offset: partition.offset,
    sizeBytes: partition.sizeBytes,
  }));
}

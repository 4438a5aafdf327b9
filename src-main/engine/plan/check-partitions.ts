import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import {
  checkPartitionTable,
  parsePartitionTable,
  type PartitionProblem,
} from '../../../src-shared/formats/partition-table';
import type { PartitionView } from '../../../src-shared/ipc/contract';
import type { PlacedRow, PlanFacts } from './plan-input';
import { fine, forceableProblem, realSizeRepair, warning, type Finding } from './preflight-check';

const end = (partition: PartitionView): number => partition.offset + partition.sizeBytes;

/** Words for `plan.partitionTableBroken`, short as those of `FormatFault`. */
const tableFaults: Readonly<Record<PartitionProblem['kind'], string>> = {
  overlap: 'it overlaps another partition',
  unalignedOffset: 'its offset is not a multiple of 0x1000',
  unalignedApp: 'its offset is not a multiple of 0x10000',
  zeroSize: 'it has no size',
  duplicateLabel: 'another partition has the same name',
  pastEnd: 'it ends past the end of the flash',
};

/** Whether the table among the files is sound and meant for a flash of this size. */
export function checkTable(facts: PlanFacts): Finding[] {
  const { table, limitBytes, realSizeBytes, placed } = facts;
  const broken = placed
    .filter(({ row: { description } }) => description.kind === 'partitionTable')
    .flatMap(checkTableFile);
  if (table === null) return broken;
  const { name } = table.placed.row;
  const rows = [table.placed.index];
  const endOffset = Math.max(0, ...table.partitions.map(end));
  if (limitBytes !== null && endOffset > limitBytes) {
    const error = new AppError('plan.partitionTableTooLarge', { name, endOffset, flashSizeBytes: limitBytes });
    broken.push(forceableProblem('partitionTable', error, { rows, ...realSizeRepair(endOffset, realSizeBytes) }));
  }
  return broken.length > 0
    ? broken
    : [fine('partitionTable', { partitions: table.partitions.length, endOffset }, rows)];
}

function checkTableFile({ row: { name, bytes }, index }: PlacedRow): Finding[] {
  try {
    const table = parsePartitionTable(bytes, name);
    return checkPartitionTable(table, null).map(({ kind, at }) => {
      const partition = table.partitions[at]?.label ?? '';
      const error = new AppError('plan.partitionTableBroken', { name, partition, reason: tableFaults[kind] });
      return forceableProblem('partitionTable', error, { rows: [index] });
    });
  } catch (error) {
    if (!isAppError(error, 'file.notUnderstood')) throw error;
    return [
      forceableProblem('partitionTable', new AppError('plan.imageBroken', { name, reason: error.facts.reason }), {
        rows: [index],
      }),
    ];
  }
}

/** Whether the table is where the bootloader is usually built to look for it. */
export function checkTableOffset({ placed, chip }: PlanFacts): Finding[] {
  const expectedOffset = chip?.partitionTableOffset ?? null;
  if (expectedOffset === null) return [];
  return placed
    .filter(({ row, offset }) => row.description.kind === 'partitionTable' && offset !== expectedOffset)
    .map(({ row: { name }, offset, index }) =>
      warning('tableOffset', new AppError('plan.wrongTableOffset', { name, offset, expectedOffset }), {
        rows: [index],
        repair: { kind: 'setOffset', row: index, offset: expectedOffset },
      }),
    );
}

/** Whether applications lie on app partitions and fit them, by the table among the files, else by the board's own. */
export function checkApps({ table, onBoard, layout, settings, placed, chip }: PlanFacts): Finding[] {
  const apps = placed.filter(({ row }) => row.description.kind === 'app');
  const inForce = table?.partitions ?? (settings.eraseAll ? null : onBoard);
  const slots = inForce?.filter(({ type }) => type === 'app') ?? [];
  const starting = table === null ? slots.find(({ offset }) => offset === layout?.start?.offset) : undefined;
  const usual = starting ?? slots[0];
  if (usual === undefined || apps.length === 0) return [];
  const found = apps.flatMap(({ row: { name }, offset, bytes, index }) => {
    const slot = slots.find((candidate) => candidate.offset === offset);
    if (slot === undefined) {
      // What lies on the bootloader's place has its own line.
      if (offset === chip?.bootloaderOffset) return [];
      const expectedOffset = usual.offset;
      const error = new AppError('plan.appNotOnPartition', { name, offset, partition: usual.label, expectedOffset });
      const repair = { kind: 'setOffset', row: index, offset: expectedOffset } as const;
      return [warning('app', error, { rows: [index], repair })];
    }
    if (bytes.length <= slot.sizeBytes) return [];
    const partitionSizeBytes = slot.sizeBytes;
    const excessBytes = bytes.length - partitionSizeBytes;
    const facts = { name, sizeBytes: bytes.length, partition: slot.label, partitionSizeBytes, excessBytes };
    return [forceableProblem('app', new AppError('plan.appTooLarge', facts), { rows: [index] })];
  });
  return found.length > 0 ? found : [fine('app')];
}

import { useI18n } from 'vue-i18n';
import type { RowProblem } from '../../src-shared/formats/partitions/check-rows';
import type { PartitionChange } from '../../src-shared/formats/partitions/partition-changes';
import { subtypeName, typeName, type Partition } from '../../src-shared/formats/partition-table';
import { useFormat } from './use-format';

/** Words for what the partition table editor finds. */
export interface PartitionText {
  problem(problem: RowProblem): string;
  change(change: PartitionChange): string;
}

/** Turns problems and changes of a partition table into sentences. */
export function usePartitionText(): PartitionText {
  const { t } = useI18n();
  const format = useFormat();
  const addresses = ['offset', 'end', 'flashSizeBytes'];
  const place = ({ offset, sizeBytes }: Partition): string =>
    t('map.range', { from: format.hex(offset), to: format.hex(offset + Math.max(1, sizeBytes) - 1) });

  function shown(kind: PartitionChange['kind'], partition: Partition | null): string {
    if (partition === null) return '';
    switch (kind) {
      case 'moved':
        return format.hex(partition.offset);
      case 'resized':
        return format.bytes(partition.sizeBytes);
      case 'retyped':
        return t('layout.typeOf', { type: typeName(partition), subtype: subtypeName(partition) });
      case 'renamed':
        return partition.label;
      case 'removed':
      case 'added':
        return place(partition);
    }
  }

  return {
    problem({ kind, facts }) {
      const values = Object.entries(facts).map(([name, value]) => {
        if (typeof value === 'string') return [name, value] as const;
        return [name, addresses.includes(name) ? format.hex(value) : format.number(value)] as const;
      });
      return t(`partitions.problem.${kind}`, Object.fromEntries(values));
    },
    change: ({ kind, label, before, after }) =>
      t(`partitions.change.${kind}`, { label, before: shown(kind, before), after: shown(kind, after) }),
  };
}

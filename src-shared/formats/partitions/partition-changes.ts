import type { Partition, PartitionTable } from '../partition-table';

/**
 * What becomes of one partition when a table takes another's place. The bytes in flash stay where they are: `moved`
 * and `removed` mean that what is there is out of reach, `resized` that a part of it is, or that more is taken.
 */
export interface PartitionChange {
  readonly kind: 'moved' | 'resized' | 'retyped' | 'renamed' | 'removed' | 'added';
  readonly label: string;
  /** Null for what was not there before. */
  readonly before: Partition | null;
  /** Null for what is not there any more. */
  readonly after: Partition | null;
}

/** All changes, in the order of the old table, then what is new. Partitions are the same where they have one name. */
export function partitionChanges(before: PartitionTable, after: PartitionTable): readonly PartitionChange[] {
  const left = [...after.partitions];
  const take = (found: number): Partition | null => (found < 0 ? null : (left.splice(found, 1)[0] ?? null));
  // By name first, so that no other partition takes the place of one that only moved.
  const named = new Map(
    before.partitions.map((old) => [old, take(left.findIndex(({ label }) => label === old.label))] as const),
  );
  const changes = before.partitions.flatMap((old): PartitionChange[] => {
    const now = named.get(old) ?? null;
    if (now !== null) return changesOf(old, now).map((kind) => ({ kind, label: old.label, before: old, after: now }));
    const other = take(left.findIndex(({ offset, sizeBytes }) => offset === old.offset && sizeBytes === old.sizeBytes));
    return [{ kind: other === null ? 'removed' : 'renamed', label: old.label, before: old, after: other }];
  });
  return [...changes, ...left.map((now) => ({ kind: 'added', label: now.label, before: null, after: now }) as const)];
}

function changesOf(old: Partition, now: Partition): PartitionChange['kind'][] {
  return [
    ...(old.offset === now.offset ? [] : ['moved' as const]),
    ...(old.sizeBytes === now.sizeBytes ? [] : ['resized' as const]),
    ...(old.type === now.type && old.subtype === now.subtype ? [] : ['retyped' as const]),
  ];
}

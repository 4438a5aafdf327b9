import { chipById, findChip } from '../../src-shared/chips';
import type { BoardCard } from '../../src-shared/ipc/contract';

/** The chip of a virtual board, which its address tells before it is asked: `sim://esp32c3`; null for others. */
export function virtualChipName({ kind, path, identity }: BoardCard): string | null {
  if (kind !== 'virtual') return null;
  if (identity !== null) return chipById(identity.chip).name;
  return findChip(path.replace(/^sim:\/\//, '').replace(/[?#].*$/, ''))?.name ?? null;
}

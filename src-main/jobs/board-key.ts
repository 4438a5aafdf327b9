import type { BoardCard } from '../../src-shared/ipc/contract';

/** What of a board's card tells it from another one at the same port. */
export type KeyedBoard = Pick<BoardCard, 'vendorId' | 'productId' | 'serialNumber'>;

/** What choices for a board are remembered by: the port together with the adapter there. */
export function boardKey(path: string, card: KeyedBoard | null): string {
  return [path, card?.vendorId, card?.productId, card?.serialNumber]
    .map((part) => part ?? '')
    .join(' ')
    .trim();
}

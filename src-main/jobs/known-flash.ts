import type { BoardIdentity } from '../../src-shared/ipc/contract';
import type { Boards } from './board-registry';

/** Where a job did not ask for the flash part, what is known of it stays known. */
export function withKnownFlash(boards: Pick<Boards, 'identityOf'>, path: string, found: BoardIdentity): BoardIdentity {
  const known = boards.identityOf(path);
  const isSame = known !== null && known.mac === found.mac && known.chip === found.chip;
  return isSame && found.flash === null ? { ...found, flash: known.flash } : found;
}

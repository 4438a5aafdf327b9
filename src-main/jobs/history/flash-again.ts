import { findChip } from '../../../src-shared/chips';
import type { FlashAgainReply, Request } from '../../../src-shared/ipc/contract';
import { setupSettings } from '../../firmware/setups/setup-file';
import type { Boards } from '../board-registry';
import type { SetupDesk } from '../setups/setup-desk';
import type { FlashHistory } from './flash-history';
import { sourcesOf } from './flashed-sources';

/** Finds what is to be flashed again and puts it on the table. */
export class FlashAgain {
  constructor(
    private readonly history: Pick<FlashHistory, 'find' | 'lastGood'>,
    private readonly desk: Pick<SetupDesk, 'lay'>,
    private readonly boards: Pick<Boards, 'identityOf'>,
  ) {}

  async prepare({ port, entry }: Request<'setups.again'>): Promise<FlashAgainReply> {
    const mac = this.boards.identityOf(port)?.mac ?? null;
    const record = entry === null ? await this.history.lastGood(port, mac) : await this.history.find(entry);
    if (record === null) return { kind: 'nothing' };
    return this.desk.lay({
      chip: record.chip === null ? null : (findChip(record.chip)?.id ?? null),
      settings: setupSettings(record.settings),
      sources: sourcesOf(record),
    });
  }
}

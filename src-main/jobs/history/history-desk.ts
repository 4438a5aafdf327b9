import { saveFiles } from '../../firmware/save-files';
import type { HistoryFileState, HistoryView } from '../../../src-shared/ipc/contract';
import type { SavedFiles } from '../saved-files';
import type { FlashHistory } from './flash-history';
import { checkFlashedFiles } from './flashed-sources';

/** What the window asks about the history. */
export class HistoryDesk {
  constructor(
    private readonly history: FlashHistory,
    private readonly saves: SavedFiles,
  ) {}

  list(): Promise<HistoryView> {
    return this.history.list();
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.history.remove(ids);
  }

  /** Whether the files of an entry are still what they were; `history.notFound`. */
  async check(id: string): Promise<readonly HistoryFileState[]> {
    return checkFlashedFiles(await this.history.find(id));
  }

  /** Entries as comma-separated values at a place that was chosen. Throws `file.notWritten | file.notFound`. */
  async save(ids: readonly string[], save: string): Promise<void> {
    await saveFiles([{ path: this.saves.pathOf(save), bytes: await this.history.csv(ids) }]);
  }
}

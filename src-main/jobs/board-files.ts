import { AppError } from '../../src-shared/errors/app-error';
import type { MadeFiles, Request } from '../../src-shared/ipc/contract';
import { saveFiles } from '../firmware/save-files';
import type { Boards } from './board-registry';
import { boardReport } from './board-report';
import type { NvsDesk } from './nvs-desk';
import type { SavedFiles } from './saved-files';

/** Reports about boards, as files. */
export class BoardFiles {
  constructor(
    private readonly boards: Boards,
    private readonly nvs: NvsDesk,
    private readonly saves: SavedFiles,
    private readonly about: readonly string[],
  ) {}

  /** Writes everything known about a board. `port.notFound`, `file.*`. */
  async save({ path, withLayout, nvs, withSecrets, save }: Request<'boards.save'>): Promise<MadeFiles> {
    const card = this.boards.list().find((each) => each.path === path);
    if (card === undefined) throw new AppError('port.notFound', { path });
    const report = boardReport({
      about: this.about,
      savedAt: new Date().toISOString(),
      card,
      layout: withLayout ? this.boards.layoutOf(path) : null,
      nvs: nvs.map((token) => this.nvs.get(token)),
      withSecrets,
    });
    const bytes = new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
    const output = this.saves.pathOf(save);
    await saveFiles([{ path: output, bytes }]);
    return { files: [{ ...this.saves.add(output), sizeBytes: bytes.length, offset: null }] };
  }
}

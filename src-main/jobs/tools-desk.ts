import { AppError } from '../../src-shared/errors/app-error';
import { parseSfdp } from '../../src-shared/formats/sfdp';
import type { BoardIdentity, MadeFiles, Request, SfdpFound, ToolsFound } from '../../src-shared/ipc/contract';
import { saveFiles } from '../firmware/save-files';
import type { Boards } from './board-registry';
import { dependenciesFor, type ServiceDependencies } from './dependencies';
import type { Jobs } from './job-runner';
import { withKnownFlash } from './known-flash';
import type { SavedFiles } from './saved-files';
import { runToolsJob, type FoundByTools } from './tools-job';

/** Parts are read one after another: what was read long ago is on no page any more. */
const keptTables = 16;

/** What the window asks the flash part and the chip about, and the parameters of parts behind tokens, to be saved. */
export class ToolsDesk {
  private readonly tables = new Map<string, Uint8Array>();
  private lastNumber = 0;

  constructor(
    private readonly deps: ServiceDependencies,
    private readonly jobs: Pick<Jobs, 'startBoardJob'>,
    private readonly boards: Pick<Boards, 'identityOf'>,
    private readonly saves: SavedFiles,
  ) {}

  start({ path, settings, task }: Request<'tools.start'>): Promise<{ jobId: string }> {
    return this.jobs.startBoardJob('tools', { path, settings }, async (tools) => {
      tools.note(`Tools: ${JSON.stringify(task)}`);
      const onIdentity = (found: BoardIdentity): void => tools.onIdentity(withKnownFlash(this.boards, path, found));
      const { found, ...result } = await runToolsJob(
        dependenciesFor(this.deps, path),
        { ...tools, settings, onIdentity },
        task,
      );
      return { kind: 'tools', result: { ...result, found: this.keep(found) } };
    });
  }

  /** Writes parameters that were read. `file.notFound` for a token that is not, or no longer, known; `file.*`. */
  async saveSfdp(token: string, save: string): Promise<MadeFiles> {
    const bytes = this.tables.get(token);
    if (bytes === undefined) throw new AppError('file.notFound', { name: token });
    const path = this.saves.pathOf(save);
    await saveFiles([{ path, bytes }]);
    return { files: [{ ...this.saves.add(path), sizeBytes: bytes.length, offset: null }] };
  }

  private keep(found: FoundByTools): ToolsFound {
    if (found.kind === 'writeStatus') return found;
    const { sfdp, ...rest } = found;
    return sfdp === undefined ? rest : { ...rest, sfdp: this.keepSfdp(sfdp) };
  }

  private keepSfdp(bytes: Uint8Array | null): SfdpFound {
    if (bytes === null) return { token: null, bytes: new Uint8Array(0), contents: null };
    const token = `sfdp-${++this.lastNumber}`;
    this.tables.set(token, bytes);
    const [oldest] = this.tables.keys();
    if (this.tables.size > keptTables && oldest !== undefined) this.tables.delete(oldest);
    return { token, bytes, contents: parseSfdp(bytes) };
  }
}

import { AppError } from '../../src-shared/errors/app-error';
import { parseFirmwareImage } from '../../src-shared/formats/firmware-image';
import type { BoardIdentity, MemoryProgram, Request } from '../../src-shared/ipc/contract';
import { readWholeFile, type NamedBytes } from '../firmware/read-whole-file';
import type { Boards } from './board-registry';
import { dependenciesFor, type ServiceDependencies } from './dependencies';
import type { Jobs } from './job-runner';
import { withKnownFlash } from './known-flash';
import { runMemoryJob, type MemoryWork } from './memory-job';
import type { SavedFiles } from './saved-files';

/** Programs that were chosen and not run are not kept for ever. */
const keptPrograms = 5;

/** Memory tasks of the window: programs behind tokens, and which boards still have their loader running. */
export class MemoryDesk {
  private readonly programs = new Map<string, NamedBytes>();
  /** By path, the MAC address of the board whose loader was left running. */
  private readonly held = new Map<string, string | null>();
  private lastNumber = 0;

  constructor(
    private readonly deps: ServiceDependencies,
    private readonly jobs: Pick<Jobs, 'startBoardJob'>,
    private readonly boards: Pick<Boards, 'identityOf'>,
    private readonly saves: SavedFiles,
  ) {}

  /** `file.*` for what is no image. Whether it is one for RAM depends on the chip. */
  async openProgram(path: string): Promise<MemoryProgram> {
    const file = await readWholeFile(path);
    const { header, segments } = parseFirmwareImage(file.bytes, file.name);
    const token = `program-${++this.lastNumber}`;
    this.programs.set(token, file);
    for (const old of this.programs.keys()) {
      if (this.programs.size <= keptPrograms) break;
      this.programs.delete(old);
    }
    return {
      token,
      name: file.name,
      sizeBytes: file.bytes.length,
      entryAddress: header.entryPoint,
      segments: segments.map(({ loadAddress, sizeBytes }) => ({ address: loadAddress, sizeBytes })),
    };
  }

  start({ path, settings, task, holds }: Request<'memory.start'>): Promise<{ jobId: string }> {
    const work = this.workOf(task);
    return this.jobs.startBoardJob('memory', { path, settings }, async (tools) => {
      tools.note(`Memory: ${JSON.stringify(task)}`);
      const isHeld = holds && this.held.has(path);
      // Whatever comes of it: a job that fails leaves no loader that could be relied on.
      this.held.delete(path);
      const order = {
        ...tools,
        settings,
        onIdentity: (found: BoardIdentity) => tools.onIdentity(withKnownFlash(this.boards, path, found)),
      };
      const result = await runMemoryJob(dependenciesFor(this.deps, path), order, { work, holds, isHeld });
      if (result.isHeld) this.held.set(path, result.identity.mac);
      return { kind: 'memory', result };
    });
  }

  private workOf(task: Request<'memory.start'>['task']): MemoryWork {
    switch (task.kind) {
      case 'dump': {
        const { save, ...rest } = task;
        return { ...rest, outputPath: this.saves.pathOf(save) };
      }
      case 'load': {
        const program = this.programs.get(task.program);
        if (program === undefined) throw new AppError('file.notFound', { name: task.program });
        return { kind: 'load', name: program.name, image: program.bytes };
      }
      default:
        return task;
    }
  }
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, type AppErrorData } from '../../../src-shared/errors/app-error';
import type { HistoryEntry, HistoryView } from '../../../src-shared/ipc/contract';
import { Listeners } from '../listeners';
import { csvOf } from './history-csv';
import { entryOf, parseRecord, recordOf, type EndedFlash, type HistoryRecord } from './history-record';
import { LineFile } from './line-file';

/** Years of a busy desk. */
const mostKept = 2000;
/** Lines that say nothing any more; with this many of them the file is written anew. */
const mostStale = 500;

const mostForeign = 500;

const removalSchema = z.object({ removed: z.string().max(100) });

/** How the history is kept and what time it is. */
export interface FlashHistoryParts {
  /** Of the program's own data. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly mostKept?: number;
  readonly mostStale?: number;
}

/** What was flashed when. Kept in one file that only grows at its end, and is written anew when much of it is stale. */
export class FlashHistory {
  private readonly file: LineFile;
  private readonly added = new Listeners<HistoryEntry>();
  private readonly removed = new Listeners<readonly string[]>();
  private readonly problems = new Listeners<AppErrorData | null>();
  private loading: Promise<void> | null = null;
  /** Oldest first. */
  private records: HistoryRecord[] = [];
  private staleLines = 0;
  /** Lines of a later version: not understood, and not thrown away. */
  private foreign: readonly unknown[] = [];
  /** What could not be read must not be written over. */
  private mayReplace = false;
  private problem: AppErrorData | null = null;

  readonly onAdded = this.added.add;
  readonly onRemoved = this.removed.add;
  /** Null when what could not be kept can be again. */
  readonly onProblem = this.problems.add;

  constructor(private readonly parts: FlashHistoryParts) {
    this.file = new LineFile(join(parts.folder, 'history.jsonl'));
  }

  async list(): Promise<HistoryView> {
    await this.load();
    return { entries: this.records.map(entryOf).reverse(), problem: this.problem };
  }

  /** Keeps a write that ended. One that cannot be kept on disk is there until the program ends. */
  async record(ended: EndedFlash, setupPath: string | null): Promise<void> {
    await this.load();
    const record = recordOf(ended, randomUUID(), this.parts.now(), setupPath);
    this.records.push(record);
    this.added.tell(entryOf(record));
    await this.keep(() => this.file.append(record));
    const { mostKept: most = mostKept } = this.parts;
    if (this.records.length <= most) return;
    const old = this.records.splice(0, this.records.length - most);
    this.staleLines += old.length;
    this.removed.tell(old.map(({ id }) => id));
    await this.tidy();
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.load();
    const unwanted = new Set(ids);
    const gone = this.records.filter(({ id }) => unwanted.has(id));
    if (gone.length === 0) return;
    this.records = this.records.filter(({ id }) => !unwanted.has(id));
    this.removed.tell(gone.map(({ id }) => id));
    const { mostStale: most = mostStale } = this.parts;
    // A line for the removal is stale, and so is the one that it is about.
    this.staleLines += 2 * gone.length;
    if (this.staleLines > most) return this.tidy();
    await this.keep(async () => {
      for (const { id } of gone) await this.file.append({ removed: id });
    });
  }

  /** The whole record, paths and all; `history.notFound` for one that was removed. */
  async find(id: string): Promise<HistoryRecord> {
    await this.load();
    const record = this.records.find((each) => each.id === id);
    if (record === undefined) throw new AppError('history.notFound', {});
    return record;
  }

  /** The last write to this board that ended well; null without one. By MAC where that is known, else by port. */
  async lastGood(port: string, mac: string | null): Promise<HistoryRecord | null> {
    await this.load();
    const isGood = ({ result }: HistoryRecord): boolean => result === 'verified' || result === 'written';
    const isBoard = (record: HistoryRecord): boolean =>
      mac === null || record.mac === null ? record.port === port : record.mac === mac;
    return this.records.filter((record) => isGood(record) && isBoard(record)).at(-1) ?? null;
  }

  /** These entries as comma-separated values, newest first. */
  async csv(ids: readonly string[]): Promise<Uint8Array> {
    await this.load();
    const wanted = new Set(ids);
    return csvOf(
      this.records
        .filter(({ id }) => wanted.has(id))
        .map(entryOf)
        .reverse(),
    );
  }

  private load(): Promise<void> {
    this.loading ??= this.read();
    return this.loading;
  }

  private async read(): Promise<void> {
    let lines: readonly unknown[] = [];
    await this.keep(async () => {
      lines = await this.file.read();
      this.mayReplace = true;
    });
    const byId = new Map<string, HistoryRecord>();
    const foreign: unknown[] = [];
    for (const line of lines) {
      const record = parseRecord(line);
      const removal = removalSchema.safeParse(line);
      if (record !== null) byId.set(record.id, record);
      else if (removal.success) byId.delete(removal.data.removed);
      else foreign.push(line);
    }
    this.foreign = foreign.slice(-mostForeign);
    const { mostKept: most = mostKept, mostStale: mostLeft = mostStale } = this.parts;
    this.records = [...byId.values()].slice(-most);
    this.staleLines = lines.length - this.records.length - this.foreign.length;
    if (this.staleLines > mostLeft) await this.tidy();
  }

  private async tidy(): Promise<void> {
    if (!this.mayReplace) return;
    await this.keep(() => this.file.replace([...this.foreign, ...this.records]));
    this.staleLines = 0;
  }

  /** Does not throw: that a write is not remembered must not look as if it had failed. */
  private async keep(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.problem !== null) this.problems.tell((this.problem = null));
    } catch (error) {
      const { reason = codeOf(error) } = (error instanceof AppError ? error.facts : {}) as { reason?: unknown };
      const problem = new AppError('history.notKept', { reason: String(reason) }).toData();
      if (JSON.stringify(problem) !== JSON.stringify(this.problem)) this.problems.tell((this.problem = problem));
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

import { createHash } from 'node:crypto';
import type { BuildChange, BuildNews, FileState, FirmwareFile, FollowedFiles } from '../../../src-shared/ipc/contract';
import type { Clock } from '../../engine/transport/transport';
import type { FirmwareFiles, RefreshedFiles } from '../firmware-store';
import { Listeners } from '../listeners';
import { FileWatch, stampsOf, systemWatchFolder, type WatchFolder } from './file-watch';
import { isLessSound } from './build-soundness';

export interface BuildWatchParts {
  readonly firmware: FirmwareFiles;
  readonly clock: Clock;
  readonly watchFolder?: WatchFolder | null;
}

/** What makes no sense yet is looked at again this often, also where nothing tells of a change. */
const againMs = 2000;
/** What has not changed for so long is not being written: it is what it is, and the checks say what is wrong with it. */
const patienceMs = 10_000;

/**
 * Watches the files on the flash table and tells when a build has changed them. It never takes a file that is being
 * written for a new one: sizes and times have to be quiet, nothing may be missing, and what was a sound image has to be
 * one again.
 */
export class BuildWatch {
  private paths: readonly string[] = [];
  private watch: FileWatch | null = null;
  /** Of the files when they made no sense first, and when that was. */
  private waiting: { readonly stamps: string; readonly sinceMs: number } | null = null;
  private stopAgain = (): void => undefined;
  private readonly touched = new Listeners<null>();

  /** Time to ask for news. */
  readonly onTouched = this.touched.add;

  constructor(private readonly parts: BuildWatchParts) {}

  /** Watches what these were made of from now on, and nothing else; no tokens: nothing. */
  follow(tokens: readonly string[]): FollowedFiles {
    const paths = [...this.parts.firmware.diskPathsOf(tokens)].sort();
    if (paths.join('\n') !== this.paths.join('\n')) this.watchPaths(paths);
    return { fileCount: paths.length };
  }

  /** The files of the table as they are on disk now. `chip`: whose addresses are suggested; null: the files' own. */
  async refresh(allTokens: readonly string[], chip: string | null): Promise<BuildNews> {
    const { firmware } = this.parts;
    const tokens = allTokens.filter((token) => firmware.has(token));
    try {
      return await this.look(tokens, chip);
    } catch (error) {
      // Taken off the table meanwhile: what is left is looked at when the window follows that.
      if (tokens.every((token) => firmware.has(token))) throw error;
      return { kind: 'same' };
    }
  }

  private async look(tokens: readonly string[], chip: string | null): Promise<BuildNews> {
    const { firmware } = this.parts;
    const paths = firmware.diskPathsOf(tokens);
    const stamps = await stampsOf(paths);
    const before = new Map(firmware.describe(tokens, chip).map((file) => [file.token, file]));
    const result = await firmware.refresh(tokens);
    const fresh = [...result.replaced.map(({ newToken }) => newToken), ...result.added];
    if (stamps !== (await stampsOf(paths))) return this.wait(fresh, stamps, []);
    const after = this.describeAfter(tokens, result, chip);
    const removed = result.gone.filter(({ isLeftOut }) => isLeftOut);
    const missing = result.gone.filter(({ isLeftOut }) => !isLeftOut);
    const broken = result.replaced.filter(({ token, newToken }) => isLessSound(before.get(token), after.get(newToken)));
    const names = [
      ...missing.map(({ token }) => before.get(token)?.name),
      ...broken.map(({ newToken }) => after.get(newToken)?.name),
    ].filter((name) => name !== undefined);
    // Without its files a table is nothing; damaged ones the checks have words for.
    if (missing.length > 0 || (broken.length > 0 && !this.isPatienceOver(stamps))) {
      return this.wait(fresh, stamps, [...new Set(names)]);
    }
    this.stopWaiting();
    if (fresh.length === 0 && removed.length === 0) return { kind: 'same' };
    return {
      kind: 'changed',
      replaced: result.replaced.flatMap(({ token, newToken }) => {
        const file = after.get(newToken);
        return file === undefined ? [] : [{ token, file }];
      }),
      added: result.added.flatMap((token) => after.get(token) ?? []),
      removed: removed.map(({ token }) => token),
      changes: this.changesOf(result, removed, before, after),
    };
  }

  private watchPaths(paths: readonly string[]): void {
    this.watch?.stop();
    this.stopWaiting();
    this.paths = paths;
    const { clock, watchFolder = systemWatchFolder } = this.parts;
    const onQuiet = (): void => this.touched.tell(null);
    this.watch = paths.length === 0 ? null : new FileWatch(paths, { clock, watchFolder, onQuiet });
  }

  private wait(fresh: readonly string[], stamps: string, names: readonly string[]): BuildNews {
    this.parts.firmware.release(fresh);
    if (this.waiting?.stamps !== stamps) this.waiting = { stamps, sinceMs: this.parts.clock.nowMs() };
    this.stopAgain();
    const isOverdue = this.isPatienceOver(stamps);
    // When it comes back, that is told like any other change.
    if (!isOverdue) this.stopAgain = this.parts.clock.after(againMs, () => this.touched.tell(null));
    return { kind: 'unfinished', names, isOverdue };
  }

  private isPatienceOver(stamps: string): boolean {
    return this.waiting?.stamps === stamps && this.parts.clock.nowMs() - this.waiting.sinceMs >= patienceMs;
  }

  private stopWaiting(): void {
    this.waiting = null;
    this.stopAgain();
  }

  /** The table as it would be, by token: files tell about each other, so that all are asked together. */
  private describeAfter(
    tokens: readonly string[],
    { replaced, added }: RefreshedFiles,
    chip: string | null,
  ): ReadonlyMap<string, FirmwareFile> {
    const moved = new Map(replaced.map(({ token, newToken }) => [token, newToken]));
    const all = [...tokens.map((token) => moved.get(token) ?? token), ...added];
    return new Map(this.parts.firmware.describe(all, chip).map((file) => [file.token, file]));
  }

  private changesOf(
    { replaced, added }: RefreshedFiles,
    removed: RefreshedFiles['gone'],
    before: ReadonlyMap<string, FirmwareFile>,
    after: ReadonlyMap<string, FirmwareFile>,
  ): readonly BuildChange[] {
    const state = (file: FirmwareFile | undefined): FileState | null =>
      file === undefined ? null : this.stateOf(file);
    return [
      ...replaced.map(({ token, newToken }) => [before.get(token), after.get(newToken)] as const),
      ...added.map((token) => [undefined, after.get(token)] as const),
      ...removed.map(({ token }) => [before.get(token), undefined] as const),
    ]
      .map(([old, now]) => ({ name: (now ?? old)?.name ?? '', before: state(old), after: state(now) }))
      .filter((change) => !isSameState(change.before, change.after));
  }

  private stateOf({ token, sizeBytes, suggestedOffset }: FirmwareFile): FileState {
    const hash = createHash('sha256').update(this.parts.firmware.get(token).bytes).digest('hex');
    return { sizeBytes, offset: suggestedOffset, fingerprint: hash.slice(0, 32) };
  }
}

function isSameState(before: FileState | null, after: FileState | null): boolean {
  return before?.fingerprint === after?.fingerprint && before?.offset === after?.offset;
}

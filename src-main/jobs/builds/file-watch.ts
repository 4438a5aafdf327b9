import { watch as watchFolder } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Clock } from '../../engine/transport/transport';

/** Tells of changes in one folder until it is stopped. */
export interface FolderEvents {
  stop(): void;
}

/**
 * Watches one folder, not what lies in the folders inside. `onEvent` gets the name of what changed, or null where the
 * system does not say. `onBroken`: nothing more will be told, and it is stopped. Throws where it cannot be watched.
 */
export type WatchFolder = (path: string, onEvent: (name: string | null) => void, onBroken: () => void) => FolderEvents;

export interface FileWatchParts {
  readonly clock: Clock;
  /** Null: this system is only ever asked again and again. */
  readonly watchFolder: WatchFolder | null;
  /** Nothing has happened to the files for a moment after something had; once in the beginning in any case. */
  readonly onQuiet: () => void;
}

/** Linkers and editors write in pieces. */
const quietMs = 500;
/** Where nothing tells of changes. */
const pollMs = 1500;
/** Beside events, which are lost on network drives and when a folder takes the place of another one. */
const safetyPollMs = 4000;

/**
 * `fs.watch`, but not on Windows: the handle on a folder inside the build keeps others from renaming or deleting what is
 * around it (paulmillr/chokidar#1380), and no build may fail because somebody looks at it.
 */
export const systemWatchFolder: WatchFolder | null =
  process.platform === 'win32'
    ? null
    : (path, onEvent, onBroken) => {
        const watcher = watchFolder(path, { persistent: false }, (_kind, name) => onEvent(name));
        watcher.on('error', () => {
          watcher.close();
          onBroken();
        });
        return { stop: () => watcher.close() };
      };

/**
 * Watches single files by way of their folders: a build folder holds thousands, of which a handful is flashed. Files may
 * vanish, come back and be replaced, and so may their folders.
 */
export class FileWatch {
  private readonly names = new Map<string, Set<string>>();
  private readonly folders = new Map<string, FolderEvents>();
  /** What folders were when their watching began: another one may lie in the same place now. */
  private readonly folderStamps = new Map<string, string>();
  private stamps: string | null = null;
  private isStopped = false;
  private stopPoll = (): void => undefined;
  private stopQuiet = (): void => undefined;

  constructor(
    private readonly paths: readonly string[],
    private readonly parts: FileWatchParts,
  ) {
    for (const path of paths) {
      const names = this.names.get(dirname(path)) ?? new Set();
      this.names.set(dirname(path), names.add(basename(path)));
    }
    void this.poll();
  }

  /** False where at least one folder does not tell of changes. */
  private get isTold(): boolean {
    return this.folders.size === this.names.size;
  }

  stop(): void {
    this.isStopped = true;
    this.stopPoll();
    this.stopQuiet();
    for (const folder of this.folders.values()) folder.stop();
    this.folders.clear();
  }

  private async poll(): Promise<void> {
    await this.watchFolders();
    const now = await stampsOf(this.paths);
    if (this.isStopped) return;
    // The first time too: something may have happened since the files were read.
    if (this.stamps !== now) this.waitForQuiet();
    this.stamps = now;
    // The next look begins only when this one is over: a slow drive is not piled upon.
    this.stopPoll = this.parts.clock.after(this.isTold ? safetyPollMs : pollMs, () => void this.poll());
  }

  /** Folders that are there, and of those the ones that are not watched yet, or that took the place of another one. */
  private async watchFolders(): Promise<void> {
    const watchFolder = this.parts.watchFolder;
    if (watchFolder === null) return;
    for (const path of this.names.keys()) {
      const stamp = await folderStampOf(path);
      if (this.isStopped) return;
      if (this.folders.has(path) && stamp === this.folderStamps.get(path)) continue;
      this.forget(path);
      if (stamp === null) continue;
      try {
        this.folders.set(
          path,
          watchFolder(
            path,
            (name) => {
              if (name === null || this.names.get(path)?.has(name) === true) this.waitForQuiet();
            },
            () => this.folders.delete(path),
          ),
        );
        this.folderStamps.set(path, stamp);
      } catch {
        // Too many watched already, or a drive that tells nobody: it is looked at now and then.
      }
    }
  }

  private forget(path: string): void {
    this.folders.get(path)?.stop();
    this.folders.delete(path);
  }

  private waitForQuiet(): void {
    this.stopQuiet();
    this.stopQuiet = this.parts.clock.after(quietMs, () => void this.settle());
  }

  private async settle(): Promise<void> {
    const now = await stampsOf(this.paths);
    if (this.isStopped) return;
    const isQuiet = now === this.stamps;
    this.stamps = now;
    // An event that left size and time as they were counts as well: some clocks of files are coarse.
    if (isQuiet) this.parts.onQuiet();
    else this.waitForQuiet();
  }
}

/** Size, time and place on disk of all files together; a file that is gone is a state like any other. */
export async function stampsOf(paths: readonly string[]): Promise<string> {
  const stamps: string[] = [];
  for (const path of paths) {
    try {
      const { size, mtimeMs, ino } = await stat(path);
      stamps.push(`${size} ${mtimeMs} ${ino}`);
    } catch {
      stamps.push('gone');
    }
  }
  return stamps.join('\n');
}

async function folderStampOf(path: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(path);
    return `${dev} ${ino}`;
  } catch {
    return null;
  }
}

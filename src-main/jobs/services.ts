import type {
  AppSettings,
  BoardCard,
  BoardIdentity,
  FilesAdded,
  FirmwareFile,
  FlashRow,
  FlashSettings,
  JobFinished,
  JobProgress,
  PlanView,
} from '../../src-shared/ipc/contract';

/** What the window and the command line can ask for. Implemented beside this file; wired in app/ and cli/. */

/** Every board that can be seen or was added, and who it is. */
export interface BoardRegistry {
  list(): readonly BoardCard[];
  /** While watching, ports are polled and likely boards asked for their identity, one at a time. */
  setWatching(watching: boolean): void;
  identify(path: string): Promise<BoardIdentity>;
  /** `port.badAddress` for anything but `socket://host:port` and `sim://chip`. */
  addNetwork(path: string): Promise<BoardCard>;
  remove(path: string): void;
  onChanged(listener: (cards: readonly BoardCard[]) => void): () => void;
}

/** Files that were dropped or chosen, behind tokens. */
export interface FirmwareStore {
  addPaths(paths: readonly string[], chip: string | null): Promise<FilesAdded>;
  describe(tokens: readonly string[], chip: string | null): readonly FirmwareFile[];
  release(tokens: readonly string[]): void;
}

export interface FlashRequest {
  readonly path: string;
  readonly rows: readonly FlashRow[];
  readonly settings: FlashSettings;
}

/** Pre-flight checks, before and without touching the board. */
export interface PlanChecker {
  check(request: Omit<FlashRequest, 'path'> & { readonly path: string | null }): Promise<PlanView>;
}

/** Runs jobs: one per port at a time, several ports at once. */
export interface JobRunner {
  /** Resolves as soon as the job runs; its end comes by `onFinished`. `job.portInUse` when the port has one. */
  startFlash(request: FlashRequest): Promise<{ jobId: string }>;
  /** A request: the job ends with outcome `cancelled` when port and chip are left tidy. */
  cancel(jobId: string): void;
  report(jobId: string): string;
  /** Cancels everything and waits until every port is closed. */
  shutDown(): Promise<void>;
  onProgress(listener: (progress: JobProgress) => void): () => void;
  onFinished(listener: (finished: JobFinished) => void): () => void;
}

/** Remembered choices, written atomically; a broken file is kept aside and defaults are used. */
export interface SettingsStore {
  get(): AppSettings;
  set(change: Partial<AppSettings>): Promise<AppSettings>;
}

/** Everything the IPC handlers need. */
export interface AppServices {
  readonly boards: BoardRegistry;
  readonly firmware: FirmwareStore;
  readonly plans: PlanChecker;
  readonly jobs: JobRunner;
  readonly settings: SettingsStore;
}

import type {
  AppSettings,
  BoardCard,
  BoardIdentity,
  BoardJobFinished,
  BoardLayout,
  ContactSettings,
  FilesAdded,
  FirmwareFile,
  FlashRow,
  FlashSettings,
  FlashSpan,
  JobFinished,
  JobProgress,
  PlanView,
} from '../../src-shared/ipc/contract';
import type { BoardFiles } from './board-files';
import type { ImageDesk } from './image-desk';
import type { NvsDesk } from './nvs-desk';
import type { SavedFiles } from './saved-files';

/** What the window and the command line can ask for. Implemented beside this file; wired in app/ and cli/. */

/** Every board that can be seen or was added, and who it is. */
export interface BoardRegistry {
  list(): readonly BoardCard[];
  /** While watching, ports are polled and likely boards asked for their identity, one at a time. */
  setWatching(watching: boolean): void;
  identify(path: string): Promise<BoardIdentity>;
  /** Partition table and starting application, as the board has them now. */
  readLayout(path: string): Promise<BoardLayout>;
  /** Makes a `readLayout` under way fail with `job.cancelled`; nothing to do where there is none. */
  stopLayout(path: string): void;
  /** `port.badAddress` for anything but `rfc2217://host:port`, `socket://host:port` and `sim://chip`. */
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

export interface ReadRequest {
  readonly path: string;
  readonly span: FlashSpan;
  /** Where the board's own word is not to be taken for the end of `all` and `rest`. */
  readonly flashSizeBytes?: number | null;
  /** Where the bytes go; the file appears, or is replaced, only when all of it was read. */
  readonly outputPath: string;
  readonly settings: ContactSettings;
}

export interface EraseRequest {
  readonly path: string;
  /** Whole sectors of 4 KiB; `plan.unaligned` otherwise. */
  readonly span: FlashSpan;
  readonly settings: ContactSettings;
  /** Also where secure boot or flash encryption is on. */
  readonly force: boolean;
  /** Where the board does not let itself be asked (Secure Download Mode). */
  readonly flashSizeBytes?: number | null;
}

export interface NvsRequest {
  readonly path: string;
  /** Of the partition; what it is called where something is wrong with it. */
  readonly label: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly settings: ContactSettings;
}

export interface VerifyRequest extends FlashRequest {
  /** Reads the sectors that differ, to tell which bytes do. */
  readonly diff: boolean;
}

/** Pre-flight checks, before and without touching the board. */
export interface PlanChecker {
  check(request: Omit<FlashRequest, 'path'> & { readonly path: string | null }): Promise<PlanView>;
}

/** Runs jobs: one per port at a time, several ports at once. */
export interface JobRunner {
  /** Resolves as soon as the job runs; its end comes by `onFinished`. `job.portInUse` when the port has one. */
  startFlash(request: FlashRequest): Promise<{ jobId: string }>;
  /** The four below end by `onBoardJobFinished`; otherwise like `startFlash`. */
  startRead(request: ReadRequest): Promise<{ jobId: string }>;
  startErase(request: EraseRequest): Promise<{ jobId: string }>;
  startVerify(request: VerifyRequest): Promise<{ jobId: string }>;
  startNvs(request: NvsRequest): Promise<{ jobId: string }>;
  /** A request: the job ends with outcome `cancelled` when port and chip are left tidy. */
  cancel(jobId: string): void;
  report(jobId: string): string;
  /** Cancels everything and waits until every port is closed. */
  shutDown(): Promise<void>;
  onProgress(listener: (progress: JobProgress) => void): () => void;
  onFinished(listener: (finished: JobFinished) => void): () => void;
  onBoardJobFinished(listener: (finished: BoardJobFinished) => void): () => void;
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
  readonly saves: SavedFiles;
  readonly boardFiles: Pick<BoardFiles, 'save'>;
  readonly nvs: Pick<NvsDesk, 'reveal' | 'save'>;
  readonly images: Pick<ImageDesk, 'isReceiving' | 'open' | 'convert' | 'merge'>;
  readonly settings: SettingsStore;
}

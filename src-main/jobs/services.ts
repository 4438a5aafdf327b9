import type {
  AppSettings,
  BoardCard,
  BoardIdentity,
  BoardJobFinished,
  BoardLayout,
  CodePlaces,
  ContactSettings,
  FilesAdded,
  FirmwareFile,
  FlashRow,
  FlashSettings,
  FlashSpan,
  JobFinished,
  JobProgress,
  MonitorData,
  MonitorSettings,
  MonitorState,
  PlanView,
  Replies,
  Request,
} from '../../src-shared/ipc/contract';
import type { BoardFiles } from './board-files';
import type { BuildWatch } from './builds/build-watch';
import type { ByItselfChoices } from './builds/by-itself-choices';
import type { ConnectionChoices } from './connection-choices';
import type { FlashAgain } from './history/flash-again';
import type { HistoryDesk } from './history/history-desk';
import type { ImageDesk } from './image-desk';
import type { PartitionDesk, TableRequest } from './partition-desk';
import type { MemoryDesk } from './memory-desk';
import type { NvsDesk } from './nvs-desk';
import type { SavedFiles } from './saved-files';
import type { SetupDesk } from './setups/setup-desk';
import type { ToolsDesk } from './tools-desk';
import type { TraceDesk } from './trace/trace-desk';
import type { SharedPorts } from './shared-ports';
import type { VolumeDesk } from './volumes/volume-desk';
import type { VolumeEditor } from './volumes/volume-editor';

/** What the window and the command line can ask for. Implemented beside this file; wired in app/ and cli/. */

/** Every board that can be seen or was added, and who it is. */
export interface BoardRegistry {
  list(): readonly BoardCard[];
  /** While watching, ports are polled and likely boards asked for their identity, one at a time. */
  setWatching(watching: boolean): void;
  /** Patiently: until somebody answers or `stopIdentify` is called; the card tells what is in the way. */
  identify(path: string, isPatient?: boolean): Promise<BoardIdentity>;
  stopIdentify(path: string): void;
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

/** How long a job tries to reach its board: patiently, until it is cancelled, or not. */
export interface Patience {
  readonly isPatient?: boolean;
}

export interface FlashRequest {
  readonly path: string;
  readonly rows: readonly FlashRow[];
  readonly settings: FlashSettings;
}

/** A write, and whether its result is to tell what lies on the board afterwards, at the price of a few reads. */
export interface WriteRequest extends FlashRequest, Patience {
  readonly looksAfterwards?: boolean;
}

export interface ReadRequest extends Patience {
  readonly path: string;
  readonly span: FlashSpan;
  /** Where the board's own word is not to be taken for the end of `all` and `rest`. */
  readonly flashSizeBytes?: number | null;
  /** Where the bytes go; the file appears, or is replaced, only when all of it was read. */
  readonly outputPath: string;
  readonly settings: ContactSettings;
}

export interface EraseRequest extends Patience {
  readonly path: string;
  /** Whole sectors of 4 KiB; `plan.unaligned` otherwise. */
  readonly span: FlashSpan;
  readonly settings: ContactSettings;
  /** Also where secure boot or flash encryption is on. */
  readonly force: boolean;
  /** Where the board does not let itself be asked (Secure Download Mode). */
  readonly flashSizeBytes?: number | null;
}

/** A partition that is to be read into memory. */
export interface PartitionRequest extends Patience {
  readonly path: string;
  /** Of the partition; what it is called where something is wrong with it. */
  readonly label: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly settings: ContactSettings;
}

/** A partition table for a board. */
export interface WriteTableRequest extends TableRequest, Patience {
  readonly path: string;
  readonly settings: ContactSettings;
}

export interface VerifyRequest extends FlashRequest, Patience {
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
  startFlash(request: WriteRequest): Promise<{ jobId: string }>;
  /** Like `startFlash`. `plan.partitionTableBroken` for a table that this board could not use. */
  startTable(request: WriteTableRequest): Promise<{ jobId: string }>;
  /** The four below end by `onBoardJobFinished`; otherwise like `startFlash`. */
  startRead(request: ReadRequest): Promise<{ jobId: string }>;
  startErase(request: EraseRequest): Promise<{ jobId: string }>;
  startVerify(request: VerifyRequest): Promise<{ jobId: string }>;
  startNvs(request: PartitionRequest): Promise<{ jobId: string }>;
  /** A request: the job ends with outcome `cancelled` when port and chip are left tidy. */
  cancel(jobId: string): void;
  report(jobId: string): string;
  /** Cancels everything and waits until every port is closed. */
  shutDown(): Promise<void>;
  onProgress(listener: (progress: JobProgress) => void): () => void;
  onFinished(listener: (finished: JobFinished) => void): () => void;
  onBoardJobFinished(listener: (finished: BoardJobFinished) => void): () => void;
}

/** Listens to one board at a time. Lasts for as long as somebody wants it, and makes way for jobs meanwhile. */
export interface MonitorService {
  /** While true, dropped program files are taken for looking up addresses. */
  isReceiving: boolean;
  state(): MonitorState;
  /** The same, for a window that has just been loaded and owes no acknowledgement. */
  stateForNewWindow(): MonitorState;
  /** Ends the session before it. Resolves when it listens, or waits for whoever has the port; `port.*`. */
  open(order: Request<'monitor.open'>): Promise<MonitorState>;
  /** Resolves when the port is closed. */
  close(): Promise<void>;
  /** `port.baudRateRefused`; the old rate stays then. */
  setRate(baudRate: MonitorSettings['baudRate']): Promise<void>;
  setLines(lines: MonitorSettings['lines']): Promise<void>;
  /** `port.notOpen` while nobody listens or somebody else has the port; otherwise `port.*`. */
  reset(into: 'app' | 'downloadMode'): Promise<void>;
  /** As `reset`; `input.notANumber` for text that is no hexadecimal. */
  send(request: Request<'monitor.send'>): Promise<void>;
  taken(sequence: number): void;
  clear(): void;
  /** `file.notWritten`, `file.isFolder`. */
  save(request: Request<'monitor.save'>): Promise<Replies['monitor.save']>;
  /** `file.notWritten`. */
  startRecording(request: Request<'monitor.record'>): Promise<void>;
  stopRecording(): Promise<void>;
  /** Answers the files that are no programs, with why. */
  addPrograms(paths: readonly string[]): Promise<Replies['monitor.chooseProgram']>;
  locate(request: Request<'monitor.locate'>): Promise<CodePlaces>;
  /** Closes port and file. */
  shutDown(): Promise<void>;
  onData(listener: (data: MonitorData) => void): () => void;
  onState(listener: (state: MonitorState) => void): () => void;
}

/** Remembered choices, written atomically; a broken file is kept aside and defaults are used. */
export interface SettingsStore {
  get(): AppSettings;
  set(change: Partial<AppSettings>): Promise<AppSettings>;
  /** Back to what a fresh installation has, but for what is no choice. */
  reset(): Promise<AppSettings>;
}

/** Everything the IPC handlers need. */
export interface AppServices {
  readonly boards: BoardRegistry;
  readonly firmware: FirmwareStore;
  readonly builds: Pick<BuildWatch, 'follow' | 'refresh'>;
  readonly byItself: Pick<ByItselfChoices, 'get' | 'set'>;
  readonly plans: PlanChecker;
  readonly jobs: JobRunner;
  readonly monitor: MonitorService;
  readonly saves: SavedFiles;
  readonly boardFiles: Pick<BoardFiles, 'save'>;
  readonly partitions: Pick<PartitionDesk, 'open' | 'save'>;
  readonly memory: Pick<MemoryDesk, 'openProgram' | 'start'>;
  readonly tools: Pick<ToolsDesk, 'start' | 'saveSfdp'>;
  readonly nvs: Pick<NvsDesk, 'reveal' | 'save'>;
  readonly volumes: Pick<VolumeDesk, 'start' | 'preview' | 'nameOf' | 'save' | 'saveAll'>;
  readonly volumeEditor: Pick<
    VolumeEditor,
    'receiver' | 'add' | 'replace' | 'remove' | 'rename' | 'undo' | 'receive' | 'write' | 'onChanged'
  >;
  readonly images: Pick<ImageDesk, 'isReceiving' | 'open' | 'convert' | 'merge'>;
  readonly settings: SettingsStore;
  readonly history: Pick<HistoryDesk, 'list' | 'remove' | 'check' | 'save'>;
  readonly again: Pick<FlashAgain, 'prepare'>;
  readonly setups: Pick<
    SetupDesk,
    | 'begin'
    | 'tell'
    | 'take'
    | 'chooseAndOpen'
    | 'save'
    | 'close'
    | 'locate'
    | 'leaveOut'
    | 'listRecents'
    | 'openRecent'
    | 'forgetRecent'
  >;
  readonly connections: Pick<ConnectionChoices, 'get' | 'set'>;
  readonly traces: Pick<TraceDesk, 'watch' | 'read' | 'text' | 'save'>;
  readonly sharing: Pick<SharedPorts, 'list' | 'start' | 'stop'>;
}

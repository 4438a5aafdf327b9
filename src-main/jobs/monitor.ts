import { AppError, toAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type {
  CodePlaces,
  MonitorData,
  MonitorSettings,
  MonitorState,
  Replies,
  Request,
} from '../../src-shared/ipc/contract';
import { parseHexBytes } from '../../src-shared/monitor/hex-bytes';
import type { Boards } from './board-registry';
import type { ServiceDependencies } from './dependencies';
import type { FirmwareFiles } from './firmware-store';
import { MonitorFeed } from './monitor-feed';
import { MonitorSession } from './monitor-job';
import { MonitorPrograms } from './monitor-programs';
import { MonitorRecord } from './monitor-record';
import type { PortLock } from './port-lock';
import type { SavedFiles } from './saved-files';
import type { JobRunner, MonitorService } from './services';

/** Texts that jobs heard, by port; more ports than anybody flashes in a row. */
const mostBootTexts = 16;

interface MonitorParts {
  readonly deps: ServiceDependencies;
  readonly lock: PortLock;
  readonly boards: Boards;
  readonly firmware: FirmwareFiles;
  readonly saves: SavedFiles;
  readonly jobs: Pick<JobRunner, 'onProgress' | 'onFinished'>;
}

/** See `MonitorService`. */
export class Monitor implements MonitorService {
  isReceiving = false;
  private session: MonitorSession | null = null;
  /** Why the last session came to its end. */
  private error: AppErrorData | null = null;
  private readonly feed: MonitorFeed;
  private readonly record: MonitorRecord;
  private readonly programs: MonitorPrograms;
  private readonly dataListeners = new Set<(data: MonitorData) => void>();
  private readonly stateListeners = new Set<(state: MonitorState) => void>();
  /** What jobs heard after a restart, by port, until a monitor begins with it. */
  private readonly bootTexts = new Map<string, string>();

  constructor(private readonly parts: MonitorParts) {
    const { clock } = parts.deps;
    const epochMs = Date.now() - clock.nowMs();
    this.record = new MonitorRecord(clock, () => this.tell());
    this.feed = new MonitorFeed(clock, {
      timeMs: () => Math.round(epochMs + clock.nowMs()),
      onFrame: (atMs, bytes) => this.record.push(atMs, bytes),
      send: (data) => {
        for (const listener of [...this.dataListeners]) listener(data);
      },
    });
    this.programs = new MonitorPrograms(() => parts.firmware.inputPaths());
    this.listenToJobs();
  }

  state(): MonitorState {
    const { session } = this;
    const view =
      session === null || session.isOver
        ? { status: 'closed' as const, path: null, baudRate: null, canReset: false, heldBy: null, error: this.error }
        : session.view;
    return { ...view, recording: this.record.current, programs: this.programs.names };
  }

  /** The state for a window that has just been loaded. */
  stateForNewWindow(): MonitorState {
    this.feed.forgetUntaken();
    return this.state();
  }

  async open(order: Request<'monitor.open'>): Promise<MonitorState> {
    await this.close();
    const { deps, lock, boards } = this.parts;
    const bootText = this.bootTexts.get(order.path);
    if (order.bootText && bootText !== undefined) this.feed.pushText(bootText);
    this.bootTexts.delete(order.path);
    const session = new MonitorSession(
      {
        deps,
        lock,
        identityOf: (path) => boards.identityOf(path),
        onBytes: (bytes) => this.feed.push(bytes),
        onChanged: () => this.tell(),
      },
      order,
    );
    this.session = session;
    this.tell();
    try {
      await session.start();
    } catch (error) {
      if (this.session === session) {
        this.error = toAppError(error).toData();
        this.session = null;
        this.tell();
      }
      throw error;
    }
    return this.state();
  }

  async close(): Promise<void> {
    const { session } = this;
    this.session = null;
    this.error = null;
    if (session === null) return;
    await session.end();
    this.tell();
  }

  async setRate(baudRate: MonitorSettings['baudRate']): Promise<void> {
    await this.session?.setRate(baudRate);
  }

  async setLines(lines: MonitorSettings['lines']): Promise<void> {
    await this.session?.setLines(lines);
  }

  async reset(into: 'app' | 'downloadMode'): Promise<void> {
    await this.running().reset(into);
  }

  async send(request: Request<'monitor.send'>): Promise<void> {
    const bytes = request.kind === 'text' ? new TextEncoder().encode(request.text) : parseHexBytes(request.text);
    if (bytes === null) throw new AppError('input.notANumber', { text: request.text.slice(0, 80), what: 'hex' });
    await this.running().send(bytes);
  }

  taken(sequence: number): void {
    this.feed.taken(sequence);
  }

  clear(): void {
    this.record.clear();
  }

  save({ save, format }: Request<'monitor.save'>): Promise<Replies['monitor.save']> {
    this.feed.flush();
    return this.record.save(this.parts.saves.pathOf(save), format);
  }

  async startRecording({ save, format }: Request<'monitor.record'>): Promise<void> {
    this.feed.flush();
    await this.record.start(this.parts.saves.pathOf(save), format);
  }

  async stopRecording(): Promise<void> {
    this.feed.flush();
    await this.record.stop();
  }

  async addPrograms(paths: readonly string[]): Promise<Replies['monitor.chooseProgram']> {
    const rejected = await this.programs.add(paths);
    this.tell();
    return rejected;
  }

  locate(request: Request<'monitor.locate'>): Promise<CodePlaces> {
    return this.programs.locate(request);
  }

  async shutDown(): Promise<void> {
    await this.close();
    await this.stopRecording();
  }

  onData(listener: (data: MonitorData) => void): () => void {
    this.dataListeners.add(listener);
    return () => this.dataListeners.delete(listener);
  }

  onState(listener: (state: MonitorState) => void): () => void {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  }

  private running(): MonitorSession {
    if (this.session !== null) return this.session;
    throw new AppError('port.notOpen', { path: '' });
  }

  /** What was said comes before what became of the port. */
  private tell(): void {
    this.feed.flush();
    const state = this.state();
    for (const listener of [...this.stateListeners]) listener(state);
  }

  /** A job that restarts the board hears its first words; they belong to the session, or to the next one. */
  private listenToJobs(): void {
    const { jobs } = this.parts;
    const paths = new Map<string, string>();
    jobs.onProgress(({ jobId, path }) => paths.set(jobId, path));
    jobs.onFinished(({ jobId, outcome }) => {
      const path = paths.get(jobId);
      paths.delete(jobId);
      if (path === undefined || !('result' in outcome) || outcome.result.bootLog === '') return;
      const text = `${outcome.result.bootLog}\n`;
      if (this.session?.view.path === path) {
        this.feed.pushText(text);
        return;
      }
      this.bootTexts.delete(path);
      this.bootTexts.set(path, text);
      const [oldest] = this.bootTexts.keys();
      if (this.bootTexts.size > mostBootTexts && oldest !== undefined) this.bootTexts.delete(oldest);
    });
  }
}

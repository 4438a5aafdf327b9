import { chipById } from '../../src-shared/chips';
import { AppError, isAppError, toAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type { BoardIdentity, MonitorSettings, MonitorStatus, Request } from '../../src-shared/ipc/contract';
import { sleep } from '../engine/transport/sleep';
import type { PortInfo, ServiceDependencies } from './dependencies';
import { MonitorPort } from './monitor-port';
import type { PortHolder, PortLock } from './port-lock';

/** How often a port that is not there is looked for. */
const lookAgainMs = 400;
const usualRate = 115_200;
/** Of chips that expect a crystal of 26 MHz. */
const slowCrystalRate = 74_880;

/** What a session tells about itself. */
export interface SessionView {
  readonly status: Exclude<MonitorStatus, 'closed'>;
  readonly path: string;
  readonly baudRate: number;
  readonly canReset: boolean;
  readonly heldBy: 'job' | 'identify' | 'share' | null;
  readonly error: AppErrorData | null;
}

/** What a session needs of the rest. */
export interface SessionSurroundings {
  readonly deps: Pick<ServiceDependencies, 'clock' | 'openTransport' | 'listPorts' | 'connect'>;
  readonly lock: PortLock;
  readonly identityOf: (path: string) => BoardIdentity | null;
  readonly onBytes: (bytes: Uint8Array) => void;
  readonly onChanged: () => void;
}

/** Why listening came to an end. */
type Ending = 'ended' | 'yielded' | 'gone';

/**
 * Listens at one port until it is told to stop. It makes way for jobs and looks and comes back when they are done; it
 * waits for a port that goes away, and finds a board again that comes back under another name.
 */
export class MonitorSession {
  private readonly stop = new AbortController();
  private port: MonitorPort | null = null;
  private now: SessionView;
  /** How the system described the port; null where it does not list it. */
  private facts: PortInfo | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly around: SessionSurroundings,
    private order: Request<'monitor.open'>,
  ) {
    const { path, baudRate } = order;
    const rate = this.rateAt(path, baudRate);
    this.now = { status: 'opening', path, baudRate: rate, canReset: false, heldBy: null, error: null };
  }

  get view(): SessionView {
    return this.now;
  }

  /** False while it goes on by itself, however the port is doing. */
  get isOver(): boolean {
    return this.stop.signal.aborted;
  }

  /**
   * Resolves as soon as it listens, or waits for whoever has the port.
   *
   * @throws AppError `port.*` where the port cannot be opened; the session is over then.
   */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.running = this.run(resolve).catch((error: unknown) => {
        this.stop.abort();
        this.around.onChanged();
        reject(toAppError(error));
      });
    });
  }

  /** Ends the session; resolves when the port is closed. */
  async end(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  async setRate(baudRate: MonitorSettings['baudRate']): Promise<void> {
    const rate = this.rateAt(this.now.path, baudRate);
    await this.port?.setRate(rate);
    this.order = { ...this.order, baudRate };
    this.change({ baudRate: rate });
  }

  async setLines(lines: MonitorSettings['lines']): Promise<void> {
    await this.port?.setLines(lines);
    this.order = { ...this.order, lines };
  }

  /** `port.notOpen` while somebody else has the port. */
  async reset(into: 'app' | 'downloadMode'): Promise<void> {
    await this.openPort().reset(into, this.order.lines);
  }

  /** `port.notOpen` while somebody else has the port. */
  async send(bytes: Uint8Array): Promise<void> {
    await this.openPort().send(bytes, this.stop.signal);
  }

  private openPort(): MonitorPort {
    if (this.port !== null) return this.port;
    throw new AppError('port.notOpen', { path: this.now.path });
  }

  /** The automatic rate is that of the chip's boot log; with the faster crystal the same divider gives more. */
  private rateAt(path: string, baudRate: MonitorSettings['baudRate']): number {
    if (baudRate !== 'automatic') return baudRate;
    const identity = this.around.identityOf(path);
    if (identity === null) return usualRate;
    const { bootLogBaudRate } = chipById(identity.chip);
    return bootLogBaudRate === slowCrystalRate && identity.crystalMhz === 40 ? usualRate : bootLogBaudRate;
  }

  private async run(onFirst: () => void): Promise<void> {
    const { signal } = this.stop;
    let isFirst = true;
    while (!signal.aborted) {
      const asked = new AbortController();
      const release = await this.takePort(() => asked.abort());
      if (release === null) {
        onFirst();
        await this.untilFree();
        continue;
      }
      try {
        await this.open(isFirst);
        isFirst = false;
        onFirst();
        const ending = await this.untilSomethingHappens(asked.signal);
        if (ending === 'gone') this.change({ status: 'away', error: null });
      } catch (error) {
        if (isFirst) throw error;
        // It was there before: it is waited for, whatever the reason.
        this.change({ status: 'away', error: errorWhileAway(error) });
      } finally {
        await this.closePort();
        release();
      }
      if (this.now.status === 'away') await this.untilBack();
    }
  }

  /** Null where somebody has the port who comes first. */
  private async takePort(onAsked: () => void): Promise<(() => void) | null> {
    try {
      return await this.around.lock.acquire(this.now.path, 'monitor', onAsked);
    } catch (error) {
      if (isAppError(error, 'job.portInUse') || isAppError(error, 'job.portShared')) return null;
      throw error;
    }
  }

  private async open(isFirst: boolean): Promise<void> {
    const { deps, onBytes } = this.around;
    const { lines, reset, baudRate } = this.order;
    const { path } = this.now;
    const transport = deps.openTransport(path);
    const port = new MonitorPort(transport, deps.connect);
    const rate = this.rateAt(path, baudRate);
    // Before it opens: the first bytes may come at once.
    port.onBytes(onBytes);
    this.port = port;
    await port.open(rate, lines);
    const ports = await deps.listPorts().catch((): readonly PortInfo[] => []);
    this.facts = ports.find((each) => each.path === path) ?? this.facts;
    this.change({ status: 'open', baudRate: rate, error: null, heldBy: null, canReset: port.canReset });
    if (isFirst && reset) await port.reset('app', lines);
  }

  private untilSomethingHappens(asked: AbortSignal): Promise<Ending> {
    const { port } = this;
    const { signal } = this.stop;
    return new Promise((resolve) => {
      let stopClose = (): void => undefined;
      const finish = (ending: Ending): void => {
        stopClose();
        signal.removeEventListener('abort', onStop);
        asked.removeEventListener('abort', onAsked);
        resolve(ending);
      };
      const onStop = (): void => finish('ended');
      const onAsked = (): void => finish('yielded');
      stopClose = port?.onClose((reason) => finish(reason === 'unplugged' ? 'gone' : 'ended')) ?? stopClose;
      signal.addEventListener('abort', onStop, { once: true });
      asked.addEventListener('abort', onAsked, { once: true });
      if (signal.aborted) onStop();
      if (asked.aborted) onAsked();
    });
  }

  private async closePort(): Promise<void> {
    const { port } = this;
    this.port = null;
    await port?.close();
  }

  /** Waits while somebody has the port who comes first. */
  private untilFree(): Promise<void> {
    const { lock } = this.around;
    const { signal } = this.stop;
    return new Promise((resolve) => {
      const look = (): void => {
        const holder = lock.holderOf(this.now.path);
        if (holder === null || signal.aborted) {
          stopLooking();
          signal.removeEventListener('abort', look);
          resolve();
        } else {
          this.change({ status: 'yielded', heldBy: otherHolder(holder), error: null });
        }
      };
      const stopLooking = lock.onChanged((path) => {
        if (path === this.now.path) look();
      });
      signal.addEventListener('abort', look, { once: true });
      look();
    });
  }

  /** Waits until there is a port to try again: the same one, or another one with the same board. */
  private async untilBack(): Promise<void> {
    const { deps, lock } = this.around;
    const { signal } = this.stop;
    for (;;) {
      await sleep(deps.clock, lookAgainMs, signal).catch(() => undefined);
      if (this.facts === null || signal.aborted) return;
      const ports = await deps.listPorts().catch((): readonly PortInfo[] => []);
      const now =
        ports.find(({ path }) => path === this.now.path) ?? ports.find((port) => isSameBoard(port, this.facts));
      if (now === undefined) continue;
      // Under its new name it may be asked who it is at this moment.
      if (now.path !== this.now.path && lock.holderOf(now.path) !== null) continue;
      this.change({ path: now.path });
      return;
    }
  }

  private change(change: Partial<SessionView>): void {
    const next = { ...this.now, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.now)) return;
    this.now = next;
    this.around.onChanged();
  }
}

/** Adapters without a serial number are all alike. */
function isSameBoard(port: PortInfo, facts: PortInfo | null): boolean {
  if (facts === null || facts.serialNumber === null) return false;
  return (
    port.serialNumber === facts.serialNumber && port.vendorId === facts.vendorId && port.productId === facts.productId
  );
}

/** Two monitors never wait for each other: there is one. */
function otherHolder(holder: PortHolder): SessionView['heldBy'] {
  return holder === 'monitor' ? null : holder;
}

/** That the port is not there is what being away means; anything else is worth telling. */
function errorWhileAway(error: unknown): AppErrorData | null {
  if (isAppError(error, 'port.notFound') || isAppError(error, 'port.unplugged')) return null;
  return toAppError(error).toData();
}

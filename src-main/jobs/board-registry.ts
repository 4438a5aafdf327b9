import { AppError, isAppError, toAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type { BoardCard, BoardIdentity, BoardLayout } from '../../src-shared/ipc/contract';
import { dependenciesForLook, type PortInfo, type ServiceDependencies } from './dependencies';
import { runIdentifyJob } from './identify-job';
import { runLayoutJob } from './layout-job';
import type { PortHolder, PortLock } from './port-lock';
import { createPortWatcher, type PortWatcher } from './port-watcher';
import type { BoardRegistry } from './services';

/** A quiet look takes no for an answer sooner than a person who pressed a button. */
const quietAttempts = 2;
/** A chip's own USB goes away and comes back when the chip restarts; within this time it is the same board. */
const reenumerationMs = 6000;
const espressifVendorId = '303a';

type Knowledge = Pick<BoardCard, 'state' | 'identity' | 'error'>;
const nothingKnown: Knowledge = { state: 'unknown', identity: null, error: null };

interface Entry {
  readonly port: PortInfo;
  readonly kind: BoardCard['kind'];
  /** Added by hand, so it stays until it is removed by hand. */
  readonly isAdded: boolean;
  knowledge: Knowledge;
  /** What lies on the board with that MAC address; null while nobody has looked. */
  layout: { readonly mac: string | null; readonly layout: BoardLayout } | null;
}

/** See `BoardRegistry`. */
export class Boards implements BoardRegistry {
  private readonly entries = new Map<string, Entry>();
  private readonly lately = new Map<string, Pick<Entry, 'knowledge' | 'layout'> & { readonly untilMs: number }>();
  private readonly running = new Map<string, Promise<BoardIdentity>>();
  /** Looks that go on until they are stopped, by path. */
  private readonly patient = new Map<string, AbortController>();
  private readonly looks = new Set<Promise<unknown>>();
  private readonly layoutReads = new Map<string, AbortController>();
  private readonly listeners = new Set<(cards: readonly BoardCard[]) => void>();
  private readonly watcher: PortWatcher;
  private readonly shutDown = new AbortController();
  private isWatching = false;
  private isAsking = false;

  constructor(
    private readonly deps: ServiceDependencies,
    private readonly lock: PortLock,
  ) {
    this.watcher = createPortWatcher(
      () => deps.listPorts(),
      (ports) => this.reconcile(ports),
      deps.clock,
    );
    lock.onChanged(() => {
      this.tell();
      void this.askNext();
    });
    this.syncVirtualBoards();
  }

  list(): readonly BoardCard[] {
    this.syncVirtualBoards();
    return [...this.entries.values()].map((entry) => this.card(entry));
  }

  setWatching(watching: boolean): void {
    if (watching === this.isWatching) return;
    this.isWatching = watching;
    if (watching) {
      this.syncVirtualBoards();
      this.watcher.start();
      void this.askNext();
    } else {
      this.watcher.stop();
    }
  }

  async identify(path: string, isPatient = false): Promise<BoardIdentity> {
    if (!isPatient) return await this.ask(path, dependenciesForLook(this.deps, path).connect.attempts);
    if (this.patient.has(path)) return await this.ask(path, 0);
    const cancel = new AbortController();
    this.patient.set(path, cancel);
    try {
      // A short look that is under way has its own end.
      await this.running.get(path)?.catch(() => undefined);
      return await this.ask(path, 0, cancel.signal);
    } finally {
      this.patient.delete(path);
    }
  }

  stopIdentify(path: string): void {
    this.patient.get(path)?.abort();
  }

  readLayout(path: string): Promise<BoardLayout> {
    const look = this.readLayoutNow(path).finally(() => this.looks.delete(look));
    this.looks.add(look);
    return look;
  }

  stopLayout(path: string): void {
    this.layoutReads.get(path)?.abort();
  }

  addNetwork(path: string): Promise<BoardCard> {
    const kind = kindOf(path);
    if (kind === 'serial') {
      const reason = 'expected rfc2217://host:port, socket://host:port or sim://chip';
      return Promise.reject(new AppError('port.badAddress', { path, reason }));
    }
    try {
      // Making the transport checks the address; it is opened later.
      this.deps.openTransport(path);
    } catch (error) {
      return Promise.reject(toAppError(error));
    }
    const entry = this.entries.get(path) ?? this.add(addressOnly(path), kind, true);
    this.tell();
    void this.askNext();
    return Promise.resolve(this.card(entry));
  }

  remove(path: string): void {
    if (this.entries.delete(path)) this.tell();
  }

  onChanged(listener: (cards: readonly BoardCard[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What a job found out on its way. */
  learn(path: string, identity: BoardIdentity): void {
    const entry = this.entries.get(path);
    if (entry === undefined) return;
    entry.knowledge = { state: 'identified', identity, error: null };
    this.tell();
  }

  /** Who is at that path, as far as is known without asking. */
  identityOf(path: string): BoardIdentity | null {
    return this.entries.get(path)?.knowledge.identity ?? null;
  }

  /** What lies on that board, as far as somebody has looked since it was written to. */
  layoutOf(path: string, identity = this.identityOf(path)): BoardLayout | null {
    const known = this.entries.get(path)?.layout ?? null;
    return known?.mac === (identity?.mac ?? null) ? known.layout : null;
  }

  /** Null: what was known does not hold any more. */
  learnLayout(path: string, layout: BoardLayout | null): void {
    const entry = this.entries.get(path);
    if (entry === undefined) return;
    entry.layout = layout === null ? null : { mac: entry.knowledge.identity?.mac ?? null, layout };
  }

  async close(): Promise<void> {
    this.setWatching(false);
    this.shutDown.abort();
    await Promise.allSettled([...this.running.values(), ...this.looks]);
  }

  /** Virtual boards come and go with a setting; those that somebody added stay. */
  private syncVirtualBoards(): void {
    const wanted = new Set(this.deps.virtualBoards());
    for (const [path, { kind, isAdded }] of this.entries) {
      if (kind === 'virtual' && !isAdded && !wanted.has(path)) this.entries.delete(path);
    }
    for (const path of wanted) {
      if (!this.entries.has(path)) this.add(addressOnly(path), 'virtual', false);
    }
  }

  private add(port: PortInfo, kind: BoardCard['kind'], isAdded: boolean): Entry {
    const remembered = this.lately.get(usbKey(port));
    this.lately.delete(usbKey(port));
    const isSame = remembered !== undefined && remembered.untilMs > this.deps.clock.nowMs();
    const { knowledge, layout } = isSame ? remembered : { knowledge: nothingKnown, layout: null };
    const entry: Entry = { port, kind, isAdded, knowledge, layout };
    this.entries.set(port.path, entry);
    return entry;
  }

  private reconcile(ports: readonly PortInfo[]): void {
    const present = new Map(ports.map((port) => [port.path, port]));
    for (const [path, entry] of this.entries) {
      const now = present.get(path);
      const isSame = now !== undefined && usbKey(now) === usbKey(entry.port);
      if (entry.kind !== 'serial' || isSame) continue;
      this.entries.delete(path);
      if (entry.port.vendorId === espressifVendorId) {
        const untilMs = this.deps.clock.nowMs() + reenumerationMs;
        this.lately.set(usbKey(entry.port), { knowledge: entry.knowledge, layout: entry.layout, untilMs });
      }
    }
    for (const port of ports) {
      if (!this.entries.has(port.path)) this.add(portFacts(port), 'serial', false);
    }
    this.tell();
    void this.askNext();
  }

  /** Asks likely boards that nobody asked yet, one after the other, while somebody looks. */
  private async askNext(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      for (let entry = this.nextToAsk(); entry !== undefined; entry = this.nextToAsk()) {
        await this.ask(entry.port.path, quietAttempts).catch(() => undefined);
      }
    } finally {
      this.isAsking = false;
    }
  }

  private nextToAsk(): Entry | undefined {
    if (!this.isWatching) return undefined;
    return [...this.entries.values()].find(
      (entry) =>
        entry.port.isLikely && entry.knowledge.state === 'unknown' && this.lock.holderOf(entry.port.path) === null,
    );
  }

  /** `patience`: goes on until it is aborted. */
  private ask(path: string, attempts: number, patience?: AbortSignal): Promise<BoardIdentity> {
    const running = this.running.get(path);
    if (running !== undefined) return running;
    const asked = this.askNow(path, attempts, patience).finally(() => this.running.delete(path));
    this.running.set(path, asked);
    return asked;
  }

  private async askNow(path: string, attempts: number, patience?: AbortSignal): Promise<BoardIdentity> {
    const cancel = new AbortController();
    const stop = (): void => cancel.abort();
    const release = await this.lock.acquire(path, 'identify', stop);
    this.shutDown.signal.addEventListener('abort', stop, { once: true });
    patience?.addEventListener('abort', stop, { once: true });
    if (patience?.aborted === true) stop();
    let knowledge = nothingKnown;
    try {
      const deps = dependenciesForLook(this.deps, path);
      const identity = await runIdentifyJob(deps, {
        path,
        before: deps.connect.before,
        after: deps.connect.after,
        attempts,
        signal: cancel.signal,
        trace: deps.connect.trace ?? (() => undefined),
        isPatient: patience !== undefined,
        onAttempt: ({ trouble }) => {
          if (patience !== undefined) this.hinder(path, trouble);
        },
        onTrouble: (error) => this.hinder(path, error.toData()),
      });
      knowledge = { state: 'identified', identity, error: null };
      return identity;
    } catch (error) {
      // A job that pushes us aside tells about the board itself.
      if (!isAppError(error, 'job.cancelled')) {
        knowledge = { state: 'failed', identity: null, error: toAppError(error).toData() };
      }
      throw error;
    } finally {
      patience?.removeEventListener('abort', stop);
      const entry = this.entries.get(path);
      if (entry !== undefined && !(knowledge === nothingKnown && entry.knowledge.identity !== null)) {
        entry.knowledge = knowledge;
      }
      this.shutDown.signal.removeEventListener('abort', stop);
      release();
    }
  }

  /** What is in the way of a look that goes on. */
  private hinder(path: string, error: AppErrorData | null): void {
    const entry = this.entries.get(path);
    if (entry === undefined || error === null) return;
    entry.knowledge = { state: 'failed', identity: null, error };
    this.tell();
  }

  private async readLayoutNow(path: string): Promise<BoardLayout> {
    const cancel = new AbortController();
    const stop = (): void => cancel.abort();
    this.layoutReads.set(path, cancel);
    this.shutDown.signal.addEventListener('abort', stop, { once: true });
    let release = (): void => undefined;
    try {
      release = await this.lock.acquire(path, 'identify', stop);
      const layout = await runLayoutJob(dependenciesForLook(this.deps, path), {
        path,
        signal: cancel.signal,
        onIdentity: (identity) => this.learn(path, identity),
      });
      this.learnLayout(path, layout);
      return layout;
    } finally {
      this.shutDown.signal.removeEventListener('abort', stop);
      if (this.layoutReads.get(path) === cancel) this.layoutReads.delete(path);
      release();
    }
  }

  private card({ port, kind, knowledge }: Entry): BoardCard {
    const holder = this.lock.holderOf(port.path);
    return { ...port, kind, ...knowledge, state: stateFor(holder, knowledge.state) };
  }

  private tell(): void {
    const cards = this.list();
    for (const listener of [...this.listeners]) listener(cards);
  }
}

/** Whoever has the port decides what a card says, save for a monitor: it makes way. */
function stateFor(holder: PortHolder | null, known: BoardCard['state']): BoardCard['state'] {
  switch (holder) {
    case 'job':
      return 'busy';
    case 'share':
      return 'shared';
    case 'identify':
      return 'asking';
    case 'monitor':
    case null:
      return known;
  }
}

function kindOf(path: string): BoardCard['kind'] {
  if (/^(socket|rfc2217):\/\//i.test(path)) return 'network';
  return path.startsWith('sim://') ? 'virtual' : 'serial';
}

/** A board that was added or is virtual is there to be used, so it is asked at once. */
function addressOnly(path: string): PortInfo {
  return { path, adapter: null, vendorId: null, productId: null, serialNumber: null, isLikely: true };
}

function portFacts({ path, adapter, vendorId, productId, serialNumber, isLikely }: PortInfo): PortInfo {
  return { path, adapter, vendorId, productId, serialNumber, isLikely };
}

function usbKey({ path, vendorId, productId, serialNumber }: PortInfo): string {
  return [path, vendorId, productId, serialNumber].join('|');
}

import { AppError, toAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type { PortShare, Replies, Request, ShareAudience } from '../../src-shared/ipc/contract';
import type { Transport } from '../engine/transport/transport';
import type { Boards } from './board-registry';
import type { ServiceDependencies } from './dependencies';
import { Listeners } from './listeners';
import type { PortLock } from './port-lock';

/** What a server of a port tells; the one of src-main/serial/rfc2217. */
export type ShareEvent =
  | { readonly kind: 'clientCame' | 'clientLeft' | 'clientTurnedAway' | 'portGone'; readonly client: string }
  | { readonly kind: 'portFailed'; readonly client: string; readonly error: AppErrorData };

/** A port that is served. */
export interface ServedPort {
  readonly port: number;
  readonly client: { readonly client: string; readonly receivedBytes: number; readonly sentBytes: number } | null;
  close(): Promise<void>;
}

/** Serves a port to one client at a time. */
export type ServePort = (
  openTransport: () => Transport,
  options: {
    readonly host: string;
    readonly port: number;
    readonly orNextFree: boolean;
    readonly onEvent: (event: ShareEvent) => void;
  },
) => Promise<ServedPort>;

/** What sharing works with. */
export interface SharedPortsParts {
  readonly deps: Pick<ServiceDependencies, 'clock' | 'openTransport'>;
  readonly lock: PortLock;
  readonly boards: Pick<Boards, 'list' | 'onChanged' | 'learnLayout'>;
  readonly serve: ServePort;
  /** By which others in the local network reach this computer, the likeliest first. */
  readonly addresses: () => readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a board that has gone may take to come back. Default: six seconds. */
  readonly comeBackMs?: number;
}

interface Share {
  readonly path: string;
  readonly audience: ShareAudience;
  readonly wantedPort: number;
  readonly server: ServedPort;
  readonly release: () => void;
  /** In the system's list of ports while it is plugged in. */
  readonly isListed: boolean;
  sinceMs: number;
  turnedAway: string | null;
  problem: AppErrorData | null;
  /** Ends the wait for a board that is gone; null while it is there. */
  stopWaiting: (() => void) | null;
  ended: Promise<void> | null;
}

const hosts: Readonly<Record<ShareAudience, string>> = { thisComputer: '127.0.0.1', localNetwork: '0.0.0.0' };
/** How often the counts of bytes are looked at while somebody is there. */
const countEveryMs = 500;
/** A chip's own USB goes away and comes back when the chip restarts, which whoever flashes it makes it do. */
const usualComeBackMs = 6000;

/**
 * Ports that are given to the network, until somebody stops it, the board stays away or the program ends. They are
 * locked meanwhile: nobody here may talk in between.
 */
export class SharedPorts {
  private readonly shares = new Map<string, Share>();
  private readonly changes = new Listeners<readonly PortShare[]>();
  readonly onChanged = this.changes.add;
  private readonly ends = new Listeners<{ readonly path: string; readonly error: AppErrorData }>();
  readonly onEnded = this.ends.add;
  private isCounting = false;

  constructor(private readonly parts: SharedPortsParts) {
    parts.boards.onChanged(() => this.lookForBoards());
  }

  list(): readonly PortShare[] {
    return [...this.shares.values()].map((share) => this.view(share));
  }

  /** See `sharing.start`. */
  async start({ path, audience, port }: Request<'sharing.start'>): Promise<Replies['sharing.start']> {
    const { deps, lock, boards, serve, now } = this.parts;
    const release = await lock.acquire(path, 'share', () => undefined);
    try {
      // The server may tell of a client before it is known here.
      const early: ShareEvent[] = [];
      let take = (event: ShareEvent): void => void early.push(event);
      const server = await serve(() => deps.openTransport(path), {
        host: hosts[audience],
        port,
        orNextFree: true,
        onEvent: (event) => take(event),
      });
      const share: Share = {
        path,
        audience,
        wantedPort: port,
        server,
        release,
        isListed: boards.list().some((card) => card.path === path && card.kind === 'serial'),
        sinceMs: now(),
        turnedAway: null,
        problem: null,
        stopWaiting: null,
        ended: null,
      };
      this.shares.set(path, share);
      take = (event) => this.receive(share, event);
      early.forEach(take);
      this.tell();
      return this.view(share);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Resolves when nobody can reach the port any more and it can be used here. */
  async stop(path: string): Promise<void> {
    const share = this.shares.get(path);
    if (share !== undefined) await this.end(share);
  }

  async shutDown(): Promise<void> {
    await Promise.all([...this.shares.values()].map((share) => this.end(share)));
  }

  private receive(share: Share, event: ShareEvent): void {
    switch (event.kind) {
      case 'clientCame':
        share.sinceMs = this.parts.now();
        share.problem = null;
        share.turnedAway = null;
        this.count();
        break;
      case 'clientLeft':
        // Whatever was known of the board's contents may have been written over.
        this.parts.boards.learnLayout(share.path, null);
        break;
      case 'clientTurnedAway':
        share.turnedAway = event.client;
        break;
      case 'portFailed':
        share.problem = event.error;
        break;
      case 'portGone':
        this.waitForBoard(share);
        break;
    }
    this.tell();
  }

  /** Counts change without anybody saying so. */
  private count(): void {
    if (this.isCounting) return;
    this.isCounting = true;
    this.parts.deps.clock.after(countEveryMs, () => {
      this.isCounting = false;
      if (![...this.shares.values()].some(({ server }) => server.client !== null)) return;
      this.tell();
      this.count();
    });
  }

  /** A serial port that nobody uses right now tells nothing when it goes; the list of ports does. */
  private lookForBoards(): void {
    if (this.shares.size === 0) return;
    const present = new Set(this.parts.boards.list().map(({ path }) => path));
    for (const share of this.shares.values()) {
      if (share.isListed && !present.has(share.path)) this.waitForBoard(share);
    }
  }

  private waitForBoard(share: Share): void {
    if (share.stopWaiting !== null || share.ended !== null) return;
    const { deps, comeBackMs = usualComeBackMs } = this.parts;
    share.stopWaiting = deps.clock.after(comeBackMs, () => void this.endUnlessBack(share));
  }

  private async endUnlessBack(share: Share): Promise<void> {
    const isBack = share.server.client !== null || (await this.canOpen(share.path));
    share.stopWaiting = null;
    if (share.ended !== null) return;
    if (isBack) {
      this.tell();
      return;
    }
    await this.end(share);
    this.ends.tell({ path: share.path, error: new AppError('port.shareEnded', { path: share.path }).toData() });
  }

  private async canOpen(path: string): Promise<boolean> {
    try {
      const transport = this.parts.deps.openTransport(path);
      await transport.open(115_200);
      await transport.close();
      return true;
    } catch (error) {
      // Somebody else's hands on it mean that it is there.
      return toAppError(error).code === 'port.busy';
    }
  }

  private end(share: Share): Promise<void> {
    share.ended ??= (async () => {
      share.stopWaiting?.();
      share.stopWaiting = null;
      await share.server.close();
      this.shares.delete(share.path);
      this.tell();
      share.release();
    })();
    return share.ended;
  }

  private view({ path, audience, wantedPort, server, turnedAway, problem, ...share }: Share): PortShare {
    const { port, client } = server;
    const reachable = audience === 'thisComputer' ? ['127.0.0.1'] : this.parts.addresses();
    return {
      path,
      audience,
      addresses: reachable.map((host) => `rfc2217://${host}:${port}`),
      port,
      wantedPort,
      peers:
        client === null
          ? []
          : [
              {
                address: client.client,
                sinceMs: share.sinceMs,
                receivedBytes: client.receivedBytes,
                sentBytes: client.sentBytes,
              },
            ],
      turnedAway,
      isAway: share.stopWaiting !== null,
      problem,
    };
  }

  private tell(): void {
    this.changes.tell(this.list());
  }
}

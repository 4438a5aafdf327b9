import { Socket } from 'node:net';
import { AppError, isAppError } from '../../src-shared/errors/app-error';
import type { Clock } from '../engine/transport/transport';
import type { NetworkAddress } from './network-address';
import { within } from './within';

const connectTimeoutMs = 5000;
/** How long the far side may take to answer our goodbye before the socket is dropped. */
const closeTimeoutMs = 1000;
const defaultWriteTimeoutMs = 10_000;
const delayPerRoundTrip = 3;
const longestDelayMs = 3000;
/** A peer whose machine went away without a word is noticed after this and the system's retries. */
const keepAliveMs = 10_000;

/** What a connection needs to know. */
export interface TcpConnectionOptions {
  /** What the user calls the port; goes into errors. */
  readonly path: string;
  readonly address: NetworkAddress;
  readonly clock: Clock;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** The far side is gone; not called after `close`. */
  readonly onHangUp: () => void;
  /** How long the far side may accept nothing. */
  readonly writeTimeoutMs?: number | undefined;
}

/** A TCP connection that speaks in `port.*` errors; can be opened again after its end. */
export class TcpConnection {
  private socket: Socket | null = null;
  private wasUnplugged = false;
  private roundTripMs = 0;

  constructor(private readonly options: TcpConnectionOptions) {}

  get isOpen(): boolean {
    return this.socket !== null;
  }

  /**
   * How late answers may be because of the way: several times what it took to shake hands, since a network is
   * seldom as quick as at its best. 0 before it was opened.
   */
  get answerDelayMs(): number {
    return Math.min(delayPerRoundTrip * this.roundTripMs, longestDelayMs);
  }

  async open(): Promise<void> {
    if (this.socket !== null) return;
    const startedMs = this.options.clock.nowMs();
    const socket = await this.connect();
    this.noteRoundTrip(this.options.clock.nowMs() - startedMs);
    this.socket = socket;
    this.wasUnplugged = false;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, keepAliveMs);
    socket.on('data', (bytes: Buffer) => {
      if (this.socket === socket) this.options.onBytes(bytes);
    });
    socket.on('error', () => undefined);
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.wasUnplugged = true;
      this.options.onHangUp();
    });
    // The far side may have hung up between connecting and now.
    if (socket.destroyed) throw new AppError('port.unplugged', { path: this.options.path });
  }

  /** A way that somebody measured; the longest counts. */
  noteRoundTrip(roundTripMs: number): void {
    this.roundTripMs = Math.max(this.roundTripMs, roundTripMs);
  }

  /** Resolves with false where there was nothing to close. */
  async close(): Promise<boolean> {
    const socket = this.socket;
    if (socket === null) return false;
    this.socket = null;
    await new Promise<void>((resolve) => {
      const cancel = this.options.clock.after(closeTimeoutMs, () => socket.destroy());
      socket.once('close', () => {
        cancel();
        resolve();
      });
      socket.end();
    });
    return true;
  }

  async write(bytes: Uint8Array): Promise<void> {
    const socket = this.openedSocket();
    const { path, clock, writeTimeoutMs = defaultWriteTimeoutMs } = this.options;
    const written = new Promise<void>((resolve, reject) => {
      socket.write(Buffer.from(bytes), (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    const stalled = (): AppError => new AppError('port.writeFailed', { path, reason: 'the far side accepts no data' });
    try {
      await within(clock, writeTimeoutMs, written, stalled);
    } catch (error) {
      throw isAppError(error) ? error : this.closedError();
    }
  }

  /** Rejects like `write` where there is no connection. */
  async assertOpen(): Promise<void> {
    await Promise.resolve(this.openedSocket());
  }

  private connect(): Promise<Socket> {
    const { path, address, clock } = this.options;
    return new Promise((resolve, reject) => {
      const socket = new Socket();
      const fail = (error: AppError): void => {
        cancel();
        socket.destroy();
        reject(error);
      };
      const cancel = clock.after(connectTimeoutMs, () => {
        fail(new AppError('port.unreachable', { path, reason: 'no answer from that address' }));
      });
      socket.once('error', (error: NodeJS.ErrnoException) => fail(toOpenError(path, error)));
      socket.connect(address.port, address.host, () => {
        cancel();
        socket.removeAllListeners('error');
        resolve(socket);
      });
    });
  }

  private openedSocket(): Socket {
    if (this.socket !== null) return this.socket;
    throw this.closedError();
  }

  /** Socket errors mean that the far side is gone, unless we hung up ourselves. */
  private closedError(): AppError {
    const wasClosedHere = this.socket === null && !this.wasUnplugged;
    return new AppError(wasClosedHere ? 'port.notOpen' : 'port.unplugged', { path: this.options.path });
  }
}

function toOpenError(path: string, error: NodeJS.ErrnoException): AppError {
  const failed = (reason: string): AppError => new AppError('port.unreachable', { path, reason }, { cause: error });
  switch (error.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return failed('there is no host of that name');
    case 'ECONNREFUSED':
      return failed('connection refused');
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return failed('address not reachable');
    default:
      return failed(error.message);
  }
}

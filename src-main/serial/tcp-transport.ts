import { Socket } from 'node:net';
import { AppError, isAppError } from '../../src-shared/errors/app-error';
import type { Clock, CloseReason, LinkFacts, Transport } from '../engine/transport/transport';
import { TransportListeners } from './transport-listeners';
import { within } from './within';

/** What a network path means: `socket://10.0.0.5:5555`, `socket://[::1]:5555`. */
export interface SocketAddress {
  readonly host: string;
  readonly port: number;
}

const connectTimeoutMs = 5000;
/** How long the far side may take to answer our goodbye before the socket is dropped. */
const closeTimeoutMs = 1000;
const writeStallMs = 10_000;

/** Reads `socket://host:port`; `port.badAddress` for anything else. */
export function parseSocketAddress(path: string): SocketAddress {
  const bad = (reason: string): AppError => new AppError('port.badAddress', { path, reason });
  const match = /^socket:\/\/(?:\[([0-9a-f:.]+)\]|([^\s/:@?#[\]]+)):(\d{1,5})\/?$/i.exec(path);
  if (match === null) throw bad('expected socket://host:port');
  const port = Number(match[3]);
  if (port < 1 || port > 65_535) throw bad('the port number must be between 1 and 65535');
  return { host: match[1] ?? match[2] ?? '', port };
}

/** A raw TCP connection to a board: no modem lines, no baud rate. */
export class TcpTransport implements Transport {
  readonly link: LinkFacts = { kind: 'network', hasModemLines: false, hasBaudRate: false, setsLinesTogether: false };
  private readonly address: SocketAddress;
  private readonly listeners = new TransportListeners();
  private socket: Socket | null = null;
  private wasUnplugged = false;

  constructor(
    readonly path: string,
    readonly clock: Clock,
  ) {
    this.address = parseSocketAddress(path);
  }

  async open(): Promise<void> {
    if (this.socket !== null) return;
    const socket = await this.connect();
    this.socket = socket;
    this.wasUnplugged = false;
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => {
      if (this.socket === socket) this.listeners.bytesArrived(bytes);
    });
    socket.on('error', () => undefined);
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.wasUnplugged = true;
      this.listeners.closed('unplugged');
    });
    // The far side may have hung up between connecting and now.
    if (socket.destroyed) throw new AppError('port.unplugged', { path: this.path });
  }

  async close(): Promise<void> {
    const socket = this.socket;
    if (socket === null) return;
    this.socket = null;
    await new Promise<void>((resolve) => {
      const cancel = this.clock.after(closeTimeoutMs, () => socket.destroy());
      socket.once('close', () => {
        cancel();
        resolve();
      });
      socket.end();
    });
    this.listeners.closed('closed');
  }

  async write(bytes: Uint8Array): Promise<void> {
    const socket = this.openedSocket();
    const written = new Promise<void>((resolve, reject) => {
      socket.write(Buffer.from(bytes), (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    const stalled = (): AppError =>
      new AppError('port.writeFailed', { path: this.path, reason: 'the far side accepts no data' });
    try {
      await within(this.clock, writeStallMs, written, stalled);
    } catch (error) {
      throw isAppError(error) ? error : this.closedError();
    }
  }

  async setBaudRate(): Promise<void> {
    await Promise.resolve(this.openedSocket());
  }

  async setModemLines(): Promise<void> {
    await Promise.resolve(this.openedSocket());
  }

  async discardInput(): Promise<void> {
    await Promise.resolve(this.openedSocket());
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.listeners.onBytes(listener);
  }

  onClose(listener: (reason: CloseReason) => void): () => void {
    return this.listeners.onClose(listener);
  }

  private connect(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = new Socket();
      const fail = (error: AppError): void => {
        cancel();
        socket.destroy();
        reject(error);
      };
      const cancel = this.clock.after(connectTimeoutMs, () => {
        fail(new AppError('port.openFailed', { path: this.path, reason: 'no answer from that address' }));
      });
      socket.once('error', (error: NodeJS.ErrnoException) => fail(this.toOpenError(error)));
      socket.connect(this.address.port, this.address.host, () => {
        cancel();
        socket.removeAllListeners('error');
        resolve(socket);
      });
    });
  }

  private toOpenError(error: NodeJS.ErrnoException): AppError {
    switch (error.code) {
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        return new AppError('port.notFound', { path: this.path }, { cause: error });
      case 'ECONNREFUSED':
        return new AppError('port.openFailed', { path: this.path, reason: 'connection refused' }, { cause: error });
      case 'EHOSTUNREACH':
      case 'ENETUNREACH':
        return new AppError('port.openFailed', { path: this.path, reason: 'address not reachable' }, { cause: error });
      default:
        return new AppError('port.openFailed', { path: this.path, reason: error.message }, { cause: error });
    }
  }

  private openedSocket(): Socket {
    if (this.socket !== null) return this.socket;
    throw this.closedError();
  }

  /** Socket errors mean that the far side is gone, unless we hung up ourselves. */
  private closedError(): AppError {
    const wasClosedHere = this.socket === null && !this.wasUnplugged;
    return new AppError(wasClosedHere ? 'port.notOpen' : 'port.unplugged', { path: this.path });
  }
}

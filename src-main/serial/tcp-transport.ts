import { AppError } from '../../src-shared/errors/app-error';
import type { Clock, CloseReason, LinkFacts, Transport } from '../engine/transport/transport';
import { parseNetworkPath, type NetworkAddress } from './network-address';
import { TcpConnection } from './tcp-connection';
import { TransportListeners } from './transport-listeners';

/** Reads `socket://host:port`; `port.badAddress` for anything else. */
export function parseSocketAddress(path: string): NetworkAddress {
  const { host, port, query } = parseNetworkPath(path, 'socket');
  if (query !== null) throw new AppError('port.badAddress', { path, reason: 'socket:// takes no options' });
  return { host, port };
}

/** A raw TCP connection to a board: no modem lines, no baud rate. */
export class TcpTransport implements Transport {
  private readonly listeners = new TransportListeners();
  private readonly connection: TcpConnection;

  constructor(
    readonly path: string,
    readonly clock: Clock,
    options: { readonly writeTimeoutMs?: number | undefined } = {},
  ) {
    this.connection = new TcpConnection({
      path,
      clock,
      address: parseSocketAddress(path),
      writeTimeoutMs: options.writeTimeoutMs,
      onBytes: (bytes) => this.listeners.bytesArrived(bytes),
      onHangUp: () => this.listeners.closed('unplugged'),
    });
  }

  get link(): LinkFacts {
    const { answerDelayMs } = this.connection;
    return { kind: 'network', hasModemLines: false, hasBaudRate: false, setsLinesTogether: false, answerDelayMs };
  }

  open(): Promise<void> {
    return this.connection.open();
  }

  async close(): Promise<void> {
    if (await this.connection.close()) this.listeners.closed('closed');
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.connection.write(bytes);
  }

  setBaudRate(): Promise<void> {
    return this.connection.assertOpen();
  }

  setModemLines(): Promise<void> {
    return this.connection.assertOpen();
  }

  discardInput(): Promise<void> {
    return this.connection.assertOpen();
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.listeners.onBytes(listener);
  }

  onClose(listener: (reason: CloseReason) => void): () => void {
    return this.listeners.onClose(listener);
  }
}

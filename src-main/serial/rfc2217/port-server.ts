import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { AppError, toAppError, type AppErrorData } from '../../../src-shared/errors/app-error';
import type { Transport } from '../../engine/transport/transport';
import { PortSession } from './port-session';

/** What happens at a port that is shared. */
export type PortServerEvent =
  | { readonly kind: 'clientCame'; readonly client: string }
  | { readonly kind: 'clientLeft'; readonly client: string }
  /** Another client is being served. */
  | { readonly kind: 'clientTurnedAway'; readonly client: string }
  | { readonly kind: 'portFailed'; readonly client: string; readonly error: AppErrorData };

/** Where to listen, and whom to tell. */
export interface PortServerOptions {
  readonly host: string;
  /** 0 = any that is free. */
  readonly port: number;
  readonly onEvent?: (event: PortServerEvent) => void;
}

/** A port that other machines can use. */
export interface PortServer {
  /** What to give to a flashing tool: `rfc2217://127.0.0.1:4000`. */
  readonly address: string;
  /** Sends the client away; resolves when port and address are free again. */
  close(): Promise<void>;
}

/** Until the client says otherwise; the rate of the first contact with every chip. */
const firstBaudRate = 115_200;
const keepAliveMs = 10_000;

/**
 * Shares a local port by RFC 2217, with one client at a time. The port is open while a client is there, so
 * that it can be used here in between, and a board may be plugged in anew. It is opened once in the beginning
 * to find out whether that works: `port.*` as `Transport.open`, `port.busy` and `port.openFailed` for the
 * address to listen at.
 */
export async function servePort(openTransport: () => Transport, options: PortServerOptions): Promise<PortServer> {
  const tell = options.onEvent ?? ((): void => undefined);
  await tryPort(openTransport());
  let serving: { readonly socket: Socket; readonly done: Promise<void> } | null = null;
  const server = createServer({ noDelay: true, pauseOnConnect: true }, (socket) => {
    // A connection that breaks is over, for whatever reason; 'close' follows.
    socket.on('error', () => undefined);
    socket.setKeepAlive(true, keepAliveMs);
    const client = clientName(socket);
    if (serving !== null) {
      tell({ kind: 'clientTurnedAway', client });
      sendAway(socket, 'Port already in use');
      return;
    }
    tell({ kind: 'clientCame', client });
    const done = serveClient(socket, openTransport())
      .catch((error: unknown) => {
        tell({ kind: 'portFailed', client, error: toAppError(error).toData() });
        sendAway(socket, toAppError(error).code);
      })
      .then(() => {
        serving = null;
        tell({ kind: 'clientLeft', client });
      });
    serving = { socket, done };
  });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `rfc2217://${host}:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      serving?.socket.destroy();
      await serving?.done;
      await closed;
    },
  };
}

async function tryPort(transport: Transport): Promise<void> {
  await transport.open(firstBaudRate);
  await transport.close();
}

async function serveClient(socket: Socket, transport: Transport): Promise<void> {
  await transport.open(firstBaudRate);
  try {
    await new PortSession(socket, transport, firstBaudRate).run();
    // A client that vanished in the middle of a reset must not leave the chip held in it.
    await transport.setModemLines({ dtr: false, rts: false }).catch(() => undefined);
  } finally {
    await transport.close();
  }
}

function sendAway(socket: Socket, reason: string): void {
  if (socket.destroyed) return;
  socket.end(`${reason}\r\n`);
  // Read to the end, so that the farewell is not lost in a reset of the connection.
  socket.resume();
}

function clientName({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? '?'}:${remotePort ?? '?'}`;
}

function listen(server: Server, { host, port }: PortServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const path = `${host}:${port}`;
      const isBusy = error.code === 'EADDRINUSE';
      reject(
        isBusy ? new AppError('port.busy', { path }) : new AppError('port.openFailed', { path, reason: error.message }),
      );
    });
    server.listen(port, host, resolve);
  });
}

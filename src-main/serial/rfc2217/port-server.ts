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
  /** Pulled out under the client's hands; the server goes on, for it may come back. */
  | { readonly kind: 'portGone'; readonly client: string }
  | { readonly kind: 'portFailed'; readonly client: string; readonly error: AppErrorData };

/** Where to listen, and whom to tell. */
export interface PortServerOptions {
  readonly host: string;
  /** 0 = any that is free. */
  readonly port: number;
  /** Takes the next number that is free where `port` is taken, instead of failing. */
  readonly orNextFree?: boolean;
  readonly onEvent?: (event: PortServerEvent) => void;
}

/** Who uses the port now. Bytes as they crossed the network. */
export interface PortClient {
  /** `192.168.1.20:51234` */
  readonly client: string;
  /** From the client to the board. */
  readonly receivedBytes: number;
  readonly sentBytes: number;
}

/** A port that other machines can use. */
export interface PortServer {
  /** What to give to a flashing tool: `rfc2217://127.0.0.1:4000`. */
  readonly address: string;
  /** The number it listens at. */
  readonly port: number;
  readonly client: PortClient | null;
  /** Sends the client away; resolves when port and address are free again. */
  close(): Promise<void>;
}

/** Until the client says otherwise; the rate of the first contact with every chip. */
const firstBaudRate = 115_200;
const keepAliveMs = 10_000;
/** Numbers tried after the wanted one, before any is good enough. */
const nextPorts = 20;
const highestPort = 65_535;

/**
 * Shares a local port by RFC 2217, with one client at a time. The port is open while a client is there, so
 * that it can be used here in between, and a board may be plugged in anew. It is opened once in the beginning
 * to find out whether that works: `port.*` as `Transport.open`, `port.cannotListen` for the address to listen at.
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
    const done = Promise.resolve()
      .then(() => serveClient(socket, openTransport(), () => tell({ kind: 'portGone', client })))
      .catch((error: unknown) => {
        tell({ kind: 'portFailed', client, error: toAppError(error).toData() });
        sendAway(socket, toAppError(error).code);
      })
      .then(() => {
        serving = null;
        tell({ kind: 'clientLeft', client });
      });
    serving = { socket, done };
    tell({ kind: 'clientCame', client });
  });
  await listenSomewhere(server, options);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `rfc2217://${host}:${port}`,
    port,
    get client() {
      if (serving === null) return null;
      const { socket } = serving;
      return { client: clientName(socket), receivedBytes: socket.bytesRead, sentBytes: socket.bytesWritten };
    },
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

async function serveClient(socket: Socket, transport: Transport, onGone: () => void): Promise<void> {
  await transport.open(firstBaudRate);
  const stopWatching = transport.onClose((reason) => {
    if (reason === 'unplugged') onGone();
  });
  try {
    await new PortSession(socket, transport, firstBaudRate).run();
    // A client that vanished in the middle of a reset must not leave the chip held in it.
    await transport.setModemLines({ dtr: false, rts: false }).catch(() => undefined);
  } finally {
    stopWatching();
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

async function listenSomewhere(server: Server, { host, port, orNextFree = false }: PortServerOptions): Promise<void> {
  const last = orNextFree && port !== 0 ? Math.min(port + nextPorts, highestPort) : port;
  for (let candidate = port; candidate <= last; candidate += 1) {
    if (await listen(server, host, candidate, orNextFree)) return;
  }
  await listen(server, host, 0, false);
}

/** False where somebody else listens there and that is nothing to fail at. */
function listen(server: Server, host: string, port: number, isTakenFine: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      const isTaken = error.code === 'EADDRINUSE';
      const reason = isTaken ? 'it is in use' : error.code === 'EACCES' ? 'it is reserved' : error.message;
      if (isTaken && isTakenFine) resolve(false);
      else reject(new AppError('port.cannotListen', { address: `${host}:${port}`, reason }));
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

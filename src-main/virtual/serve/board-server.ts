import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { AppError } from '../../../src-shared/errors/app-error';
import type { VirtualBoard } from '../virtual-board';
import type { ServedBoard } from './served-board';

/** Where to listen; port 0 takes any free one. */
export interface BoardServerOptions {
  readonly host: string;
  readonly port: number;
}

/**
 * Puts a board on a TCP port, as a serial server does: bytes and nothing else, no lines, no baud rate.
 * One connection is served at a time, the next waits for its end. The board does not notice that hosts
 * come and go: a running stub stays.
 */
export async function serveBoardOverTcp(board: VirtualBoard, options: BoardServerOptions): Promise<ServedBoard> {
  board.setHostBaudRate(null);
  const waiting: Socket[] = [];
  let current: Socket | null = null;

  const serveNext = (): void => {
    current = waiting.shift() ?? null;
    if (current !== null) {
      connect(board, current, () => {
        serveNext();
      });
    }
  };
  const server = createServer({ noDelay: true, pauseOnConnect: true }, (socket) => {
    if (board.activity === 'unplugged') {
      socket.destroy();
      return;
    }
    // A connection that breaks is over, for whatever reason; 'close' follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const place = waiting.indexOf(socket);
      if (place >= 0) waiting.splice(place, 1);
    });
    waiting.push(socket);
    if (current === null) serveNext();
  });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `socket://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of waiting.splice(0)) socket.destroy();
        current?.destroy();
      }),
  };
}

function connect(board: VirtualBoard, socket: Socket, onClose: () => void): void {
  const stopBytes = board.onBytes((bytes) => void socket.write(Uint8Array.from(bytes)));
  const stopUnplug = board.onUnplug(() => void socket.destroy());
  socket.on('data', (bytes: Buffer) => {
    // Nothing more is taken in until the board has this: that is what the sender feels as back pressure.
    socket.pause();
    void board.receive(bytes).then(() => socket.resume());
  });
  socket.on('close', () => {
    stopBytes();
    stopUnplug();
    onClose();
  });
  if (socket.destroyed) onClose();
  else socket.resume();
}

function listen(server: Server, { host, port }: BoardServerOptions): Promise<void> {
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

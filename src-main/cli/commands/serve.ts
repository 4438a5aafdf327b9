import { AppError } from '../../../src-shared/errors/app-error';
import { servePort, type PortServerEvent } from '../../serial/rfc2217/port-server';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { isLoopback, parseListenAddress } from '../listen-address';
import { createTransportOpener } from '../open-transport';
import { printError } from '../print-error';
import { untilInterrupted } from '../until-interrupted';

/** Options of `serve` as they come from the parser. */
export interface ServeValues {
  readonly listen?: string;
}

const defaultAddress = '127.0.0.1:4000';

/** `serve`: a local port for other machines, until it is interrupted. */
export async function serveCommand(io: ConsoleIo, options: GlobalOptions, values: ServeValues): Promise<ExitCode> {
  const { port: path } = options;
  if (path === null) throw new AppError('input.missing', { what: '--port' });
  const address = parseListenAddress(values.listen ?? defaultAddress);
  const ports = createTransportOpener(io.clock);
  const server = await servePort(() => ports.open(path), {
    ...address,
    onEvent: (event) => tellEvent(io, path, event),
  });
  io.out(`${path} is served at ${server.address}\n`);
  if (!isLoopback(address)) io.err('Everybody who reaches this address can read and change the board.\n');
  await untilInterrupted(io);
  await server.close();
  ports.putAway();
  return exitCodes.done;
}

function tellEvent(io: ConsoleIo, path: string, event: PortServerEvent): void {
  switch (event.kind) {
    case 'clientCame':
      io.err(`${event.client} uses ${path}\n`);
      return;
    case 'clientLeft':
      io.err(`${event.client} has left\n`);
      return;
    case 'clientTurnedAway':
      io.err(`${event.client} was turned away: ${path} is in use\n`);
      return;
    case 'portGone':
      io.err(`${path} has gone; it is served again when it is back\n`);
      return;
    case 'portFailed':
      printError(io, event.error);
      return;
  }
}

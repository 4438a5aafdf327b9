import { listPorts } from '../serial/list-ports';
import { createNetworkTransport, isNetworkPath } from '../serial/network-transport';
import { SerialPortTransport } from '../serial/serial-port-transport';
import type { Clock, LinkKind, Transport } from '../engine/transport/transport';
import type { VirtualBoard } from '../virtual/virtual-board';
import { createVirtualTransport } from '../virtual/virtual-transport';
import type { Configuration } from './configuration/configuration';
import { parseSimAddress } from '../virtual/serve/sim-address';
import { makeVirtualBoard } from '../virtual/serve/make-virtual-board';

/** Opens ports for one command. */
export interface TransportOpener {
  /** `sim://`, `rfc2217://`, `socket://` and serial paths. The same `sim://` path is the same board each time. */
  readonly open: (path: string) => Transport;
  /** The virtual boards go: an application that talks by itself would keep the process alive for ever. */
  readonly putAway: () => void;
}

/** See `TransportOpener`. */
export function createTransportOpener(
  clock: Clock,
  { writeTimeoutMs }: Pick<Configuration, 'writeTimeoutMs'> = { writeTimeoutMs: null },
): TransportOpener {
  const patience = writeTimeoutMs === null ? {} : { writeTimeoutMs };
  const boards = new Map<string, VirtualBoard>();
  const open = (path: string): Transport => {
    if (path.startsWith('sim://')) {
      const board = boards.get(path) ?? makeVirtualBoard({ ...parseSimAddress(path), clock });
      boards.set(path, board);
      return createVirtualTransport(board, { path });
    }
    if (isNetworkPath(path)) return createNetworkTransport(path, clock, patience);
    return new SerialPortTransport(path, { clock, linkKindOf, ...patience });
  };
  const putAway = (): void => {
    for (const board of boards.values()) board.unplug();
    boards.clear();
  };
  return { open, putAway };
}

async function linkKindOf(path: string): Promise<LinkKind> {
  return (await listPorts()).find((port) => port.path === path)?.linkKind ?? 'unknown';
}

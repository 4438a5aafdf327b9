import { listPorts } from '../serial/list-ports';
import { createNetworkTransport, isNetworkPath } from '../serial/network-transport';
import { SerialPortTransport } from '../serial/serial-port-transport';
import type { Clock, LinkKind, Transport } from '../engine/transport/transport';
import type { VirtualBoard } from '../virtual/virtual-board';
import { createVirtualTransport } from '../virtual/virtual-transport';
import type { Configuration } from './configuration/configuration';
import { parseSimAddress } from '../virtual/serve/sim-address';
import { makeVirtualBoard } from '../virtual/serve/make-virtual-board';

/** Opens `sim://`, `rfc2217://`, `socket://` and serial paths. A virtual board lives as long as the opener. */
export function createTransportOpener(
  clock: Clock,
  { writeTimeoutMs }: Pick<Configuration, 'writeTimeoutMs'> = { writeTimeoutMs: null },
): (path: string) => Transport {
  const patience = writeTimeoutMs === null ? {} : { writeTimeoutMs };
  const boards = new Map<string, VirtualBoard>();
  return (path) => {
    if (path.startsWith('sim://')) {
      const board = boards.get(path) ?? makeVirtualBoard({ ...parseSimAddress(path), clock });
      boards.set(path, board);
      return createVirtualTransport(board, { path });
    }
    if (isNetworkPath(path)) return createNetworkTransport(path, clock, patience);
    return new SerialPortTransport(path, { clock, linkKindOf, ...patience });
  };
}

async function linkKindOf(path: string): Promise<LinkKind> {
  return (await listPorts()).find((port) => port.path === path)?.linkKind ?? 'unknown';
}

import { AppError } from '../../src-shared/errors/app-error';

/** Where a network port is: `10.0.0.5:5555`, `[::1]:5555`. */
export interface NetworkAddress {
  readonly host: string;
  readonly port: number;
}

/** The same with what stood behind a question mark. */
export interface ParsedNetworkPath extends NetworkAddress {
  /** Null where there was no question mark. */
  readonly query: string | null;
}

/** Reads `scheme://host:port[?query]`; `port.badAddress` for anything else. */
export function parseNetworkPath(path: string, scheme: 'socket' | 'rfc2217'): ParsedNetworkPath {
  const bad = (reason: string): AppError => new AppError('port.badAddress', { path, reason });
  const match = /^([a-z0-9]+):\/\/(?:\[([0-9a-f:.]+)\]|([^\s/:@?#[\]]+)):(\d{1,5})\/?(?:\?(.*))?$/i.exec(path);
  if (match?.[1]?.toLowerCase() !== scheme) throw bad(`expected ${scheme}://host:port`);
  const port = Number(match[4]);
  if (port < 1 || port > 65_535) throw bad('the port number must be between 1 and 65535');
  return { host: match[2] ?? match[3] ?? '', port, query: match[5] ?? null };
}

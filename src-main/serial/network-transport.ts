import type { Clock, Transport } from '../engine/transport/transport';
import { Rfc2217Transport } from './rfc2217/rfc2217-transport';
import { TcpTransport } from './tcp-transport';

/** What network transports may be told besides their path. */
export interface NetworkTransportOptions {
  /** How long the far side may accept nothing. */
  readonly writeTimeoutMs?: number | undefined;
}

/** True for every path that names a scheme: `rfc2217://…`, `socket://…`, and those that mean nothing. */
export function isNetworkPath(path: string): boolean {
  return path.includes('://');
}

/** `rfc2217://host:port` or `socket://host:port`, not opened yet; `port.badAddress` for any other scheme. */
export function createNetworkTransport(path: string, clock: Clock, options: NetworkTransportOptions = {}): Transport {
  if (/^rfc2217:/i.test(path)) return new Rfc2217Transport(path, clock, options);
  return new TcpTransport(path, clock, options);
}

import { AppError } from '../../src-shared/errors/app-error';

/** Where to wait for connections; port 0 = any that is free. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** Reads `host:port`, `:port` or `port`; `port.badAddress` for anything else. */
export function parseListenAddress(text: string): ListenAddress {
  const match = /^(?:(\[[0-9a-f:.]+\]|[^:\s]*):)?(\d{1,5})$/i.exec(text);
  const port = Number(match?.[2]);
  if (match === null || port > 65_535) {
    throw new AppError('port.badAddress', { path: text, reason: 'expected host:port, such as 127.0.0.1:5555' });
  }
  const host = (match[1] ?? '').replace(/^\[|\]$/g, '');
  return { host: host === '' ? '127.0.0.1' : host, port };
}

/** True where only programs on this machine can connect. */
export function isLoopback({ host }: ListenAddress): boolean {
  return /^(127\.\d+\.\d+\.\d+|::1|localhost)$/i.test(host);
}

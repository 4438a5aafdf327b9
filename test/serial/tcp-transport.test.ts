import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseSocketAddress, TcpTransport } from '../../src-main/serial/tcp-transport';
import { systemClock } from '../../src-main/serial/system-clock';

const servers: Server[] = [];
const listen = (onConnection: (socket: Socket) => void): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      onConnection(socket);
    });
    servers.push(server);
    server.listen(0, '127.0.0.1', () => {
      resolve(`socket://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('a network port', () => {
  it('carries bytes there and back', async () => {
    const transport = new TcpTransport(await listen((socket) => socket.pipe(socket)), systemClock);
    await transport.open();
    const seen: number[] = [];
    const all = new Promise<void>((resolve) => {
      transport.onBytes((bytes) => {
        seen.push(...bytes);
        if (seen.length === 256) resolve();
      });
    });
    await transport.write(Uint8Array.from({ length: 256 }, (_, index) => index));
    await all;
    expect(seen).toEqual([...Array(256).keys()]);
    await transport.close();
    await transport.close();
    await expect(transport.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'port.notOpen' });
  });

  it('has neither modem lines nor a baud rate', () => {
    const { link } = new TcpTransport('socket://localhost:1', systemClock);
    expect(link).toMatchObject({ kind: 'network', hasModemLines: false, hasBaudRate: false });
  });

  it('says that the board is gone when the far side hangs up', async () => {
    const transport = new TcpTransport(await listen((socket) => setTimeout(() => socket.destroy(), 30)), systemClock);
    const reason = new Promise((resolve) => transport.onClose(resolve));
    await transport.open();
    expect(await reason).toBe('unplugged');
    await expect(transport.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'port.unplugged' });
    await transport.close();
  });

  it('closes even when the far side never says goodbye', async () => {
    const transport = new TcpTransport(
      await listen((socket) => {
        socket.pause();
      }),
      systemClock,
    );
    await transport.open();
    const startedMs = performance.now();
    await transport.close();
    expect(performance.now() - startedMs).toBeLessThan(2500);
  });

  it('gives up on a far side that reads nothing, after as long as it was told', async () => {
    const path = await listen((socket) => {
      socket.pause();
    });
    const transport = new TcpTransport(path, systemClock, { writeTimeoutMs: 200 });
    await transport.open();
    const startedMs = performance.now();
    await expect(transport.write(new Uint8Array(64 << 20))).rejects.toMatchObject({ code: 'port.writeFailed' });
    expect(performance.now() - startedMs).toBeLessThan(2000);
    await transport.close();
  });

  it('says so when nobody listens at that address', async () => {
    const path = await listen(() => undefined);
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    await expect(new TcpTransport(path, systemClock).open()).rejects.toMatchObject({
      code: 'port.unreachable',
      facts: { reason: 'connection refused' },
    });
  });
});

describe('the name of a host', () => {
  it('that nobody knows is told as such', async () => {
    // RFC 6761 keeps this domain empty for good.
    await expect(new TcpTransport('socket://board.invalid:1', systemClock).open()).rejects.toMatchObject({
      code: 'port.unreachable',
    });
  });
});

describe('the address of a network port', () => {
  it('is a host and a port number', () => {
    expect(parseSocketAddress('socket://10.0.0.5:5555')).toEqual({ host: '10.0.0.5', port: 5555 });
    expect(parseSocketAddress('socket://bench-pi.local:3333/')).toEqual({ host: 'bench-pi.local', port: 3333 });
    expect(parseSocketAddress('socket://[::1]:5555')).toEqual({ host: '::1', port: 5555 });
  });

  it.each([
    'socket://10.0.0.5',
    'socket://:5555',
    'socket://host:0',
    'socket://host:65536',
    'socket://host:5x',
    'socket://ho st:55',
    'socket://',
    'http://host:80',
    'socket://user@host:80',
    'socket://host:80/path',
  ])('%s is refused', (path) => {
    expect(() => parseSocketAddress(path)).toThrow(expect.objectContaining({ code: 'port.badAddress' }) as Error);
  });
});

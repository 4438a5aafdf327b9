import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { MonitorData } from '../../src-shared/ipc/contract';
import type { Transport } from '../../src-main/engine/transport/transport';
import { createServices, type JobServices } from '../../src-main/jobs/create-services';
import { defaultConnectPreferences } from '../../src-main/jobs/dependencies';
import { createNetworkTransport, isNetworkPath } from '../../src-main/serial/network-transport';
import { SerialPortTransport } from '../../src-main/serial/serial-port-transport';
import { systemClock } from '../../src-main/serial/system-clock';
import { canMakePtys, createPtyPair, type PtyPair } from '../serial/pty-pair';

const burstBytes = 5 * 1024 * 1024;
const atRandom = (sizeBytes: number): Buffer => {
  const bytes = Buffer.alloc(sizeBytes);
  for (let at = 0, word = 99; at < sizeBytes; at++) {
    word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = word >>> 24;
  }
  return bytes;
};

function serialTransport(path: string): Transport {
  return new SerialPortTransport(path, { clock: systemClock, linkKindOf: () => Promise.resolve('unknown') });
}

/** The real services over real links, with a window that takes everything at once. */
function monitorOverLinks(): { services: JobServices; data: MonitorData[]; heard: () => Buffer } {
  const services = createServices({
    clock: systemClock,
    openTransport: (path) => (isNetworkPath(path) ? createNetworkTransport(path, systemClock) : serialTransport(path)),
    listPorts: () => Promise.resolve([]),
    virtualBoards: () => [],
    connect: defaultConnectPreferences,
    about: [],
    homeFolder: '/home/somebody',
  });
  const data: MonitorData[] = [];
  services.monitor.onData((now) => {
    data.push(now);
    services.monitor.taken(now.sequence);
  });
  return { services, data, heard: () => Buffer.concat(data.map(({ bytes }) => bytes)) };
}
const order = { lines: 'automatic', reset: false, bootText: false } as const;

describe.skipIf(!canMakePtys)('the monitor on a serial port (a pseudo terminal)', () => {
  let pair: PtyPair | null = null;
  let board: Transport | null = null;
  afterEach(async () => {
    await board?.close();
    await pair?.unplug();
  });

  it('hears, sends, and takes five megabytes of noise without losing a byte', async () => {
    pair = await createPtyPair();
    board = serialTransport(pair.right);
    await board.open(115_200);
    const { services, data, heard } = monitorOverLinks();
    const state = await services.monitor.open({ ...order, path: pair.left, baudRate: 74_880 });
    expect(state).toMatchObject({ status: 'open', baudRate: 74_880, canReset: false });
    const said = new Promise<string>((resolve) => board?.onBytes((bytes) => resolve(new TextDecoder().decode(bytes))));
    await services.monitor.send({ kind: 'text', text: 'hello\r\n' });
    expect(await said).toBe('hello\r\n');

    const burst = atRandom(burstBytes);
    for (let at = 0; at < burst.length; at += 65_536) await board.write(burst.subarray(at, at + 65_536));
    await expect.poll(() => heard().length, { timeout: 20_000 }).toBe(burst.length);
    expect(heard().equals(burst)).toBe(true);
    expect(data.every(({ droppedBytes }) => droppedBytes === 0)).toBe(true);
    await services.monitor.shutDown();
  });

  it('notices when it is pulled out, and waits', async () => {
    pair = await createPtyPair();
    const { services } = monitorOverLinks();
    await services.monitor.open({ ...order, path: pair.left, baudRate: 115_200 });
    await pair.unplug();
    await expect.poll(() => services.monitor.state().status, { timeout: 10_000 }).toBe('away');
    await services.monitor.shutDown();
    expect(services.monitor.state().status).toBe('closed');
  });
});

describe('the monitor over TCP', () => {
  it('hears, sends, and comes back after the connection was lost', async () => {
    const sockets: Socket[] = [];
    let got = '';
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => (got += bytes.toString()));
      socket.write(`connection ${sockets.length}\r\n`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const path = `socket://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { services, heard } = monitorOverLinks();
    await services.monitor.open({ ...order, path, baudRate: 'automatic' });
    await services.monitor.send({ kind: 'text', text: 'over the network\n' });
    await expect.poll(() => got).toBe('over the network\n');
    sockets[0]?.destroy();
    await expect.poll(() => heard().toString(), { timeout: 10_000 }).toContain('connection 2');
    expect(services.monitor.state().status).toBe('open');
    await services.monitor.shutDown();
    server.close();
  });
});

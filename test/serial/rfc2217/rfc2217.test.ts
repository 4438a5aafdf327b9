import { createServer, connect as connectSocket, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import type { ModemLines, Transport } from '../../../src-main/engine/transport/transport';
import { comPortOption, decodeComPortMessage } from '../../../src-main/serial/rfc2217/com-port-option';
import { servePort, type PortServer, type PortServerEvent } from '../../../src-main/serial/rfc2217/port-server';
import { parseRfc2217Address } from '../../../src-main/serial/rfc2217/rfc2217-address';
import { Rfc2217Transport } from '../../../src-main/serial/rfc2217/rfc2217-transport';
import { encodeNegotiation, encodeSubnegotiation, TelnetDecoder } from '../../../src-main/serial/rfc2217/telnet';
import { systemClock } from '../../../src-main/serial/system-clock';
import { VirtualBoard, type VirtualBoardOptions } from '../../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../../src-main/virtual/virtual-transport';
import { createBench, holds, someBytes } from '../../integration/flash-bench';

const clock = systemClock;
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A virtual board behind our server, with everything that its port is told written down. */
async function share(chip: ChipId, more: Partial<VirtualBoardOptions> = {}) {
  const board = new VirtualBoard({ chip, clock, ...more });
  const lines: ModemLines[] = [];
  const rates: number[] = [];
  const events: PortServerEvent[] = [];
  const open = (): Transport => {
    const transport = createVirtualTransport(board);
    const setModemLines = transport.setModemLines.bind(transport);
    const setBaudRate = transport.setBaudRate.bind(transport);
    transport.setModemLines = (now) => {
      lines.push(now);
      return setModemLines(now);
    };
    transport.setBaudRate = (rate) => {
      rates.push(rate);
      return setBaudRate(rate);
    };
    return transport;
  };
  const server = await servePort(open, { host: '127.0.0.1', port: 0, onEvent: (event) => events.push(event) });
  cleanUps.push(() => server.close());
  return { board, server, lines, rates, events, open };
}

function client(server: PortServer, options = ''): Rfc2217Transport {
  const transport = new Rfc2217Transport(`${server.address}${options}`, clock);
  cleanUps.push(() => transport.close());
  return transport;
}

/** A peer that does as the test says. */
function listen(onConnection: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      onConnection(socket);
    });
    cleanUps.push(
      () =>
        new Promise((closed) => {
          for (const socket of sockets) socket.destroy();
          server.close(closed);
        }),
    );
    server.listen(0, '127.0.0.1', () => resolve(`rfc2217://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** The same server at the end of a way that takes `delayMs` in each direction. */
async function behindSlowWay(server: PortServer, delayMs: number): Promise<string> {
  const port = Number(/\d+$/.exec(server.address)?.[0]);
  return listen((near) => {
    const far = connectSocket(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes: Buffer) => setTimeout(() => to.write(bytes), delayMs));
      from.on('close', () => setTimeout(() => to.destroy(), delayMs)).on('error', () => undefined);
    }
  });
}

const until = async (isTrue: () => boolean): Promise<void> => {
  for (let waited = 0; !isTrue(); waited += 5) {
    if (waited > 5000) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe.each(['esp32', 'esp32c3'] as const)('%s behind our own server', (chip) => {
  it.each(['', '?ign_set_control', '?timeout=2&poll_modem'])(
    'is reset into download mode, flashed, verified and started (%s)',
    async (options) => {
      const { board, server, rates } = await share(chip, { wiring: 'uartBridge' });
      expect(board.activity).toBe('application');
      const path = `${server.address}${options}`;
      const bench = createBench({ path, clock, openTransport: () => new Rfc2217Transport(path, clock) });
      cleanUps.push(() => bench.services.jobs.shutDown());
      const file = { offset: 0x1_0000, bytes: someBytes(120_001, 5) };
      const outcome = await bench.flash([file], { baudRate: 460_800 });
      expect(outcome).toMatchObject({ kind: 'verified', result: { identity: { chip }, baudRate: 460_800 } });
      expect(holds(board.flash, file)).toBe(true);
      expect(rates).toContain(460_800);
      await until(() => board.activity === 'application');
    },
  );
});

it('a chip with its own USB is reset as such, although it is far away', async () => {
  const { board, server } = await share('esp32c3', { wiring: 'usbSerialJtag' });
  const transport = client(server);
  await transport.open(115_200);
  expect(transport.link.kind).toBe('usbSerialJtag');
  await transport.close();
  const bench = createBench({
    path: server.address,
    clock,
    openTransport: (path) => new Rfc2217Transport(path, clock),
    connect: { attempts: 1 },
  });
  cleanUps.push(() => bench.services.jobs.shutDown());
  const file = { offset: 0x1_0000, bytes: someBytes(20_000, 9) };
  await until(() => board.activity === 'application');
  expect(await bench.flash([file])).toMatchObject({ kind: 'verified' });
});

it('a board far away is reset, asked and flashed although every answer is late', async () => {
  const { board, server } = await share('esp32', { wiring: 'uartBridge' });
  const path = await behindSlowWay(server, 80);
  const bench = createBench({
    path,
    clock,
    openTransport: () => new Rfc2217Transport(path, clock),
    connect: { attempts: 1 },
  });
  cleanUps.push(() => bench.services.jobs.shutDown());
  const file = { offset: 0x1_0000, bytes: someBytes(3000, 5) };
  expect(await bench.flash([file], { baudRate: 115_200 })).toMatchObject({ kind: 'verified' });
  expect(holds(board.flash, file)).toBe(true);
  expect(bench.trace.filter(({ text }) => text.includes('again'))).toEqual([]);
}, 60_000);

describe('our server', () => {
  it('passes lines on as they are meant: both at once where both are set', async () => {
    const { server, lines } = await share('esp32');
    const transport = client(server);
    await transport.open(115_200);
    lines.length = 0;
    await transport.setModemLines({ dtr: false, rts: true });
    await transport.setModemLines({ dtr: true, rts: false });
    expect(lines).toEqual([
      { dtr: false, rts: true },
      { dtr: true, rts: false },
    ]);
  });

  it.each([
    ['uartBridge', [9, 11, 8, 12], ['0 0', '0 1', '1 0']],
    ['usbSerialJtag', [9, 11, 8, 12], ['0 0', '0 1', '1 1', '1 0']],
    ['uartBridge', [8, 11, 9], ['1 0', '1 1', '0 1']],
  ] as const)(
    'has no gap between EN and BOOT for a client that sets one line after the other (%s, %o)',
    async (wiring, values, expected) => {
      const { server, lines, events } = await share('esp32c3', { wiring });
      const port = Number(/\d+$/.exec(server.address)?.[0]);
      const socket = connectSocket(port, '127.0.0.1');
      socket.setNoDelay(true);
      socket.write(encodeNegotiation('will', comPortOption));
      await until(() => events.length > 0);
      for (const value of values) {
        socket.write(encodeSubnegotiation(comPortOption, Uint8Array.of(5, value)));
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      expect(lines.map(({ dtr, rts }) => `${Number(dtr)} ${Number(rts)}`)).toEqual(expected);
      socket.destroy();
    },
  );

  it('lets go of the lines and of the port when its client vanishes', async () => {
    const { board, server, lines, events, open } = await share('esp32');
    const transport = client(server);
    await transport.open(115_200);
    await transport.setModemLines({ dtr: false, rts: true });
    expect(board.activity).toBe('heldInReset');
    await transport.close();
    await until(() => events.some(({ kind }) => kind === 'clientLeft'));
    expect(lines.at(-1)).toEqual({ dtr: false, rts: false });
    const local = open();
    await local.open(115_200);
    await local.close();
  });

  it('has one client at a time, and the next one afterwards', async () => {
    const { server, events } = await share('esp32');
    const first = client(server);
    await first.open(115_200);
    await expect(client(server).open(115_200)).rejects.toMatchObject({ code: 'port.busy' });
    expect(events.map(({ kind }) => kind)).toEqual(['clientCame', 'clientTurnedAway']);
    await first.close();
    await until(() => events.some(({ kind }) => kind === 'clientLeft'));
    await client(server).open(115_200);
  });

  it('tells the client when the board is pulled out, and serves it again when it is back', async () => {
    const { board, server } = await share('esp32');
    const transport = client(server);
    await transport.open(115_200);
    const reason = new Promise((resolve) => transport.onClose(resolve));
    board.unplug();
    expect(await reason).toBe('unplugged');
    await expect(transport.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'port.unplugged' });
    await expect(client(server).open(115_200)).rejects.toMatchObject({
      code: 'port.openFailed',
      facts: { reason: 'port.notFound' },
    });
  });

  it('does not start without its port or its address', async () => {
    const { server, open } = await share('esp32');
    const taken = Number(/\d+$/.exec(server.address)?.[0]);
    await expect(servePort(open, { host: '127.0.0.1', port: taken })).rejects.toMatchObject({
      code: 'port.cannotListen',
      facts: { address: `127.0.0.1:${taken}`, reason: 'it is in use' },
    });
    const missing = new VirtualBoard({ chip: 'esp32', clock });
    missing.unplug();
    await expect(
      servePort(() => createVirtualTransport(missing), { host: '127.0.0.1', port: 0 }),
    ).rejects.toMatchObject({ code: 'port.notFound' });
  });

  it('sends its client away when it is closed', async () => {
    const { server } = await share('esp32');
    const transport = client(server);
    await transport.open(115_200);
    const reason = new Promise((resolve) => transport.onClose(resolve));
    await server.close();
    expect(await reason).toBe('unplugged');
    await expect(client(server).open(115_200)).rejects.toMatchObject({ code: 'port.unreachable' });
  });

  it('carries every byte there and back, FFh too', async () => {
    const { board, server } = await share('esp32', { wiring: 'none' });
    const received: number[] = [];
    const receive = board.receive.bind(board);
    board.receive = (bytes) => {
      received.push(...bytes);
      return receive(bytes);
    };
    const transport = client(server);
    await transport.open(115_200);
    const all = Uint8Array.from({ length: 512 }, (_, index) => (index % 2 === 0 ? 255 : index >> 1));
    await transport.write(all);
    await until(() => received.length >= all.length);
    expect(received).toEqual([...all]);
  });

  it('survives any client: noise, half a command, a hang-up in the middle', async () => {
    const { server, events } = await share('esp32');
    const port = Number(/\d+$/.exec(server.address)?.[0]);
    const noises = [someBytes(20_000, 3), Uint8Array.of(255, 250, 44), Uint8Array.of(255), new Uint8Array(0)];
    for (const [index, noise] of noises.entries()) {
      await new Promise<void>((resolve) => {
        const socket = connectSocket(port, '127.0.0.1', () => socket.write(noise, () => socket.destroy()));
        socket.on('error', () => undefined).on('close', () => resolve());
      });
      await until(() => events.filter(({ kind }) => kind === 'clientLeft').length === index + 1);
    }
    await client(server).open(115_200);
  });

  it('does not let a page in a browser get at the board', async () => {
    const { server, lines, rates, events } = await share('esp32');
    const rtsOn = Uint8Array.of(255, 250, 44, 5, 11, 255, 240);
    const rateChange = Uint8Array.of(255, 250, 44, 1, 0, 0, 37, 128, 255, 240);
    const request = fetch(server.address.replace('rfc2217:', 'http:'), {
      method: 'POST',
      body: Buffer.concat([rtsOn, rateChange]),
    });
    await expect(request).rejects.toThrow();
    await until(() => events.some(({ kind }) => kind === 'clientLeft'));
    expect(lines.some(({ dtr, rts }) => dtr || rts)).toBe(false);
    expect(rates).toEqual([]);
  });
});

describe('our client', () => {
  it('says so where something else than RFC 2217 answers', async () => {
    const silent = new Rfc2217Transport(`${await listen(() => undefined)}?timeout=0.2`, clock);
    await expect(silent.open(115_200)).rejects.toMatchObject({ code: 'port.unreachable' });
    const plain = new Rfc2217Transport(
      await listen((socket) => socket.once('data', () => socket.write(encodeNegotiation('dont', 44)))),
      clock,
    );
    const startedMs = clock.nowMs();
    await expect(plain.open(115_200)).rejects.toMatchObject({ code: 'port.unreachable' });
    expect(clock.nowMs() - startedMs).toBeLessThan(1500);
    const busy = new Rfc2217Transport(await listen((socket) => socket.end('Port already in use\r\n')), clock);
    await expect(busy.open(115_200)).rejects.toMatchObject({ code: 'port.busy' });
    const gone = new Rfc2217Transport(await listen((socket) => socket.destroy()), clock);
    await expect(gone.open(115_200)).rejects.toMatchObject({ code: 'port.unreachable' });
  });

  it('says so where nobody listens', async () => {
    const path = await listen(() => undefined);
    await cleanUps.pop()?.();
    await expect(new Rfc2217Transport(path, clock).open(115_200)).rejects.toMatchObject({
      code: 'port.unreachable',
      facts: { reason: 'connection refused' },
    });
  });

  /** Agrees to everything, answers what `answer` says, and writes down what it was told. */
  function peer(answer: (payload: Uint8Array, socket: Socket) => Uint8Array | null) {
    const told: unknown[] = [];
    const address = listen((socket) => {
      socket.write(encodeNegotiation('do', comPortOption));
      const decoder = new TelnetDecoder({
        onData: (bytes) => told.push([...bytes]),
        onNegotiation: () => undefined,
        onSubnegotiation: (option, payload) => {
          told.push(decodeComPortMessage(payload, 'client'));
          const reply = answer(payload, socket);
          if (reply !== null) socket.write(encodeSubnegotiation(option, reply));
        },
      });
      socket.on('data', (bytes: Buffer) => decoder.push(bytes));
    });
    return { told, address };
  }
  const confirm = (payload: Uint8Array): Uint8Array => Uint8Array.of(payload[0]! + 100, ...payload.subarray(1));

  it('asks for 8N1 without flow control, and for both lines to be let go', async () => {
    const { told, address } = peer(confirm);
    const transport = new Rfc2217Transport(await address, clock);
    await transport.open(115_200);
    expect(told).toEqual([
      { command: 'baudRate', value: 115_200 },
      { command: 'dataSize', value: 8 },
      { command: 'parity', value: 1 },
      { command: 'stopSize', value: 1 },
      { command: 'modemStateMask', value: 0 },
      { command: 'lineStateMask', value: 0 },
      { command: 'control', value: 1 },
      { command: 'control', value: 9 },
      { command: 'control', value: 12 },
    ]);
    await transport.close();
  });

  it('stops waiting for word about the lines from a server that gives none', async () => {
    const { told, address } = peer((payload) => (payload[0] === 5 ? null : confirm(payload)));
    const transport = new Rfc2217Transport(`${await address}?timeout=0.2`, clock);
    await transport.open(115_200);
    const startedMs = clock.nowMs();
    await transport.setModemLines({ dtr: true, rts: true });
    expect(clock.nowMs() - startedMs).toBeLessThan(150);
    await until(
      () => JSON.stringify(told.slice(-2)) === '[{"command":"control","value":8},{"command":"control","value":11}]',
    );
    await transport.close();
  });

  it('tells a rate that the server does not set', async () => {
    const { address } = peer((payload) => {
      if (payload[0] !== 1) return confirm(payload);
      return Uint8Array.of(101, 0, 1, 0xc2, 0);
    });
    const transport = new Rfc2217Transport(await address, clock);
    await transport.open(115_200);
    await expect(transport.setBaudRate(921_600)).rejects.toMatchObject({ code: 'port.baudRateRefused' });
    await transport.close();
    await expect(transport.open(9600)).rejects.toMatchObject({ code: 'port.baudRateRefused' });
  });

  it('forgets what was on its way when input is discarded', async () => {
    const { address } = peer((payload, socket) => {
      if (payload[0] === 12) socket.write(Uint8Array.of(1, 2, 3));
      return confirm(payload);
    });
    const transport = new Rfc2217Transport(await address, clock);
    await transport.open(115_200);
    const seen: number[] = [];
    transport.onBytes((bytes) => seen.push(...bytes));
    await transport.discardInput();
    expect(seen).toEqual([]);
    await transport.close();
  });

  it('holds its bytes while the server asks it to', async () => {
    let peerSocket: Socket | null = null;
    const { told, address } = peer((payload, socket) => {
      peerSocket = socket;
      return confirm(payload);
    });
    const transport = new Rfc2217Transport(await address, clock);
    await transport.open(115_200);
    const say = (code: number): unknown => peerSocket?.write(encodeSubnegotiation(comPortOption, Uint8Array.of(code)));
    say(108);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const written = transport.write(Uint8Array.of(42));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).not.toContainEqual([42]);
    say(109);
    await written;
    await until(() => JSON.stringify(told.at(-1)) === '[42]');
    await transport.close();
  });
});

describe('the address of a remote port', () => {
  it('has a host, a port and pySerial’s options', () => {
    expect(parseRfc2217Address('rfc2217://10.0.0.5:4000')).toEqual({
      host: '10.0.0.5',
      port: 4000,
      awaitsLines: true,
      answerTimeoutMs: 3000,
    });
    expect(parseRfc2217Address('RFC2217://[::1]:4000/?timeout=0.5&ign_set_control&poll_modem')).toEqual({
      host: '::1',
      port: 4000,
      awaitsLines: false,
      answerTimeoutMs: 500,
    });
  });

  it.each([
    'rfc2217://',
    'rfc2217://host',
    'rfc2217://host:0',
    'rfc2217://host:99999',
    'rfc2217://ho st:4000',
    'rfc2217://user@host:4000',
    'rfc2217://host:4000/dev/ttyUSB0',
    'rfc2217://host:4000?colour=red',
    'rfc2217://host:4000?timeout',
    'rfc2217://host:4000?timeout=0',
    'rfc2217://host:4000?timeout=-1',
    'rfc2217://host:4000?timeout=1e9',
    'rfc2217://host:4000?timeout=999999',
  ])('%s is refused', (path) => {
    expect(() => new Rfc2217Transport(path, clock)).toThrow(
      expect.objectContaining({ code: 'port.badAddress' }) as Error,
    );
  });
});

import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../src-shared/ipc/contract';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { SerialPortTransport } from '../../src-main/serial/serial-port-transport';
import { systemClock } from '../../src-main/serial/system-clock';
import { TcpTransport } from '../../src-main/serial/tcp-transport';
import { serveBoardOnPty } from '../../src-main/virtual/serve/board-pty';
import { serveBoardOverTcp } from '../../src-main/virtual/serve/board-server';
import { VirtualBoard, type VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { canMakePtys } from '../serial/pty-pair';
import { createBench, holds, imageFor, patchedByHand, someBytes, type FlashBench } from './flash-bench';

const clock = systemClock;
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const makeBoard = (chip: ChipId, more: Partial<VirtualBoardOptions> = {}): VirtualBoard =>
  new VirtualBoard({ chip, clock, wiring: 'none', ...more });

async function overTcp(board: VirtualBoard): Promise<FlashBench> {
  const server = await serveBoardOverTcp(board, { host: '127.0.0.1', port: 0 });
  cleanUps.push(() => server.close());
  return tcpBench(server.address);
}

function tcpBench(path: string): FlashBench {
  const bench = createBench({
    path,
    clock,
    openTransport: () => new TcpTransport(path, clock),
    connect: { attempts: 2 },
  });
  cleanUps.push(() => bench.services.jobs.shutDown());
  return bench;
}

async function overPty(board: VirtualBoard): Promise<FlashBench> {
  const link = join(mkdtempSync(join(tmpdir(), 'esplanade-pty-')), 'board');
  const server = await serveBoardOnPty(board, link);
  cleanUps.push(() => server.close());
  const linkKindOf = (): Promise<'unknown'> => Promise.resolve('unknown');
  const openTransport = (): SerialPortTransport => new SerialPortTransport(link, { clock, linkKindOf });
  const bench = createBench({ path: link, clock, openTransport, connect: { attempts: 2 } });
  cleanUps.push(() => bench.services.jobs.shutDown());
  return bench;
}

async function flashAndCompare(board: VirtualBoard, bench: FlashBench, useStub: boolean): Promise<void> {
  const chip = board.descriptor;
  const bootloader = imageFor(chip, 9_000);
  const app = { offset: 0x1_0000, bytes: someBytes(150_001, 4) };
  const settings = { flashMode: 'dout', flashSize: '4MB', useStub } as const;
  const outcome = await bench.flash([{ offset: chip.bootloaderOffset, bytes: bootloader }, app], settings);
  expect(outcome).toMatchObject({ kind: 'verified', result: { identity: { chip: chip.id } } });
  const expected = new Uint8Array(board.flash.length).fill(0xff);
  expected.set(patchedByHand(bootloader, chip, 3, '4MB'), chip.bootloaderOffset);
  expected.set(app.bytes, app.offset);
  expect(Buffer.compare(board.flash, expected)).toBe(0);
}

describe.each(['esp32', 'esp32c3'] as const)('%s over TCP', (chip) => {
  it.each([true, false])('is flashed and verified (stub: %s)', async (useStub) => {
    const board = makeBoard(chip);
    await flashAndCompare(board, await overTcp(board), useStub);
  });

  it('is flashed twice in a row, over the stub that is still running', async () => {
    const board = makeBoard(chip);
    const bench = await overTcp(board);
    for (const seed of [1, 2]) {
      const file = { offset: 0x2_0000, bytes: someBytes(40_000, seed) };
      expect(await bench.flash([file], { after: 'no-reset-stub' })).toMatchObject({ kind: 'verified' });
      expect(holds(board.flash, file)).toBe(true);
    }
    expect(board.activity).toBe('stub');
  });
});

describe.skipIf(!canMakePtys).each(['esp32', 'esp32c3'] as const)(
  '%s on a pseudo terminal, with the real serial binding',
  (chip) => {
    it.each([true, false])('is flashed and verified (stub: %s)', async (useStub) => {
      const board = makeBoard(chip);
      await flashAndCompare(board, await overPty(board), useStub);
    });

    it('that is unplugged in mid-write is told as such', async () => {
      const board = makeBoard(chip, { troubles: [{ name: 'unplug-after', amount: 60_000 }] });
      const bench = await overPty(board);
      const outcome = await bench.flash([{ offset: 0x1_0000, bytes: someBytes(300_000) }]);
      expect(outcome).toMatchObject({ kind: 'unplugged', error: { code: 'port.unplugged' } });
    });
  },
);

it('a board that hangs up in mid-write over TCP is told as unplugged', async () => {
  const board = makeBoard('esp32', { troubles: [{ name: 'unplug-after', amount: 60_000 }] });
  const outcome = await (await overTcp(board)).flash([{ offset: 0x1_0000, bytes: someBytes(300_000) }]);
  expect(outcome).toMatchObject({ kind: 'unplugged' });
});

describe('Cancel in mid-write, without lines to reset the chip by', () => {
  const large = { offset: 0x1_0000, bytes: someBytes(400_000, 6) };

  async function cancelAt(bench: FlashBench, doneBytes: number): Promise<JobOutcome> {
    const { jobId, outcome } = await bench.start([large], { compression: 'never' });
    const stop = bench.services.jobs.onProgress((progress) => {
      if (progress.doneBytes >= doneBytes) bench.services.jobs.cancel(jobId);
    });
    const ended = await outcome;
    stop();
    return ended;
  }

  it.each([1, 30_000, 150_000])(
    'over TCP after %i bytes ends at once, and the board can be flashed again',
    async (doneBytes) => {
      const board = makeBoard('esp32c3', { pace: true });
      const bench = await overTcp(board);
      expect(await cancelAt(bench, doneBytes)).toMatchObject({ kind: 'cancelled' });
      expect(holds(board.flash, large)).toBe(false);
      const small = { offset: 0x20_0000, bytes: someBytes(10_000, 7) };
      expect(await bench.flash([small])).toMatchObject({ kind: 'verified' });
      expect(holds(board.flash, small)).toBe(true);
    },
  );

  it.skipIf(!canMakePtys)('on a pseudo terminal closes the port, and the board can be flashed again', async () => {
    const board = makeBoard('esp32', { pace: true });
    const bench = await overPty(board);
    expect(await cancelAt(bench, 30_000)).toMatchObject({ kind: 'cancelled' });
    const small = { offset: 0x20_0000, bytes: someBytes(10_000, 7) };
    expect(await bench.flash([small])).toMatchObject({ kind: 'verified' });
    expect(holds(board.flash, small)).toBe(true);
  });
});

describe('something that is no Espressif chip', () => {
  const serve = (onConnection: (socket: Socket) => void): Promise<string> =>
    new Promise((resolve) => {
      const sockets = new Set<Socket>();
      const server: Server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        onConnection(socket);
      });
      cleanUps.push(() => {
        for (const socket of sockets) socket.destroy();
        return new Promise((closed) => server.close(closed));
      });
      server.listen(0, '127.0.0.1', () => resolve(`socket://127.0.0.1:${(server.address() as AddressInfo).port}`));
    });

  it.each([
    ['an echo', 'connect.notEspressif', (socket: Socket): unknown => socket.pipe(socket)],
    ['silence', 'connect.noReply', (socket: Socket): unknown => socket.resume()],
    [
      'noise',
      'connect.noise',
      (socket: Socket): unknown => {
        const timer = setInterval(() => socket.write(someBytes(200, 77)), 20);
        return socket.resume().on('close', () => clearInterval(timer));
      },
    ],
  ])('%s is told as %s', async (_name, code, behaviour) => {
    const bench = tcpBench(await serve((socket) => void behaviour(socket)));
    const outcome = await bench.flash([{ offset: 0x1_0000, bytes: someBytes(100) }]);
    expect(outcome).toMatchObject({ kind: 'failed', error: { code } });
  });
});

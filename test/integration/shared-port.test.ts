import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { PortShare } from '../../src-shared/ipc/contract';
import type { PortInfo } from '../../src-main/jobs/dependencies';
import { SharedPorts } from '../../src-main/jobs/shared-ports';
import { servePort } from '../../src-main/serial/rfc2217/port-server';
import { Rfc2217Transport } from '../../src-main/serial/rfc2217/rfc2217-transport';
import { systemClock } from '../../src-main/serial/system-clock';
import { VirtualBoard, type VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../src-main/virtual/virtual-transport';
import { createBench, holds, imageFor, patchedByHand, someBytes, type FlashBench } from './flash-bench';

const clock = systemClock;
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A window with one board at `path`, and what shares its ports. */
class Desk {
  readonly board: VirtualBoard;
  readonly bench: FlashBench;
  readonly sharing: SharedPorts;
  readonly changes: (readonly PortShare[])[] = [];
  readonly ended: { readonly path: string; readonly code: string }[] = [];

  constructor(
    readonly path = 'sim://esp32',
    more: Partial<VirtualBoardOptions> = {},
    ports: () => readonly PortInfo[] = () => [],
    comeBackMs = 300,
  ) {
    this.board = new VirtualBoard({ chip: 'esp32', clock, ...more });
    const openTransport = () => createVirtualTransport(this.board, { path });
    this.bench = createBench({
      path,
      clock,
      openTransport,
      ports,
      virtualBoards: path.startsWith('sim:') ? [path] : [],
    });
    const { lock, boards } = this.bench.services;
    this.sharing = new SharedPorts({
      deps: { clock, openTransport },
      lock,
      boards,
      serve: servePort,
      addresses: () => ['192.168.1.20', '10.0.0.7'],
      now: () => Date.now(),
      comeBackMs,
    });
    this.sharing.onChanged((shares) => this.changes.push(shares));
    this.sharing.onEnded(({ path: which, error }) => this.ended.push({ path: which, code: error.code }));
    cleanUps.push(async () => {
      await this.sharing.shutDown();
      await this.bench.services.jobs.shutDown();
    });
  }

  async share(port: number): Promise<string> {
    const share = await this.sharing.start({ path: this.path, audience: 'thisComputer', port });
    return share.addresses[0]!;
  }
}

/** Esplanade on another computer. */
function clientAt(address: string): FlashBench {
  const openTransport = () => new Rfc2217Transport(address, clock);
  const bench = createBench({ path: address, clock, openTransport, connect: { attempts: 2 } });
  cleanUps.push(() => bench.services.jobs.shutDown());
  return bench;
}

async function freePort(): Promise<number> {
  const server = await listening();
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function listening(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a port that the window shares', () => {
  it('is flashed through the network, byte for byte, while the window says who does it', async () => {
    const desk = new Desk();
    const chip = desk.board.descriptor;
    const client = clientAt(await desk.share(await freePort()));
    const bootloader = imageFor(chip, 9_000);
    const app = { offset: 0x1_0000, bytes: someBytes(150_001, 4) };
    const outcome = await client.flash([{ offset: chip.bootloaderOffset, bytes: bootloader }, app], {
      flashMode: 'dout',
      flashSize: '4MB',
    });
    expect(outcome).toMatchObject({ kind: 'verified', result: { identity: { chip: 'esp32' } } });
    const expected = new Uint8Array(desk.board.flash.length).fill(0xff);
    expected.set(patchedByHand(bootloader, chip, 3, '4MB'), chip.bootloaderOffset);
    expected.set(app.bytes, app.offset);
    expect(Buffer.compare(desk.board.flash, expected)).toBe(0);

    await until(() => desk.sharing.list()[0]?.peers.length === 0);
    const seen = desk.changes.flatMap((shares) => shares.flatMap(({ peers }) => peers));
    expect(seen[0]?.address).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(Math.max(...seen.map(({ receivedBytes }) => receivedBytes))).toBeGreaterThan(40_000);
    expect(Math.max(...seen.map(({ sentBytes }) => sentBytes))).toBeGreaterThan(500);
  });

  it('is left alone here until sharing stops, and nobody gets in afterwards', async () => {
    const desk = new Desk();
    const { services } = desk.bench;
    const address = await desk.share(await freePort());
    expect(services.boards.list()[0]?.state).toBe('shared');
    const file = { offset: 0x1_0000, bytes: someBytes(5_000) };
    await expect(desk.bench.flash([file])).rejects.toMatchObject({
      code: 'job.portShared',
      facts: { path: desk.path },
    });
    await expect(services.boards.identify(desk.path)).rejects.toMatchObject({ code: 'job.portShared' });
    await expect(desk.share(await freePort())).rejects.toMatchObject({ code: 'job.portShared' });
    const state = await services.monitor.open({
      path: desk.path,
      baudRate: 'automatic',
      lines: 'automatic',
      reset: false,
      bootText: false,
    });
    expect(state).toMatchObject({ status: 'yielded', heldBy: 'share' });
    await services.monitor.close();

    await desk.sharing.stop(desk.path);
    expect(desk.sharing.list()).toEqual([]);
    expect(await clientAt(address).flash([file])).toMatchObject({
      kind: 'failed',
      error: { code: 'port.unreachable' },
    });
    expect(await desk.bench.flash([file])).toMatchObject({ kind: 'verified' });
    expect(holds(desk.board.flash, file)).toBe(true);
  });

  it('is not shared while a job works on it', async () => {
    const desk = new Desk('sim://esp32', { pace: true });
    const { jobId, outcome } = await desk.bench.start([{ offset: 0x1_0000, bytes: someBytes(200_000) }]);
    await expect(desk.share(await freePort())).rejects.toMatchObject({ code: 'job.portInUse' });
    desk.bench.services.jobs.cancel(jobId);
    await outcome;
    expect(await desk.share(await freePort())).toMatch(/^rfc2217:/);
  });

  it('sends its peer away when it is stopped in the middle', async () => {
    const desk = new Desk('sim://esp32', { pace: true });
    const client = clientAt(await desk.share(await freePort()));
    const { outcome } = await client.start([{ offset: 0x1_0000, bytes: someBytes(400_000) }], { compression: 'never' });
    await until(() => client.progress.some(({ stage, doneBytes }) => stage === 'writing' && doneBytes > 0));
    await desk.sharing.shutDown();
    expect(await outcome).toMatchObject({ kind: 'unplugged' });
    expect(desk.bench.services.lock.holderOf(desk.path)).toBeNull();
  });

  it('takes the next number where the wanted one is taken', async () => {
    const desk = new Desk();
    const other = await listening();
    cleanUps.push(() => new Promise((closed) => other.close(closed)));
    const { port } = other.address() as AddressInfo;
    const share = await desk.sharing.start({ path: desk.path, audience: 'thisComputer', port });
    expect(share).toMatchObject({ wantedPort: port });
    expect(share.port).toBeGreaterThan(port);
    expect(share.addresses).toEqual([`rfc2217://127.0.0.1:${share.port}`]);
    expect(await clientAt(share.addresses[0]!).flash([{ offset: 0x1_0000, bytes: someBytes(4_096) }])).toMatchObject({
      kind: 'verified',
    });
  });

  it('tells the addresses of this computer where the local network may come', async () => {
    const desk = new Desk();
    const port = await freePort();
    const share = await desk.sharing.start({ path: desk.path, audience: 'localNetwork', port });
    expect(share.addresses).toEqual([`rfc2217://192.168.1.20:${share.port}`, `rfc2217://10.0.0.7:${share.port}`]);
  });

  it('serves one at a time, and says who was turned away', async () => {
    const desk = new Desk();
    const address = await desk.share(await freePort());
    const first = new Rfc2217Transport(address, clock);
    await first.open(115_200);
    await expect(new Rfc2217Transport(address, clock).open(115_200)).rejects.toMatchObject({ code: 'port.busy' });
    expect(desk.sharing.list()[0]?.turnedAway).toMatch(/^127\.0\.0\.1:/);
    await first.close();
  });

  it('ends when the board is pulled out under its peer and stays away', async () => {
    const desk = new Desk();
    const transport = new Rfc2217Transport(await desk.share(await freePort()), clock);
    await transport.open(115_200);
    desk.board.unplug();
    await until(() => desk.sharing.list()[0]?.isAway === true);
    await until(() => desk.ended.length > 0);
    expect(desk.ended).toEqual([{ path: desk.path, code: 'port.shareEnded' }]);
    expect(desk.sharing.list()).toEqual([]);
    expect(desk.bench.services.lock.holderOf(desk.path)).toBeNull();
  });

  it('ends when a serial port that nobody uses leaves the list of ports', async () => {
    const facts = { vendorId: '10c4', productId: 'ea60', serialNumber: '1', adapter: 'CP2102N', isLikely: false };
    let ports: readonly PortInfo[] = [{ path: '/dev/ttyUSB7', ...facts }];
    const desk = new Desk('/dev/ttyUSB7', {}, () => ports);
    desk.bench.services.boards.setWatching(true);
    await until(() => desk.bench.services.boards.list().length === 1);
    await desk.share(await freePort());
    ports = [];
    desk.board.unplug();
    await until(() => desk.ended.length > 0);
    expect(desk.ended).toEqual([{ path: '/dev/ttyUSB7', code: 'port.shareEnded' }]);
  });

  it('goes on when the port comes back in time, as a chip with its own USB does at a restart', async () => {
    const facts = { vendorId: '303a', productId: '1001', serialNumber: '1', adapter: null, isLikely: false };
    const port: PortInfo = { path: '/dev/ttyACM0', ...facts };
    let ports: readonly PortInfo[] = [port];
    const desk = new Desk('/dev/ttyACM0', {}, () => ports, 3000);
    desk.bench.services.boards.setWatching(true);
    await until(() => desk.bench.services.boards.list().length === 1);
    const address = await desk.share(await freePort());
    ports = [];
    await until(() => desk.sharing.list()[0]?.isAway === true);
    ports = [port];
    await until(() => desk.sharing.list()[0]?.isAway === false);
    expect(desk.ended).toEqual([]);
    const file = { offset: 0x1_0000, bytes: someBytes(4_096) };
    expect(await clientAt(address).flash([file])).toMatchObject({ kind: 'verified' });
    expect(desk.bench.services.lock.holderOf('/dev/ttyACM0')).toBe('share');
  });

  it('forgets what it knew of the contents of a board that others had their hands on', async () => {
    const desk = new Desk();
    const { boards } = desk.bench.services;
    await boards.readLayout(desk.path);
    expect(boards.layoutOf(desk.path)).not.toBeNull();
    const client = clientAt(await desk.share(await freePort()));
    await client.flash([{ offset: 0x1_0000, bytes: someBytes(4_096) }]);
    await until(() => desk.sharing.list()[0]?.peers.length === 0);
    expect(boards.layoutOf(desk.path)).toBeNull();
  });
});

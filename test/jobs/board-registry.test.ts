import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultFlashSettings, type BoardCard, type JobFinished } from '../../src-shared/ipc/contract';
import { createServices, type JobServices } from '../../src-main/jobs/create-services';
import { defaultConnectPreferences, type PortInfo } from '../../src-main/jobs/dependencies';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { VirtualBoard } from '../../src-main/virtual/virtual-board';
import { createVirtualTransport, parseTrouble } from '../../src-main/virtual/virtual-transport';
import type { Transport } from '../../src-main/engine/transport/transport';
import { someBytes } from '../integration/flash-bench';
import { AppError } from '../../src-shared/errors/app-error';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';

const usb = (path: string, more: Partial<PortInfo> = {}): PortInfo => ({
  path,
  adapter: 'CP210x USB to UART bridge',
  vendorId: '10c4',
  productId: 'ea60',
  serialNumber: '0001',
  isLikely: true,
  ...more,
});

/** A desk with ports that come and go; a path that holds a chip's name has that chip. */
class Desk {
  readonly clock = new FakeClock();
  readonly opened: string[] = [];
  readonly seen: (readonly BoardCard[])[] = [];
  readonly services: JobServices;
  ports: PortInfo[] = [];
  virtual: string[] = [];
  private readonly boards = new Map<string, VirtualBoard>();

  constructor() {
    this.services = createServices({
      clock: this.clock,
      openTransport: (path) => this.openTransport(path),
      listPorts: () => Promise.resolve(this.ports),
      virtualBoards: () => this.virtual,
      connect: defaultConnectPreferences,
      about: [],
      homeFolder: '',
    });
    this.services.boards.onChanged((cards) => this.seen.push(cards));
  }

  /** Lets time pass until something has happened. */
  async until<T>(happened: Promise<T>): Promise<T> {
    const state = { isOver: false };
    const over = (): void => {
      state.isOver = true;
    };
    happened.then(over, over);
    for (let step = 0; !state.isOver && step < 5000; step += 1) await this.clock.advance(20);
    return happened;
  }

  card(path: string): BoardCard | undefined {
    return this.services.boards.list().find((card) => card.path === path);
  }

  private openTransport(path: string): Transport {
    const chip = /esp\w+/.exec(path)?.[0] as ChipId | undefined;
    if (chip === undefined) throw new AppError('port.badAddress', { path, reason: 'no chip' });
    const troubles = path.includes('silent') ? [parseTrouble('no-sync')] : [];
    const board = this.boards.get(path) ?? new VirtualBoard({ chip, clock: this.clock, troubles });
    this.boards.set(path, board);
    const transport = createVirtualTransport(board, { path });
    const open = transport.open.bind(transport);
    transport.open = (rate) => {
      this.opened.push(path);
      return open(rate);
    };
    return transport;
  }
}

describe('the board picker', () => {
  it('asks likely boards who they are, one at a time, and leaves others in peace', async () => {
    const desk = new Desk();
    desk.ports = [usb('/dev/esp32'), usb('/dev/esp32c3'), usb('/dev/esp8266', { isLikely: false })];
    desk.services.boards.setWatching(true);
    await desk.clock.advance(10_000);
    expect(desk.opened).toEqual(['/dev/esp32', '/dev/esp32c3']);
    expect(desk.card('/dev/esp32')).toMatchObject({
      state: 'identified',
      identity: { chip: 'esp32', flash: { sizeBytes: 4 * 1024 * 1024 } },
    });
    expect(desk.card('/dev/esp32c3')).toMatchObject({ state: 'identified', identity: { chip: 'esp32c3' } });
    expect(desk.card('/dev/esp8266')).toMatchObject({ state: 'unknown', identity: null });
    // Never two boards in doubt at once.
    for (const cards of desk.seen)
      expect(cards.filter(({ state }) => state === 'asking').length).toBeLessThanOrEqual(1);
    await desk.clock.advance(60_000);
    expect(desk.opened).toHaveLength(2);
    desk.services.boards.setWatching(false);
  });

  it('does nothing before somebody looks', async () => {
    const desk = new Desk();
    desk.ports = [usb('/dev/esp32')];
    await desk.clock.advance(10_000);
    expect(desk.services.boards.list()).toEqual([]);
    expect(desk.opened).toEqual([]);
  });

  it('shows a board that is plugged in, and forgets it when it is pulled out', async () => {
    const desk = new Desk();
    desk.services.boards.setWatching(true);
    await desk.clock.advance(2000);
    desk.ports = [usb('/dev/esp32')];
    await desk.clock.advance(5000);
    expect(desk.card('/dev/esp32')?.state).toBe('identified');
    desk.ports = [];
    await desk.clock.advance(2000);
    expect(desk.card('/dev/esp32')).toBeUndefined();
    desk.ports = [usb('/dev/esp32')];
    await desk.clock.advance(5000);
    expect(desk.opened).toHaveLength(2);
    desk.services.boards.setWatching(false);
  });

  it('does not ask a chip again whose own USB only went away because it restarted', async () => {
    const desk = new Desk();
    const port = usb('/dev/esp32s3', { vendorId: '303a', productId: '1001', serialNumber: '7C:DF:A1:00:00:01' });
    desk.ports = [port];
    desk.services.boards.setWatching(true);
    await desk.clock.advance(5000);
    desk.ports = [];
    await desk.clock.advance(2000);
    desk.ports = [port];
    await desk.clock.advance(10_000);
    expect(desk.opened).toEqual(['/dev/esp32s3']);
    expect(desk.card('/dev/esp32s3')?.state).toBe('identified');
    desk.services.boards.setWatching(false);
  });

  it('asks again when another adapter takes over a path', async () => {
    const desk = new Desk();
    desk.ports = [usb('/dev/esp32')];
    desk.services.boards.setWatching(true);
    await desk.clock.advance(5000);
    desk.ports = [usb('/dev/esp32', { serialNumber: '0002' })];
    await desk.clock.advance(5000);
    expect(desk.opened).toHaveLength(2);
    desk.services.boards.setWatching(false);
  });

  it('keeps what went wrong on the card, and asks again when told to', async () => {
    const desk = new Desk();
    desk.ports = [usb('/dev/esp32-silent')];
    desk.services.boards.setWatching(true);
    await desk.clock.advance(30_000);
    expect(desk.card('/dev/esp32-silent')).toMatchObject({ state: 'failed', error: { code: 'connect.noReply' } });
    expect(desk.opened).toHaveLength(1);
    const again = desk.services.boards.identify('/dev/esp32-silent').catch((error: unknown) => error);
    expect(desk.card('/dev/esp32-silent')?.state).toBe('asking');
    await desk.clock.advance(60_000);
    expect(await again).toMatchObject({ code: 'connect.noReply' });
    desk.services.boards.setWatching(false);
  });

  it('makes way for a job, shows the board as busy, and keeps what the job learned', async () => {
    const desk = new Desk();
    desk.ports = [usb('/dev/esp32')];
    desk.services.boards.setWatching(true);
    await desk.clock.advance(50);
    expect(desk.card('/dev/esp32')?.state).toBe('asking');
    const path = join(mkdtempSync(join(tmpdir(), 'esplanade-')), 'a.bin');
    writeFileSync(path, someBytes(5000));
    const { files } = await desk.services.firmware.addPaths([path], null);
    const rows = [{ token: files[0]?.token ?? '', enabled: true, offsetText: '0x10000' }];
    const request = { path: '/dev/esp32', rows, settings: defaultFlashSettings };
    const ended = new Promise<JobFinished>((resolve) => desk.services.jobs.onFinished(resolve));
    const { jobId } = await desk.until(desk.services.jobs.startFlash(request));
    expect(desk.card('/dev/esp32')?.state).toBe('busy');
    await expect(desk.services.jobs.startFlash(request)).rejects.toMatchObject({ code: 'job.portInUse' });
    await expect(desk.services.boards.identify('/dev/esp32')).rejects.toMatchObject({ code: 'job.portInUse' });
    expect(await desk.until(ended)).toMatchObject({ jobId, outcome: { kind: 'verified' } });
    expect(desk.services.jobs.report(jobId)).toContain('Outcome: verified');
    await desk.clock.advance(10_000);
    expect(desk.card('/dev/esp32')).toMatchObject({ state: 'identified', identity: { chip: 'esp32' } });
    // Once for the look that was pushed aside, once for the job, and never again.
    expect(desk.opened).toHaveLength(2);
    desk.services.boards.setWatching(false);
  });

  it('shows virtual boards while the setting says so', () => {
    const desk = new Desk();
    desk.virtual = ['sim://esp32', 'sim://esp32c3'];
    expect(desk.services.boards.list().map(({ path, kind }) => [path, kind])).toEqual([
      ['sim://esp32', 'virtual'],
      ['sim://esp32c3', 'virtual'],
    ]);
    desk.virtual = [];
    expect(desk.services.boards.list()).toEqual([]);
  });

  it('takes network and virtual boards by address, until they are removed', async () => {
    const desk = new Desk();
    expect(await desk.services.boards.addNetwork('sim://esp32c6')).toMatchObject({ kind: 'virtual', state: 'unknown' });
    expect(await desk.services.boards.addNetwork('socket://esp32:1')).toMatchObject({ kind: 'network' });
    expect(await desk.services.boards.addNetwork('rfc2217://esp32:4000')).toMatchObject({ kind: 'network' });
    await expect(desk.services.boards.addNetwork('/dev/ttyUSB0')).rejects.toMatchObject({ code: 'port.badAddress' });
    await expect(desk.services.boards.addNetwork('sim://nothing')).rejects.toMatchObject({ code: 'port.badAddress' });
    expect(desk.services.boards.list()).toHaveLength(3);
    desk.services.boards.remove('sim://esp32c6');
    expect(desk.services.boards.list()).toHaveLength(2);
  });
});

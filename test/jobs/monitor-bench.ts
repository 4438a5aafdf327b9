import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../src-shared/errors/app-error';
import {
  defaultFlashSettings,
  type JobOutcome,
  type MonitorData,
  type MonitorState,
  type Request,
} from '../../src-shared/ipc/contract';
import type { Transport } from '../../src-main/engine/transport/transport';
import { createServices, type JobServices } from '../../src-main/jobs/create-services';
import { defaultConnectPreferences, type PortInfo } from '../../src-main/jobs/dependencies';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { makeVirtualBoard } from '../../src-main/virtual/serve/make-virtual-board';
import { parseSimAddress } from '../../src-main/virtual/serve/sim-address';
import type { VirtualBoard } from '../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../src-main/virtual/virtual-transport';

/** A monitor over virtual boards that are plugged in by hand, on a clock that moves by hand. */
export class MonitorBench {
  readonly clock = new FakeClock();
  /** What is plugged in where. */
  readonly plugged = new Map<string, VirtualBoard>();
  readonly ports: PortInfo[] = [];
  readonly services: JobServices;
  readonly data: MonitorData[] = [];
  readonly states: MonitorState[] = [];
  /** False: a window that takes nothing. */
  takes = true;
  private text = '';
  private readonly decoder = new TextDecoder();

  constructor() {
    this.services = createServices({
      clock: this.clock,
      openTransport: (path) => this.transport(path),
      listPorts: () => Promise.resolve([...this.ports]),
      virtualBoards: () => [],
      connect: defaultConnectPreferences,
      about: [],
      homeFolder: '/home/somebody',
    });
    const { monitor } = this.services;
    monitor.onData((data) => {
      this.data.push(data);
      this.text += this.decoder.decode(data.bytes, { stream: true });
      if (this.takes) monitor.taken(data.sequence);
    });
    monitor.onState((state) => this.states.push(state));
  }

  /** Makes the board of a `sim://` address and plugs it in, there or under another name. */
  plug(address: string, path = address, wiring: 'uartBridge' | 'usbSerialJtag' = 'uartBridge'): VirtualBoard {
    const board = makeVirtualBoard({ ...parseSimAddress(address), clock: this.clock, wiring });
    this.plugged.set(path, board);
    return board;
  }

  /** Statuses in their order, each once in a row. */
  get statuses(): string[] {
    return this.states.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1]);
  }

  get state(): MonitorState {
    return this.services.monitor.state();
  }

  /** Everything that was heard; `take` forgets it. */
  get said(): string {
    return this.text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  /** Opens and lets it settle. */
  async open(path: string, more: Partial<Request<'monitor.open'>> = {}): Promise<void> {
    const order = { path, baudRate: 'automatic', lines: 'automatic', reset: false, bootText: false, ...more } as const;
    await this.during(this.services.monitor.open(order));
    await this.clock.advance(40);
  }

  /** Moves time on until the promise is settled. */
  async during<T>(promise: Promise<T>): Promise<T> {
    const state = { isSettled: false };
    const settle = (): void => {
      state.isSettled = true;
    };
    void promise.then(settle, settle);
    for (let ms = 0; !state.isSettled && ms < 120_000; ms += 5) await this.clock.advance(5);
    return promise;
  }

  /** Moves time on until it is so. The disk has no fake clock: a file that is still being read is waited for. */
  async until(isSo: () => boolean, limitMs = 10_000): Promise<void> {
    const startedAt = Date.now();
    for (let ms = 0; !isSo(); ms += 10) {
      if (ms > limitMs && Date.now() - startedAt > 10_000)
        throw new Error(`never so; status ${this.state.status}, said ${this.said.slice(-200)}`);
      await this.clock.advance(10);
    }
  }

  /** Flashes one made-up file over the same services. */
  async flash(path: string, offset: number, bytes: Uint8Array): Promise<JobOutcome> {
    const { firmware, jobs } = this.services;
    const file = join(mkdtempSync(join(tmpdir(), 'esplanade-monitor-')), 'file.bin');
    writeFileSync(file, bytes);
    const { files } = await firmware.addPaths([file], null);
    const rows = files.map(({ token }) => ({ token, enabled: true, offsetText: String(offset) }));
    const outcome = new Promise<JobOutcome>((resolve) => {
      const stop = jobs.onFinished((finished) => {
        stop();
        resolve(finished.outcome);
      });
    });
    await this.during(jobs.startFlash({ path, rows, settings: { ...defaultFlashSettings, flashSize: 'keep' } }));
    return this.during(outcome);
  }

  private transport(path: string): Transport {
    const board = this.plugged.get(path);
    if (board !== undefined) return createVirtualTransport(board, { path });
    const nowhere = createVirtualTransport(makeVirtualBoard({ ...parseSimAddress('sim://esp32'), clock: this.clock }));
    nowhere.open = () => Promise.reject(new AppError('port.notFound', { path }));
    return nowhere;
  }
}

/** How the system would describe a board's port. */
export function portAt(path: string, serialNumber: string | null): PortInfo {
  return { path, adapter: 'USB-Serial/JTAG', vendorId: '303a', productId: '1001', serialNumber, isLikely: false };
}

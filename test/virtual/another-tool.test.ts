import { createHash } from 'node:crypto';
import { ESPLoader, Transport } from 'esptool-js';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src-main/engine/transport/transport';
import { VirtualBoard, type VirtualBoardOptions } from '../../src-main/virtual/virtual-board';

const realClock: Clock = {
  nowMs: () => performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A board as the browser's Web Serial API would show it. */
class WebSerialPort {
  readable: ReadableStream<Uint8Array> | null = null;
  writable: WritableStream<Uint8Array> | null = null;
  private lines = { dtr: false, rts: false };
  private stop: (() => void) | null = null;

  constructor(private readonly board: VirtualBoard) {}

  open({ baudRate }: { baudRate: number }): Promise<void> {
    this.board.setHostBaudRate(baudRate);
    this.readable = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.stop = this.board.onBytes((bytes) => controller.enqueue(Uint8Array.from(bytes)));
      },
    });
    this.writable = new WritableStream<Uint8Array>({ write: (bytes) => this.board.receive(bytes) });
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.stop?.();
    return Promise.resolve();
  }

  setSignals(signals: { dataTerminalReady?: boolean; requestToSend?: boolean }): Promise<void> {
    this.lines = {
      dtr: signals.dataTerminalReady ?? this.lines.dtr,
      rts: signals.requestToSend ?? this.lines.rts,
    };
    this.board.setModemLines(this.lines);
    return Promise.resolve();
  }

  getInfo(): { usbVendorId: number; usbProductId: number } {
    return this.board.wiring === 'usbSerialJtag'
      ? { usbVendorId: 0x303a, usbProductId: 0x1001 }
      : { usbVendorId: 0x10c4, usbProductId: 0xea60 };
  }
}

/** Proof that the board is a board to others too: a flashing tool that shares no code with this product. */
describe('a flashing tool of somebody else', () => {
  const boards: Omit<VirtualBoardOptions, 'clock'>[] = [
    { chip: 'esp32' },
    { chip: 'esp8266' },
    { chip: 'esp32c3', wiring: 'usbSerialJtag' },
    { chip: 'esp32s3', flashSizeBytes: 8 * 1024 * 1024 },
    { chip: 'esp32c6' },
  ];
  it.each(boards)('flashes and verifies $chip', { timeout: 60_000 }, async (options) => {
    const board = new VirtualBoard({ ...options, clock: realClock });
    const port = new WebSerialPort(board);
    const log: string[] = [];
    const transport = new Transport(port, false);
    const loader = new ESPLoader({
      transport,
      baudrate: 460_800,
      romBaudrate: 115_200,
      terminal: { clean: () => undefined, writeLine: (line) => log.push(line), write: (text) => log.push(text) },
    });
    await loader.main();
    expect(board.activity).toBe('stub');
    const firmware = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 31 + (i >> 9)) & 0xff);
    await loader.writeFlash({
      fileArray: [{ data: firmware, address: 0x1_0000 }],
      flashSize: 'keep',
      flashMode: 'keep',
      flashFreq: 'keep',
      eraseAll: false,
      compress: true,
      calculateMD5Hash: (image: Uint8Array) => createHash('md5').update(image).digest('hex'),
    });
    expect(log.join('\n')).toContain('Hash of data verified');
    expect(board.flash.slice(0x1_0000, 0x1_0000 + firmware.length)).toEqual(firmware);
    const readBack = await loader.readFlash(0x1_0000, 9000);
    expect(readBack).toEqual(firmware.slice(0, 9000));
  });
});

import { describe, expect, it } from 'vitest';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../src-main/virtual/virtual-transport';
import { command, dataCommand, Host, op, syncCommand, words } from './host';

/** A board in download mode by its button, so that its UART and the host's rate matter. */
async function inDownloadMode(chip: ChipId, options: Omit<VirtualBoardOptions, 'clock' | 'chip'> = {}): Promise<Host> {
  const host = new Host({ chip, ...options });
  host.board.holdBootButton(true);
  host.board.pressReset();
  await host.clock.advance(100);
  return host;
}

describe('baud rates', () => {
  it('the ROM loader takes over the rate of the first bytes it sees', async () => {
    for (const rate of [74_880, 115_200, 460_800]) {
      const host = await inDownloadMode('esp32');
      host.board.setHostBaudRate(rate);
      expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
      expect(host.board.baudRate).toBe(rate);
    }
  });

  it('a host that changes its rate alone hears and says garbage', async () => {
    const host = await inDownloadMode('esp32');
    host.board.setHostBaudRate(115_200);
    await host.exchange(syncCommand);
    host.board.setHostBaudRate(921_600);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(0);
    host.board.setHostBaudRate(115_200);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
  });

  it('a difference of two percent does no harm', async () => {
    const host = await inDownloadMode('esp32');
    host.board.setHostBaudRate(115_200);
    await host.exchange(syncCommand);
    host.board.setHostBaudRate(117_500);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
  });

  it('CHANGE_BAUDRATE is answered at the old rate, then both ends have to change', async () => {
    const host = await inDownloadMode('esp32c3');
    host.board.setHostBaudRate(115_200);
    await host.startStub();
    const reply = await host.ask(op.changeBaudRate, words(921_600, 115_200));
    expect(reply.opcode).toBe(op.changeBaudRate);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(0);
    host.board.setHostBaudRate(921_600);
    expect((await host.exchange(syncCommand)).frames).toHaveLength(8);
    expect((await host.ask(op.readReg, words(0x6000_8844))).opcode).toBe(op.readReg);
  });

  it('the clock divider tells the crystal', async () => {
    const host = await inDownloadMode('esp32');
    host.board.setHostBaudRate(115_200);
    await host.exchange(syncCommand);
    const divider = (await host.ask(op.readReg, words(0x3ff4_0014))).value;
    expect(Math.round((divider * 115_200) / 1e6)).toBe(40);
    const old = await inDownloadMode('esp8266');
    old.board.setHostBaudRate(115_200);
    await old.exchange(syncCommand);
    expect(Math.round(((await old.ask(op.readReg, words(0x6000_0014))).value * 115_200) / 2e6)).toBe(26);
  });
});

describe('a paced board', () => {
  const paced = async (): Promise<Host> => {
    const host = await inDownloadMode('esp32', { pace: true });
    host.board.setHostBaudRate(115_200);
    return host;
  };

  it('takes ten bits per byte in both directions', async () => {
    const host = await paced();
    // 46 bytes there, 112 back: 4.0 ms and 9.7 ms.
    expect((await host.exchange(syncCommand, 13)).frames.length).toBe(0);
    await host.clock.advance(2);
    expect(host.received.length).toBe(112);
  });

  it('feels slow to whoever writes', async () => {
    const host = await paced();
    let isWritten = false;
    void host.board.receive(new Uint8Array(11_520)).then(() => (isWritten = true));
    await host.clock.advance(950);
    expect(isWritten).toBe(false);
    await host.clock.advance(60);
    expect(isWritten).toBe(true);
  });

  it('takes the time of the flash part to erase and program', async () => {
    const host = await paced();
    await host.exchange(syncCommand, 50);
    await host.ask(op.spiAttach, words(0, 0), 50);
    // 64 KB by block: 150 ms.
    await expect(host.ask(op.flashBegin, words(0x1_0000, 64, 0x400, 0), 140)).rejects.toThrow('said nothing');
    await host.clock.advance(50);
    expect(host.received.length).toBeGreaterThan(0);
    // 1 KB at 115200 baud: 90 ms on the wire and four pages of 0.4 ms.
    const reply = await host.one(dataCommand(op.flashData, 0, new Uint8Array(0x400)), 110);
    expect(reply.data[0]).toBe(0);
  });

  it('is as slow for a host without a baud rate, such as a TCP client', async () => {
    const host = new Host({ chip: 'esp32', wiring: 'none', pace: true });
    await host.clock.advance(100);
    expect((await host.exchange(syncCommand, 13)).frames.length).toBe(0);
    await host.clock.advance(2);
    expect(host.received.length).toBe(112);
  });

  it('is fast over USB-Serial/JTAG whatever the baud rate', async () => {
    const host = await inDownloadMode('esp32c3', { pace: true, wiring: 'usbSerialJtag' });
    host.board.setHostBaudRate(9600);
    expect((await host.exchange(syncCommand, 2)).frames).toHaveLength(8);
  });

  it('forgets what a host had not yet sent when it closed its port', async () => {
    const host = await paced();
    await host.exchange(syncCommand, 50);
    const transport = createVirtualTransport(host.board);
    await transport.open(115_200);
    const writing = transport.write(new Uint8Array(50_000)).catch((error: unknown) => error);
    await host.clock.advance(100);
    await transport.close();
    await host.clock.advance(100);
    expect(await writing).toMatchObject({ code: 'port.notOpen' });
    await transport.open(115_200);
    expect((await host.exchange(syncCommand, 50)).frames).toHaveLength(8);
  });

  it('loses what it had not yet said when it is reset', async () => {
    const host = await paced();
    void host.board.receive(syncCommand);
    await host.clock.advance(6);
    host.received = new Uint8Array(0);
    host.board.holdBootButton(false);
    await host.lines(false, true, 100);
    expect(host.received.length).toBe(0);
  });
});

describe('an unpaced board', () => {
  it('takes 4 MB in the stub packets of a host that waits for each acknowledgement', async () => {
    const { board, clock } = await inDownloadMode('esp32', { wiring: 'none' });
    const host = new Host({ chip: 'esp32', wiring: 'none' });
    expect(board.activity).toBe('romLoader');
    expect(clock.pendingTimers).toBe(0);
    await host.startStub();
    const size = 4 * 1024 * 1024;
    const packet = 0x4000;
    const payload = Uint8Array.from({ length: packet }, (_, i) => (i * 13) & 0xff);
    const wire = dataCommand(op.flashData, 0, payload);
    await host.ask(op.flashBegin, words(size, size / packet, packet, 0));
    for (let i = 0; i < size / packet; i++) {
      void host.board.receive(wire);
      await host.clock.advance(0);
    }
    const end = await host.exchange(command(op.flashEnd, words(1)));
    expect(end.frames).toHaveLength(1);
    expect(host.board.flash.subarray(size - packet)).toEqual(payload);
  });
});

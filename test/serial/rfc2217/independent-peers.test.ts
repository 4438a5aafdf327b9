import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModemLines, Transport } from '../../../src-main/engine/transport/transport';
import { servePort } from '../../../src-main/serial/rfc2217/port-server';
import { Rfc2217Transport } from '../../../src-main/serial/rfc2217/rfc2217-transport';
import { SerialPortTransport } from '../../../src-main/serial/serial-port-transport';
import { systemClock } from '../../../src-main/serial/system-clock';
import { serveBoardOnPty } from '../../../src-main/virtual/serve/board-pty';
import { VirtualBoard } from '../../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../../src-main/virtual/virtual-transport';
import { createBench, holds, someBytes } from '../../integration/flash-bench';
import { canMakePtys } from '../pty-pair';
import { hasPySerial, hasSer2net, runPySerial, startSer2net } from './independent-peers';

const clock = systemClock;
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

describe.skipIf(!hasSer2net || !canMakePtys)(
  'our client at ser2net, with a board on a pseudo terminal behind it',
  () => {
    async function ser2netBoard(chip: 'esp32' | 'esp32c3'): Promise<{ board: VirtualBoard; path: string }> {
      // A pseudo terminal has no modem lines: BOOT is tied down.
      const board = new VirtualBoard({ chip, clock, wiring: 'none' });
      const link = join(mkdtempSync(join(tmpdir(), 'esplanade-ser2net-')), 'board');
      const pty = await serveBoardOnPty(board, link);
      cleanUps.push(() => pty.close());
      const peer = await startSer2net(link);
      cleanUps.push(() => peer.stop());
      return { board, path: `rfc2217://127.0.0.1:${peer.port}` };
    }

    it.each(['esp32', 'esp32c3'] as const)('%s is flashed and verified at a higher rate', async (chip) => {
      const { board, path } = await ser2netBoard(chip);
      const bench = createBench({ path, clock, openTransport: () => new Rfc2217Transport(path, clock) });
      cleanUps.push(() => bench.services.jobs.shutDown());
      const file = { offset: 0x1_0000, bytes: someBytes(150_001, 8) };
      const outcome = await bench.flash([file], { baudRate: 460_800 });
      expect(outcome).toMatchObject({ kind: 'verified', result: { identity: { chip }, baudRate: 460_800 } });
      expect(holds(board.flash, file)).toBe(true);
      expect(bench.trace.some(({ text }) => text.startsWith('CHANGE_BAUDRATE'))).toBe(true);
    });

    it('is told that somebody else has the port, and gets it afterwards', async () => {
      const { path } = await ser2netBoard('esp32');
      const first = new Rfc2217Transport(path, clock);
      cleanUps.push(() => first.close());
      await first.open(115_200);
      await expect(new Rfc2217Transport(path, clock).open(115_200)).rejects.toMatchObject({ code: 'port.busy' });
      await first.close();
      const next = new Rfc2217Transport(path, clock);
      cleanUps.push(() => next.close());
      for (let attempt = 0; attempt < 40; attempt += 1) {
        const error = await next.open(115_200).catch((thrown: unknown) => thrown);
        if (error === undefined) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect.unreachable('ser2net did not give the port back');
    });
  },
);

describe.skipIf(!canMakePtys)('our client at our server, with a real serial port behind it', () => {
  it('an ESP32 on a pseudo terminal is flashed and verified', async () => {
    const board = new VirtualBoard({ chip: 'esp32', clock, wiring: 'none' });
    const link = join(mkdtempSync(join(tmpdir(), 'esplanade-served-')), 'board');
    const pty = await serveBoardOnPty(board, link);
    cleanUps.push(() => pty.close());
    const linkKindOf = (): Promise<'unknown'> => Promise.resolve('unknown');
    const server = await servePort(() => new SerialPortTransport(link, { clock, linkKindOf }), {
      host: '127.0.0.1',
      port: 0,
    });
    cleanUps.push(() => server.close());
    const path = server.address;
    const bench = createBench({ path, clock, openTransport: () => new Rfc2217Transport(path, clock) });
    cleanUps.push(() => bench.services.jobs.shutDown());
    const file = { offset: 0x1_0000, bytes: someBytes(60_001, 8) };
    expect(await bench.flash([file], { baudRate: 230_400 })).toMatchObject({ kind: 'verified' });
    expect(holds(board.flash, file)).toBe(true);
  });
});

/** What a flashing tool does with pySerial: rate, reset by both lines, SYNC, one register. */
const script = `
import struct, sys, time, serial

port = serial.serial_for_url(sys.argv[1], do_not_open=True)
port.baudrate = 115200
port.timeout = 2
port.dtr = False
port.rts = False
port.open()

def set_both(dtr, rts):
    port.dtr = dtr
    port.rts = rts

def frame(payload):
    return b'\\xc0' + payload.replace(b'\\xdb', b'\\xdb\\xdd').replace(b'\\xc0', b'\\xdb\\xdc') + b'\\xc0'

def receive(opcode):
    frames = b''
    end = time.time() + 2
    while time.time() < end:
        frames += port.read(max(1, port.in_waiting))
        for part in frames.split(b'\\xc0')[:-1]:
            part = part.replace(b'\\xdb\\xdc', b'\\xc0').replace(b'\\xdb\\xdd', b'\\xdb')
            if len(part) > 8 and part[0] == 1 and part[1] == opcode:
                return part
    raise SystemExit('no answer to %02x in %r' % (opcode, frames))

def command(opcode, data):
    port.write(frame(struct.pack('<BBHI', 0, opcode, len(data), 0) + data))
    return receive(opcode)

set_both(False, True)
time.sleep(0.1)
set_both(True, False)
time.sleep(0.05)
port.dtr = False
time.sleep(0.1)
print('boot log', port.read(port.in_waiting))
port.reset_input_buffer()
command(8, b'\\x07\\x07\\x12\\x20' + 32 * b'\\x55')
time.sleep(0.1)
port.reset_input_buffer()
print('magic %08x' % struct.unpack('<I', command(10, struct.pack('<I', 0x40001000))[4:8]))
command(15, struct.pack('<II', 921600, 0))
port.baudrate = 921600
port.reset_input_buffer()
print('magic %08x' % struct.unpack('<I', command(10, struct.pack('<I', 0x40001000))[4:8]))
if 'poll_modem' in sys.argv[1]:
    print('modem', port.cts, port.dsr)
port.close()
print('closed')
`;

describe.skipIf(!hasPySerial)('pySerial at our server', () => {
  it.each(['', '?ign_set_control', '?poll_modem&timeout=2'])(
    'resets the board by its lines, syncs, and changes the rate (%s)',
    async (options) => {
      const board = new VirtualBoard({ chip: 'esp32', clock, wiring: 'uartBridge' });
      const lines: ModemLines[] = [];
      const rates: number[] = [];
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
      const server = await servePort(open, { host: '127.0.0.1', port: 0 });
      cleanUps.push(() => server.close());
      expect(board.activity).toBe('application');
      const { code, out, err } = await runPySerial(script, `${server.address}${options}`);
      expect(err).toBe('');
      expect(code).toBe(0);
      // What ROM prints in download mode, and the number by which ESP32 is known.
      expect(out).toContain('DOWNLOAD');
      expect(out.match(/magic 00f01d83/g)).toHaveLength(2);
      expect(out).toContain('closed');
      expect(lines).toContainEqual({ dtr: false, rts: true });
      expect(lines).toContainEqual({ dtr: true, rts: false });
      expect(rates).toContain(921_600);
      if (options.includes('poll_modem')) expect(out).toContain('modem False False');
    },
  );
});

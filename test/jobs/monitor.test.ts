import { describe, expect, it } from 'vitest';
import { linesWhileListening } from '../../src-main/jobs/monitor-port';
import type { LinkKind } from '../../src-main/engine/transport/transport';
import { MonitorBench, portAt } from './monitor-bench';

const chatty = 'sim://esp32?app=chatty';

describe('listening to a board', () => {
  it('neither resets it nor holds it, and hears what it says', async () => {
    const bench = new MonitorBench();
    const board = bench.plug(chatty);
    await bench.clock.advance(700);
    await bench.open(chatty);
    expect(bench.state).toMatchObject({ status: 'open', path: chatty, baudRate: 115_200, canReset: true, error: null });
    await bench.clock.advance(2000);
    expect(bench.said).toContain('alive for 1 s');
    expect(bench.said).not.toContain('rst:0x');
    expect(board.activity).toBe('application');
    expect(bench.statuses).toEqual(['opening', 'open']);
    await bench.during(bench.services.monitor.close());
    expect(bench.state.status).toBe('closed');
    bench.take();
    await bench.clock.advance(3000);
    expect(bench.said).toBe('');
  });

  it('restarts it first where that is wanted, and hears its first line', async () => {
    const bench = new MonitorBench();
    bench.plug(chatty);
    await bench.clock.advance(700);
    await bench.open(chatty, { reset: true });
    await bench.until(() => bench.said.includes('say help'));
    expect(bench.said).toMatch(/^ets Jul 29 2019/);
  });

  it('gives each message its time and number, one per frame', async () => {
    const bench = new MonitorBench();
    bench.plug('sim://esp32?app=plotter');
    await bench.open('sim://esp32?app=plotter');
    await bench.clock.advance(2000);
    expect(bench.data.map(({ sequence }) => sequence)).toEqual(bench.data.map((_, index) => index + 1));
    const times = bench.data.map(({ atMs }) => atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(bench.data.length).toBeLessThanOrEqual(50);
  });

  it('says why a port cannot be opened, and is closed', async () => {
    const bench = new MonitorBench();
    await expect(bench.open('sim://nowhere')).rejects.toMatchObject({ code: 'port.notFound' });
    expect(bench.state).toMatchObject({ status: 'closed', path: null, error: { code: 'port.notFound' } });
    await expect(bench.services.monitor.send({ kind: 'text', text: 'x' })).rejects.toMatchObject({
      code: 'port.notOpen',
    });
  });

  it('moves to another board when that is asked for', async () => {
    const bench = new MonitorBench();
    bench.plug(chatty);
    bench.plug('sim://esp32c3?app=chatty');
    await bench.open(chatty);
    await bench.open('sim://esp32c3?app=chatty');
    expect(bench.state).toMatchObject({ status: 'open', path: 'sim://esp32c3?app=chatty' });
    await bench.open(chatty);
    expect(bench.state).toMatchObject({ status: 'open', path: chatty });
  });
});

describe('the rate', () => {
  it('is by itself that of the chip’s boot log', async () => {
    const bench = new MonitorBench();
    const path = 'sim://esp8266?app=chatty';
    bench.plug(path);
    await bench.open(path);
    expect(bench.state.baudRate).toBe(115_200);
    await bench.clock.advance(2000);
    expect(bench.said).not.toContain('alive');
    await bench.during(bench.services.boards.addNetwork(path));
    await bench.during(bench.services.boards.identify(path));
    // The look took the port; the monitor came back by itself, now at the right rate.
    await bench.until(() => bench.state.status === 'open');
    expect(bench.state.baudRate).toBe(74_880);
    bench.take();
    await bench.clock.advance(3000);
    expect(bench.said).toContain('alive for');
  });

  it('changes while it listens', async () => {
    const bench = new MonitorBench();
    bench.plug(chatty);
    await bench.open(chatty, { baudRate: 9600 });
    await bench.clock.advance(2000);
    expect(bench.take()).not.toContain('alive');
    await bench.services.monitor.setRate(115_200);
    expect(bench.state.baudRate).toBe(115_200);
    await bench.clock.advance(3000);
    expect(bench.said).toContain('alive');
  });
});

describe('DTR and RTS while somebody listens', () => {
  it.each([
    ['usbUartBridge', false],
    ['usbSerialJtag', false],
    ['network', false],
    ['unknown', false],
    ['usbOtg', true],
  ] as const)('%s: asserted %s', (kind: LinkKind, isAsserted) => {
    const link = { kind, hasModemLines: true, hasBaudRate: true, setsLinesTogether: true };
    expect(linesWhileListening(link, 'automatic')).toEqual({ dtr: isAsserted, rts: isAsserted });
    expect(linesWhileListening(link, 'released')).toEqual({ dtr: false, rts: false });
    expect(linesWhileListening(link, 'asserted')).toEqual({ dtr: true, rts: true });
  });
});

describe('talking with a board', () => {
  it('sends text and bytes, and hears the answer', async () => {
    const bench = new MonitorBench();
    bench.plug(chatty);
    await bench.open(chatty);
    const { monitor } = bench.services;
    await bench.during(monitor.send({ kind: 'text', text: 'Grüße\r\n' }));
    await bench.during(monitor.send({ kind: 'hex', text: '6f 6b 0a' }));
    await bench.clock.advance(40);
    expect(bench.said).toContain('You said: Grüße\r\n');
    expect(bench.said).toContain('You said: ok\r\n');
    await expect(monitor.send({ kind: 'hex', text: '6x' })).rejects.toMatchObject({ code: 'input.notANumber' });
  });

  it.each(['uartBridge', 'usbSerialJtag'] as const)(
    'restarts it into the app and into download mode (%s)',
    async (wiring) => {
      const bench = new MonitorBench();
      const path = 'sim://esp32c3?app=chatty';
      const board = bench.plug(path, path, wiring);
      await bench.open(path);
      bench.take();
      await bench.during(bench.services.monitor.reset('downloadMode'));
      await bench.until(() => bench.said.includes('waiting for download'));
      expect(board.activity).toBe('romLoader');
      await bench.during(bench.services.monitor.reset('app'));
      await bench.until(() => bench.said.includes('say help'));
      expect(board.activity).toBe('application');
    },
  );
});

describe('a port that somebody needs', () => {
  it('is left to a write, and listened to again afterwards, by itself', async () => {
    const bench = new MonitorBench();
    bench.plug(chatty);
    await bench.open(chatty);
    const outcome = await bench.flash(
      chatty,
      0x20_0000,
      Uint8Array.from({ length: 30_000 }, (_, index) => index),
    );
    expect(outcome.kind).toBe('verified');
    await bench.until(() => bench.state.status === 'open');
    expect(bench.statuses).toEqual(['opening', 'open', 'yielded', 'open']);
    expect(bench.states.find(({ status }) => status === 'yielded')).toMatchObject({ heldBy: 'job', path: chatty });
    // What the job heard when it restarted the board is part of the session, once.
    const heard = bench.data
      .filter(({ origin }) => origin === 'job')
      .map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain('Project name:     chatty');
    bench.take();
    await bench.clock.advance(3000);
    expect(bench.said).toContain('alive for');
    expect(bench.said).not.toContain('rst:0x');
  });

  it('is waited for where a job has it when the monitor is opened', async () => {
    const bench = new MonitorBench();
    bench.plug(chatty);
    let isRunning = false;
    bench.services.jobs.onProgress(() => (isRunning = true));
    const flashed = bench.flash(chatty, 0x20_0000, new Uint8Array(3000));
    await bench.until(() => isRunning);
    const opened = bench.services.monitor.open({
      path: chatty,
      baudRate: 'automatic',
      lines: 'automatic',
      reset: false,
      bootText: false,
    });
    expect((await bench.during(opened)).status).toBe('yielded');
    await expect(bench.services.monitor.send({ kind: 'text', text: 'x' })).rejects.toMatchObject({
      code: 'port.notOpen',
    });
    expect((await flashed).kind).toBe('verified');
    await bench.until(() => bench.state.status === 'open');
  });

  it('is given up for good when the monitor is closed meanwhile', async () => {
    const bench = new MonitorBench();
    bench.plug(chatty);
    await bench.open(chatty);
    const flashed = bench.flash(chatty, 0x20_0000, new Uint8Array(3000));
    await bench.until(() => bench.state.status === 'yielded');
    await bench.during(bench.services.monitor.close());
    expect((await flashed).kind).toBe('verified');
    await bench.clock.advance(3000);
    expect(bench.state.status).toBe('closed');
  });

  it('tells the next monitor what the write heard, where that is wanted', async () => {
    const bench = new MonitorBench();
    bench.plug(chatty);
    expect((await bench.flash(chatty, 0x20_0000, new Uint8Array(3000))).kind).toBe('verified');
    await bench.open(chatty, { bootText: true });
    expect(bench.said).toContain('Project name:     chatty');
    await bench.during(bench.services.monitor.close());
    bench.take();
    await bench.open(chatty, { bootText: true });
    expect(bench.said).not.toContain('Project name');
  });
});

describe('a board that goes away', () => {
  it('is waited for and listened to again', async () => {
    const bench = new MonitorBench();
    const board = bench.plug(chatty);
    await bench.open(chatty);
    board.unplug();
    await bench.clock.advance(2000);
    expect(bench.state).toMatchObject({ status: 'away', error: null });
    board.plugIn();
    await bench.until(() => bench.state.status === 'open');
    bench.take();
    await bench.clock.advance(2000);
    expect(bench.said).toContain('alive');
  });

  it('is found again under another name, by its serial number', async () => {
    const bench = new MonitorBench();
    const board = bench.plug('sim://esp32c3?app=chatty', '/dev/ttyACM0');
    bench.plug('sim://esp32?app=chatty', '/dev/ttyACM1');
    bench.ports.push(portAt('/dev/ttyACM0', '7C:DF:A1:00:00:01'), portAt('/dev/ttyACM1', '7C:DF:A1:00:00:02'));
    await bench.open('/dev/ttyACM0');
    bench.ports.shift();
    board.unplug();
    await bench.clock.advance(3000);
    expect(bench.state).toMatchObject({ status: 'away', path: '/dev/ttyACM0' });
    board.plugIn();
    bench.plugged.delete('/dev/ttyACM0');
    bench.plugged.set('/dev/ttyACM2', board);
    bench.ports.push(portAt('/dev/ttyACM2', '7C:DF:A1:00:00:01'));
    await bench.until(() => bench.state.status === 'open');
    expect(bench.state.path).toBe('/dev/ttyACM2');
  });

  it('without a serial number is not taken for another one of its kind', async () => {
    const bench = new MonitorBench();
    const board = bench.plug('sim://esp32c3?app=chatty', '/dev/ttyACM0');
    bench.plug('sim://esp32?app=chatty', '/dev/ttyACM1');
    bench.ports.push(portAt('/dev/ttyACM0', null), portAt('/dev/ttyACM1', null));
    await bench.open('/dev/ttyACM0');
    bench.ports.shift();
    board.unplug();
    await bench.clock.advance(5000);
    expect(bench.state).toMatchObject({ status: 'away', path: '/dev/ttyACM0' });
  });
});

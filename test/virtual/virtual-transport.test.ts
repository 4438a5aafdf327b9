import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import type { Wiring } from '../../src-main/virtual/modem-lines';
import { VirtualBoard } from '../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../src-main/virtual/virtual-transport';
import { syncCommand, unframed } from './host';

const board = (wiring: Wiring = 'uartBridge', clock = new FakeClock()): VirtualBoard =>
  new VirtualBoard({ chip: 'esp32', wiring, clock });

describe('a virtual board as a port', () => {
  it('tells how it is wired', () => {
    const linkOf = (wiring: Wiring): unknown => createVirtualTransport(board(wiring)).link;
    expect(linkOf('uartBridge')).toMatchObject({ kind: 'usbUartBridge', hasModemLines: true, hasBaudRate: true });
    expect(linkOf('usbSerialJtag')).toMatchObject({ kind: 'usbSerialJtag', hasModemLines: true, hasBaudRate: false });
    expect(linkOf('none')).toMatchObject({ kind: 'network', hasModemLines: false, hasBaudRate: false });
  });

  it('has a sim:// address', () => {
    expect(createVirtualTransport(board()).path).toBe('sim://esp32');
    expect(createVirtualTransport(board(), { path: 'sim://kitchen' }).path).toBe('sim://kitchen');
  });

  it('can be open once at a time', async () => {
    const one = board();
    const first = createVirtualTransport(one);
    await first.open(115200);
    await expect(createVirtualTransport(one).open(115200)).rejects.toMatchObject({ code: 'port.busy' });
    await first.close();
    await createVirtualTransport(one).open(115200);
  });

  it('refuses everything while it is closed', async () => {
    const transport = createVirtualTransport(board());
    await transport.close();
    await expect(transport.write(syncCommand)).rejects.toMatchObject({ code: 'port.notOpen' });
    await expect(transport.setBaudRate(115200)).rejects.toMatchObject({ code: 'port.notOpen' });
    await expect(transport.discardInput()).rejects.toMatchObject({ code: 'port.notOpen' });
  });

  it('does not reset the board when it is opened or closed', async () => {
    const one = board();
    const transport = createVirtualTransport(one);
    await transport.open(115200);
    expect(one.activity).toBe('application');
    await transport.close();
    expect(one.activity).toBe('application');
  });

  it('says once why it closed, and nothing after that', async () => {
    const clock = new FakeClock();
    const one = board('none', clock);
    const transport = createVirtualTransport(one);
    const reasons: string[] = [];
    let bytes = 0;
    transport.onClose((reason) => reasons.push(reason));
    transport.onBytes((some) => (bytes += some.length));
    await transport.open(115200);
    await transport.write(syncCommand);
    await transport.close();
    await transport.close();
    await clock.advance(10);
    expect(reasons).toEqual(['closed']);
    expect(bytes).toBe(0);
  });

  it('lets the board keep its state while nobody has it open', async () => {
    const clock = new FakeClock();
    const one = board('none', clock);
    const received: Uint8Array[] = [];
    for (let round = 0; round < 2; round++) {
      const transport = createVirtualTransport(one);
      const stop = transport.onBytes((bytes) => received.push(bytes));
      await transport.open(115200);
      await transport.write(syncCommand);
      await clock.advance(10);
      stop();
      await transport.close();
    }
    expect(received.map((bytes) => unframed(bytes).frames.length)).toEqual([8, 8]);
  });
});

describe('the fake clock', () => {
  it('fires timers in order of time, then of asking', async () => {
    const clock = new FakeClock();
    const fired: string[] = [];
    clock.after(20, () => fired.push(`late at ${clock.nowMs()}`));
    clock.after(10, () => fired.push(`early at ${clock.nowMs()}`));
    clock.after(10, () => fired.push('early too'));
    const cancel = clock.after(15, () => fired.push('never'));
    cancel();
    await clock.advance(10);
    expect(fired).toEqual(['early at 10', 'early too']);
    await clock.runUntilIdle();
    expect(fired.at(-1)).toBe('late at 20');
    expect(clock.pendingTimers).toBe(0);
  });

  it('stands still unless it is moved', async () => {
    const clock = new FakeClock();
    let fired = false;
    clock.after(0, () => (fired = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fired).toBe(false);
  });

  it('moves by itself where that is asked for, letting promises go first', async () => {
    const clock = new FakeClock({ autoAdvance: true });
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      clock.after(3_600_000, () => {
        order.push('timer');
        resolve();
      });
      void Promise.resolve()
        .then(() => undefined)
        .then(() => order.push('promise'));
    });
    expect(order).toEqual(['promise', 'timer']);
    expect(clock.nowMs()).toBe(3_600_000);
  });
});

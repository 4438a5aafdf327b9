import { describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors/app-error';
import type { Transport } from '../../src-main/engine/transport/transport';
import { createVirtualTransport } from '../../src-main/virtual/virtual-transport';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import { VirtualBoard, type VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { createBench, holds, settle, someBytes, type FlashBench } from '../integration/flash-bench';

const file = { offset: 0x1_0000, bytes: someBytes(60_000) };

/** A board whose port takes a while to come back after it was closed, as a chip's own USB does. */
function slowToComeBack(
  backAfterMs: number,
  more: Partial<VirtualBoardOptions>,
): FlashBench & { board: VirtualBoard; clock: FakeClock } {
  const clock = new FakeClock({ autoAdvance: true });
  const board = new VirtualBoard({ chip: 'esp32c3', wiring: 'usbSerialJtag', clock, ...more });
  const path = 'sim://esp32c3';
  let thereAtMs = 0;
  const openTransport = (): Transport => {
    const transport = createVirtualTransport(board, { path });
    const open = transport.open.bind(transport);
    transport.open = (rate) =>
      clock.nowMs() < thereAtMs ? Promise.reject(new AppError('port.notFound', { path })) : open(rate);
    transport.onClose(() => {
      thereAtMs = clock.nowMs() + backAfterMs;
    });
    return transport;
  };
  return { ...createBench({ path, clock, openTransport }), board, clock };
}

describe('a board on its own USB', () => {
  it('is flashed, verified and started', async () => {
    const { flash, board, clock } = slowToComeBack(0, {});
    expect(await flash([file])).toMatchObject({ kind: 'verified' });
    await settle(clock);
    expect(holds(board.flash, file)).toBe(true);
    expect(board.activity).toBe('application');
  });

  it('that went away in the middle is waited for', async () => {
    const { flash, board } = slowToComeBack(2000, { troubles: [{ name: 'reset-after', amount: 30_000 }] });
    expect(await flash([file])).toMatchObject({ kind: 'verified' });
    expect(holds(board.flash, file)).toBe(true);
  });

  it('that does not come back is told as gone', async () => {
    const { flash } = slowToComeBack(60_000, { troubles: [{ name: 'reset-after', amount: 30_000 }] });
    expect(await flash([file])).toMatchObject({ kind: 'failed', error: { code: 'port.notFound' } });
  });
});

describe('the way out', () => {
  it('that the chip does not have leaves it running all the same', async () => {
    const clock = new FakeClock({ autoAdvance: true });
    const board = new VirtualBoard({ chip: 'esp8266', clock });
    const bench = createBench({ path: 'sim://esp8266', clock, openTransport: () => createVirtualTransport(board) });
    expect(await bench.flash([file], { after: 'watchdog-reset' })).toMatchObject({ kind: 'verified' });
    await settle(clock);
    expect(board.activity).toBe('application');
    expect(bench.trace.some(({ text }) => text.includes('after the write: protocol.unsupported'))).toBe(true);
  });

  it.each([
    ['hard-reset', 'application'],
    ['soft-reset', 'application'],
    ['no-reset', 'romLoader'],
    ['no-reset-stub', 'stub'],
  ] as const)('%s leaves the chip in: %s', async (after, activity) => {
    const clock = new FakeClock({ autoAdvance: true });
    const board = new VirtualBoard({ chip: 'esp32', clock });
    const bench = createBench({ path: 'sim://esp32', clock, openTransport: () => createVirtualTransport(board) });
    expect(await bench.flash([file], { after })).toMatchObject({ kind: 'verified' });
    await settle(clock);
    expect(board.activity).toBe(activity);
  });
});

import { describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../src-shared/ipc/contract';
import { parseTrouble, troubleNames } from '../../src-main/virtual/troubles';
import { createSimBench, holds, settle, someBytes, type FlashBench } from './flash-bench';
import type { FakeClock } from '../../src-main/virtual/fake-clock';
import type { VirtualBoard } from '../../src-main/virtual/virtual-board';

const files = [
  { offset: 0x1_0000, bytes: someBytes(60_000), name: 'app.bin' },
  { offset: 0x4_0000, bytes: someBytes(30_000, 5), name: 'data.bin' },
];

async function flashInTrouble(
  trouble: string,
  seed = 1,
): Promise<FlashBench & { board: VirtualBoard; clock: FakeClock; outcome: JobOutcome }> {
  const bench = createSimBench({ chip: 'esp32c3', troubles: [parseTrouble(trouble)], seed });
  const outcome = await bench.flash(files);
  // Whatever happens, "verified" is said only of a flash that holds the files.
  if (outcome.kind === 'verified') for (const file of files) expect(holds(bench.board.flash, file)).toBe(true);
  return { ...bench, outcome };
}

describe('trouble that passes', () => {
  it.each([
    'split',
    'split=1',
    'no-sync=3',
    'reset-after=30000',
    'wrong-md5=1',
    'slow-erase=5000',
    'latency',
    'drop-byte=9000',
    'no-boot=2',
  ])('%s ends verified', async (trouble) => {
    const { outcome } = await flashInTrouble(trouble);
    expect(outcome).toMatchObject({ kind: 'verified' });
  });

  it('a chip that resets in the middle is connected again and only the rest is written', async () => {
    const { outcome, trace } = await flashInTrouble('reset-after=45000');
    expect(outcome).toMatchObject({ kind: 'verified' });
    expect(trace.some(({ text }) => text.includes('connecting again'))).toBe(true);
    const begins = trace.filter(({ text }) => text.startsWith('FLASH_DEFL_BEGIN') || text.startsWith('FLASH_BEGIN'));
    // The first file is written once only: it was proven before the reset.
    expect(
      begins.filter(({ direction, text }) => direction === 'toChip' && text.includes('offset=0x10000')),
    ).toHaveLength(1);
  });

  it('a large file that broke off in the middle is not begun anew', async () => {
    const large = { offset: 0x1_0000, bytes: someBytes(600_000, 8), name: 'large.bin' };
    const bench = createSimBench({ chip: 'esp32c3', troubles: [parseTrouble('reset-after=250000')] });
    const outcome = await bench.flash([large], { compression: 'never' });
    expect(outcome).toMatchObject({
      kind: 'verified',
      result: { regions: [{ name: 'large.bin', offset: 0x1_0000, sizeBytes: 600_000 }] },
    });
    expect(holds(bench.board.flash, large)).toBe(true);
    const begins = bench.trace.flatMap(({ text }) => /^FLASH_BEGIN .*offset=(\w+)/.exec(text)?.[1] ?? []);
    expect(Number(begins.at(-1))).toBeGreaterThanOrEqual(0x1_0000 + 3 * 0x1_0000);
    const done = bench.progress.map(({ doneBytes }) => doneBytes);
    expect(done.at(-1)).toBe(600_000);
  });

  it('a flash that was erased whole before the trouble is not erased again', async () => {
    const bench = createSimBench({ chip: 'esp32c3', troubles: [parseTrouble('reset-after=45000')] });
    const outcome = await bench.flash(files, { eraseAll: true });
    expect(outcome).toMatchObject({ kind: 'verified' });
    for (const file of files) expect(holds(bench.board.flash, file)).toBe(true);
    expect(
      bench.trace.filter(({ direction, text }) => direction === 'toChip' && text.startsWith('ERASE_FLASH')),
    ).toHaveLength(1);
  });

  it('a board that is hard to understand is tried at a lower speed', async () => {
    const { outcome, trace } = await flashInTrouble('reset-after=30000');
    const rates = trace.flatMap(({ text }) => /CHANGE_BAUDRATE newBaudRate=(\w+)/.exec(text)?.[1] ?? []);
    expect(outcome).toMatchObject({ kind: 'verified', result: { baudRate: 460_800 } });
    expect(rates.map(Number)).toEqual([921_600, 460_800]);
  });
});

describe('trouble that does not pass', () => {
  it.each([
    ['no-sync', { kind: 'failed', error: { code: 'connect.noReply' } }],
    ['no-boot', { kind: 'failed', error: { code: 'connect.wrongBootMode' } }],
    ['weak-bit=65700', { kind: 'failed', error: { code: 'flash.verifyFailed', facts: { name: 'app.bin' } } }],
    ['wrong-md5', { kind: 'failed', error: { code: 'flash.verifyFailed' } }],
    ['unplug-after=40000', { kind: 'unplugged', error: { code: 'port.unplugged' } }],
  ])('%s is told as it is', async (trouble, expected) => {
    const { outcome } = await flashInTrouble(trouble);
    expect(outcome).toMatchObject(expected);
  });

  it('leaves the port closed and the chip running', async () => {
    const { board, services, clock } = await flashInTrouble('wrong-md5');
    await settle(clock);
    expect(board.activity).toBe('application');
    await expect(services.boards.identify('sim://esp32c3')).resolves.toMatchObject({ chip: 'esp32c3' });
  });
});

describe('noise', () => {
  it.each([1, 2, 3, 4, 5, 6])('never leads to a false "verified" (seed %i)', async (seed) => {
    const { outcome } = await flashInTrouble('noise=400', seed);
    expect(['verified', 'failed']).toContain(outcome.kind);
  });

  it('of a usual cable is lived with', async () => {
    const { outcome } = await flashInTrouble('noise=20000');
    expect(outcome.kind).toBe('verified');
  });
});

it('there is a test here for every trouble that a board can be given', () => {
  const tested = [
    'split',
    'noise',
    'no-sync',
    'unplug-after',
    'reset-after',
    'weak-bit',
    'wrong-md5',
    'slow-erase',
    'latency',
    'drop-byte',
    'no-boot',
  ];
  expect([...troubleNames].sort()).toEqual(tested.sort());
});

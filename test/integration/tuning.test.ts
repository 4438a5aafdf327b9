import { describe, expect, it } from 'vitest';
import { defaultConnectPreferences } from '../../src-main/jobs/dependencies';
import { createSimBench, holds, settle, someBytes } from './flash-bench';

const file = { offset: 0x1_0000, bytes: someBytes(5000, 3) };
const sdioConfiguration = 0x3ff4_8074;

describe('a hard reset of somebody’s own', () => {
  it('takes the place of the usual one after a write', async () => {
    const usual = createSimBench({ chip: 'esp32' });
    expect(await usual.flash([file])).toMatchObject({ kind: 'verified' });
    await settle(usual.clock);
    expect(usual.board.activity).toBe('application');

    const connect = { ...defaultConnectPreferences, tuning: { hardResetSequence: 'R1' } };
    const held = createSimBench({ chip: 'esp32' }, { connect });
    expect(await held.flash([file])).toMatchObject({ kind: 'verified' });
    await settle(held.clock);
    expect(held.board.activity).toBe('heldInReset');
  });
});

describe('the supply of the flash part', () => {
  it.each([
    ['1.8V', 0x8a40_0000],
    ['1.9V', 0xfe40_0000],
    ['OFF', 0x0a40_0000],
  ] as const)('of an ESP32 is overridden as asked (%s)', async (vddSdio, expected) => {
    const bench = createSimBench({ chip: 'esp32' }, { connect: { vddSdio } });
    const written = await bench.flash([file], { after: 'no-reset' });
    expect(written).toMatchObject({ kind: 'verified' });
    expect(holds(bench.board.flash, file)).toBe(true);
    // What the register holds besides stays as it was.
    expect(bench.board.memory.readWord(sdioConfiguration) & 0xfec0_0000).toBe(expected | 0);
  });

  it('of another chip is not', async () => {
    const bench = createSimBench({ chip: 'esp32s3' }, { connect: { vddSdio: '1.8V' } });
    expect(await bench.flash([file])).toMatchObject({
      kind: 'failed',
      error: { code: 'protocol.unsupported', facts: { command: '--override-vddsdio', chip: 'esp32s3' } },
    });
    expect(holds(bench.board.flash, file)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { chipById } from '../../src-shared/chips';
import { createSimBench, holds, imageFor, someBytes } from './flash-bench';

const file = { offset: 0x1_0000, bytes: someBytes(60_000) };

describe('a chip in Secure Download Mode', () => {
  it('tells who it is as far as it may', async () => {
    const { services } = createSimBench({ chip: 'esp32c3', security: { secureDownloadMode: true } });
    expect(await services.boards.identify('sim://esp32c3')).toMatchObject({
      chip: 'esp32c3',
      mac: null,
      flash: null,
      secureDownloadMode: true,
    });
  });

  it('is not written by mere habit, because nobody could prove what was written', async () => {
    const { flash, board } = createSimBench({ chip: 'esp32c3', security: { secureDownloadMode: true } });
    expect(await flash([file], { flashSize: '4MB' })).toMatchObject({
      kind: 'failed',
      error: { code: 'flash.secureDownloadMode', facts: { operation: 'verify' } },
    });
    expect(board.flash.every((byte) => byte === 0xff)).toBe(true);
  });

  it('is written when that is insisted on, and not called verified', async () => {
    const { flash, board, trace } = createSimBench({ chip: 'esp32c3', security: { secureDownloadMode: true } });
    const outcome = await flash([file], { flashSize: '4MB', force: true });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'flash.secureDownloadMode' } });
    expect(holds(board.flash, file)).toBe(true);
    expect(trace.some(({ text }) => text.startsWith('MEM_BEGIN') || text.startsWith('READ_REG'))).toBe(false);
  });
});

describe('a chip that encrypts its flash', () => {
  it('is not written in the clear', async () => {
    const { flash, board } = createSimBench({ chip: 'esp32c3', security: { flashEncryption: true } });
    const image = { offset: 0x1_0000, bytes: imageFor(chipById('esp32c3'), 4000) };
    expect(await flash([image])).toMatchObject({ kind: 'failed', error: { code: 'flash.encrypted' } });
    expect(board.flash.every((byte) => byte === 0xff)).toBe(true);
  });
});

describe('an ESP32-C3 with secure boot', () => {
  it('is written by its ROM loader at once, because it would not start the stub', async () => {
    const { flash, board, trace } = createSimBench({ chip: 'esp32c3', security: { secureBoot: true } });
    const outcome = await flash([file], { force: true });
    expect(outcome).toMatchObject({ kind: 'verified' });
    expect(holds(board.flash, file)).toBe(true);
    expect(trace.filter(({ text }) => text.startsWith('MEM_') || text.includes('failed'))).toEqual([]);
  });

  it('does not keep other chips with secure boot from their stub', async () => {
    const { flash, trace } = createSimBench({ chip: 'esp32s3', security: { secureBoot: true } });
    expect(await flash([file], { force: true })).toMatchObject({ kind: 'verified' });
    expect(trace.some(({ text }) => text.startsWith('MEM_BEGIN'))).toBe(true);
  });
});

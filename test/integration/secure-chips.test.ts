import { describe, expect, it } from 'vitest';
import { chipById } from '../../src-shared/chips';
import { parseTrouble } from '../../src-main/virtual/troubles';
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
      error: { code: 'flash.cannotProve' },
    });
    expect(board.flash.every((byte) => byte === 0xff)).toBe(true);
  });

  it.each([{ force: true }, { acceptUnproven: true }])(
    'is written whole when that is insisted on (%o), and not called verified',
    async (will) => {
      const { flash, board, trace } = createSimBench({ chip: 'esp32c3', security: { secureDownloadMode: true } });
      const other = { offset: 0x4_0000, bytes: someBytes(9000, 3) };
      const outcome = await flash([file, other], { statedSize: '4MB', ...will });
      expect(outcome).toMatchObject({
        kind: 'written',
        result: { regions: [{ isUnproven: true }, { isUnproven: true }] },
      });
      expect(holds(board.flash, file)).toBe(true);
      expect(holds(board.flash, other)).toBe(true);
      expect(trace.some(({ text }) => /^(MEM_BEGIN|READ_REG|SPI_FLASH_MD5)/.test(text))).toBe(false);
    },
  );

  it('is written from the beginning again after trouble, because nobody knows what it holds', async () => {
    const { flash, board, trace } = createSimBench({
      chip: 'esp32c3',
      security: { secureDownloadMode: true },
      troubles: [parseTrouble('reset-after=50000')],
    });
    const other = { offset: 0x4_0000, bytes: someBytes(60_000, 3) };
    const outcome = await flash([file, other], { statedSize: '4MB', acceptUnproven: true });
    expect(outcome).toMatchObject({ kind: 'written', result: { regions: [{}, {}] } });
    expect(holds(board.flash, file)).toBe(true);
    expect(holds(board.flash, other)).toBe(true);
    expect(trace.some(({ text }) => text.startsWith('attempt 1 failed'))).toBe(true);
  });

  it('gets the size that was told into the header of its bootloader', async () => {
    const { flash, board } = createSimBench({
      chip: 'esp32c3',
      security: { secureDownloadMode: true },
      flashSizeBytes: 8 << 20,
    });
    const chip = chipById('esp32c3');
    const bootloader = imageFor(chip, 4000);
    const told = { statedSize: '8MB', acceptUnproven: true } as const;
    expect((await flash([{ offset: 0, bytes: bootloader }], told)).kind).toBe('written');
    expect((board.flash[3] ?? 0) & 0xf0).toBe(chip.flashSizes['8MB']);
    expect((await flash([{ offset: 0, bytes: bootloader }], { ...told, flashSize: 'keep' })).kind).toBe('written');
    expect((board.flash[3] ?? 0) & 0xf0).toBe((bootloader[3] ?? 0) & 0xf0);
  });

  it('is not believed to be of a size that is none', async () => {
    const { flash } = createSimBench({ chip: 'esp32c3', security: { secureDownloadMode: true } });
    expect(await flash([file], { statedSize: 'huge', acceptUnproven: true })).toMatchObject({
      error: { code: 'flash.sizeNotTold' },
    });
    expect(await flash([file], { statedSize: '64KB', acceptUnproven: true })).toMatchObject({
      error: { code: 'plan.pastEnd' },
    });
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

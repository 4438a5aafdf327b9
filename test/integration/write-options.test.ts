import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FlashRow, FlashSettings } from '../../src-shared/ipc/contract';
import { defaultFlashSettings, type JobOutcome } from '../../src-shared/ipc/contract';
import { createSimBench, holds, someBytes, type BenchFile, type FlashBench } from './flash-bench';

const file: BenchFile = { offset: 0x1_0000, bytes: someBytes(60_003) };

/** Flashes with rows of its own, which `flash` of the bench does not do. */
async function flashRows(
  bench: FlashBench & { board: { descriptor: { id: string } } },
  files: readonly (BenchFile & { encrypt?: boolean })[],
  settings: Partial<FlashSettings> = {},
): Promise<JobOutcome> {
  const { services } = bench;
  const folder = mkdtempSync(join(tmpdir(), 'esplanade-write-'));
  const rows: FlashRow[] = [];
  for (const [index, { offset, bytes, encrypt }] of files.entries()) {
    const path = join(folder, `${index}.bin`);
    writeFileSync(path, bytes);
    const { files: added } = await services.firmware.addPaths([path], null);
    rows.push({ token: added[0]!.token, enabled: true, offsetText: `${offset}`, ...(encrypt ? { encrypt } : {}) });
  }
  return new Promise((resolve, reject) => {
    services.jobs.onFinished(({ outcome }) => resolve(outcome));
    const request = {
      path: `sim://${bench.board.descriptor.id}`,
      rows,
      settings: { ...defaultFlashSettings, flashSize: 'keep', ...settings },
    };
    services.jobs.startFlash(request).catch(reject);
  });
}

describe('a write that leaves alone what is there', () => {
  const written = (bench: FlashBench): string[] =>
    bench.trace.flatMap(({ text }) => /^FLASH_(?:DEFL_)?BEGIN.*offset=(\w+)/.exec(text)?.[1] ?? []);

  it.each([true, false])('skips whole files by their MD5 (stub %s)', async (useStub) => {
    const bench = createSimBench({ chip: 'esp32' });
    const other = { offset: 0x4_0000, bytes: someBytes(9000, 3) };
    await bench.flash([file, other], { useStub });
    const before = bench.board.flash[0x4_0010] ?? 0;
    bench.board.flash[0x4_0010] = before ^ 1;
    bench.trace.length = 0;
    const outcome = await bench.flash([file, other], { useStub, unchanged: 'skipFiles' });
    expect(outcome).toMatchObject({
      kind: 'verified',
      result: { regions: [{ sentBytes: 0 }, { offset: 0x4_0000 }] },
    });
    expect(written(bench).filter((offset) => /1_?0000$/.test(offset) && !offset.includes('4'))).toEqual([]);
    expect(holds(bench.board.flash, other)).toBe(true);
  });

  it.each(['esp32', 'esp32c6', 'esp32p4'] as const)('writes only the sectors that differ (%s)', async (chip) => {
    const bench = createSimBench({ chip });
    await bench.flash([file]);
    const next = { ...file, bytes: file.bytes.slice() };
    for (const at of [0x10, 0x5003, 0x6004]) next.bytes[at] = (next.bytes[at] ?? 0) ^ 0xff;
    bench.trace.length = 0;
    const outcome = await bench.flash([next], { unchanged: 'skipSectors', compression: 'never' });
    expect(outcome).toMatchObject({ kind: 'verified', result: { regions: [{ sentBytes: 3 * 4096 }] } });
    expect(holds(bench.board.flash, next)).toBe(true);
    expect(written(bench)).toHaveLength(2);
  });

  it('writes all of it where nothing can be compared (ROM of ESP8266)', async () => {
    const bench = createSimBench({ chip: 'esp8266' });
    const outcome = await bench.flash([file], { unchanged: 'skipSectors', useStub: false });
    expect(outcome.kind).toBe('verified');
    expect(holds(bench.board.flash, file)).toBe(true);
  });

  it('does not skip what is erased first', async () => {
    const bench = createSimBench({ chip: 'esp32' });
    await bench.flash([file]);
    expect((await bench.flash([file], { unchanged: 'skipFiles', eraseAll: true })).kind).toBe('verified');
    expect(holds(bench.board.flash, file)).toBe(true);
  });
});

describe('a write that the chip encrypts', () => {
  const secret = { ...file, encrypt: true };

  it.each([
    ['esp32', true, 32],
    ['esp32s2', true, 16],
    ['esp32c3', true, 16],
    ['esp32c3', false, 16],
    ['esp32s3', false, 16],
  ] as const)('%s, stub %s: leaves neither the file nor blanks in flash', async (chip, useStub, align) => {
    const bench = createSimBench({ chip, security: { flashEncryption: true } });
    const outcome = await flashRows(bench, [secret], { useStub });
    expect(outcome).toMatchObject({ kind: 'verified', result: { regions: [{ isEncrypted: true }] } });
    expect(holds(bench.board.flash, file)).toBe(false);
    const end = file.offset + Math.ceil(file.bytes.length / align) * align;
    expect(bench.board.flash.subarray(file.offset, end).filter((byte) => byte === 0xff).length).toBeLessThan(1000);
    // ROM fills up its last packet, which stays in the sector.
    if (useStub) expect(bench.board.flash[end]).toBe(0xff);
    expect(bench.trace.some(({ text }) => text.startsWith('FLASH_DEFL_BEGIN'))).toBe(false);
  });

  it('may stand beside one that is written as it is', async () => {
    const bench = createSimBench({ chip: 'esp32s3', security: { flashEncryption: true } });
    const plain = { offset: 0x4_0000, bytes: someBytes(5000, 7) };
    const outcome = await flashRows(bench, [secret, plain], { force: true });
    expect(outcome).toMatchObject({ kind: 'verified', result: { regions: [{ isEncrypted: true }, {}] } });
    expect(holds(bench.board.flash, plain)).toBe(true);
    expect(holds(bench.board.flash, file)).toBe(false);
  });

  it('is refused where flash encryption is off, unless that is ignored', async () => {
    const bench = createSimBench({ chip: 'esp32c3' });
    expect(await flashRows(bench, [secret])).toMatchObject({ kind: 'failed', error: { code: 'plan.notEncrypting' } });
    expect(bench.board.flash.every((byte) => byte === 0xff)).toBe(true);
    expect((await flashRows(bench, [secret], { ignoreEncryptionEfuse: true })).kind).toBe('verified');
  });

  it('is refused off the blocks of the cipher, and on a chip without one', async () => {
    const bench = createSimBench({ chip: 'esp32', security: { flashEncryption: true } });
    expect(await flashRows(bench, [{ ...secret, offset: 0x1_0010 }])).toMatchObject({
      error: { code: 'plan.unaligned', facts: { align: 32 } },
    });
    expect(await flashRows(createSimBench({ chip: 'esp8266' }), [secret])).toMatchObject({
      error: { code: 'plan.cannotEncrypt' },
    });
  });

  it('is refused where the eFuses forbid it for good', async () => {
    const { downloadManualEncryptDisabled: field } = (await import('../../src-shared/chips')).chipById(
      'esp32s3',
    ).security!;
    const efuse = { [field!.address]: (1 << field!.shift) >>> 0 };
    const bench = createSimBench({ chip: 'esp32s3', security: { flashEncryption: true }, efuse });
    expect(await flashRows(bench, [secret])).toMatchObject({
      kind: 'failed',
      error: { code: 'flash.encryptedWriteForbidden' },
    });
    expect(bench.board.flash.every((byte) => byte === 0xff)).toBe(true);
  });

  it("cannot be done by ESP32's ROM loader", async () => {
    const bench = createSimBench({ chip: 'esp32', security: { flashEncryption: true } });
    expect(await flashRows(bench, [secret], { useStub: false })).toMatchObject({
      kind: 'failed',
      error: { code: 'protocol.unsupported' },
    });
  });
});

describe('Secure Download Mode', () => {
  it('wants to be told the flash size', async () => {
    const bench = createSimBench({ chip: 'esp32c3', security: { secureDownloadMode: true } });
    expect(await bench.flash([file], { flashSize: 'keep', force: true })).toMatchObject({
      kind: 'failed',
      error: { code: 'flash.sizeNotTold' },
    });
    expect(bench.board.flash.every((byte) => byte === 0xff)).toBe(true);
  });
});

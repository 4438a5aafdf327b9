import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { chipById } from '../../src-shared/chips';
import { defaultFlashSettings } from '../../src-shared/ipc/contract';
import type { TraceEvent } from '../../src-main/engine/loader/connection';
import { createBoardJobBench, ended } from './board-job-bench';
import { imageFor, patchedByHand, settle, someBytes } from './flash-bench';

const KIB = 1024;
const size = 512 * KIB;
/** Data, a long blank stretch, data up to an odd end. */
function contents(): Uint8Array {
  const flash = new Uint8Array(size).fill(0xff);
  flash.set(someBytes(70 * KIB + 13), 0);
  flash.set(someBytes(9 * KIB, 5), 400 * KIB);
  return flash;
}
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const blank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0xff);

const boards = (['esp8266', 'esp32', 'esp32s2', 'esp32s3', 'esp32c3', 'esp32c6', 'esp32p4'] as const).flatMap(
  (chip): [ChipId, boolean][] => [
    [chip, true],
    [chip, false],
  ],
);
const bench = (chip: ChipId, more: object = {}, onTrace: (event: TraceEvent) => void = () => undefined) =>
  createBoardJobBench({ chip, flashSizeBytes: size, flash: contents(), ...more }, onTrace);

describe.each(boards)('%s, stub %s', (chip, useStub) => {
  it('is read byte for byte, blank stretches by their MD5', async () => {
    const { read, outputPath, board } = bench(chip);
    const outcome = await read('all', { useStub });
    expect(outcome).toMatchObject({ kind: 'read', result: { offset: 0, sizeBytes: size, md5: md5(contents()) } });
    expect(same(readFileSync(outputPath), board.flash)).toBe(true);
    const hasMd5 = useStub || chipById(chip).rom.hasMd5;
    if (outcome.kind !== 'read') throw new Error(outcome.kind);
    expect(outcome.result.isProven).toBe(hasMd5);
    expect(outcome.result.blankBytes > 256 * KIB).toBe(hasMd5);
  }, 60_000);

  it('is read from an odd place to an odd place', async () => {
    const { read, outputPath } = bench(chip);
    const outcome = await read({ offset: 0x1003, sizeBytes: 0x2345 }, { useStub });
    expect(outcome.kind).toBe('read');
    expect(same(readFileSync(outputPath), contents().subarray(0x1003, 0x1003 + 0x2345))).toBe(true);
  });

  it.each([
    ['one sector', 0x3000, 0x1000],
    ['three sectors over the end of a block', 0xf000, 0x3000],
    ['a block and more', 0x0, 0x1_1000],
  ])('has %s erased and not a byte beside it', async (_, offset, sizeBytes) => {
    const { erase, board } = bench(chip, { flash: new Uint8Array(size).fill(0x42) });
    expect(await erase({ offset, sizeBytes }, { useStub })).toMatchObject({
      kind: 'erased',
      result: { offset, sizeBytes, isProven: useStub || chipById(chip).rom.hasMd5 },
    });
    expect(blank(board.flash.subarray(offset, offset + sizeBytes))).toBe(true);
    expect(board.flash.reduce((count, byte) => count + (byte === 0x42 ? 1 : 0), 0)).toBe(size - sizeBytes);
  });

  it('has everything erased', async () => {
    const { erase, board } = bench(chip);
    expect(await erase('all', { useStub })).toMatchObject({ kind: 'erased', result: { offset: 0, sizeBytes: size } });
    expect(blank(board.flash)).toBe(true);
  });

  it('is compared with files, down to the byte', async () => {
    const { verify, board } = bench(chip);
    const bytes = someBytes(70 * KIB + 13);
    expect(await verify([{ offset: 0, bytes }], { useStub })).toMatchObject({
      kind: 'compared',
      result: { matches: true, regions: [{ matches: true, differing: [] }] },
    });
    board.flash[0x5123] = (bytes[0x5123] ?? 0) ^ 1;
    board.flash[0x5125] = (bytes[0x5125] ?? 0) ^ 1;
    board.flash[0x1_1003] = (bytes[0x1_1003] ?? 0) ^ 1;
    const outcome = await verify([{ offset: 0, bytes }], { useStub, diff: true });
    expect(outcome).toMatchObject({
      kind: 'compared',
      result: {
        matches: false,
        regions: [
          {
            matches: false,
            differing: [
              { offset: 0x5000, sizeBytes: 0x1000, differingBytes: 2, first: { offset: 0x5123 } },
              { offset: 0x1_1000, sizeBytes: 0x80d, differingBytes: 1 },
            ],
          },
        ],
      },
    });
  });
});

describe('reading', () => {
  it('goes on where it was after the chip reset itself', async () => {
    let reads = 0;
    const one = bench('esp32', { flash: someBytes(size) }, ({ text }) => {
      if (text.startsWith('READ_FLASH') && ++reads === 8) one.board.restart('watchdog');
    });
    expect((await one.read('all')).kind).toBe('read');
    expect(same(readFileSync(one.outputPath), someBytes(size))).toBe(true);
    expect(one.trace.some(({ text }) => text.includes('connecting again'))).toBe(true);
    const began = one.trace.flatMap(({ text }) => /READ_FLASH offset=(\w+)/.exec(text)?.[1] ?? []);
    // Only the block that broke off was asked for again.
    expect(began.filter((offset) => offset === began[0])).toHaveLength(1);
  });

  it.each([
    ['uartBridge', 921_600],
    ['usbSerialJtag', 3_000_000],
  ] as const)('is as fast as the wire (%s)', async (wiring, bitsPerSecond) => {
    const flash = someBytes(size);
    const one = bench('esp32c3', { flash, pace: true, wiring });
    const outcome = await one.read('all', { baudRate: 921_600 });
    expect(outcome.kind).toBe('read');
    const streamed = one.trace.filter(({ text }) => text.startsWith('READ_FLASH'));
    const checks = one.trace.filter(
      ({ text, direction }) => direction === 'toChip' && text.startsWith('SPI_FLASH_MD5'),
    );
    const tookMs = (checks.at(-1)?.atMs ?? 0) - (streamed[0]?.atMs ?? 0);
    const wireMs = (size * 10 * 1000) / bitsPerSecond;
    expect(tookMs / wireMs).toBeLessThan(1.06);
    expect(same(readFileSync(one.outputPath), flash)).toBe(true);
  });

  it('does not carry blanks over the wire', async () => {
    const one = bench('esp32', { flashSizeBytes: 16 << 20, flash: contents(), pace: true });
    const outcome = await one.read('all', { baudRate: 921_600 });
    expect(outcome).toMatchObject({ kind: 'read', result: { sizeBytes: 16 << 20, isProven: true } });
    if (outcome.kind !== 'read') return;
    expect(outcome.result.blankBytes).toBeGreaterThan(15 << 20);
    // Carried over the wire it would take more than three minutes.
    expect(outcome.result.elapsedMs).toBeLessThan(30_000);
  });

  it('ends as unplugged without leaving half a file', async () => {
    let reads = 0;
    const one = bench('esp32', { flash: someBytes(size) }, ({ text }) => {
      if (text.startsWith('READ_FLASH') && ++reads === 8) one.board.unplug();
    });
    expect((await one.read('all')).kind).toBe('unplugged');
    expect(readdirSync(one.folder)).toEqual([]);
  });

  it('keeps an older file when it is cancelled', async () => {
    let reads = 0;
    const one = bench('esp32', { flash: someBytes(size) }, ({ text }) => {
      if (text.startsWith('READ_FLASH') && ++reads === 3) one.services.jobs.cancel('job-1');
    });
    writeFileSync(one.outputPath, 'yesterday');
    expect((await one.read('all')).kind).toBe('cancelled');
    expect(readFileSync(one.outputPath, 'utf8')).toBe('yesterday');
    expect(readdirSync(one.folder)).toEqual(['flash.bin']);
    await settle(one.clock);
    expect(one.board.activity).toBe('application');
    expect(one.progress.at(-1)).toMatchObject({ kind: 'read' });
  });

  it('refuses what is past the end, and a folder that is not there, before anything is sent', async () => {
    const { read, services, folder, trace } = bench('esp32');
    expect(await read({ offset: 0, sizeBytes: size + 1 })).toMatchObject({
      kind: 'failed',
      error: { code: 'plan.pastEnd', facts: { endOffset: size + 1, flashSizeBytes: size } },
    });
    trace.length = 0;
    const settings = { baudRate: 115_200, useStub: true, before: 'default-reset', after: 'hard-reset' } as const;
    const outputPath = `${folder}/nowhere/flash.bin`;
    const request = { path: 'sim://esp32', span: 'all', outputPath, settings } as const;
    expect(await ended(services, services.jobs.startRead(request))).toMatchObject({
      kind: 'failed',
      error: { code: 'file.notWritten' },
    });
    expect(trace).toEqual([]);
    expect(existsSync(outputPath)).toBe(false);
  });

  it('says so where the digest of the chip never agrees', async () => {
    const { read, folder } = bench('esp32', { troubles: [{ name: 'wrong-md5', amount: Infinity }] });
    const outcome = await read('all', { useStub: false });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'flash.readUnstable' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused in Secure Download Mode', async () => {
    const { read } = bench('esp32c3', { security: { secureDownloadMode: true } });
    expect(await read('all')).toMatchObject({
      kind: 'failed',
      error: { code: 'flash.secureDownloadMode', facts: { operation: 'read-flash' } },
    });
  });
});

describe('erasing', () => {
  it('is refused for parts of sectors, before any port is opened', async () => {
    const { erase, trace } = bench('esp32');
    expect(await erase({ offset: 0x1001, sizeBytes: 0x1000 })).toMatchObject({
      error: { code: 'plan.unaligned', facts: { offset: 0x1001, align: 0x1000 } },
    });
    expect(await erase({ offset: 0x1000, sizeBytes: 0x1800 })).toMatchObject({ error: { code: 'plan.unaligned' } });
    expect(trace).toEqual([]);
  });

  it.each([
    ['secureBoot', 'flash.secureBoot'],
    ['flashEncryption', 'flash.encrypted'],
  ])('is refused with %s unless it is insisted on', async (switchName, code) => {
    const { erase, board } = bench('esp32s3', { security: { [switchName]: true } });
    expect(await erase('all')).toMatchObject({ kind: 'failed', error: { code } });
    expect(same(board.flash, contents())).toBe(true);
    expect(await erase('all', { force: true })).toMatchObject({ kind: 'erased' });
    expect(blank(board.flash)).toBe(true);
  });

  it('can be cancelled between two steps, and leaves the board running', async () => {
    let erases = 0;
    const one = bench('esp32', { flashSizeBytes: 4 << 20, flash: new Uint8Array(4 << 20) }, ({ text }) => {
      if (text.startsWith('ERASE_REGION') && ++erases === 3) one.services.jobs.cancel('job-1');
    });
    expect((await one.erase({ offset: 0, sizeBytes: 4 << 20 })).kind).toBe('cancelled');
    expect(one.board.flash.at(-1)).toBe(0);
    await settle(one.clock);
    expect(one.board.activity).toBe('application');
  });

  it('does not claim what a write-protected part has not done', async () => {
    const { erase, board } = bench('esp32', {});
    board.flashPart.command(0x06, 0, new Uint8Array(0), 0);
    board.flashPart.command(0x01, 0, Uint8Array.of(0x1c), 0);
    const outcome = await erase({ offset: 0, sizeBytes: 0x1000 }, { useStub: false });
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'flash.notErased', facts: { offset: 0 } } });
  });

  it('works in Secure Download Mode where the size is told, and is not called proven', async () => {
    const { services, board } = bench('esp32c3', { security: { secureDownloadMode: true } });
    const settings = { baudRate: 115_200, useStub: true, before: 'default-reset', after: 'hard-reset' } as const;
    const request = { path: 'sim://esp32c3', span: 'all', force: false, settings } as const;
    expect(await ended(services, services.jobs.startErase(request))).toMatchObject({
      error: { code: 'flash.sizeNotTold' },
    });
    expect(await ended(services, services.jobs.startErase({ ...request, flashSizeBytes: size }))).toMatchObject({
      kind: 'erased',
      result: { isProven: false },
    });
    expect(blank(board.flash)).toBe(true);
  });
});

describe('on a bad line', () => {
  it.each([
    ['noise', 4000],
    ['split', 5],
    ['latency', 16],
    ['drop-byte', 9000],
    ['reset-after', 9500],
    ['no-sync', 2],
  ] as const)('%s: what is read is what is there', async (name, amount) => {
    const { read, outputPath, board } = bench('esp32c6', { troubles: [{ name, amount }] });
    expect(await read('all')).toMatchObject({ kind: 'read', result: { isProven: true } });
    expect(same(readFileSync(outputPath), board.flash)).toBe(true);
  });

  it('a digest that was wrong once makes no difference', async () => {
    const { verify } = bench('esp32', { troubles: [{ name: 'wrong-md5', amount: 1 }] });
    const files = [{ offset: 0, bytes: someBytes(70 * KIB + 13) }];
    expect(await verify(files)).toMatchObject({ kind: 'compared', result: { matches: true } });
  });
});

describe('comparing', () => {
  it('takes the settings that were put into the header when it was written', async () => {
    const chip = chipById('esp32s3');
    const image = imageFor(chip, 5000);
    const { services, board, verify, folder } = bench('esp32s3');
    board.flash.set(patchedByHand(image, chip, 0, '512KB' in chip.flashSizes ? '512KB' : '4MB'), 0);
    expect(await verify([{ offset: 0, bytes: image }])).toMatchObject({ result: { matches: false } });
    const file = `${folder}/image.bin`;
    writeFileSync(file, image);
    const { files } = await services.firmware.addPaths([file], null);
    const rows = [{ token: files[0]!.token, enabled: true, offsetText: '0' }];
    const settings = { ...defaultFlashSettings, flashMode: 'qio', flashSize: '4MB' } as const;
    const request = { path: 'sim://esp32s3', rows, settings, diff: false };
    expect(await ended(services, services.jobs.startVerify(request))).toMatchObject({ result: { matches: true } });
  });

  it('leaves the flash alone', async () => {
    const { verify, board } = bench('esp32');
    await verify([{ offset: 0, bytes: someBytes(5000, 9) }], { diff: true });
    expect(same(board.flash, contents())).toBe(true);
  });
});

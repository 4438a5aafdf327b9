import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { writeFlash } from '../../../src-main/engine/operations/write-flash';
import type { FlashPlan, PlannedRegion, WriteProgress } from '../../../src-main/engine/plan/flash-plan';
import { AppError } from '../../../src-shared/errors/app-error';
import { MemoryLoader, timeout } from './memory-loader';

/** Text-like bytes, which compress well. */
function compressible(sizeBytes: number): Uint8Array {
  return Uint8Array.from({ length: sizeBytes }, (_, index) => (index >> 4) & 0x3f);
}

/** Bytes that no compressor makes smaller. */
function noise(sizeBytes: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: sizeBytes }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

function plan(regions: readonly PlannedRegion[], more: Partial<FlashPlan> = {}): FlashPlan {
  return {
    chip: 'esp32c3',
    flashSizeBytes: 4 * 1024 * 1024,
    regions,
    eraseAll: false,
    compression: 'automatic',
    ...more,
  };
}

const boot: PlannedRegion = { name: 'boot.bin', offset: 0, bytes: compressible(20_000) };
const app: PlannedRegion = { name: 'app.bin', offset: 0x10000, bytes: compressible(100_000) };
const writesOf = (loader: MemoryLoader): string[] => loader.calls.filter((call) => call.startsWith('write '));

describe('writing a plan', () => {
  it('writes every region, proves it by MD5 and ends the series', async () => {
    const loader = new MemoryLoader('esp32c3');
    const written = await writeFlash(loader, plan([boot, app]));
    expect(loader.calls).toEqual(['write 0 z', 'md5 0 20000', 'write 10000 z', 'md5 10000 100000', 'finish']);
    expect(written.map(({ name, offset, sizeBytes, md5: hash }) => ({ name, offset, sizeBytes, hash }))).toEqual(
      [boot, app].map(({ name, offset, bytes }) => ({
        name,
        offset,
        sizeBytes: bytes.length,
        hash: bytesToHex(md5(bytes)),
      })),
    );
    expect(loader.flash.subarray(0x10000, 0x10000 + 100_000)).toEqual(app.bytes);
    expect(written[1]?.sentBytes).toBeLessThan(20_000);
  });

  it('sends plain what compression would make larger, and counts what it sent', async () => {
    const loader = new MemoryLoader('esp32c3');
    const [written] = await writeFlash(loader, plan([{ ...app, bytes: noise(200_000) }]));
    expect(writesOf(loader)).toEqual(['write 10000']);
    expect(written?.sentBytes).toBe(200_000);
  });

  it('never compresses when the plan says so, nor for a ROM loader that cannot', async () => {
    const stub = new MemoryLoader('esp32c3');
    await writeFlash(stub, plan([app], { compression: 'never' }));
    expect(writesOf(stub)).toEqual(['write 10000']);
    const rom = new MemoryLoader('esp8266', 'rom');
    await writeFlash(rom, plan([app]));
    expect(writesOf(rom)).toEqual(['write 10000']);
  });

  it.each([1, 2, 3, 5])('pads %i odd bytes with 0xFF on the wire and verifies what the plan says', async (odd) => {
    const loader = new MemoryLoader('esp32c3');
    loader.flash.fill(0);
    const bytes = noise(64 + odd);
    const [written] = await writeFlash(loader, plan([{ ...app, bytes }]));
    expect(written).toMatchObject({ sizeBytes: 64 + odd, md5: bytesToHex(md5(bytes)) });
    expect(loader.calls).toContain(`md5 10000 ${64 + odd}`);
    const end = 0x10000 + Math.ceil((64 + odd) / 4) * 4;
    expect(loader.flash.subarray(0x10000 + 64 + odd, end).every((byte) => byte === 0xff)).toBe(true);
    expect(loader.flash[end]).toBe(0);
  });

  it('reads back and compares where the loader has no MD5', async () => {
    const loader = new MemoryLoader('esp8266', 'rom');
    loader.hasMd5 = false;
    await expect(writeFlash(loader, plan([boot]))).resolves.toHaveLength(1);
    expect(loader.calls).toContain('readFlash 0 20000');
    loader.stuckByte = 64;
    await expect(writeFlash(loader, plan([boot]))).rejects.toMatchObject({ code: 'flash.verifyFailed' });
  });

  it('erases everything first, region by region where the loader has no such command', async () => {
    const stub = new MemoryLoader('esp32c3');
    stub.flash[0x20_0000] = 0;
    await writeFlash(stub, plan([boot], { eraseAll: true }));
    expect(stub.calls[0]).toBe('eraseFlash');
    expect(stub.flash[0x20_0000]).toBe(0xff);

    const rom = new MemoryLoader('esp32c3', 'rom');
    rom.beforeCall = (call) => {
      if (call !== 'eraseFlash') return;
      throw new AppError('protocol.unsupported', { command: 'ERASE_FLASH', chip: 'esp32c3', loader: 'rom' });
    };
    await writeFlash(rom, plan([boot], { eraseAll: true }));
    expect(rom.calls.slice(0, 3)).toEqual(['eraseFlash', 'eraseRegion 0 4194304', 'write 0 z']);
  });
});

describe('when something goes wrong', () => {
  it('writes a region again, plain, after trouble on the wire', async () => {
    const loader = new MemoryLoader('esp32c3');
    loader.beforeCall = (call) => {
      if (call === 'write 0 z') throw timeout('FLASH_DEFL_DATA');
    };
    const written = await writeFlash(loader, plan([boot, app]));
    expect(writesOf(loader)).toEqual(['write 0 z', 'write 0', 'write 10000 z']);
    expect(written.map(({ name }) => name)).toEqual(['boot.bin', 'app.bin']);
    expect(written[0]?.sentBytes).toBe(20_000);
  });

  it('writes a region again when the flash held something else, and believes the second proof', async () => {
    const loader = new MemoryLoader('esp32c3');
    loader.stuckByte = 0x10020;
    loader.beforeCall = (call) => {
      if (call === 'write 10000') loader.stuckByte = null;
    };
    await expect(writeFlash(loader, plan([app]))).resolves.toHaveLength(1);
    expect(writesOf(loader)).toEqual(['write 10000 z', 'write 10000']);
  });

  it('says so when the flash does not hold a bit, and never that it is verified', async () => {
    const loader = new MemoryLoader('esp32c3');
    loader.stuckByte = 0x10000;
    const failure: unknown = await writeFlash(loader, plan([boot, app])).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'flash.verifyFailed',
      facts: { name: 'app.bin', offset: 0x10000, sizeBytes: 100_000, expected: bytesToHex(md5(app.bytes)) },
    });
    expect(writesOf(loader)).toEqual(['write 0 z', 'write 10000 z', 'write 10000']);
    expect(loader.calls).not.toContain('finish');
  });

  it('gives up after the second try, with the reason of that one', async () => {
    const loader = new MemoryLoader('esp32c3');
    loader.beforeCall = (call) => {
      if (call === 'write 0 z') throw timeout('FLASH_DEFL_DATA');
      if (call === 'write 0') throw timeout('FLASH_DATA');
    };
    await expect(writeFlash(loader, plan([boot]))).rejects.toMatchObject({ facts: { command: 'FLASH_DATA' } });
  });

  it.each([
    new AppError('port.unplugged', { path: 'test' }),
    new AppError('job.cancelled', {}),
    new AppError('protocol.unsupported', { command: 'FLASH_BEGIN', chip: 'esp32c3', loader: 'rom' }),
  ])('does not try again after $code', async (error) => {
    const loader = new MemoryLoader('esp32c3');
    loader.beforeCall = (call) => {
      if (call.startsWith('write')) throw error;
    };
    await expect(writeFlash(loader, plan([boot, app]))).rejects.toBe(error);
    expect(writesOf(loader)).toEqual(['write 0 z']);
  });

  it('stops at once on Cancel, in the middle of a region and between writing and verifying', async () => {
    for (const cancelAt of ['write 10000 z', 'md5 0 20000']) {
      const controller = new AbortController();
      const loader = new MemoryLoader('esp32c3');
      loader.beforeCall = (call) => {
        if (call === cancelAt) loader.clock.after(5, () => controller.abort());
      };
      const job = writeFlash(loader, plan([boot, app]), { signal: controller.signal });
      await expect(job).rejects.toMatchObject({ code: 'job.cancelled' });
      expect(loader.calls).not.toContain('md5 10000 100000');
    }
  });
});

describe('progress', () => {
  async function collect(loader: MemoryLoader, flashPlan: FlashPlan): Promise<WriteProgress[]> {
    const seen: WriteProgress[] = [];
    await writeFlash(loader, flashPlan, { onProgress: (progress) => seen.push(progress) });
    return seen;
  }

  function expectMonotonic(seen: readonly WriteProgress[], totalBytes: number): void {
    for (const [index, { doneBytes }] of seen.entries()) {
      expect(doneBytes).toBeGreaterThanOrEqual(seen[index - 1]?.doneBytes ?? 0);
    }
    expect(new Set(seen.map((progress) => progress.totalBytes))).toEqual(new Set([totalBytes]));
    expect(seen.at(-1)?.doneBytes).toBe(totalBytes);
  }

  it('moves smoothly from nothing to everything, stage by stage', async () => {
    const seen = await collect(new MemoryLoader('esp32c3'), plan([boot, app], { eraseAll: true }));
    expectMonotonic(seen, 120_000);
    expect(seen[0]).toEqual({
      stage: 'erasing',
      regionIndex: 0,
      regionDoneBytes: 0,
      doneBytes: 0,
      totalBytes: 120_000,
    });
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.map(({ stage, regionIndex }) => `${stage} ${regionIndex}`).filter((s, i, a) => s !== a[i - 1])).toEqual(
      ['erasing 0', 'writing 0', 'verifying 0', 'writing 1', 'verifying 1'],
    );
  });

  it('does not go back while a region is written a second time', async () => {
    const loader = new MemoryLoader('esp32c3');
    loader.stuckByte = 0x10020;
    loader.beforeCall = (call) => {
      if (call === 'write 10000') loader.stuckByte = null;
    };
    expectMonotonic(await collect(loader, plan([boot, app])), 120_000);
  });

  it('counts the bytes of the plan where padding was sent', async () => {
    const seen = await collect(new MemoryLoader('esp32c3'), plan([{ ...app, bytes: noise(1023) }]));
    expectMonotonic(seen, 1023);
    expect(Math.max(...seen.map(({ regionDoneBytes }) => regionDoneBytes))).toBe(1023);
  });
});

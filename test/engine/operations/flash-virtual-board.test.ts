import { describe, expect, it } from 'vitest';
import { identifyBoard } from '../../../src-main/engine/operations/identify-board';
import { writeFlash } from '../../../src-main/engine/operations/write-flash';
import type { WriteProgress } from '../../../src-main/engine/plan/flash-plan';
import { parseTrouble } from '../../../src-main/virtual/virtual-transport';
import { chips } from '../../../src-shared/chips';
import { connectBoard, heldRegions, planFor } from './virtual-board-fixture';

const loaders = chips.flatMap(({ id, stubs }) => [
  { id, kind: 'rom' as const },
  ...(stubs === null ? [] : [{ id, kind: 'stub' as const }]),
]);
const everything = ['odd.bin', 'blank.bin', 'app.bin'];

describe('a whole job on a virtual board', () => {
  it.each(loaders)('$id by its $kind: identified, written, proven', async ({ id, kind }) => {
    const connected = await connectBoard({ chip: id, mac: '24:0a:c4:12:34:56' }, kind);
    const { board, connection, loader } = connected;
    expect(await identifyBoard(connection)).toMatchObject({ chip: id, mac: '24:0a:c4:12:34:56' });

    // Old contents, so that bits have to be erased as well as programmed.
    board.flash.fill(0x5a, 0x1000, 0x20000);
    const plan = planFor(connected);
    const seen: WriteProgress[] = [];
    const written = await writeFlash(loader, plan, { onProgress: (progress) => seen.push(progress) });

    expect(written.map(({ name }) => name)).toEqual(everything);
    expect(heldRegions(board, plan)).toEqual(everything);
    // Whole sectors are erased around what is written, and nothing outside of them.
    expect(board.flash[0x0fff]).toBe(0xff);
    expect(board.flash[0x1f000]).toBe(0x5a);
    for (const [index, { doneBytes }] of seen.entries()) {
      expect(doneBytes).toBeGreaterThanOrEqual(seen[index - 1]?.doneBytes ?? 0);
    }
    expect(seen.at(-1)).toMatchObject({ stage: 'verifying', doneBytes: 57_291, totalBytes: 57_291 });
  });

  it.each(['rom', 'stub'] as const)('erases the whole chip first when the plan says so (%s)', async (kind) => {
    const connected = await connectBoard({ chip: 'esp32c3', flashSizeBytes: 1024 * 1024 }, kind);
    connected.board.flash.fill(0);
    const plan = planFor(connected, { eraseAll: true });
    await writeFlash(connected.loader, plan);
    expect(heldRegions(connected.board, plan)).toEqual(everything);
    expect(connected.board.flash.subarray(0x80000).every((byte) => byte === 0xff)).toBe(true);
  });
});

describe('trouble', () => {
  it.each(['esp32', 'esp32c3', 'esp8266'] as const)(
    '%s: a flash that does not hold a bit is reported and never called verified',
    async (chip) => {
      const connected = await connectBoard({ chip, troubles: [parseTrouble('weak-bit=0x10100')] });
      const plan = planFor(connected);
      const failure: unknown = await writeFlash(connected.loader, plan).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'flash.verifyFailed', facts: { name: 'app.bin', offset: 0x10000 } });
      expect(heldRegions(connected.board, plan)).not.toContain('app.bin');
    },
  );

  it('ESP8266 without MD5: the bytes read back give a weak bit away', async () => {
    const connected = await connectBoard({ chip: 'esp8266', troubles: [parseTrouble('weak-bit=0x10100')] }, 'rom');
    await expect(writeFlash(connected.loader, planFor(connected))).rejects.toMatchObject({
      code: 'flash.verifyFailed',
    });
  });

  it('one wrong digest makes the region be written again', async () => {
    const connected = await connectBoard({ chip: 'esp32c3', troubles: [parseTrouble('wrong-md5=1')] });
    const plan = planFor(connected);
    await expect(writeFlash(connected.loader, plan)).resolves.toHaveLength(3);
    expect(heldRegions(connected.board, plan)).toEqual(everything);
  });

  it('digests that stay wrong are no proof', async () => {
    const connected = await connectBoard({ chip: 'esp32c3', troubles: [parseTrouble('wrong-md5')] });
    await expect(writeFlash(connected.loader, planFor(connected))).rejects.toMatchObject({
      code: 'flash.verifyFailed',
    });
  });

  it.each(['split=3', 'latency=16', 'slow-erase=5000'])('is written and proven in spite of %s', async (trouble) => {
    const connected = await connectBoard({ chip: 'esp32c3', troubles: [parseTrouble(trouble)] });
    const plan = planFor(connected);
    await expect(writeFlash(connected.loader, plan)).resolves.toHaveLength(3);
    expect(heldRegions(connected.board, plan)).toEqual(everything);
  });

  it.each(['noise=400', 'drop-byte=25000', 'drop-byte=40000', 'reset-after=30000'])(
    '%s ends in proof or in a truthful failure',
    async (trouble) => {
      const connected = await connectBoard({ chip: 'esp32c3', troubles: [parseTrouble(trouble)] }).catch(
        (error: unknown) => error,
      );
      if (connected instanceof Error) {
        expect(connected).toMatchObject({ code: expect.stringMatching(/^(connect|protocol|stub)\./) as string });
        return;
      }
      const { board, loader } = connected as Awaited<ReturnType<typeof connectBoard>>;
      const plan = planFor({ board });
      const outcome: unknown = await writeFlash(loader, plan).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome).toMatchObject({ code: expect.stringMatching(/^(protocol\.|flash\.verifyFailed)/) as string });
      } else {
        expect(outcome).toHaveLength(3);
        expect(heldRegions(board, plan)).toEqual(everything);
      }
    },
  );

  it('unplugged in the middle: says so at once', async () => {
    const connected = await connectBoard({ chip: 'esp32c3' });
    const { board, loader } = connected;
    const seen: WriteProgress[] = [];
    const job = writeFlash(loader, planFor(connected), {
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.doneBytes > 20_000) board.unplug();
      },
    });
    await expect(job).rejects.toMatchObject({ code: 'port.unplugged' });
    expect(seen.at(-1)?.doneBytes).toBeLessThan(57_291);
  });

  it.each(['rom', 'stub'] as const)(
    'cancelled in the middle: stops there, and the chip still answers (%s)',
    async (kind) => {
      const connected = await connectBoard({ chip: 'esp32c3' }, kind);
      const controller = new AbortController();
      const plan = planFor(connected);
      const job = writeFlash(connected.loader, plan, {
        signal: controller.signal,
        onProgress: ({ doneBytes }) => {
          if (doneBytes > 20_000) controller.abort();
        },
      });
      await expect(job).rejects.toMatchObject({ code: 'job.cancelled' });
      expect(heldRegions(connected.board, plan)).not.toContain('app.bin');
      await expect(writeFlash(connected.loader, plan)).resolves.toHaveLength(3);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { app, bootloader, partition, table } from '../engine/plan/plan-rows';
import { createSimBench } from './flash-bench';

const flashSizeBytes = 4 * 1024 * 1024;
const nvs = partition({ label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x6000 });
const factory = partition({ label: 'factory', offset: 0x1_0000, sizeBytes: 0x10_0000 });
const storage = partition({ label: 'storage', type: 1, subtype: 0x82, offset: 0x11_0000, sizeBytes: 0x10_0000 });

function mergedFile(): Uint8Array {
  const bytes = new Uint8Array(0x21_0000).fill(0xff);
  bytes.set(bootloader(), 0x1000);
  bytes.set(table(nvs, factory, storage), 0x8000);
  bytes.set(app({}, 150_000), factory.offset);
  return bytes;
}

/** A board in use: every byte of its flash says something. */
const usedFlash = (): Uint8Array => Uint8Array.from({ length: flashSizeBytes }, (_, index) => (index * 7 + 1) & 0x7f);

describe('flashing a merged file onto a board in use', () => {
  it('keeps its settings: not a byte outside of what is written changes', async () => {
    const before = usedFlash();
    const bench = createSimBench({ chip: 'esp32', flash: before.slice() });
    const bytes = mergedFile();
    const outcome = await bench.flash([{ offset: 0, bytes, name: 'merged.bin' }], { flashSize: 'keep' });
    expect(outcome.kind).toBe('verified');
    const regions = outcome.kind === 'verified' ? outcome.result.regions : [];
    expect(regions.map(({ offset }) => offset)).toEqual([0x1000, 0x8000, 0x1_0000]);
    const expected = before.slice();
    for (const { offset, sizeBytes } of regions) expected.set(bytes.subarray(offset, offset + sizeBytes), offset);
    expect(Buffer.from(bench.board.flash).equals(expected)).toBe(true);
    const row = bench.progress.at(-1)!;
    expect(row.rowDoneBytes).toEqual(row.rowTotalBytes);
  });

  it('keeps the settings of the board also where the file has its own: a backup of another board', async () => {
    const before = usedFlash();
    const bench = createSimBench({ chip: 'esp32', flash: before.slice() });
    const bytes = mergedFile();
    bytes.set(new Uint8Array(nvs.sizeBytes).fill(0x33), nvs.offset);
    const outcome = await bench.flash([{ offset: 0, bytes, name: 'backup.bin' }], { flashSize: 'keep' });
    expect(outcome.kind).toBe('verified');
    const end = nvs.offset + nvs.sizeBytes;
    const there = Buffer.from(bench.board.flash.subarray(nvs.offset, end));
    expect(there.equals(before.subarray(nvs.offset, end))).toBe(true);
    expect(Buffer.from(bench.board.flash.subarray(0x1_0000, 0x1_0100)).equals(bytes.subarray(0x1_0000, 0x1_0100))).toBe(
      true,
    );
  });

  it('puts it there as it is when asked to', async () => {
    const before = usedFlash();
    const bench = createSimBench({ chip: 'esp32', flash: before.slice() });
    const bytes = mergedFile();
    const settings = { keepSettings: false, flashSize: 'keep' };
    const outcome = await bench.flash([{ offset: 0, bytes, name: 'merged.bin' }], settings);
    expect(outcome.kind).toBe('verified');
    const expected = before.slice();
    expected.set(bytes);
    expect(Buffer.from(bench.board.flash).equals(expected)).toBe(true);
  });
});

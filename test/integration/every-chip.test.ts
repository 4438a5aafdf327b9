import { describe, expect, it } from 'vitest';
import { chips } from '../../src-shared/chips';
import { createSimBench, imageFor, patchedByHand, someBytes } from './flash-bench';

const flashSizeBytes = 4 * 1024 * 1024;

describe.each(chips.map((chip) => [chip.name, chip] as const))('%s', (_name, chip) => {
  it.each(chip.stubs === null ? (['rom'] as const) : (['stub', 'rom'] as const))(
    'is flashed and verified with the %s loader, and its flash holds the files and nothing else',
    async (loader) => {
      const { board, flash, progress } = createSimBench({ chip: chip.id, flashSizeBytes });
      const bootloader = imageFor(chip, 9_001);
      const application = { offset: 0x2_0000, bytes: imageFor(chip, 50_000) };
      const data = { offset: 0x10_0000, bytes: someBytes(12_345, 9) };

      const outcome = await flash(
        [{ offset: chip.bootloaderOffset, bytes: bootloader, name: 'bootloader.bin' }, application, data],
        { flashMode: 'qio', flashSize: '4MB', useStub: loader === 'stub' },
      );
      expect(outcome).toMatchObject({ kind: 'verified', result: { identity: { chip: chip.id } } });

      const expected = new Uint8Array(flashSizeBytes).fill(0xff);
      expected.set(patchedByHand(bootloader, chip, 0, '4MB'), chip.bootloaderOffset);
      expected.set(application.bytes, application.offset);
      expected.set(data.bytes, data.offset);
      expect(Buffer.compare(board.flash, expected)).toBe(0);
      expect(board.activity).toBe('application');
      const last = progress.at(-1);
      expect(last?.stage).toBe('done');
      expect(last?.doneBytes).toBe(last?.totalBytes);
    },
  );
});

describe('the loader that does the work', () => {
  it('is the stub where it was not declined, and the ROM alone where it was', async () => {
    const file = { offset: 0x1_0000, bytes: someBytes(5000) };
    const stub = createSimBench({ chip: 'esp32' });
    await stub.flash([file]);
    expect(stub.trace.some(({ text }) => text.startsWith('MEM_END'))).toBe(true);
    const rom = createSimBench({ chip: 'esp32' });
    await rom.flash([file], { useStub: false });
    expect(rom.trace.some(({ text }) => text.startsWith('MEM_'))).toBe(false);
  });
});

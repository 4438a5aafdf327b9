import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chips } from '../../../src-shared/chips/index';
import { startStub } from '../../../src-main/engine/loader/stub';
import { compressedWrite, connectBoard, holds, plainWrite, someBytes } from './board';

const blank = (length: number): Uint8Array => new Uint8Array(length).fill(0xff);
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

describe.each(chips.map((chip) => chip.id))('%s', (id) => {
  it('is recognised, and written, hashed, read and erased by its ROM loader alone', async () => {
    const { board, connection } = await connectBoard(id);
    expect(connection.chip.id).toBe(id);
    const { loader } = connection;
    expect(loader.kind).toBe('rom');
    await loader.attachFlash();
    await loader.setFlashParameters(board.flash.length);

    const bytes = someBytes(5000);
    const accepted: number[] = [];
    await loader.writeFlash(plainWrite(0x1_1000, bytes), { onBytes: (count) => accepted.push(count) });
    expect(holds(board, 0x1_1000, bytes)).toBe(true);
    expect(accepted).toEqual([1024, 2048, 3072, 4096, 5000].filter((count) => count <= 5000));
    await loader.writeFlash(compressedWrite(0x2_0000, bytes));
    await loader.finishFlash();
    expect(holds(board, 0x2_0000, bytes)).toBe(true);

    const digest = await loader.md5(0x1_1000, 5000);
    expect(digest).toBe(loader.chip.rom.hasMd5 ? md5(bytes) : null);
    expect(await loader.readFlash(0x1_1003, 200)).toEqual(bytes.slice(3, 203));
    await loader.eraseRegion(0x1_1000, 0x2000);
    expect(holds(board, 0x1_1000, blank(0x2000))).toBe(true);
    expect(holds(board, 0x2_0000, bytes)).toBe(true);
  });

  it('tells the flash id through its SPI controller', async () => {
    const { board, connection } = await connectBoard(id);
    await connection.loader.attachFlash();
    const flashId = await connection.loader.runSpiFlashCommand(0x9f, { readBits: 24 });
    expect(flashId).toBe(board.flashPart.jedecId);
    board.flash.set([0x11, 0x22, 0x33, 0x44], 0x1_2345);
    const word = await connection.loader.runSpiFlashCommand(0x0b, {
      address: 0x1_2345,
      addressBits: 24,
      dummyBits: 8,
      readBits: 32,
    });
    expect(word).toBe(0x4433_2211);
  });
});

describe.each(chips.filter((chip) => chip.stubs !== null).map((chip) => chip.id))('%s with its stub', (id) => {
  it('writes compressed and plain, hashes, reads and erases', async () => {
    const { board, connection } = await connectBoard(id);
    const loader = await startStub(connection);
    expect(board.activity).toBe('stub');
    expect(loader.kind).toBe('stub');
    await loader.attachFlash();
    await loader.setFlashParameters(board.flash.length);

    const bytes = someBytes(100_000);
    const accepted: number[] = [];
    await loader.writeFlash(compressedWrite(0x1_0000, bytes), { onBytes: (count) => accepted.push(count) });
    expect(holds(board, 0x1_0000, bytes)).toBe(true);
    expect(accepted.at(-1)).toBe(bytes.length);
    expect(accepted).toEqual([...accepted].sort((a, b) => a - b));
    await loader.writeFlash(plainWrite(0x4_0000, bytes));
    await loader.finishFlash();
    expect(holds(board, 0x4_0000, bytes)).toBe(true);

    expect(await loader.md5(0x1_0000, bytes.length)).toBe(md5(bytes));
    const read: number[] = [];
    expect(await loader.readFlash(0x1_0001, 9000, { onBytes: (count) => read.push(count) })).toEqual(
      bytes.slice(1, 9001),
    );
    expect(read).toEqual([4096, 8192, 9000]);

    await loader.eraseRegion(0x1_0000, 0x1000);
    expect(holds(board, 0x1_0000, blank(0x1000))).toBe(true);
    await loader.eraseFlash();
    expect(holds(board, 0, blank(board.flash.length))).toBe(true);
  });

  it('changes the rate of both ends and goes on there', async () => {
    const { board, connection } = await connectBoard(id);
    const loader = await startStub(connection);
    await loader.changeBaudRate(921600);
    expect(board.baudRate).toBe(921600);
    await loader.writeFlash(compressedWrite(0, someBytes(4096)));
    expect(holds(board, 0, someBytes(4096))).toBe(true);
  });
});

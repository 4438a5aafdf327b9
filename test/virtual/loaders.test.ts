import { createHash } from 'node:crypto';
import { deflate } from 'pako';
import { describe, expect, it } from 'vitest';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { chips } from '../../src-shared/chips';
import type { VirtualBoardOptions } from '../../src-main/virtual/virtual-board';
import { command, dataCommand, framed, Host, joined, op, readReply, syncCommand, words } from './host';

type Options = Omit<VirtualBoardOptions, 'clock' | 'chip' | 'wiring'>;
const host = (chip: ChipId, options: Options = {}): Host => new Host({ chip, wiring: 'none', ...options });
const status = (data: Uint8Array): number[] => [...data.slice(-4)];
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Bytes that do not compress to nothing and hold every value. */
const sample = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) & 0xff);

async function attached(chip: ChipId, options: Options = {}): Promise<Host> {
  const one = host(chip, options);
  await one.ask(op.spiAttach, words(0, 0));
  return one;
}

describe.each(chips.map((chip) => chip.id))('the ROM loader of %s', (chip) => {
  it('answers SYNC eight times', async () => {
    const { frames } = await host(chip).exchange(syncCommand);
    expect(frames).toHaveLength(8);
    expect(frames.every((frame) => hex(frame) === hex(frames[0]!))).toBe(true);
    expect(frames[0]!.length).toBe(chip === 'esp8266' ? 10 : 12);
  });

  it('writes flash and starts a stub that writes flash', async () => {
    // Later revisions of ESP32-P4 want their flash switched on first.
    const one = host(chip, chip === 'esp32p4' ? { revision: 300 } : {});
    if (chip !== 'esp8266') await one.ask(op.spiAttach, words(0, 0));
    const bytes = sample(0x400);
    const flag = chip === 'esp8266' || chip === 'esp32' ? [] : [0];
    const begin = await one.ask(op.flashBegin, words(0x400, 1, 0x400, 0x2000, ...flag));
    expect(begin.data[0]).toBe(0);
    expect((await one.one(dataCommand(op.flashData, 0, bytes))).data[0]).toBe(0);
    expect(one.board.flash.slice(0x2000, 0x2400)).toEqual(bytes);

    await one.startStub();
    await one.ask(op.flashBegin, words(0x400, 1, 0x4000, 0x4000));
    expect((await one.one(dataCommand(op.flashData, 0, bytes))).data).toEqual(new Uint8Array(2));
    expect(hex((await one.ask(op.md5, words(0x4000, 0x400, 0, 0))).data)).toBe(`${md5(bytes)}0000`);
    expect(one.board.flash.slice(0x4000, 0x4400)).toEqual(bytes);
  });
});

describe('the ROM loader', () => {
  it('answers an unknown command by its last reply with a failure, as often as that was sent', async () => {
    const one = host('esp32');
    await one.exchange(syncCommand);
    const afterSync = await one.exchange(command(op.securityInfo, words()));
    expect(afterSync.frames).toHaveLength(8);
    expect(hex(afterSync.frames[0]!)).toBe('010804000707122001050000');
    await one.ask(op.readReg, words(0x4000_1000));
    const afterRead = await one.exchange(command(op.securityInfo, words()));
    expect(afterRead.frames.map(hex)).toEqual(['010a0400831df00001050000']);
  });

  it('refuses a data packet with a wrong checksum and writes nothing', async () => {
    const one = await attached('esp32c3');
    await one.ask(op.flashBegin, words(4, 1, 0x400, 0, 0));
    const reply = await one.ask(op.flashData, joined(words(4, 0, 0, 0), Uint8Array.of(1, 2, 3, 4)));
    expect(status(reply.data)).toEqual([1, 7, 0, 0]);
    expect(one.board.flash[0]).toBe(0xff);
  });

  it('refuses data that nothing has begun', async () => {
    const one = await attached('esp32c3');
    expect(status((await one.one(dataCommand(op.flashData, 0, sample(4)))).data)).toEqual([1, 6, 0, 0]);
    expect(status((await one.one(dataCommand(op.memData, 0, sample(4)))).data)).toEqual([1, 6, 0, 0]);
  });

  it('refuses FLASH_BEGIN without the "encrypted" word where the chip wants one', async () => {
    const one = await attached('esp32c3');
    expect(status((await one.ask(op.flashBegin, words(4, 1, 0x400, 0))).data)).toEqual([1, 5, 0, 0]);
  });

  it('cannot reach the flash part before SPI_ATTACH', async () => {
    const one = host('esp32c3');
    expect(status((await one.ask(op.flashBegin, words(4, 1, 0x400, 0, 0))).data)).toEqual([1, 6, 0, 0]);
  });

  it('addresses 4 MB until it is told that the flash is larger', async () => {
    const one = await attached('esp32s3', { flashSizeBytes: 8 * 1024 * 1024 });
    const begin = words(4, 1, 0x400, 0x50_0000, 0);
    expect(status((await one.ask(op.flashBegin, begin)).data)).toEqual([1, 6, 0, 0]);
    await one.ask(op.spiSetParams, words(0, 0x80_0000, 0x1_0000, 0x1000, 0x100, 0xffff));
    expect(status((await one.ask(op.flashBegin, begin)).data)).toEqual([0, 0, 0, 0]);
  });

  it('erases the whole span at FLASH_BEGIN', async () => {
    const one = await attached('esp32c3', { flash: new Uint8Array(0x8000) });
    await one.ask(op.flashBegin, words(0x2000, 8, 0x400, 0x1000, 0));
    const { flash } = one.board;
    expect([flash[0xfff], flash[0x1000], flash[0x2fff], flash[0x3000]]).toEqual([0, 0xff, 0xff, 0]);
  });

  it('inflates compressed packets', async () => {
    const one = await attached('esp32c3');
    const bytes = sample(20_000);
    const stream = deflate(bytes);
    const parts = Math.ceil(stream.length / 0x400);
    await one.ask(op.deflBegin, words(0x5000, parts, 0x400, 0x1_0000, 0));
    for (let i = 0; i < parts; i++) {
      const reply = await one.one(dataCommand(op.deflData, i, stream.slice(i * 0x400, (i + 1) * 0x400)));
      expect(status(reply.data)).toEqual([0, 0, 0, 0]);
    }
    expect(one.board.flash.slice(0x1_0000, 0x1_0000 + bytes.length)).toEqual(bytes);
  });

  it('says when a stream does not inflate', async () => {
    const one = await attached('esp32c3');
    await one.ask(op.deflBegin, words(0x1000, 1, 0x400, 0, 0));
    expect(status((await one.one(dataCommand(op.deflData, 0, sample(64)))).data)).toEqual([1, 0x0b, 0, 0]);
  });

  it('hands out flash slowly, always in full buffers', async () => {
    const one = await attached('esp32', { flash: sample(0x100) });
    const reply = await one.ask(op.readFlashSlow, words(0x10, 4));
    expect(reply.data.length).toBe(68);
    expect(reply.data.slice(0, 5)).toEqual(Uint8Array.of(...sample(0x14).slice(0x10), 0));
  });

  it('writes a register under a mask', async () => {
    const one = host('esp32');
    await one.ask(op.writeReg, words(0x3ff5_0000, 0x1234_5678, 0xffff_ffff, 0));
    await one.ask(op.writeReg, words(0x3ff5_0000, 0xffff_ffff, 0x0000_ff00, 0));
    expect((await one.ask(op.readReg, words(0x3ff5_0000))).value).toBe(0x1234_ff78);
  });

  it('of ESP8266 knows no MD5, no compression and no baud rate', async () => {
    const one = host('esp8266');
    await one.ask(op.readReg, words(0x4000_1000));
    for (const unknown of [op.md5, op.deflBegin, op.changeBaudRate, op.spiAttach]) {
      expect([...(await one.ask(unknown, words(0, 0, 0, 0))).data]).toEqual([1, 5]);
    }
  });

  it('of ESP8266 erases too much when it is not outwitted', async () => {
    const one = host('esp8266', { flash: new Uint8Array(0x4_0000) });
    // Four sectors asked for from a block's start: eight are gone.
    await one.ask(op.flashBegin, words(0x4000, 16, 0x400, 0));
    expect([one.board.flash[0x7fff], one.board.flash[0x8000]]).toEqual([0xff, 0]);
  });

  it('in Secure Download Mode knows next to nothing', async () => {
    const one = host('esp32c3', { security: { secureDownloadMode: true } });
    await one.exchange(syncCommand);
    const info = await one.ask(op.securityInfo, words());
    expect(info.data[0]! & 0x04).toBe(0x04);
    for (const hidden of [op.readReg, op.memBegin, op.writeReg, op.readFlashSlow]) {
      expect(status((await one.ask(hidden, words(0, 0, 0, 0))).data)).toEqual([1, 5, 0, 0]);
    }
  });

  it('tells chip id and security state', async () => {
    const info = (await host('esp32c6', { security: { secureBoot: true } }).ask(op.securityInfo, words())).data;
    expect(info.length).toBe(24);
    expect([info[0], info[12]]).toEqual([1, 13]);
    expect((await host('esp32s2').ask(op.securityInfo, words())).data.length).toBe(16);
  });

  it('reads the flash id through the registers of the SPI controller', async () => {
    // USR2 = 8-bit command 9Fh, USR = command and answer phase, 24 answer bits: as host tools do.
    const one = await attached('esp32c3', { flashId: 0x16_40ef });
    const all = 0xffff_ffff;
    await one.ask(op.writeReg, words(0x6000_2028, 23, all, 0));
    await one.ask(op.writeReg, words(0x6000_2018, 0x9000_0000, all, 0));
    await one.ask(op.writeReg, words(0x6000_2020, 0x7000_009f, all, 0));
    await one.ask(op.writeReg, words(0x6000_2000, 1 << 18, all, 0));
    expect((await one.ask(op.readReg, words(0x6000_2000))).value).toBe(0);
    expect((await one.ask(op.readReg, words(0x6000_2058))).value).toBe(0x16_40ef);
  });

  it('shows the MAC address in its eFuses', async () => {
    const one = host('esp32c6', { mac: '40:4c:ca:01:02:03' });
    expect((await one.ask(op.readReg, words(0x600b_0844))).value).toBe(0xca01_0203);
    expect((await one.ask(op.readReg, words(0x600b_0848))).value).toBe(0xfffe_404c);
  });
});

describe('uploading to RAM', () => {
  it('refuses a packet with a wrong checksum, and starts nothing that did not arrive', async () => {
    const one = host('esp32');
    await one.ask(op.memBegin, words(4, 1, 0x1800, 0x4008_0000));
    const wrong = await one.ask(op.memData, joined(words(4, 0, 0, 0), sample(4)));
    expect(status(wrong.data)).toEqual([1, 7, 0, 0]);
    const { frames } = await one.exchange(command(op.memEnd, words(0, 0x4008_0000)), 3);
    expect(frames).toHaveLength(1);
    await one.clock.advance(10);
    expect(one.board.activity).toBe('romLoader');
  });

  it('stays in the loader when asked to', async () => {
    const one = host('esp32');
    await one.ask(op.memBegin, words(4, 1, 0x1800, 0x4008_0000));
    await one.one(dataCommand(op.memData, 0, sample(4)));
    await one.ask(op.memEnd, words(1, 0));
    expect(one.board.activity).toBe('romLoader');
    expect((await one.ask(op.readReg, words(0x4008_0000))).value).toBe(0x150e_0700);
  });

  it('refuses more than was announced', async () => {
    const one = host('esp32');
    await one.ask(op.memBegin, words(4, 1, 0x1800, 0x4008_0000));
    expect(status((await one.one(dataCommand(op.memData, 0, sample(8)))).data)).toEqual([1, 5, 0, 0]);
  });
});

describe('the stub', () => {
  async function stub(options: Options = {}): Promise<Host> {
    const one = host('esp32c3', options);
    await one.startStub();
    return one;
  }

  it('answers SYNC eight times with value 0', async () => {
    const { frames } = await (await stub()).exchange(syncCommand);
    expect(frames.map(hex)).toEqual(Array.from({ length: 8 }, () => '01080200000000000000'));
  });

  it('answers value 0 to everything but READ_REG', async () => {
    const one = await stub();
    expect((await one.ask(op.readReg, words(0x6000_8844))).value).not.toBe(0);
    expect((await one.ask(op.writeReg, words(0x3fc8_0000, 1, 1, 0))).value).toBe(0);
  });

  it('knows what it does not know', async () => {
    const one = await stub();
    expect([...(await one.ask(0x77, words())).data]).toEqual([0xc3, 0]);
    expect([...(await one.ask(op.flashData, words(0, 0, 0, 0))).data]).toEqual([0xc6, 0]);
    expect([...(await one.ask(op.readReg, words())).data]).toEqual([0xc0, 0]);
  });

  it('acknowledges data first, and tells of a failed write with the next command', async () => {
    const one = await stub();
    await one.ask(op.deflBegin, words(64, 1, 0x4000, 0, 0));
    expect([...(await one.one(dataCommand(op.deflData, 0, sample(64)))).data]).toEqual([0, 0]);
    expect([...(await one.ask(op.readReg, words(0x6000_8844))).data]).toEqual([0xc7, 0]);
    expect([...(await one.ask(op.readReg, words(0x6000_8844))).data]).toEqual([0, 0]);
  });

  it('refuses to end before all of the data came', async () => {
    const one = await stub();
    await one.ask(op.flashBegin, words(0x800, 2, 0x400, 0, 0));
    await one.one(dataCommand(op.flashData, 0, sample(0x400)));
    expect([...(await one.ask(op.flashEnd, words(1))).data]).toEqual([0xc0, 0]);
    await one.one(dataCommand(op.flashData, 1, sample(0x400)));
    expect([...(await one.ask(op.flashEnd, words(1))).data]).toEqual([0, 0]);
  });

  it('does not write the padding of the last packet', async () => {
    const one = await stub();
    await one.ask(op.flashBegin, words(4, 1, 0x400, 0, 0));
    await one.one(dataCommand(op.flashData, 0, new Uint8Array(0x400)));
    expect([...one.board.flash.slice(2, 6)]).toEqual([0, 0, 0xff, 0xff]);
  });

  it('erases sector by sector, only as far as data comes', async () => {
    const one = await stub({ flash: new Uint8Array(0x8000) });
    await one.ask(op.flashBegin, words(0x4000, 4, 0x1000, 0, 0));
    await one.one(dataCommand(op.flashData, 0, new Uint8Array(0x1000).fill(0xa5)));
    const { flash } = one.board;
    expect([flash[0], flash[0xfff], flash[0x1000], flash[0x4000]]).toEqual([0xa5, 0xa5, 0, 0]);
  });

  it('erases regions of whole sectors and refuses others', async () => {
    const one = await stub({ flash: new Uint8Array(0x8000) });
    expect([...(await one.ask(op.eraseRegion, words(0x1000, 0x2000))).data]).toEqual([0, 0]);
    expect([...(await one.ask(op.eraseRegion, words(0x1001, 0x1000))).data]).toEqual([0xc0, 0]);
    expect([0xfff, 0x1000, 0x2fff, 0x3000].map((at) => one.board.flash[at])).toEqual([0, 0xff, 0xff, 0]);
    await one.ask(op.eraseFlash, words());
    expect(one.board.flash.every((byte) => byte === 0xff)).toBe(true);
  });

  it('loses the second packet that is sent ahead of the acknowledged one', async () => {
    const one = await stub();
    const packet = (i: number): Uint8Array => dataCommand(op.flashData, i, new Uint8Array(0x1000).fill(i + 1));
    await one.ask(op.flashBegin, words(0x4000, 4, 0x1000, 0, 0));
    // One ahead is what the second buffer is for.
    expect((await one.exchange(joined(packet(0), packet(1)), 5)).frames).toHaveLength(2);
    // Two ahead: the third packet finds no room.
    expect((await one.exchange(joined(packet(2), packet(3), packet(4)), 5)).frames).toHaveLength(2);
    expect([0, 0x1000, 0x2000, 0x3000].map((at) => one.board.flash[at])).toEqual([1, 2, 3, 4]);
  });

  it('overruns when the host answers an acknowledgement with yet another packet', async () => {
    const one = await stub();
    const packet = (i: number): Uint8Array => dataCommand(op.flashData, i, new Uint8Array(0x1000).fill(i + 1));
    await one.ask(op.flashBegin, words(0x3000, 3, 0x1000, 0, 0));
    let acknowledged = 0;
    one.board.onBytes(() => {
      // At the first acknowledgement packet 0 is still being programmed and packet 1 waits.
      if (++acknowledged === 1) void one.board.receive(packet(2));
    });
    await one.exchange(joined(packet(0), packet(1)), 10);
    expect(acknowledged).toBe(2);
    expect([0, 0x1000, 0x2000].map((at) => one.board.flash[at])).toEqual([1, 2, 0xff]);
  });

  it('streams flash one packet per acknowledgement and ends with the digest', async () => {
    const flash = sample(0x3000);
    const one = await stub({ flash });
    let { frames } = await one.exchange(command(op.readFlash, words(0x100, 0x2080, 0x1000, 64)));
    expect(frames).toHaveLength(2);
    let received = frames[1]!;
    while (received.length < 0x2080) {
      ({ frames } = await one.exchange(framed(words(received.length))));
      expect(frames).toHaveLength(1);
      received = joined(received, frames[0]!);
    }
    expect(received).toEqual(flash.slice(0x100, 0x2180));
    ({ frames } = await one.exchange(framed(words(received.length))));
    expect(hex(frames[0]!)).toBe(md5(received));
    expect((await one.ask(op.readReg, words(0))).opcode).toBe(op.readReg);
  });

  it('refuses to read past the end, with the next command', async () => {
    const one = await stub();
    const { frames } = await one.exchange(command(op.readFlash, words(0x3f_ff00, 0x1000, 0x1000, 1)));
    expect(frames.map((frame) => [...readReply(frame).data])).toEqual([[0, 0]]);
    expect([...(await one.ask(op.readReg, words(0))).data]).toEqual([0xc4, 0]);
  });
});

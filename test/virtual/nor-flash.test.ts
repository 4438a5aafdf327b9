import { describe, expect, it } from 'vitest';
import { NorFlash } from '../../src-main/virtual/nor-flash';

const MEGABYTE = 1024 * 1024;
const part = (): NorFlash => new NorFlash({ sizeBytes: MEGABYTE, jedecId: 0x14_40c8 });
const none = new Uint8Array(0);

describe('a NOR flash part', () => {
  it('is blank when new', () => {
    expect(part().bytes.every((byte) => byte === 0xff)).toBe(true);
  });

  it('only clears bits when it is programmed', () => {
    const flash = part();
    flash.program(0x1000, Uint8Array.of(0xf0));
    flash.program(0x1000, Uint8Array.of(0x3f));
    expect(flash.bytes[0x1000]).toBe(0x30);
  });

  it('sets whole sectors when it is erased, and nothing beside them', () => {
    const flash = part();
    flash.program(0, new Uint8Array(0x4000));
    flash.erase(0x1800, 0x1000);
    expect([0xfff, 0x1000, 0x2fff, 0x3000].map((at) => flash.bytes[at])).toEqual([0, 0xff, 0xff, 0]);
  });

  it('erases nothing when nothing is asked for', () => {
    const flash = part();
    flash.program(0, Uint8Array.of(0));
    flash.erase(0, 0);
    expect(flash.bytes[0]).toBe(0);
  });

  it('wraps at its end', () => {
    const flash = part();
    flash.program(MEGABYTE - 1, Uint8Array.of(1, 2));
    expect([flash.bytes[MEGABYTE - 1], flash.bytes[0]]).toEqual([1, 2]);
    expect([...flash.read(MEGABYTE - 1, 2)]).toEqual([1, 2]);
  });

  it('tells its JEDEC id, manufacturer first', () => {
    expect([...part().command(0x9f, 0, none, 3)]).toEqual([0xc8, 0x40, 0x14]);
  });

  it('changes nothing over SPI without a write enable before each change', () => {
    const flash = part();
    flash.command(0x02, 0, Uint8Array.of(0), 0);
    expect(flash.bytes[0]).toBe(0xff);
    flash.command(0x06, 0, none, 0);
    expect(flash.command(0x05, 0, none, 1)[0]).toBe(0x02);
    flash.command(0x02, 0, Uint8Array.of(0), 0);
    expect(flash.bytes[0]).toBe(0);
    expect(flash.command(0x05, 0, none, 1)[0]).toBe(0x00);
    flash.command(0x20, 0, none, 0);
    expect(flash.bytes[0]).toBe(0);
  });

  it('keeps what its protect bits protect', () => {
    const flash = part();
    flash.command(0x06, 0, none, 0);
    flash.command(0x01, 0, Uint8Array.of(0x1c), 0);
    expect(flash.command(0x05, 0, none, 1)[0]).toBe(0x1c);
    flash.program(0, Uint8Array.of(0));
    expect(flash.bytes[0]).toBe(0xff);
    flash.command(0x06, 0, none, 0);
    flash.command(0x01, 0, Uint8Array.of(0), 0);
    flash.program(0, Uint8Array.of(0));
    expect(flash.bytes[0]).toBe(0);
  });

  it('has three status registers of its own', () => {
    const flash = part();
    for (const [write, value] of [
      [0x31, 0x02],
      [0x11, 0x60],
    ] as const) {
      flash.command(0x06, 0, none, 0);
      flash.command(write, 0, Uint8Array.of(value), 0);
    }
    expect([0x05, 0x35, 0x15].map((read) => flash.command(read, 0, none, 1)[0])).toEqual([0, 0x02, 0x60]);
  });

  it('loses one bit of a weak byte, whatever is programmed', () => {
    const flash = part();
    flash.weaken(5);
    flash.program(0, new Uint8Array(16));
    expect(flash.bytes[5]).toBe(1);
    flash.erase(0, 16);
    flash.program(5, Uint8Array.of(0x0f));
    expect(flash.bytes[5]).toBe(0x1f);
    expect(flash.bytes[6]).toBe(0xff);
  });

  it('tells of every change', () => {
    const flash = part();
    const changes: number[][] = [];
    flash.onChange = (...change) => changes.push(change);
    flash.program(0x10, Uint8Array.of(1, 2));
    flash.erase(0x1001, 1);
    expect(changes).toEqual([
      [0x10, 2],
      [0x1000, 0x1000],
    ]);
  });
});

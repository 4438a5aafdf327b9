import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SplitField } from '../../src-shared/chips/chip-descriptor';
import { chipById } from '../../src-shared/chips/index';

const folder = '../shared/fixtures/transcripts';

/** Registers and what they held, out of the READ_REG commands of a recorded session. */
function registersOf(transcript: string): ReadonlyMap<number, number> {
  const events = readFileSync(`${folder}/${transcript}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { dir: '>' | '<'; hex: string });
  const frames = (dir: '>' | '<'): DataView[] =>
    events
      .filter((event) => event.dir === dir)
      .map((event) => event.hex)
      .join('')
      .match(/../g)!
      .join(' ')
      .split('c0')
      .map((frame) => frame.replaceAll('db dc', 'c0').replaceAll('db dd', 'db').trim())
      .filter((frame) => frame.length > 0)
      .map((frame) => new DataView(Uint8Array.from(frame.split(/ +/), (byte) => Number.parseInt(byte, 16)).buffer));
  const READ_REG = 0x0a;
  const of = (dir: '>' | '<', direction: number): DataView[] =>
    frames(dir).filter((f) => f.byteLength >= 10 && f.getUint8(0) === direction && f.getUint8(1) === READ_REG);
  const values = of('<', 1).map((frame) => frame.getUint32(4, true));
  return new Map(of('>', 0).map((frame, i) => [frame.getUint32(8, true), values[i]!]));
}

/** The number in a field, as the registers held it. Fails the test when a register was never read. */
function read(registers: ReadonlyMap<number, number>, field: SplitField | null): number {
  let value = 0;
  let at = 0;
  for (const { address, shift, bits } of field ?? []) {
    const word = registers.get(address);
    expect(word, `0x${address.toString(16)} was read`).toBeDefined();
    value += ((word! >>> shift) & (2 ** bits - 1)) * 2 ** at;
    at += bits;
  }
  return value;
}

describe.skipIf(!existsSync(folder))('descriptors read a recorded chip as the reference tool did', () => {
  test('ESP32: package, crystal, MAC', () => {
    const esp32 = chipById('esp32');
    const registers = registersOf('esp32-flash-id-rom');
    expect(esp32.detect.by === 'magic' && esp32.detect.magic).toEqual([registers.get(0x4000_1000)]);
    expect(esp32.identity.packageNames[read(registers, esp32.identity.packageVersion)]).toBe('ESP32-D0WD');
    expect(read(registers, esp32.identity.minorRevision)).toBe(0);
    const divider = (registers.get(esp32.uart.clkDivReg) ?? 0) & esp32.uart.clkDivMask;
    expect((divider * 115_200) / 1e6).toBeCloseTo(40, 0);
    expect(macOf(registers, 'esp32')).toBe('24:0a:c4:00:01:10');
    for (const offset of [esp32.spi.usr, esp32.spi.usr2, esp32.spi.w0]) {
      expect(registers.has(esp32.spi.base + offset)).toBe(true);
    }
  });

  test('ESP32-C3: revision v0.3, package, MAC, no flash inside', () => {
    const { identity, spi } = chipById('esp32c3');
    const registers = registersOf('esp32c3-flash-id-rom');
    expect(read(registers, identity.majorRevision)).toBe(0);
    expect(read(registers, identity.minorRevision)).toBe(3);
    expect(identity.packageNames[read(registers, identity.packageVersion)]).toBe('ESP32-C3 (QFN32)');
    expect(read(registers, identity.embeddedFlash?.field ?? null)).toBe(0);
    expect(macOf(registers, 'esp32c3')).toBe('c4:0a:24:fe:10:01');
    for (const offset of [spi.usr, spi.usr2, spi.w0]) expect(registers.has(spi.base + offset)).toBe(true);
  });
});

/** The MAC address as people read it, out of the two words that the descriptor names. */
function macOf(registers: ReadonlyMap<number, number>, id: 'esp32' | 'esp32c3'): string {
  const { mac } = chipById(id);
  if (mac.by !== 'efuseWords') throw new Error(`${id} keeps its MAC elsewhere`);
  const low = registers.get(mac.address)!;
  const high = registers.get(mac.address + 4)!;
  const digits = (high & 0xffff).toString(16).padStart(4, '0') + low.toString(16).padStart(8, '0');
  return digits.match(/../g)!.join(':');
}

if (!existsSync(folder)) console.log(`skipped: ${folder} is not here`);

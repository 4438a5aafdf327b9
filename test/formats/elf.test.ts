import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import { looksLikeElf, parseElf } from '../../src-shared/formats/elf';
import { fixture, hasFixtures } from './fixtures';
import { buildTestElf } from './test-elf';
import { runs } from '../property-runs';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const understood = (parse: () => unknown): boolean => {
  try {
    parse();
    return true;
  } catch (error) {
    return isAppError(error, 'file.notUnderstood');
  }
};
const small = buildTestElf({
  entryPoint: 0x4200_0020,
  sections: [
    { name: '.flash.appdesc', address: 0x4200_0020, bytes: bytes(1, 2, 3) },
    { name: '.text', address: 0x4200_1000, bytes: bytes(4, 5), flags: 6 },
    { name: '.bss', address: 0x4080_0000, bytes: bytes(9), type: 8 },
    { name: '.debug_info', address: 0, bytes: bytes(9), flags: 0 },
    { name: '.defmt', address: 1, bytes: bytes(9), flags: 0 },
    { name: '.empty', address: 0x4080_0000, bytes: bytes() },
    { name: '.init_array', address: 0x4080_0100, bytes: bytes(6), type: 14 },
    { name: '.preinit_array', address: 0x4080_0200, bytes: bytes(7), type: 16 },
  ],
  segments: [
    { address: 0x4200_0020, bytes: bytes(1, 2, 3) },
    { address: 0, bytes: bytes(9) },
  ],
});

describe('an ELF file', () => {
  it('tells what goes to memory, and nothing else', () => {
    expect(looksLikeElf(small)).toBe(true);
    const elf = parseElf(small);
    expect([elf.machine, elf.entryPoint]).toEqual(['riscv', 0x4200_0020]);
    expect(elf.sections.map(({ name, bytes: [first], isExecutable }) => [name, first, isExecutable])).toEqual([
      ['.flash.appdesc', 1, false],
      ['.text', 4, true],
      ['.init_array', 6, false],
      ['.preinit_array', 7, false],
    ]);
    expect(elf.segments).toEqual([{ name: '', address: 0x4200_0020, bytes: bytes(1, 2, 3), isExecutable: false }]);
  });
  it.skipIf(!hasFixtures)('of a real program', () => {
    const elf = parseElf(fixture('elf/esp32-bootloader.elf'));
    expect(elf.machine).toBe('xtensa');
    expect(elf.sections.map(({ name, address }) => [name, address])).toEqual([
      ['.iram1.text', 0x4009_8000],
      ['.dram0.rodata', 0x3ffc_0000],
      ['.iram_pool_1.text', 0x4007_8000],
    ]);
    expect(elf.segments.map(({ bytes: { length } }) => length)).toEqual([0x44c, 0xaa1, 0x1fc]);
  });
  it.each([
    ['no ELF file', bytes(1, 2, 3, 4), 0],
    ['only the first four bytes', small.subarray(0, 4), 0],
    ['for another processor', buildTestElf({ machine: 0x3e }), 18],
    ['for 64 bits', small.map((byte, at) => (at === 4 ? 2 : byte)), 4],
    ['without its section headers', small.subarray(0, small.length - 1), undefined],
  ])('%s is not understood, with the place', (_, file, at) => {
    expect(() => parseElf(file, 'x.elf')).toThrow(
      expect.objectContaining({
        code: 'file.notUnderstood',
        facts: expect.objectContaining({ name: 'x.elf', at: at ?? (expect.any(Number) as number) }) as unknown,
      }),
    );
  });
  it('whose sections claim the same bytes many times over is refused', () => {
    const big = new Uint8Array(5000);
    const sections = Array.from({ length: 40 }, (_, index) => ({ address: 0x4080_0000 + index * 8192, bytes: big }));
    const file = Buffer.from(buildTestElf({ sections }));
    const sectionHeaders = file.readUInt32LE(32);
    for (let index = 1; index <= sections.length; index++) file.writeUInt32LE(52, sectionHeaders + index * 40 + 16);
    const shared = Buffer.concat([file.subarray(0, 10_000), file.subarray(sectionHeaders)]);
    shared.writeUInt32LE(10_000, 32);
    expect(() => parseElf(shared)).toThrow(/sections overlap/);
  });
  it('never throws anything else, however it is changed or cut', () => {
    const changes = fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(changes, fc.nat(small.length), (list, length) => {
        const file = small.slice(0, length);
        for (const [at, value] of list) if (at < length) file[at] = value;
        return understood(() => parseElf(file));
      }),
      { numRuns: runs(1000) },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (file) => understood(() => parseElf(file))));
  });
});

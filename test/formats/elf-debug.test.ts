import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import { findSourceLines } from '../../src-shared/formats/elf-lines';
import { readElfSymbols } from '../../src-shared/formats/elf-symbols';
import { readableName } from '../../src-shared/formats/symbol-names';
import { fixture, hasFixtures } from './fixtures';
import { buildTestElf } from './test-elf';

/** Line tables of one and the same program, as GCC and the GNU linker made them (`a.c`, 12 lines). */
const lines4 =
  'aQAAAAQAGwAAAAEBAfsODQABAQEBAAAAAQAAAQBhLmMAAAAAAAUTAAUCAAAAQhUGAQUDBlkTBQgBBRUBBQW7BRMDegEFAxMFEgYBBRBmBQczBRsGLQUVAQZ0BQEVBRMGLwUDEwUBBnUCBAABAQ==';
const lines5 =
  'egAAAAUABAAqAAAAAQEB+w4NAAEBAQEAAAABAAABAQEfAQAAAAACAR8CDwIIAAAAAAgAAAAABRMABQIAAABCFQYBBQMGWRMFCAEFFQEFBbsFEwN6AQUDEwUSBgEFEGYFBzMFGwYtBRUBBnQFARUFEwYvBQMTBQEGdQIEAAEB';
const strings5 = 'L3RtcC9kdwBhLmMA';
const base64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const withLines = (lines: string, strings: string): Uint8Array =>
  buildTestElf({
    sections: [
      { name: '.debug_line', address: 0, flags: 0, bytes: base64(lines) },
      { name: '.debug_line_str', address: 0, flags: 0, bytes: base64(strings) },
    ],
  });

describe('the source line of an address', () => {
  it.each([
    ['DWARF 4', withLines(lines4, '')],
    ['DWARF 5', withLines(lines5, strings5)],
  ])('is read from line tables of %s', (_version, bytes) => {
    const wanted = [0x4200_0000, 0x4200_0013, 0x4200_0018, 0x4200_001a, 0x4200_002a, 0x4200_002f, 0x4000_0000];
    const found = findSourceLines(bytes, wanted);
    expect([...found].map(([address, { file, line }]) => [address.toString(16), `${file}:${line}`])).toEqual([
      ['42000000', 'a.c:4'],
      ['42000013', 'a.c:2'],
      ['42000018', 'a.c:2'],
      ['4200001a', 'a.c:7'],
      ['4200002a', 'a.c:11'],
    ]);
  });

  it.skipIf(!hasFixtures)('is what addr2line says of real programs', () => {
    const zephyr = findSourceLines(fixture('elf/esp32-zephyr.elf'), [0x4008_1600, 0x4008_088f]);
    expect(zephyr.get(0x4008_1600)).toEqual({ file: 'clock_control_esp32.c', line: 276 });
    expect(zephyr.get(0x4008_088f)).toEqual({ file: 'main.c', line: 12 });
  });

  it('of a program without line tables is not known', () => {
    expect(findSourceLines(buildTestElf({}), [0x4200_0000]).size).toBe(0);
  });
});

describe.skipIf(!hasFixtures)('the function of an address', () => {
  it('is found from its first to its last byte, and not beyond', () => {
    const symbols = readElfSymbols(fixture('elf/esp32-bootloader.elf'));
    expect(symbols.find(0x4007_822c)).toEqual({ name: 'unpack_load_app', offset: 0 });
    expect(symbols.find(0x4007_822c + 293)).toEqual({ name: 'unpack_load_app', offset: 293 });
    expect(symbols.find(0x4007_822c + 294)?.name).not.toBe('unpack_load_app');
    expect(symbols.find(0x4007_812c + 19)).toEqual({ name: 'ota_select_crc', offset: 19 });
    expect(symbols.find(0)).toBeNull();
    expect(symbols.find(0xffff_ffff)).toBeNull();
  });

  it('is found also where labels stand inside it', () => {
    const symbols = readElfSymbols(fixture('elf/esp32-zephyr.elf'));
    expect(symbols.find(0x4008_15d0 + 470)).toEqual({ name: 'clock_control_esp32_init', offset: 470 });
  });
});

describe('names of C++ functions', () => {
  it.each([
    ['_ZN5Print7printlnEv', 'Print::println'],
    ['_ZNK6String6lengthEv', 'String::length'],
    ['_ZN9WiFiClassC1Ev', 'WiFiClass::WiFiClass'],
    ['_ZN9WiFiClassD2Ev', 'WiFiClass::~WiFiClass'],
    ['_Z4loopv', 'loop'],
    ['_ZL9readValuei', 'readValue'],
    ['_ZSt9terminatev', 'std::terminate'],
    ['_ZN12_GLOBAL__N_16helperEv', '(anonymous)::helper'],
    ['_ZN5Print7printlnEv.part.0', 'Print::println (part.0)'],
    ['app_main', 'app_main'],
    ['memcpy.isra.3', 'memcpy.isra.3'],
  ])('%s is %s', (symbol, name) => {
    expect(readableName(symbol)).toBe(name);
  });

  it.each(['_ZN', '_Z', '_Z99x', '_ZN3fooplERKS_', '_ZNSt6vectorIiSaIiEE9push_backEOi', '_ZN0E'])(
    'what is beyond that stays as it is: %s',
    (symbol) => {
      expect(readableName(symbol)).toBe(symbol);
    },
  );
});

describe.skipIf(!hasFixtures)('hostile programs', () => {
  const sound = fixture('elf/esp32-bootloader.elf');
  const damaged = fc
    .array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 60 })
    .chain((changes) =>
      fc.nat(sound.length).map((size) => {
        const bytes = sound.slice();
        // The places that matter most: headers, and the tables themselves.
        for (const [at, value] of changes) bytes[at % 3 === 0 ? at % 64 : at] = value;
        return size % 4 === 0 ? bytes.subarray(0, size) : bytes;
      }),
    );

  it('give symbols and lines, or a clear error, and nothing else', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        for (const look of [
          () => readElfSymbols(bytes).find(0x4007_8300),
          () => findSourceLines(bytes, [0x4007_8300, 0x4007_9000]),
        ]) {
          try {
            look();
          } catch (error) {
            expect(isAppError(error, 'file.notUnderstood')).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

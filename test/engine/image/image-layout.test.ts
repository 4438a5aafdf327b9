import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildImage } from '../../../src-main/engine/image/build-image';
import { ignoredOptions } from '../../../src-main/engine/image/ignored-options';
import { defaultImageOptions, type ImageOptions } from '../../../src-main/engine/image/image-options';
import { chipById, chips } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { isAppError } from '../../../src-shared/errors/app-error';
import { isIntact, parseFirmwareImage, type FirmwareImage } from '../../../src-shared/formats/firmware-image';
import { fixture, hasFixtures } from '../../formats/fixtures';
import { buildTestElf, type TestElf, type TestElfPart } from '../../formats/test-elf';
import { runs } from '../../property-runs';

const page = 0x1_0000;
const drom = 0x3f40_0020;
const irom = 0x400d_0020;
const iram = 0x4008_0000;
const dram = 0x3ffb_0000;
const filled = (sizeBytes: number, value = 1): Uint8Array => new Uint8Array(sizeBytes).fill(value);

function build(elf: Uint8Array | TestElf, chip: ChipId = 'esp32', options: Partial<ImageOptions> = {}): Uint8Array {
  const bytes = elf instanceof Uint8Array ? elf : buildTestElf({ machine: 0x5e, ...elf });
  return buildImage(bytes, 'test.elf', chipById(chip), { ...defaultImageOptions, ...options })[0]!.bytes;
}
/** Address and size of every segment, padding with address 0. */
function layout(image: FirmwareImage): number[][] {
  return image.segments.map(({ loadAddress, sizeBytes }) => [loadAddress, sizeBytes]);
}
/** The byte at an address, as a loader that copies or maps segments would leave it. */
function byteAt(bytes: Uint8Array, { segments }: FirmwareImage, address: number): number | undefined {
  const found = segments.find(
    ({ loadAddress, sizeBytes }) => loadAddress !== 0 && address >= loadAddress && address < loadAddress + sizeBytes,
  );
  return found && bytes[found.offset + address - found.loadAddress];
}

describe('segments in mapped flash', () => {
  it('lie as far into a page of the file as into a page of memory, with RAM segments in the gaps', () => {
    const bytes = build({
      sections: [
        { address: dram, bytes: filled(0x100) },
        { address: iram, bytes: filled(0x2_0000, 2), flags: 6 },
        { address: drom, bytes: filled(0x1000, 3) },
        { address: irom, bytes: filled(0x2000, 4), flags: 6 },
      ],
    });
    const image = parseFirmwareImage(bytes);
    expect(isIntact(image)).toBe(true);
    for (const { loadAddress, offset } of image.segments) {
      if (loadAddress === drom || loadAddress === irom) expect(offset % page).toBe(loadAddress % page);
    }
    // From behind the header at 0x1128 up to the header of the next mapped segment.
    const gap = page + 0x18 - 0x1130;
    expect(layout(image)).toEqual([
      [drom, 0x1000],
      [dram, 0x100],
      [iram, gap],
      [irom, 0x2000],
      [iram + gap, 0x2_0000 - gap],
    ]);
  });
  it('are padded with zeros where there is no RAM segment left', () => {
    const image = parseFirmwareImage(
      build({
        sections: [
          { address: drom, bytes: filled(0x100) },
          { address: irom, bytes: filled(0x100), flags: 6 },
        ],
      }),
    );
    expect(layout(image)).toEqual([
      [drom, 0x100],
      [0, page + 0x18 - 0x128],
      [irom, 0x100],
    ]);
  });
  it('keep every byte at its address, whatever their sizes', () => {
    const size = fc.integer({ min: 1, max: 0x2_8000 });
    fc.assert(
      fc.property(size, size, size, size, fc.boolean(), (a, b, c, d, hasDrom) => {
        const sections: TestElfPart[] = [
          { address: dram, bytes: filled(a, 1) },
          { address: iram, bytes: filled(Math.min(b, 0x1_8000), 2), flags: 6 },
          ...(hasDrom ? [{ address: drom, bytes: filled(c, 3) }] : []),
          { address: irom, bytes: filled(d, 4), flags: 6 },
        ];
        const bytes = build({ sections });
        const image = parseFirmwareImage(bytes);
        expect(isIntact(image) && image.endOffset === bytes.length).toBe(true);
        for (const section of sections) {
          for (const at of [0, section.bytes.length >> 1, section.bytes.length - 1]) {
            expect(byteAt(bytes, image, section.address + at)).toBe(section.bytes[at]);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });
  it('have 0x24 bytes at least in their last page on ESP32, whose first bootloaders forgot it otherwise', () => {
    const sizeBytes = page - 0x20 + 0x10;
    const of = (chip: ChipId, address: number): number =>
      parseFirmwareImage(build({ sections: [{ address, bytes: filled(sizeBytes) }] }, chip)).segments[0]!.sizeBytes;
    expect(of('esp32', drom)).toBe(page - 0x20 + 0x24);
    expect(of('esp32c3', 0x3c00_0020)).toBe(sizeBytes);
  });
  it('go to the next page where their place in this one is behind them or in front of them', () => {
    const offsets = (address: number, ramBytes: number): number[] =>
      parseFirmwareImage(
        build({
          sections: [
            { address: dram, bytes: filled(ramBytes) },
            { address, bytes: filled(16, 3) },
          ],
        }),
      )
        .segments.filter(({ loadAddress }) => loadAddress === address)
        .map(({ offset }) => offset);
    expect(offsets(drom, 0x100)).toEqual([0x20]);
    expect(offsets(drom - 0x20, 0x100)).toEqual([page]);
    // 0x590 would be free as well: the reference tool does not use it.
    expect(offsets(drom + 0x570, 0x100)).toEqual([page + 0x590]);
    expect(offsets(drom + 0x570, page)).toEqual([2 * page + 0x590]);
  });
  it('may not share a page', () => {
    const sections = [
      { address: drom, bytes: filled(16) },
      { address: drom + 0x100, bytes: filled(16) },
    ];
    expect(() => build({ sections })).toThrow(
      expect.objectContaining({
        code: 'image.notBuilt',
        facts: {
          name: 'test.elf',
          reason: 'two segments lie in the same page of mapped flash',
          address: drom + 0x100,
        },
      }),
    );
  });
});

describe('sections', () => {
  const at = (address: number, sizeBytes: number, more: Partial<TestElfPart> = {}): TestElfPart => ({
    address,
    bytes: filled(sizeBytes),
    ...more,
  });
  const sizes = (...sections: TestElfPart[]): number[][] => layout(parseFirmwareImage(build({ sections })));

  it('that touch become one segment, also where the first one ends within a word', () => {
    expect(sizes(at(iram, 8), at(iram + 8, 4))).toEqual([[iram, 12]]);
    expect(sizes(at(iram, 6), at(iram + 8, 4))).toEqual([[iram, 12]]);
    expect(sizes(at(iram, 8), at(iram + 12, 4))).toHaveLength(2);
  });
  it('that touch within a word become one in mapped flash, where they cannot be mapped apart', () => {
    expect(sizes(at(drom, 6), at(drom + 6, 4))).toEqual([[drom, 12]]);
    // Loaded one after the other they come out right, and so does the reference tool's image.
    expect(sizes(at(iram, 6), at(iram + 6, 4))).toEqual([
      [iram, 8],
      [iram + 6, 4],
    ]);
  });
  it('with and without instructions stay apart, and those in different memories', () => {
    expect(sizes(at(iram, 8), at(iram + 8, 4, { flags: 6 }))).toHaveLength(2);
    expect(sizes(at(0x4007_fff0, 16), at(0x4008_0000, 4))).toHaveLength(2);
  });
  it('that do not follow one another in the file stay apart, except with RAM first', () => {
    const sections = [at(iram + 8, 4), at(dram, 4), at(iram, 8)];
    expect(sizes(...sections)).toHaveLength(3);
    const image = parseFirmwareImage(build({ sections }, 'esp32', { ramOnlyHeader: true }));
    expect(layout(image)).toEqual([
      [dram, 4],
      [iram, 12],
    ]);
  });
  it.skipIf(!hasFixtures)('of a Zephyr program make five segments', () => {
    expect(parseFirmwareImage(build(fixture('elf/esp32-zephyr.elf'))).segments).toHaveLength(5);
  });
  it('of more than 16 segments are refused', () => {
    const sections = Array.from({ length: 17 }, (_, index) => at(iram + index * 64, 4));
    expect(() => build({ sections })).toThrow(/more than 16 segments/);
    expect(() => build({ sections: [] })).toThrow(/nothing in it belongs/);
  });
});

describe('descriptions', () => {
  const description = (log2 = 0, hash = 0): Uint8Array => {
    const bytes = Buffer.alloc(256);
    bytes.writeUInt32LE(0xabcd_5432);
    bytes.fill(hash, 144, 176);
    bytes[180] = log2;
    return new Uint8Array(bytes);
  };
  const program = (address: number, log2?: number, hash?: number): Uint8Array =>
    buildTestElf({
      sections: [
        { name: '.flash.text', address: 0x4200_0020, bytes: filled(64), flags: 6 },
        { name: '.flash.appdesc', address, bytes: description(log2, hash) },
      ],
    });

  it('come first in the file, with the SHA-256 of the program', () => {
    const elf = program(0x4203_0020);
    const image = parseFirmwareImage(build(elf, 'esp32c6'));
    expect(image.segments[0]).toEqual({ loadAddress: 0x4203_0020, sizeBytes: 256, offset: 0x20 });
    expect(Buffer.from(image.appDescription!.elfSha256)).toEqual(createHash('sha256').update(elf).digest());
    expect(isIntact(image)).toBe(true);
  });
  it('that tell another SHA-256 keep it', () => {
    const image = parseFirmwareImage(build(program(0x4203_0020, 0, 7), 'esp32c6'));
    expect(image.appDescription!.elfSha256).toEqual(filled(32, 7));
  });
  it('tell the page size of chips that have several, or show it by their place', () => {
    const gap = (address: number, log2?: number, options?: Partial<ImageOptions>): number[] =>
      layout(parseFirmwareImage(build(program(address, log2), 'esp32c6', options)))[1]!;
    const padding = (size: number): number[] => [0, size + 0x18 - 0x128];
    expect(gap(0x4203_0020)).toEqual(padding(0x1_0000));
    expect(gap(0x4203_0020, 15)).toEqual(padding(0x8000));
    expect(gap(0x4203_8020)).toEqual(padding(0x8000));
    expect(gap(0x4203_2020)).toEqual(padding(0x2000));
    // Asked for another size than it was linked for: it cannot stay in front.
    expect(gap(0x4203_2020, 0, { mmuPageSize: 0x4000 })).toEqual([0x4203_2020, 256]);
    expect(() => build(program(0x4203_0020), 'esp32c6', { mmuPageSize: 0x2_0000 })).toThrow(
      expect.objectContaining({ code: 'input.badChoice' }),
    );
  });
  it('are laid out for the one page size of other chips, whatever is asked for', () => {
    const elf = (): Uint8Array =>
      buildTestElf({
        sections: [
          { name: '.flash.appdesc', address: 0x3c00_0020, bytes: description(15) },
          { name: '.flash.text', address: 0x4201_0020, bytes: filled(64), flags: 6 },
        ],
      });
    expect(build(elf(), 'esp32c3', { mmuPageSize: 0x2000 })).toEqual(build(elf(), 'esp32c3'));
  });
  it('of a bootloader come first as well', () => {
    const sections = [
      { address: 0x4080_0000, bytes: filled(16), flags: 6 },
      { name: '.dram0.bootdesc', address: 0x4080_1000, bytes: filled(80) },
    ];
    expect(layout(parseFirmwareImage(build({ machine: 0xf3, sections }, 'esp32c6')))[0]).toEqual([0x4080_1000, 80]);
  });
  it('elsewhere get the SHA-256 where one says, if there is room', () => {
    const sections = [{ address: dram, bytes: Uint8Array.from([...filled(8), ...filled(40, 0)]) }];
    const bytes = build({ sections }, 'esp32', { programHashOffset: 0x28 });
    const elf = buildTestElf({ machine: 0x5e, sections });
    expect(Buffer.from(bytes.subarray(0x28, 0x48))).toEqual(createHash('sha256').update(elf).digest());
    expect(isIntact(parseFirmwareImage(bytes))).toBe(true);
    expect(() => build({ sections }, 'esp32', { programHashOffset: 0x20 })).toThrow(/not empty/);
    expect(() => build({ sections }, 'esp32', { programHashOffset: 0x38 })).toThrow(/lies in no segment/);
  });
});

describe('options', () => {
  const sections = [
    { address: dram, bytes: filled(0x123) },
    { address: drom, bytes: filled(0x1234, 3) },
    { address: irom, bytes: filled(0x4321, 4), flags: 6 },
  ];
  const made = (options: Partial<ImageOptions>, chip: ChipId = 'esp32'): Uint8Array =>
    build({ sections }, chip, options);

  it('secure padding leaves room for the signature at the end of a page, or ends there', () => {
    expect((made({ securePad: 'v1' }).length + 68 + 12) % page).toBe(0);
    expect(made({ securePad: 'v2' }).length % page).toBe(0);
    expect(isIntact(parseFirmwareImage(made({ securePad: 'v2' })))).toBe(true);
    expect(() => made({ securePad: 'v2', hasHash: false })).toThrow(/needs the SHA-256/);
  });
  it("padding for Secure Boot v1 is ESP32's alone; for v2 it goes by the pages of the flash MMU", () => {
    const sections = [{ address: 0x4200_0020, bytes: filled(64) }];
    const made = (securePad: ImageOptions['securePad']): Uint8Array =>
      build({ sections }, 'esp32c6', { securePad, mmuPageSize: 0x2000 });
    expect(made('v1')).toEqual(made(null));
    expect(made('v2')).toHaveLength(0x2000);
  });
  it('no SHA-256 where none is wanted', () => {
    const image = parseFirmwareImage(made({ hasHash: false }));
    expect([image.hash, image.extended!.hasHash, isIntact(image)]).toEqual([null, false, true]);
    expect(made({}).length - made({ hasHash: false }).length).toBe(32);
  });
  it('padding to a size, with 0xFF', () => {
    const bytes = made({ padToSize: 0x10_0000 });
    expect([bytes.length, bytes.at(-1)]).toEqual([0x10_0000, 0xff]);
    expect(isIntact(parseFirmwareImage(bytes))).toBe(true);
  });
  it('revisions and flash settings go to the header', () => {
    const image = parseFirmwareImage(
      made({
        legacyMinRevision: 3,
        minRevision: 301,
        maxRevision: 399,
        flashMode: 'dout',
        flashFrequency: '80m',
        flashSize: '16MB',
      }),
    );
    expect(image.extended).toMatchObject({ legacyMinRevision: 3, minRevision: 301, maxRevision: 399, wpPin: 0xee });
    expect(image.header).toMatchObject({ flashMode: 3, flashFrequencyNibble: 0xf, flashSizeNibble: 0x40 });
    expect(() => made({ flashFrequency: '48m' })).toThrow(expect.objectContaining({ code: 'input.badChoice' }));
  });
  it('RAM first: ROM sees, checks and loads that alone; flash segments follow in their places', () => {
    const bytes = made({ ramOnlyHeader: true });
    const image = parseFirmwareImage(bytes);
    expect(layout(image)).toEqual([[dram, 0x124]]);
    expect([image.hash, isIntact(image)]).toEqual([null, true]);
    // Written to 0x1000: there the file's offsets and the addresses agree.
    const place = (value: number): number => bytes.indexOf(value, image.endOffset);
    expect((place(4) + 0x1000) % page).toBe(irom % page);
    expect((place(3) + 0x1000) % page).toBe(drom % page);
    expect(place(4)).toBeLessThan(place(3));
  });
  it('RAM first: no padding in front of a segment that lies right already', () => {
    const sections = [
      { address: 0x3fc8_0000, bytes: filled(64) },
      { address: 0x3c00_0020, bytes: filled(64, 3) },
      { address: 0x4201_0020, bytes: filled(page - 8, 4), flags: 6 },
    ];
    const bytes = build({ sections }, 'esp32c3', { ramOnlyHeader: true });
    expect(bytes.indexOf(4, parseFirmwareImage(bytes).endOffset)).toBe(page + 0x20);
    expect(bytes.indexOf(3, parseFirmwareImage(bytes).endOffset)).toBe(2 * page + 0x20);
  });
  it('those that mean nothing for a chip are named', () => {
    const all: ImageOptions = {
      ...defaultImageOptions,
      securePad: 'v1',
      mmuPageSize: 0x2000,
      padToSize: 0x1000,
      ramOnlyHeader: true,
      hasHash: false,
      minRevision: 1,
    };
    expect(ignoredOptions(chipById('esp32'), all)).toEqual(['--flash-mmu-page-size']);
    expect(ignoredOptions(chipById('esp32c6'), all)).toEqual(['--secure-pad']);
    expect(ignoredOptions(chipById('esp8266'), all)).toEqual([
      '--secure-pad',
      '--flash-mmu-page-size',
      '--pad-to-size',
      '--ram-only-header',
      '--dont-append-digest',
      '--min-rev-full',
    ]);
    for (const chip of chips) expect(ignoredOptions(chip, defaultImageOptions)).toEqual([]);
    expect(ignoredOptions(chipById('esp32'), { ...defaultImageOptions, mmuPageSize: page })).toEqual([]);
  });
  it('every chip gets an image that says it is its own', () => {
    for (const chip of chips) {
      if (chip.imageChipId === null) continue;
      const [[start]] = chip.mappedFlash as [[number, number]];
      const bytes = build({ sections: [{ address: start + 0x20, bytes: filled(64) }] }, chip.id);
      const image = parseFirmwareImage(bytes);
      expect([image.extended!.chipId, image.segments[0]!.offset, isIntact(image)]).toEqual([
        chip.imageChipId,
        0x20,
        true,
      ]);
    }
  });
});

describe.skipIf(!hasFixtures)('a damaged program', () => {
  it.each(['esp32-zephyr', 'esp8266-nonosssdk20-iotdemo', 'esp32c6-appdesc'])(
    '%s gives an image or an error with a code',
    (name) => {
      const elf = fixture(`elf/${name}.elf`);
      const sectionHeaders = Buffer.from(elf).readUInt32LE(32);
      const interesting = fc.oneof(fc.nat(180), fc.integer({ min: sectionHeaders, max: elf.length - 1 }));
      const changes = fc.array(fc.tuple(interesting, fc.nat(255)), { maxLength: 5 });
      fc.assert(
        fc.property(changes, fc.constantFrom('sections', 'segments'), fc.boolean(), (list, source, ramOnlyHeader) => {
          const file = elf.slice();
          for (const [at, value] of list) file[at] = value;
          const chip = name.startsWith('esp8266') ? 'esp8266' : name.startsWith('esp32c6') ? 'esp32c6' : 'esp32';
          try {
            return build(file, chip, { source, ramOnlyHeader }).length < elf.length + 17 * page;
          } catch (error) {
            return isAppError(error) && error.code !== 'internal';
          }
        }),
        { numRuns: runs(150) },
      );
    },
  );
});

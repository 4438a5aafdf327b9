import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chipById } from '../../src-shared/chips';
import { isAppError } from '../../src-shared/errors/app-error';
import { joinRegions, type FlashRegion } from '../../src-shared/formats/flash-region';
import { looksLikeIntelHex, parseIntelHex, serializeIntelHex } from '../../src-shared/formats/intel-hex';
import { looksLikeUf2, parseUf2, serializeUf2 } from '../../src-shared/formats/uf2';
import { fixture, hasFixtures } from './fixtures';
import { runs } from '../property-runs';

/** Some regions with gaps between them, ascending, also across 64 KiB and far up. */
const someRegions = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 0x2_0000 }), fc.uint8Array({ minLength: 1, maxLength: 1200 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => {
    let end = 0;
    return parts.map(([gap, bytes]): FlashRegion => {
      const offset = end + gap;
      end = offset + bytes.length;
      return { offset, bytes };
    });
  });
const parts = (): FlashRegion[] => [
  { offset: 0x1000, bytes: fixture('image/bootloader_esp32_v5_2.bin') },
  { offset: 0x8000, bytes: fixture('image/partitions_singleapp.bin') },
];
const same = (a: readonly FlashRegion[], b: readonly FlashRegion[]): boolean =>
  a.length === b.length &&
  a.every((region, i) => region.offset === b[i]!.offset && Buffer.from(region.bytes).equals(b[i]!.bytes));
const understood = (parse: () => unknown): boolean => {
  try {
    parse();
    return true;
  } catch (error) {
    return isAppError(error, 'file.notUnderstood');
  }
};
const text = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));
const end = ':00000001FF';

/** One record of Intel HEX. */
function record(type: number, address: number, data: readonly number[]): string {
  const bytes = [data.length, address >> 8, address & 0xff, type, ...data];
  const sum = -bytes.reduce((total, byte) => total + byte, 0) & 0xff;
  return `:${Buffer.from([...bytes, sum]).toString('hex')}`;
}

describe('Intel HEX', () => {
  it.skipIf(!hasFixtures)('is read and written as the reference tool does it', () => {
    const golden = fixture('golden/merged.hex');
    expect(looksLikeIntelHex(golden)).toBe(true);
    expect(same(parseIntelHex(golden), parts())).toBe(true);
    expect(Buffer.from(serializeIntelHex(parts())).toString()).toBe(
      Buffer.from(golden).toString().replaceAll('\r', ''),
    );
  });
  it('comes back as it was written', () => {
    fc.assert(fc.property(someRegions, (regions) => same(parseIntelHex(serializeIntelHex(regions)), regions)));
  });
  it('knows both kinds of address records and passes over start addresses', () => {
    const file = text(
      ':020000021000EC',
      ':0100000001FE',
      ':020000040001F9',
      ':0100010002FC',
      ':0400000512345678E3',
      end,
    );
    expect(parseIntelHex(file)).toEqual([{ offset: 0x10000, bytes: Uint8Array.of(1, 2) }]);
  });
  it.each([
    ['a wrong checksum', text(':0100000001FF', end), 0],
    ['no end', text(':0100000001FE'), 13],
    ['something behind the end', text(end, ':0100000001FE'), 13],
    ['a record type that does not exist', text(':01000009A056', end), 0],
    ['a letter that is no digit', text(':01000000G1FE', end), 9],
    ['a record that is cut', text(':10000000AABB'), 13],
    ['two records on one address', text(':0100000001FE', ':0100000001FE', end), 0],
    ['other text', text('hello'), 0],
  ])('%s is not understood, with the place', (_, file, at) => {
    expect(() => parseIntelHex(file, 'x.hex')).toThrow(
      expect.objectContaining({
        code: 'file.notUnderstood',
        facts: expect.objectContaining({ name: 'x.hex', at }) as unknown,
      }),
    );
  });
  it('with more stretches than any flash has is refused before it fills the memory', () => {
    const lines: string[] = [];
    for (let index = 0; index <= 1_000_000; index++) {
      if (index % 0x8000 === 0) lines.push(record(4, 0, [index >> 23, (index >> 15) & 0xff]));
      lines.push(record(0, (index % 0x8000) * 2, [0x55]));
    }
    expect(() => parseIntelHex(text(lines.join('\n'), end), 'x.hex')).toThrow(
      expect.objectContaining({ code: 'file.tooManyInside' }),
    );
  });
  it('in any order of its records is the same', () => {
    const records = [record(0, 0x10, [3, 4]), record(0, 0x12, [5]), record(0, 0x0f, [2])];
    const all = fc.shuffledSubarray(records, { minLength: 3 });
    fc.assert(
      fc.property(all, (lines) => {
        expect(parseIntelHex(text(...lines, end))).toEqual([{ offset: 0x0f, bytes: Uint8Array.of(2, 3, 4, 5) }]);
      }),
    );
  });
  it('never throws anything else', () => {
    const lines = fc.array(fc.constantFrom(':', '0', '1', 'F', '\n', ':0100000001FE\n', ':020000040001F9\n', end, 'x'));
    fc.assert(
      fc.property(lines, (chunks) => understood(() => parseIntelHex(text(chunks.join(''))))),
      { numRuns: runs(1000) },
    );
  });
});

describe('UF2', () => {
  const { uf2FamilyId } = chipById('esp32');

  it.skipIf(!hasFixtures)('is read and written as the reference tool does it', () => {
    const golden = fixture('golden/merged.uf2');
    expect(looksLikeUf2(golden)).toBe(true);
    const file = parseUf2(golden);
    expect(file.familyId).toBe(uf2FamilyId);
    expect(same(file.regions, parts())).toBe(true);
    expect(Buffer.from(serializeUf2({ familyId: uf2FamilyId, regions: parts() })).equals(golden)).toBe(true);
  });
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(someRegions, fc.option(fc.nat(0xffffffff)), (regions, familyId) => {
        const file = parseUf2(serializeUf2({ familyId, regions }));
        return file.familyId === familyId && same(file.regions, regions);
      }),
    );
  });
  it('a changed byte of the data, a missing block, a cut file', () => {
    const regions = [{ offset: 0x1000, bytes: new Uint8Array(2000).fill(7) }];
    const bytes = serializeUf2({ familyId: null, regions });
    const changed = bytes.slice();
    changed[40]! ^= 1;
    expect(() => parseUf2(changed)).toThrow(/a checksum is wrong/);
    expect(() => parseUf2(bytes.subarray(512))).toThrow(/number of blocks/);
    expect(() => parseUf2(bytes.subarray(0, 1024))).toThrow(/number of blocks/);
    expect(() => parseUf2(bytes.subarray(0, 1000))).toThrow(/ends too early/);
  });
  it('never throws anything else', () => {
    const start = serializeUf2({ familyId: 5, regions: [{ offset: 0, bytes: new Uint8Array(1000) }] });
    const changes = fc.array(fc.tuple(fc.nat(start.length - 1), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(changes, fc.nat(start.length), (list, length) => {
        const bytes = start.slice(0, length);
        for (const [at, value] of list) if (at < length) bytes[at] = value;
        return understood(() => parseUf2(bytes));
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('regions', () => {
  it('are joined where they touch and refused where they overlap', () => {
    const at = (offset: number, ...bytes: number[]): FlashRegion => ({ offset, bytes: Uint8Array.from(bytes) });
    expect(joinRegions([at(4, 3), at(2, 1, 2), at(9, 9)])).toEqual([at(2, 1, 2, 3), at(9, 9)]);
    expect(joinRegions([at(2, 1, 2), at(3, 9)])).toBeNull();
    expect(joinRegions([])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import {
  checkPartitionTable,
  firstAppPartition,
  parsePartitionTable,
  partitionTableEnd,
  serializePartitionTable,
  subtypeName,
  typeName,
  type Partition,
} from '../../src-shared/formats/partition-table';
import { fixture, hasFixtures } from './fixtures';
import { runs } from '../property-runs';

const partition = (over: Partial<Partition>): Partition => ({
  label: 'x',
  type: 0,
  subtype: 0,
  offset: 0x1_0000,
  sizeBytes: 0x1_0000,
  isEncrypted: false,
  isReadOnly: false,
  flags: 0,
  ...over,
});
const problems = (partitions: Partition[], flash: number | null = null): string[] =>
  checkPartitionTable({ partitions, hasMd5: true }, flash).map((problem) => `${problem.kind} ${problem.at}`);

describe.skipIf(!hasFixtures)('a real table', () => {
  it('has its rows', () => {
    const table = parsePartitionTable(fixture('image/partitions_singleapp.bin'));
    expect(table.partitions.map((p) => [p.label, typeName(p), subtypeName(p), p.offset, p.sizeBytes])).toEqual([
      ['factory', 'app', 'factory', 0x10000, 0x100000],
      ['rfdata', 'data', 'phy', 0x110000, 0x40000],
      ['wifidata', 'data', 'nvs', 0x150000, 0x40000],
    ]);
    expect(partitionTableEnd(table)).toBe(0x190000);
    expect(firstAppPartition(table)?.label).toBe('factory');
    expect(checkPartitionTable(table, 2 << 20)).toEqual([]);
  });

  it('is found the same inside a merged file', () => {
    const merged = parsePartitionTable(fixture('golden/merged.bin').subarray(0x8000));
    expect(merged).toEqual(parsePartitionTable(fixture('image/partitions_singleapp.bin')));
  });
});

describe('any table', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const word = fc.integer({ min: 0, max: 0xffff_ffff });
  const rows = fc.array(
    fc.record({
      label: fc.stringMatching(/^[a-z0-9_]{0,16}$/),
      type: byte,
      subtype: byte,
      offset: word,
      sizeBytes: word,
      flags: word,
    }),
    { minLength: 1, maxLength: 94 },
  );

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (made, hasMd5) => {
        const partitions = made.map((row) => ({
          ...row,
          isEncrypted: (row.flags & 1) !== 0,
          isReadOnly: (row.flags & 2) !== 0,
        }));
        const table = { partitions, hasMd5 };
        expect(parsePartitionTable(serializePartitionTable(table))).toEqual(table);
      }),
    );
  });

  it('that has more rows than fit is refused when written', () => {
    const table = { partitions: Array.from({ length: 95 }, () => partition({})), hasMd5: true };
    expect(() => serializePartitionTable(table)).toThrow(expect.objectContaining({ code: 'file.notUnderstood' }));
  });

  it('gives rows or file.notUnderstood for any bytes', () => {
    const start = serializePartitionTable({ partitions: [partition({}), partition({ label: 'y' })], hasMd5: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), byte)), fc.nat(3072), (changes, length) => {
        const bytes = start.slice(0, length);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        try {
          return parsePartitionTable(bytes).partitions.length > 0;
        } catch (error) {
          return isAppError(error, 'file.notUnderstood');
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('with a changed row does not pass its MD5', () => {
    const bytes = serializePartitionTable({ partitions: [partition({})], hasMd5: true });
    bytes[5]! ^= 1;
    expect(() => parsePartitionTable(bytes)).toThrow(/checksum is wrong/);
  });

  it('of erased flash is no table', () => {
    expect(() => parsePartitionTable(new Uint8Array(4096).fill(0xff))).toThrow(/not a partition table entry/);
  });
});

describe('checks', () => {
  it('a sound table has none', () => {
    expect(problems([partition({}), partition({ label: 'y', type: 1, offset: 0x9000, sizeBytes: 0x6000 })])).toEqual(
      [],
    );
  });
  it('finds rows that overlap', () => {
    expect(problems([partition({ sizeBytes: 0x20000 }), partition({ label: 'y', offset: 0x20000 })])).toEqual([
      'overlap 1',
    ]);
  });
  it('finds offsets off the sector and applications off the 64 KiB page', () => {
    expect(
      problems([partition({ offset: 0x11000 }), partition({ label: 'y', type: 1, offset: 0x9100, sizeBytes: 64 })]),
    ).toEqual(['unalignedOffset 1', 'unalignedApp 0']);
  });
  it('finds rows past the end of the flash, empty rows and double names', () => {
    expect(problems([partition({}), partition({ offset: 0x30000, sizeBytes: 0 })], 0x18000)).toEqual([
      'pastEnd 0',
      'zeroSize 1',
      'pastEnd 1',
      'duplicateLabel 1',
    ]);
  });
});

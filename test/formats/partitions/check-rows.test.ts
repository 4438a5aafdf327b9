import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRows, type CheckedPlace } from '../../../src-shared/formats/partitions/check-rows';
import { partitionChanges } from '../../../src-shared/formats/partitions/partition-changes';
import { resolveRows, tableOfRows, type PartitionRow } from '../../../src-shared/formats/partitions/partition-rows';
import { partitionTables, place as tablePlace } from './partition-tables';

const place: CheckedPlace = { ...tablePlace, flashSizeBytes: 0x40_0000 };
const row = (line: string): PartitionRow => {
  const [label = '', type = '', subtype = '', offset = '', size = '', flags = ''] = line.split(',');
  return { label, type, subtype, offset, size, isEncrypted: false, isReadOnly: flags === 'readonly' };
};
const found = (lines: readonly string[], where: Partial<CheckedPlace> = {}): string[] =>
  checkRows(lines.map(row), { ...place, ...where }).map(
    ({ kind, row: index, field, isWarning }) =>
      `${isWarning ? '~' : ''}${kind}${index === null ? '' : ` ${index} ${field}`}`,
  );

const nvs = 'nvs,data,nvs,0x9000,24K';
const factory = 'factory,app,factory,,1M';

describe('a table is checked', () => {
  test('and a sound one has nothing', () => {
    expect(found([nvs, factory])).toEqual([]);
    expect(found(['nvs,data,nvs,,20K', 'otadata,data,ota,,8K', 'a,app,ota_0,,1M', 'b,app,ota_1,,1M'])).toEqual([]);
    expect(found(['boot,bootloader,primary,,', 'table,partition_table,primary,,', nvs, factory])).toEqual([]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['a name that is missing', [',data,nvs,,24K', factory], ['nameMissing 0 label']],
    ['a name that is too long', ['a234567890123456x,data,nvs,,24K', factory], ['nameTooLong 0 label']],
    ['sixteen bytes, and umlauts count double', ['a23456789012345ü,data,nvs,,24K', factory], ['nameTooLong 0 label']],
    ['a name of just sixteen', ['a234567890123456,data,nvs,,24K', factory], []],
    ['a name with blanks around it', [' nvs,data,nvs,,24K', factory], ['nameOdd 0 label']],
    ['one name twice', [nvs, 'nvs,app,factory,,1M'], ['nameTwice 1 label']],
    ['a type that there is not', ['nvs,date,nvs,0x9000,24K', factory], ['typeUnknown 0 type']],
    ['a subtype that there is not', ['nvs,data,nv,0x9000,24K', factory], ['subtypeUnknown 0 subtype']],
    ['numbers for both', [nvs, factory, 'own,0x40,0xfe,,4K'], []],
    ['no type', ['nvs,,nvs,0x9000,24K', factory], ['typeMissing 0 type']],
    ['no subtype', ['nvs,data,,0x9000,24K', factory], ['subtypeMissing 0 subtype']],
    ['a number that means nothing', [nvs, factory, 'own,255,1,,4K'], ['typeUnknown 2 type']],
    ['two apps of one kind', [nvs, factory, 'two,app,factory,,1M'], ['subtypeTwice 2 subtype']],
    ['two of data are fine', [nvs, factory, 'two,data,nvs,,12K'], []],
    ['an app off 64 KiB', [nvs, 'factory,app,factory,0x18000,1M'], ['offsetOff64k 1 offset']],
    ['data off 4 KiB', ['nvs,data,nvs,0x9100,24K', factory], ['offsetOff4k 0 offset']],
    [
      'an offset that is no number',
      ['nvs,data,nvs,here,24K', factory],
      ['offsetUnknown 0 offset', 'offsetOpen 1 offset'],
    ],
    ['a row on the table itself', ['nvs,data,nvs,0x8000,24K', factory], ['reserved 0 offset']],
    ['two that overlap', [nvs, 'factory,app,factory,0x10000,1M', 'more,data,fat,0x100000,64K'], ['overlap 2 offset']],
    ['more than there is', [nvs, 'factory,app,factory,,4M'], ['pastEnd 1 offset']],
    ['no size', ['nvs,data,nvs,,', factory], ['sizeMissing 0 size', 'offsetOpen 1 offset']],
    ['a size of nothing', ['nvs,data,nvs,,0', factory], ['sizeMissing 0 size']],
    ['a size that is no number', [nvs, 'factory,app,factory,,big'], ['sizeUnknown 1 size']],
    ['an app of an odd size', [nvs, 'factory,app,factory,,0xff800'], ['sizeOff4k 1 size']],
    ['data of an odd size works', [nvs, 'factory,app,factory,,1M', 'own,data,0x99,,100'], ['~sizeOff4k 2 size']],
    ['OTA data of a wrong size', [nvs, 'ota,data,ota,,4K', 'a,app,ota_0,,1M'], ['otaDataSize 1 size']],
    ['OTA data that is read-only', [nvs, 'ota,data,ota,,8K,readonly', 'a,app,ota_0,,1M'], ['readOnly 1 subtype']],
    ['little NVS', ['nvs,data,nvs,,8K', factory], ['~nvsSmall 0 size']],
    ['nothing to start', [nvs], ['~noApp']],
    ['a first slot that is missing', [nvs, 'ota,data,ota,,8K', 'b,app,ota_1,,1M'], ['~otaGap']],
    ['two slots and nobody to choose', [nvs, 'a,app,ota_0,,1M', 'b,app,ota_1,,1M'], ['~otaDataMissing']],
    ['nothing at all', [], ['empty']],
  ])('%s', (_, lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  test('for as many rows as fit, and not one more', () => {
    const many = (count: number): string[] => [
      factory,
      ...Array.from({ length: count - 1 }, (_, index) => `p${index},data,fat,,4K`),
    ];
    expect(found(many(94))).toEqual([]);
    expect(found(many(95))).toEqual(['tooMany']);
  });

  test('without a board nothing is past its end, and a table elsewhere reserves another place', () => {
    expect(found([nvs, 'factory,app,factory,,64M'], { flashSizeBytes: null })).toEqual([]);
    expect(found([nvs, factory], { tableOffset: 0x1_0000 })).toEqual(['reserved 0 offset', 'reserved 1 offset']);
  });

  test('whatever is written, the check does not fail and finds what cannot become a table', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('', 'app', 'data', 'ota_0', '0x9000', '64K'),
    );
    const rows = fc.array(
      fc.record({
        label: text,
        type: text,
        subtype: text,
        offset: text,
        size: text,
        isEncrypted: fc.boolean(),
        isReadOnly: fc.boolean(),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const problems = checkRows(drawn, place).filter(({ isWarning }) => !isWarning);
        if (problems.length === 0) expect(tableOfRows(drawn, place, true)).not.toBeNull();
      }),
    );
  });

  test('of automatic offsets none overlaps, whatever the order', () => {
    fc.assert(
      fc.property(partitionTables(), (partitions) => {
        const rows = partitions.map(({ label, type, subtype, sizeBytes }) =>
          row(`${label},${type},${subtype},,${sizeBytes}`),
        );
        const kinds = checkRows(rows, { ...place, flashSizeBytes: null }).map(({ kind }) => kind);
        expect(kinds).not.toContain('overlap');
        expect(kinds).not.toContain('offsetOff64k');
        for (const { offset } of resolveRows(rows, place)) expect(offset).toBeGreaterThanOrEqual(0x9000);
      }),
    );
  });
});

describe('what a new table changes', () => {
  const tableOf = (lines: readonly string[]) => tableOfRows(lines.map(row), place, true)!;
  const changes = (before: readonly string[], after: readonly string[]): string[] =>
    partitionChanges(tableOf(before), tableOf(after)).map(({ kind, label }) => `${kind} ${label}`);
  const old = [nvs, 'a,app,ota_0,0x10000,1M', 'b,app,ota_1,0x110000,1M', 'fs,data,spiffs,0x210000,1M'];

  test('is nothing where it is the same in another order', () => {
    expect(changes(old, [old[3]!, old[0]!, old[2]!, old[1]!])).toEqual([]);
  });

  test('is told by name: moved, resized, renamed, of another type, gone, new', () => {
    expect(changes(old, [nvs, 'a,app,ota_0,0x10000,2M', 'b,app,ota_1,0x210000,1M'])).toEqual([
      'resized a',
      'moved b',
      'removed fs',
    ]);
    expect(changes(old, [...old.slice(0, 3), 'data,data,spiffs,0x210000,1M'])).toEqual(['renamed fs']);
    expect(changes(old, [...old.slice(0, 3), 'fs,data,littlefs,0x210000,1M', 'new,data,fat,0x310000,64K'])).toEqual([
      'retyped fs',
      'added new',
    ]);
  });
});

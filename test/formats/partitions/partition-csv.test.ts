import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAppError } from '../../../src-shared/errors/app-error';
import { parsePartitionTable, serializePartitionTable } from '../../../src-shared/formats/partition-table';
import { checkRows } from '../../../src-shared/formats/partitions/check-rows';
import {
  looksLikePartitionCsv,
  parsePartitionCsv,
  serializePartitionCsv,
} from '../../../src-shared/formats/partitions/partition-csv';
import {
  resolveRows,
  rowsOfTable,
  tableOfRows,
  type PartitionRow,
} from '../../../src-shared/formats/partitions/partition-rows';
import { partitionTables, place } from './partition-tables';

const golden = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../golden/partitions', name)));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = (text: string): PartitionRow[] => parsePartitionCsv(bytesOf(text), 'table.csv');
const binary = (rows: readonly PartitionRow[], hasMd5 = true): Uint8Array => {
  const table = tableOfRows(rows, place, hasMd5);
  if (table === null) throw new Error('rows that say too little');
  return serializePartitionTable(table);
};

describe('a table as ESP-IDF writes it', () => {
  // ota.bin was made by Espressif's gen_esp32part from ota.csv, which is ours.
  test('becomes the same binary, byte for byte: empty offsets, k and M, comments, flags, own types', () => {
    const rows = parsePartitionCsv(golden('ota.csv'));
    expect(Buffer.compare(binary(rows), golden('ota.bin'))).toBe(0);
    expect(checkRows(rows, { ...place, flashSizeBytes: 0x40_0000 })).toEqual([]);
  });

  test('comes back out of the binary with every offset written out', () => {
    const rows = rowsOfTable(parsePartitionTable(golden('ota.bin')));
    expect(serializePartitionCsv(rows)).toBe(
      [
        '# Name, Type, SubType, Offset, Size, Flags',
        'nvs,data,nvs,0x9000,20K,',
        'otadata,data,ota,0xe000,8K,',
        'phy_init,data,phy,0x10000,4K,readonly',
        'app0,app,ota_0,0x20000,1280K,',
        'app1,app,ota_1,0x160000,1280K,',
        'keys,data,nvs_keys,0x2a0000,4K,encrypted',
        'own,0x40,0x07,0x300000,64K,',
        'storage,data,spiffs,0x310000,512K,encrypted:readonly',
        '',
      ].join('\n'),
    );
    expect(Buffer.compare(binary(rows), golden('ota.bin'))).toBe(0);
  });

  const real = join(import.meta.dirname, '../../../../shared/fixtures/image/partitions_singleapp.bin');
  test.skipIf(!existsSync(real))('of a real board, without an MD5, comes back byte for byte', () => {
    const bytes = new Uint8Array(readFileSync(real));
    const table = parsePartitionTable(bytes);
    expect(table.hasMd5).toBe(false);
    expect(Buffer.compare(binary(rowsOfTable(table), false).subarray(0, bytes.length), bytes)).toBe(0);
  });
});

describe('CSV', () => {
  test('may have Windows line ends, a byte order mark, blanks, missing columns and a comma at the end', () => {
    const rows = rowsOf(
      '\uFEFF# a comment\r\n nvs , data , nvs , 0x9000 , 0x6000 ,, \r\nfactory,app,factory,,1M\r\n\r\n',
    );
    expect(rows).toEqual([
      {
        label: 'nvs',
        type: 'data',
        subtype: 'nvs',
        offset: '0x9000',
        size: '0x6000',
        isEncrypted: false,
        isReadOnly: false,
      },
      {
        label: 'factory',
        type: 'app',
        subtype: 'factory',
        offset: '',
        size: '1M',
        isEncrypted: false,
        isReadOnly: false,
      },
    ]);
    expect(resolveRows(rows, place).map(({ offset, sizeBytes }) => [offset, sizeBytes])).toEqual([
      [0x9000, 0x6000],
      [0x1_0000, 0x10_0000],
    ]);
  });

  test('names the line that makes no sense', () => {
    for (const line of ['nvs data nvs', 'nvs,data', 'a,b,c,d,e,f,g', 'nvs,data,nvs,,4K,secret']) {
      try {
        rowsOf(`# first\nok,data,nvs,,4K\n${line}\n`);
        expect.unreachable();
      } catch (error) {
        expect(isAppError(error, 'file.badLine') && error.facts).toEqual({ name: 'table.csv', line: 3, text: line });
      }
    }
  });

  test('is known from other files', () => {
    expect(looksLikePartitionCsv(golden('ota.csv'))).toBe(true);
    expect(looksLikePartitionCsv(golden('ota.bin'))).toBe(false);
    expect(looksLikePartitionCsv(bytesOf('key,type,encoding,value\nwifi,namespace,,\n'))).toBe(false);
    expect(looksLikePartitionCsv(bytesOf(''))).toBe(false);
  });

  test('of any kind is read or refused, and nothing else', () => {
    const lines = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('nvs,data,nvs,,4K', 'a,app,ota_0,0x10000,1M,encrypted', '#'),
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          lines.map((each) => bytesOf(each.join('\n'))),
        ),
        (bytes) => {
          try {
            const rows = parsePartitionCsv(bytes);
            checkRows(rows, { ...place, flashSizeBytes: 0x40_0000 });
          } catch (error) {
            expect(isAppError(error, 'file.badLine') || isAppError(error, 'file.notUnderstood')).toBe(true);
          }
        },
      ),
    );
  });

  test('of a large file is refused at once', () => {
    expect(() => parsePartitionCsv(bytesOf('nvs,data,nvs,,4K\n'.repeat(10_000)))).toThrow();
  });
});

test('any sound table survives the way through rows, CSV and binary', () => {
  fc.assert(
    fc.property(partitionTables(), fc.boolean(), (partitions, hasMd5) => {
      const table = { partitions, hasMd5 };
      const rows = rowsOfTable(table);
      expect(tableOfRows(rows, place, hasMd5)).toEqual(table);
      const again = parsePartitionCsv(bytesOf(serializePartitionCsv(rows)));
      expect(tableOfRows(again, place, hasMd5)).toEqual(table);
      expect(parsePartitionTable(binary(again, hasMd5))).toEqual(table);
      expect(checkRows(again, { ...place, flashSizeBytes: null }).filter(({ isWarning }) => !isWarning)).toEqual([]);
    }),
  );
});

test('bits of the flags that nobody knows stay in the binary', () => {
  const [first] = parsePartitionTable(golden('ota.bin')).partitions;
  const odd = { ...first!, flags: 0x8000_0005, isEncrypted: true };
  const table = { partitions: [odd], hasMd5: true };
  expect(tableOfRows(rowsOfTable(table), place, true)).toEqual(table);
});

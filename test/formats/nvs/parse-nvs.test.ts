import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeNvs } from '../../../src-shared/formats/nvs/looks-like-nvs';
import {
  nvsIntegerTypes,
  type NvsContents,
  type NvsNoteKind,
  type NvsValue,
} from '../../../src-shared/formats/nvs/nvs-contents';
import { parseNvs } from '../../../src-shared/formats/nvs/parse-nvs';
import { NvsWriter, type NvsWriteValue } from './nvs-writer';
import { runs } from '../../property-runs';

/** Made by Espressif's own tool, `esp-idf-nvs-partition-gen`, from lines of ours. */
const golden = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../golden/nvs', `${name}.bin`)));
const text = (value: string): NvsWriteValue => ({ type: 'string', value });
const blob = (sizeBytes: number, seed = 7): NvsWriteValue => ({
  type: 'blob',
  bytes: Uint8Array.from({ length: sizeBytes }, (_, index) => (index * seed + (index >> 8)) & 0xff),
});

function plain(value: NvsValue): bigint | string {
  return value.type === 'blob' ? Buffer.from(value.bytes).toString('hex') : value.value;
}
const table = ({ entries }: NvsContents): Record<string, bigint | string> =>
  Object.fromEntries(entries.map(({ namespace, key, value }) => [`${namespace}/${key}`, plain(value)]));
const kinds = ({ notes }: NvsContents): NvsNoteKind[] => notes.map(({ kind }) => kind);

describe('what Espressif’s tool writes', () => {
  const expected = {
    'wifi/sta.ssid': 'harbour',
    'wifi/sta.pswd': 'salt, "water"',
    'wifi/sta.chan': 11n,
    'signed/i8': -128n,
    'signed/u16': 65_535n,
    'signed/i16': -32_768n,
    'signed/u32': 4_294_967_295n,
    'signed/i32': -2_147_483_648n,
    'signed/u64': 18_446_744_073_709_551_615n,
    'signed/i64': -9_223_372_036_854_775_808n,
    'blobs/small': '00112233445566778899aabbccddeeff',
    'blobs/text': Buffer.from('Lighthouse keeper').toString('hex'),
  };

  test('is read in version 1 and 2, with every type and a blob over two pages', () => {
    for (const version of [1, 2]) {
      const contents = parseNvs(golden(`version-${version}`));
      expect(contents.state).toBe('readable');
      expect(contents.notes).toEqual([]);
      expect(table(contents)).toMatchObject(expected);
      expect(contents.pages[0]?.version).toBe(version);
    }
    const { entries, pages } = parseNvs(golden('version-2'));
    expect(entries.find(({ key }) => key === 'long')?.value).toEqual(blob(5000));
    expect(pages.map(({ state }) => state)).toEqual(['full', 'active', 'empty', 'empty', 'empty']);
  });

  test('with a key is known to be encrypted, and nothing is made up', () => {
    const contents = parseNvs(golden('encrypted'));
    expect(contents).toMatchObject({ state: 'encrypted', entries: [], notes: [] });
    expect(looksLikeNvs(golden('encrypted'))).toBe(true);
  });

  test('is what our own writer writes, byte for byte', () => {
    const ours = new NvsWriter(2).set('wifi', 'sta.ssid', text('harbour'));
    expect(ours.bytes.subarray(64, 64 + 3 * 32).equals(golden('version-2').subarray(64, 64 + 3 * 32))).toBe(true);
    expect(ours.bytes.subarray(4, 32).equals(golden('version-2').subarray(4, 32))).toBe(true);
  });
});

describe('what a board makes of it in the course of time', () => {
  test('values that were replaced or erased are gone', () => {
    const nvs = new NvsWriter(3)
      .set('app', 'count', { type: 'u32', value: 1n })
      .set('app', 'name', text('first'))
      .set('app', 'count', { type: 'u32', value: 2n })
      .set('app', 'blob', blob(5000))
      .set('app', 'blob', blob(70, 3))
      .erase('app', 'name');
    const contents = parseNvs(nvs.bytes);
    expect(contents.entries).toEqual([
      { namespace: 'app', key: 'count', value: { type: 'u32', value: 2n } },
      { namespace: 'app', key: 'blob', value: blob(70, 3) },
    ]);
    expect(contents.notes).toEqual([]);
  });

  test('when the power went between writing and erasing, the newer value counts', () => {
    const nvs = new NvsWriter(4).set('app', 'name', text('old')).set('app', 'data', blob(3900));
    nvs.set('app', 'name', text('new'), true);
    const contents = parseNvs(nvs.bytes);
    expect(table(contents)['app/name']).toBe('new');
    expect(kinds(contents)).toEqual(['overwritten']);
  });

  test('text keeps a byte order mark, and what is no text is said to be none', () => {
    const nvs = new NvsWriter(2).set('app', 'mark', text('\uFEFFname')).set('app', 'odd', text('caf'));
    nvs.bytes[nvs.bytes.indexOf('caf\0') + 2] = 0xe9;
    const row = nvs.bytes.indexOf('odd\0') - 8;
    nvs.bytes.writeUInt32LE(crc(nvs.bytes.subarray(row + 32, row + 36)), row + 28);
    mendRow(nvs.bytes, row);
    const [mark, odd] = parseNvs(nvs.bytes).entries;
    expect(mark?.value).toMatchObject({ value: '\uFEFFname', isText: true });
    expect(odd?.value).toMatchObject({ value: 'ca\uFFFD', isText: false, bytes: Uint8Array.of(0x63, 0x61, 0xe9) });
  });

  test('pages count by their sequence number, not by their place', () => {
    const { bytes } = new NvsWriter(3)
      .set('app', 'name', text('old'))
      .set('app', 'fill', blob(3900))
      .set('app', 'name', text('new'), true);
    const turned = Buffer.concat([bytes.subarray(4096, 8192), bytes.subarray(8192), bytes.subarray(0, 4096)]);
    expect(table(parseNvs(turned))['app/name']).toBe('new');
  });

  test('a page whose entries are being moved is read like any other', () => {
    const { bytes } = new NvsWriter(2).set('app', 'name', text('there'));
    bytes.writeUInt32LE(0xffff_fff8, 0);
    expect(parseNvs(bytes)).toMatchObject({ pages: [{ state: 'freeing' }, { state: 'empty' }], notes: [] });
    expect(table(parseNvs(bytes))).toEqual({ 'app/name': 'there' });
  });

  test('an empty partition, and one that is something else', () => {
    expect(parseNvs(Buffer.alloc(8192, 0xff))).toMatchObject({ state: 'empty', entries: [], notes: [] });
    expect(parseNvs(Buffer.alloc(8192, 0x5a))).toMatchObject({ state: 'foreign', entries: [], notes: [] });
    expect(parseNvs(new Uint8Array())).toMatchObject({ state: 'empty', pages: [] });
  });
});

describe('damage', () => {
  const make = (): NvsWriter =>
    new NvsWriter(4)
      .set('app', 'first', text('one'))
      .set('app', 'big', blob(5000))
      .set('app', 'last', { type: 'i8', value: -3n });

  test('of a page header leaves out that page alone', () => {
    const { bytes } = make();
    bytes[5]! ^= 1;
    const contents = parseNvs(bytes);
    expect(contents.pages[0]).toMatchObject({ state: 'damaged', sequence: null });
    expect(table(contents)).toEqual({ '#1/last': -3n });
    expect(kinds(contents)).toEqual(['damagedPage', 'chunkMissing', 'unknownNamespace']);
  });

  test('of the entry that joins a blob leaves loose parts behind, and no half blob', () => {
    const { bytes } = make();
    const index = bytes.indexOf(Buffer.from([1, 0x48, 1, 0xff]));
    bytes[index + 24]! ^= 1;
    const contents = parseNvs(bytes);
    expect(Object.keys(table(contents))).toEqual(['app/first', 'app/last']);
    expect(contents.notes).toMatchObject([{ kind: 'entryChecksum' }, { kind: 'looseChunk', count: 2 }]);
  });

  test('of an entry or of its data leaves out that value alone', () => {
    const entry = make().bytes;
    entry[64 + 32 + 10]! ^= 1;
    const damagedEntry = parseNvs(entry);
    expect(Object.keys(table(damagedEntry))).toEqual(['app/big', 'app/last']);
    expect(damagedEntry.notes[0]).toMatchObject({ kind: 'entryChecksum', page: 0, entry: 1 });
    const data = make().bytes;
    data[64 + 64]! ^= 1;
    const damagedData = parseNvs(data);
    expect(Object.keys(table(damagedData))).toEqual(['app/big', 'app/last']);
    expect(damagedData.notes).toEqual([{ kind: 'dataChecksum', count: 1, page: 0, entry: 1 }]);
  });

  test('of one byte anywhere never adds a value or changes one', () => {
    const whole = table(parseNvs(make().bytes));
    fc.assert(
      fc.property(fc.nat(4 * 4096 - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const { bytes } = make();
        bytes[at]! ^= flip;
        const contents = parseNvs(bytes);
        for (const [name, value] of Object.entries(table(contents))) {
          expect(whole[name.replace(/^#1\//, 'app/')]).toEqual(value);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('a page of a newer format is left out and said so', () => {
    const { bytes } = make();
    bytes[8] = 0xfd;
    bytes.writeUInt32LE(crcOfHeader(bytes), 28);
    expect(kinds(parseNvs(bytes))).toContain('newerPage');
  });
});

describe('anything at all', () => {
  test('never throws, and never gives more bytes than there are', () => {
    fc.assert(
      fc.property(hostilePartition(), (bytes) => {
        const { entries } = parseNvs(bytes);
        const held = entries.reduce((sum, { value }) => sum + ('bytes' in value ? value.bytes.length : 0), 0);
        expect(held).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: runs(300) },
    );
  });

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1 as const, 2 as const),
        fc.array(fc.tuple(name(), name(), value()), { maxLength: 40 }),
        (version, writes) => {
          const nvs = new NvsWriter(60, version);
          const expected = new Map<string, NvsWriteValue>();
          for (const [namespace, key, written] of writes) {
            nvs.set(namespace, key, written);
            expected.delete(`${namespace}/${key}`);
            expected.set(`${namespace}/${key}`, written);
          }
          const contents = parseNvs(nvs.bytes);
          expect(contents.notes).toEqual([]);
          expect(table(contents)).toEqual(
            Object.fromEntries(
              [...expected].map(([id, each]) => [
                id,
                each.type === 'blob' ? Buffer.from(each.bytes).toString('hex') : each.value,
              ]),
            ),
          );
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

function name(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[a-z][a-zA-Z0-9._-]{0,14}$/);
}

function value(): fc.Arbitrary<NvsWriteValue> {
  const integers = nvsIntegerTypes.map((type) => {
    const bits = BigInt(type.slice(1));
    const [min, max] = type.startsWith('u') ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
    return fc.bigInt({ min, max }).map((number): NvsWriteValue => ({ type, value: number }));
  });
  const texts = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .filter((each) => !each.includes('\0'))
    .map(text);
  const blobs = fc.uint8Array({ maxLength: 3000 }).map((bytes): NvsWriteValue => ({ type: 'blob', bytes }));
  return fc.oneof(...integers, texts, blobs);
}

/** Real pages with rows of nonsense, so that parsers get beyond the header. */
function hostilePartition(): fc.Arbitrary<Uint8Array> {
  const splash = fc.tuple(fc.nat(2 * 4096 - 64), fc.uint8Array({ minLength: 1, maxLength: 64 }));
  const mended = fc.array(splash, { maxLength: 12 }).map((splashes) => {
    const { bytes } = new NvsWriter(2).set('a', 'b', text('c')).set('a', 'd', blob(4500));
    for (const [at, rubbish] of splashes) bytes.set(rubbish, at);
    for (const page of [0, 4096]) {
      bytes.writeUInt32LE(0xffff_fffe, page);
      bytes.writeUInt32LE(crcOfHeader(bytes, page), page + 28);
      for (let row = page + 64; row < page + 4096; row += 32) mendRow(bytes, row);
    }
    return new Uint8Array(bytes);
  });
  return fc.oneof(fc.uint8Array({ maxLength: 9000 }), mended);
}

function crcOfHeader(bytes: Buffer, page = 0): number {
  return crc(bytes.subarray(page + 4, page + 28));
}

function mendRow(bytes: Buffer, row: number): void {
  bytes.writeUInt32LE(crc(Buffer.concat([bytes.subarray(row, row + 4), bytes.subarray(row + 8, row + 32)])), row + 4);
}

function crc(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb8_8320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

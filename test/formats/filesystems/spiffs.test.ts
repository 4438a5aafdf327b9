import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVolume } from '../../../src-shared/formats/filesystems/read-volume';
import { runs } from '../../property-runs';
import { contentsOf, goldenVolume, inText, joined, overwritten, pattern, readAll, volumeOf } from './golden-volumes';

const many = Array.from({ length: 30 }, (_, index) => index).filter((index) => index % 7 !== 0);
const expected = inText({
  '/B\u00e4r.txt': pattern(19, 20),
  '/config.json': pattern(3, 41),
  '/log.txt': joined(pattern(11, 100), ...Array.from({ length: 6 }, () => pattern(13, 900))),
  ...Object.fromEntries(
    many.map((index) => [
      `/many/file-${String(index).padStart(2, '0')}.txt`,
      index === 1 ? pattern(17, 12) : pattern(index + 1, index * 30),
    ]),
  ),
  '/new-name': pattern(2, 700),
  '/www/index.html': overwritten(pattern(5, 5000), 100, 'OVERWRITTEN'),
  '/www/logo.svg': pattern(7, 40000),
  '/zero': new Uint8Array(0),
});

const usual = { pageSize: 256, nameLength: 32, isGuessed: false };
describe.each([
  ['spiffs-esp32', { ...usual, blockSize: 4096, blockCount: 64, metaLength: 4, listOffset: 49, magic: 'withLength' }],
  ['spiffs-esp8266', { ...usual, blockSize: 8192, blockCount: 24, metaLength: 0, listOffset: 46, magic: 'withLength' }],
  ['spiffs-64k-no-magic', { ...usual, blockSize: 65536, blockCount: 8, metaLength: 4, listOffset: 49, magic: 'none' }],
])('%s, which SPIFFS wrote', (name, geometry) => {
  const volume = volumeOf(goldenVolume(name));

  test('has the files in it, with all that happened to them', () => {
    expect(contentsOf(volume)).toEqual(expected);
    expect(volume.entries.some(({ isDamaged }) => isDamaged)).toBe(false);
  });

  test('gives away how it is laid out, and what was noted with the files', () => {
    expect(volume.geometry).toEqual({ kind: 'spiffs', ...geometry });
    const config = volume.entries.find(({ path }) => path === '/config.json');
    expect(config?.modifiedMs).toBe(geometry.metaLength === 4 ? 0x5e0b_e100 * 1000 : null);
    expect(volume.entries.find(({ path }) => path === '/zero')?.modifiedMs).toBe(null);
    expect(volume.notesOf('/config.json')).toEqual(
      geometry.metaLength === 4 ? [{ type: 0, bytes: Uint8Array.of(0, 0xe1, 0x0b, 0x5e) }] : [],
    );
  });
});

test('the sizes are those that the library tells a program on the board', () => {
  expect(volumeOf(goldenVolume('spiffs-esp32'))).toMatchObject({ totalBytes: 233_681, usedBytes: 74_547 });
});

test('a partition that is larger than its filesystem is read, and of a smaller one what is in it', () => {
  const whole = goldenVolume('spiffs-esp32');
  const larger = new Uint8Array(whole.length + 9000).fill(0xff);
  larger.set(whole);
  expect(contentsOf(volumeOf(larger))).toEqual(expected);
  expect(volumeOf(larger).geometry).toEqual(volumeOf(whole).geometry);

  const smaller = volumeOf(whole.subarray(0, 22 * 4096));
  expect(smaller.geometry).toEqual(volumeOf(whole).geometry);
  expect(Object.keys(contentsOf(smaller)).length).toBeGreaterThan(9);
  expect(expected).toMatchObject(contentsOf(smaller));
});

test('an empty one tells by its deleted files how it is set, and by the chip’s family where nothing was ever in it', () => {
  for (const [name, listOffset] of [
    ['spiffs-esp32', 49],
    ['spiffs-esp8266', 46],
  ] as const) {
    const bytes = goldenVolume(name);
    const blockSize = name === 'spiffs-esp32' ? 4096 : 8192;
    // As if all files were deleted: lookups cleared, pages marked.
    for (let at = 0; at < bytes.length; at += blockSize) {
      for (let entry = at; entry < at + 250; entry++) if (bytes[entry] !== 0xff) bytes[entry] = 0;
      for (let page = at + 256; page < at + blockSize; page += 256) bytes[page + 4] = (bytes[page + 4] ?? 0) & 0x7f;
    }
    expect(volumeOf(bytes)).toMatchObject({ entries: [], geometry: { listOffset, isGuessed: false } });

    for (let at = 0; at < bytes.length; at += blockSize) bytes.fill(0xff, at + 256, at + blockSize);
    expect(readVolume(bytes)?.geometry).toMatchObject({ listOffset, isGuessed: true });
    expect(readVolume(bytes, 'esp32')?.geometry).toMatchObject({ listOffset: 49, metaLength: 4 });
    expect(readVolume(bytes, 'esp8266')?.geometry).toMatchObject({ listOffset: 46, metaLength: 0 });
  }
});

test('one block may be without its mark, because the power went while it was erased', () => {
  const bytes = goldenVolume('spiffs-esp32');
  bytes.fill(0xff, 63 * 4096, 64 * 4096);
  expect(contentsOf(volumeOf(bytes))).toEqual(expected);
  bytes.fill(0xff, 61 * 4096, 62 * 4096);
  expect(readVolume(bytes)?.geometry).not.toMatchObject({ magic: 'withLength' });
});

test('a page that belongs to another file is not taken for this one’s', () => {
  const bytes = goldenVolume('spiffs-esp32');
  const { blockSize, pageSize } = { blockSize: 4096, pageSize: 256 };
  // Every page of contents is made the property of object 77.
  for (let page = 0; page < bytes.length / pageSize; page++) {
    if (page % (blockSize / pageSize) === 0 || (bytes[page * pageSize + 4] ?? 0) !== 0xfc) continue;
    bytes.set([77, 0], page * pageSize);
  }
  const readable = volumeOf(bytes).entries.filter(({ isDamaged }) => !isDamaged);
  expect(readable.map(({ path }) => path)).toEqual(['/zero']);
});

describe('nothing throws or hangs, and nothing is found where there is nothing', () => {
  test('on images with wrong bytes in them', () => {
    const images = ['spiffs-esp32', 'spiffs-esp8266'].map(goldenVolume);
    const place = fc.tuple(fc.nat(0xf_ffff), fc.nat(255));
    fc.assert(
      fc.property(fc.constantFrom(...images), fc.array(place), fc.nat(64), (whole, changes, blocks) => {
        const bytes = whole.slice(0, blocks * 4096 + (blocks % 7));
        // Half of them hit the lookups and headers, where they do most harm.
        for (const [at, value] of changes) bytes[(at % 2 === 0 ? at : at & ~0xf0) % bytes.length] = value;
        readAll(bytes);
      }),
      { numRuns: runs(20) },
    );
  });

  test('on erased flash, zeroes, noise and text', () => {
    const noise = Uint8Array.from({ length: 65_536 }, (_, index) => (Math.imul(index, 2_654_435_761) >>> 13) & 0xff);
    for (const bytes of [new Uint8Array(65_536).fill(0xff), new Uint8Array(65_536), noise, pattern(7, 65_536)]) {
      expect(readVolume(bytes)).toBe(null);
    }
    for (const sizeBytes of [0, 1, 4095, 4096, 8191]) expect(readVolume(noise.subarray(0, sizeBytes))).toBe(null);
  });
});

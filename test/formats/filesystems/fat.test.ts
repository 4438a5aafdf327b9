import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../property-runs';
import { contentsOf, goldenVolume, inText, joined, pattern, readAll, volumeOf } from './golden-volumes';

const noon = Date.UTC(2024, 4, 17, 12, 34, 28);
const pages = Array.from({ length: 40 }, (_, index) => index).filter((index) => index % 7 !== 0);
const expected = (counter: number): Record<string, string | null> =>
  inText({
    '/A folder with a long name': null,
    '/A folder with a long name/Read me first, please.markdown': pattern(29, 77),
    '/B\u00e4r.txt': pattern(19, 20),
    '/LOG.TXT': joined(pattern(11, 100), ...Array.from({ length: 6 }, () => pattern(13, 900))),
    '/config.json': pattern(3, 41),
    '/counter.txt': pattern(counter, 50),
    '/empty': null,
    '/logo.svg': pattern(7, 40000),
    '/readme.txt': pattern(23, 300),
    '/www': null,
    ...Object.fromEntries(
      pages.map((index) => [`/www/Page number ${String(index).padStart(2, '0')}.html`, pattern(index + 1, index * 3)]),
    ),
    '/www/img': null,
    '/www/index.html': pattern(5, 5000),
    '/zero': new Uint8Array(0),
  });

describe.each([
  ['fat-wl-4096', 699, { version: 'FAT12', sectorSize: '4096', clusterSize: '4096', wearLevelling: 'yes' }],
  ['fat-wl-512', 39, { version: 'FAT12', sectorSize: '512', clusterSize: '2048', wearLevelling: 'yes' }],
  ['fat16-plain-512', 2, { version: 'FAT16', sectorSize: '512', clusterSize: '512', wearLevelling: 'no' }],
])('%s, which FatFs wrote', (name, counter, layout) => {
  const volume = volumeOf(goldenVolume(name));

  test('has the files in it, with all that happened to them', () => {
    expect(contentsOf(volume)).toEqual(expected(counter));
    expect(volume.entries.every(({ isDamaged, modifiedMs }) => !isDamaged && modifiedMs === noon)).toBe(true);
  });

  test('says how it is laid out, and what was noted with the files', () => {
    expect(Object.fromEntries(volume.layout.map((line) => [line.name, line.value]))).toEqual({
      ...layout,
      label: 'HARBOUR',
    });
    const readOnly = volume.entries.filter(({ path }) => ((volume.notesOf(path)[0]?.bytes[11] ?? 0) & 1) === 1);
    expect(readOnly.map(({ path }) => path)).toEqual(['/readme.txt']);
  });
});

test('the sizes are those that FatFs tells a program on the board', () => {
  expect(volumeOf(goldenVolume('fat-wl-4096'))).toMatchObject({ totalBytes: 487_424, usedBytes: 233_472 });
  expect(volumeOf(goldenVolume('fat16-plain-512'))).toMatchObject({ totalBytes: 4_143_616, usedBytes: 76_800 });
});

describe('FAT32, which mkfs.fat and mtools wrote', () => {
  const expectedFiles = inText({
    '/BIG.BIN': pattern(7, 40000),
    '/www': null,
    '/www/deep': null,
    '/www/deep/Lower and Upper.json': pattern(3, 41),
  });

  test('is read, also where the partition is smaller than it says', () => {
    const volume = volumeOf(goldenVolume('fat32-mkfs'));
    expect(contentsOf(volume)).toEqual(expectedFiles);
    expect(volume.layout).toContainEqual({ name: 'version', value: 'FAT32' });
    expect(volume.layout).toContainEqual({ name: 'label', value: 'LIGHTHOUSE' });
  });

  test('is read behind a partition table as SD cards have it', () => {
    const inner = goldenVolume('fat32-mkfs');
    const card = new Uint8Array(inner.length + 8 * 512);
    card.set(inner, 8 * 512);
    card.set([0x0c, 0, 0, 0, 8, 0, 0, 0], 450);
    card.set([0x55, 0xaa], 510);
    expect(contentsOf(volumeOf(card))).toEqual(expectedFiles);
  });
});

test('either state of the wear levelling is enough', () => {
  const whole = goldenVolume('fat-wl-4096');
  const sectors = whole.length / 4096;
  for (const state of [sectors - 3, sectors - 2]) {
    const bytes = whole.slice();
    bytes.fill(0xff, state * 4096, state * 4096 + 64);
    expect(contentsOf(volumeOf(bytes))).toEqual(expected(699));
  }
});

/** The image with FAT16's table changed: entries by their clusters. */
function withTable(entries: Readonly<Record<number, number>>): Uint8Array {
  const bytes = goldenVolume('fat16-plain-512');
  const view = new DataView(bytes.buffer);
  for (const [cluster, next] of Object.entries(entries)) view.setUint16(512 + Number(cluster) * 2, next, true);
  return bytes;
}

test('chains that lead in a circle, into each other or nowhere come to an end', () => {
  // The table of the image: /www is cluster 2, its further clusters and those of other files follow.
  const damaged = (bytes: Uint8Array): number => volumeOf(bytes).entries.filter(({ isDamaged }) => isDamaged).length;
  expect(damaged(withTable({}))).toBe(0);
  expect(volumeOf(withTable({ 40: 40 })).isIncomplete).toBe(false);
  expect(damaged(withTable({ 40: 40 }))).toBe(1);
  expect(damaged(withTable({ 40: 0 }))).toBe(1);
  expect(damaged(withTable({ 40: 0xfff0 }))).toBe(1);
  const all = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [index + 2, 2]));
  expect(damaged(withTable(all))).toBeGreaterThan(3);
  expect(volumeOf(withTable(all)).isIncomplete).toBe(true);
  readAll(withTable(all));
});

describe('nothing throws or hangs', () => {
  test('on images with wrong bytes in them', () => {
    const images = ['fat-wl-4096', 'fat-wl-512', 'fat32-mkfs'].map(goldenVolume);
    const place = fc.tuple(fc.nat(0xf_ffff), fc.nat(255));
    fc.assert(
      fc.property(fc.constantFrom(...images), fc.array(place), fc.nat(0xf_ffff), (whole, changes, sizeBytes) => {
        const bytes = whole.slice(0, sizeBytes % 3 === 0 ? sizeBytes : whole.length);
        // Most of them hit boot sector, tables and folders, where they do most harm.
        for (const [at, value] of changes) bytes[at % 4 === 0 ? at : at % 40_000] = value;
        readAll(bytes);
      }),
      { numRuns: runs(20) },
    );
  });

  test('on boot sectors of any numbers', () => {
    const whole = goldenVolume('fat16-plain-512').subarray(0, 65_536);
    const header = fc.tuple(
      fc.constantFrom(512, 1024, 4096, 0, 7),
      fc.constantFrom(1, 2, 64, 128, 0),
      fc.nat(0xffff),
      fc.nat(3),
      fc.nat(0xffff),
      fc.oneof(fc.nat(0xffff), fc.constant(0)),
      fc.nat(0xffff),
      fc.integer({ min: 0, max: 0xffff_ffff }),
      fc.integer({ min: 0, max: 0xffff_ffff }),
    );
    fc.assert(
      fc.property(header, ([sector, perCluster, reserved, fats, root, small, perFat, large, perFat32]) => {
        const bytes = whole.slice();
        const view = new DataView(bytes.buffer);
        view.setUint16(11, sector, true);
        view.setUint8(13, perCluster);
        view.setUint16(14, reserved % 4 === 0 ? reserved : 1, true);
        view.setUint8(16, fats);
        view.setUint16(17, root % 2 === 0 ? root : 0, true);
        view.setUint16(19, small, true);
        view.setUint16(22, perFat % 3 === 0 ? perFat : 0, true);
        view.setUint32(32, large, true);
        view.setUint32(36, perFat32 % 2 === 0 ? perFat32 : perFat32 % 5000, true);
        readAll(bytes);
      }),
      { numRuns: runs(200) },
    );
  });
});

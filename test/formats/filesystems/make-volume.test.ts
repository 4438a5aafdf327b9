import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAppError } from '../../../src-shared/errors/app-error';
import type { FileVolume, VolumeFile } from '../../../src-shared/formats/filesystems/file-volume';
import { readLittleFsLog } from '../../../src-shared/formats/filesystems/littlefs-log';
import { makeVolume } from '../../../src-shared/formats/filesystems/make-volume';
import { readVolume } from '../../../src-shared/formats/filesystems/read-volume';
import { usualGeometry } from '../../../src-shared/formats/filesystems/usual-geometry';
import { runs } from '../../property-runs';
import { contentsOf, goldenVolume, inText, pattern, volumeOf } from './golden-volumes';

const now = Date.UTC(2026, 10, 26, 4, 30, 10);
const filesOf = (volume: FileVolume): VolumeFile[] =>
  volume.entries.map(({ path, kind }) => ({ path, bytes: kind === 'file' ? volume.read(path) : null }));
const timesOf = (volume: FileVolume): Record<string, number | null> =>
  Object.fromEntries(volume.entries.map(({ path, modifiedMs }) => [path, modifiedMs]));
const notesOf = (volume: FileVolume): unknown => volume.entries.map(({ path }) => [path, volume.notesOf(path)]);

const images = [
  'littlefs-2.0-4096',
  'littlefs-2.1-512',
  'spiffs-esp32',
  'spiffs-esp8266',
  'spiffs-64k-no-magic',
  'fat-wl-4096',
  'fat-wl-512',
  'fat16-plain-512',
];

describe.each(images)('%s made anew', (name) => {
  const before = goldenVolume(name);
  const volume = volumeOf(before);

  test('has the same files, notes and measures, and no more is used than before', () => {
    const bytes = makeVolume({ like: volume, sizeBytes: before.length, files: filesOf(volume), nowMs: now });
    expect(bytes.length).toBe(before.length);
    const after = volumeOf(bytes);
    expect(contentsOf(after)).toEqual(contentsOf(volume));
    expect(notesOf(after)).toEqual(notesOf(volume));
    expect(timesOf(after)).toEqual(timesOf(volume));
    expect(after.layout).toEqual(volume.layout);
    expect(after.geometry).toEqual(volume.geometry);
    expect(after.usedBytes).toBeLessThanOrEqual(volume.usedBytes);
    // What is made of the same is the same.
    const again = makeVolume({ like: after, sizeBytes: before.length, files: filesOf(after), nowMs: 0 });
    expect(Buffer.compare(again, bytes)).toBe(0);
  });

  test('with one file changed, one left out and one added has a new time for two of them', () => {
    const changed = filesOf(volume)
      .filter(({ path }) => path !== '/zero')
      .map((file) => (file.path === '/config.json' ? { ...file, bytes: pattern(4, 600) } : file));
    const files = [...changed, { path: '/added.txt', bytes: pattern(6, 7000) }];
    const after = volumeOf(makeVolume({ like: volume, sizeBytes: before.length, files, nowMs: now }));
    expect(contentsOf(after)).toEqual(
      inText(Object.fromEntries([...files].sort(byPath).map(({ path, bytes }) => [path, bytes]))),
    );
    const hasTimes = Object.values(timesOf(volume)).some((time) => time !== null) || name === 'spiffs-64k-no-magic';
    expect(timesOf(after)).toMatchObject({
      '/config.json': hasTimes ? now : null,
      '/added.txt': hasTimes ? now : null,
      '/www/index.html': timesOf(volume)['/www/index.html'],
    });
  });
});

const byPath = (a: VolumeFile, b: VolumeFile): number => (a.path < b.path ? -1 : 1);

test('attributes stay with a file of LittleFS whose contents change, but for its time', () => {
  const volume = volumeOf(goldenVolume('littlefs-2.0-4096'));
  const files = [{ path: '/config.json', bytes: pattern(1, 1) }];
  const after = volumeOf(makeVolume({ like: volume, sizeBytes: 64 * 4096, files, nowMs: now }));
  expect(after.notesOf('/config.json')).toEqual([
    { type: 7, bytes: new TextEncoder().encode('note') },
    { type: 0x74, bytes: new Uint8Array(new Uint32Array([now / 1000]).buffer) },
  ]);
});

test('a name that is no text is written back as it was', () => {
  const volume = volumeOf(goldenVolume('spiffs-esp32'));
  const bytes = makeVolume({
    like: volume,
    sizeBytes: 64 * 4096,
    files: [{ path: '/B\u00e4r.txt', bytes: pattern(1, 300) }],
    nowMs: null,
  });
  // The name in the code page of somebody's editor: one byte that is not UTF-8, and no slash before it.
  const at = Buffer.from(bytes).indexOf('/B\u00e4r.txt');
  bytes.set([0x42, 0xe4, 0x72, 0, 0, 0, 0, 0, 0], at);
  const odd = volumeOf(bytes);
  expect(odd.entries.map(({ path }) => path)).toEqual(['/B\uFFFDr']);
  const again = makeVolume({ like: odd, sizeBytes: 64 * 4096, files: filesOf(odd), nowMs: null });
  expect(Buffer.compare(again, bytes)).toBe(0);
});

test('names of LittleFS stand in the order in which the library looks for them: the longer first', () => {
  const files = ['b', 'ba', 'a', 'bab', 'B', 'c'].map((name) => ({ path: `/${name}`, bytes: pattern(1, 2) }));
  const image = makeVolume({ like: usualGeometry('littlefs', 65_536), sizeBytes: 65_536, files, nowMs: null });
  const names = readLittleFsLog(image.subarray(0, 4096))?.records.map(({ name }) => Buffer.from(name ?? []).toString());
  expect(names).toEqual(['littlefs', 'B', 'a', 'bab', 'ba', 'b', 'c']);
});

test('short names of FAT are written without a long one where that says all, and never twice', () => {
  const names = [
    'LOUD.TXT',
    'quiet.txt',
    'Mixed.txt',
    'quiet long name.text',
    'Quiet long name.texture',
    '\u00c4\u65e5.b',
  ];
  const files = names.map((name) => ({ path: `/${name}`, bytes: pattern(1, 2) }));
  const like = { ...volumeOf(goldenVolume('fat16-plain-512')).geometry };
  const image = makeVolume({ like, sizeBytes: 4_194_304, files, nowMs: now });
  const volume = volumeOf(image);
  expect(volume.entries.map(({ path }) => path).sort()).toEqual(files.map(({ path }) => path).sort());
  const shorts = volume.entries.map(({ path }) => [
    path,
    Buffer.from(volume.notesOf(path)[0]?.bytes ?? []).toString('latin1', 0, 11),
  ]);
  expect(Object.fromEntries(shorts)).toEqual({
    '/LOUD.TXT': 'LOUD    TXT',
    '/quiet.txt': 'QUIET   TXT',
    '/Mixed.txt': 'MIXED~1 TXT',
    '/quiet long name.text': 'QUIETL~2TEX',
    '/Quiet long name.texture': 'QUIETL~1TEX',
    '/\u00c4\u65e5.b': '__~1    B  ',
  });
});

const kinds = ['littlefs', 'spiffs', 'fat'] as const;

describe.each(kinds)('%s as it usually is', (kind) => {
  test('takes any files that fit, and says of others what is wrong', () => {
    const part = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('www', 'a', 'img', 'index.html', 'README', 'data.bin') },
      { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }) },
      { weight: 1, arbitrary: fc.constantFrom('..', '.', '', 'x'.repeat(300), 'a:b', 'end.', '\0') },
    );
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 90 }),
      fc.nat(30_000).map((sizeBytes) => pattern(5, sizeBytes)),
      fc.constant(null),
    );
    const file = fc.record({ path, bytes });
    const size = fc.constantFrom(65_536, 131_072, 200_000, 1_048_576);
    fc.assert(
      fc.property(fc.array(file, { maxLength: 25 }), size, fc.boolean(), (files, sizeBytes, isTimed) => {
        let image: Uint8Array;
        try {
          image = makeVolume({ like: usualGeometry(kind, sizeBytes), sizeBytes, files, nowMs: isTimed ? now : null });
        } catch (error) {
          const codes = ['file.noRoom', 'file.nameTooLong', 'file.nameNotAllowed', 'file.noFolders'] as const;
          expect(codes.some((code) => isAppError(error, code))).toBe(true);
          return;
        }
        expect(image.length).toBe(sizeBytes);
        const volume = volumeOf(image);
        expect(volume.kind).toBe(kind);
        expect(contentsOf(volume)).toMatchObject(
          inText(Object.fromEntries(files.map((each) => [each.path, each.bytes]))),
        );
        expect(volume.entries.filter((entry) => entry.kind === 'file').length).toBe(
          files.filter((each) => each.bytes !== null).length,
        );
      }),
      { numRuns: runs(60) },
    );
  });

  test('may be filled to its last byte, and not beyond', () => {
    const sizeBytes = 131_072;
    const like = usualGeometry(kind, sizeBytes);
    const make = (length: number): Uint8Array =>
      makeVolume({ like, sizeBytes, files: [{ path: '/all', bytes: pattern(3, length) }], nowMs: null });
    let [fits, tooMuch] = [0, sizeBytes];
    while (tooMuch - fits > 1) {
      const middle = (fits + tooMuch) >> 1;
      try {
        make(middle);
        fits = middle;
      } catch {
        tooMuch = middle;
      }
    }
    expect(volumeOf(make(fits)).read('/all').length).toBe(fits);
    expect(fits).toBeGreaterThan(sizeBytes * 0.6);
    expect(() => make(tooMuch)).toThrow(
      expect.objectContaining({
        code: 'file.noRoom',
        facts: { name: '/all', missingBytes: expect.any(Number) as number },
      }),
    );
  });
});

describe('a file that cannot be in the filesystem is named', () => {
  const make = (kind: (typeof kinds)[number], ...files: VolumeFile[]): unknown => {
    try {
      return makeVolume({ like: usualGeometry(kind, 131_072), sizeBytes: 131_072, files, nowMs: null });
    } catch (error) {
      return isAppError(error) ? { code: error.code, facts: error.facts } : error;
    }
  };
  const file = (path: string, sizeBytes = 1): VolumeFile => ({ path, bytes: pattern(1, sizeBytes) });

  test('for the length of its name', () => {
    const long = `/${'n'.repeat(256)}`;
    expect(make('littlefs', file(long))).toEqual({ code: 'file.nameTooLong', facts: { name: long, limit: 255 } });
    expect(make('fat', file(long))).toEqual({ code: 'file.nameTooLong', facts: { name: long, limit: 255 } });
    const path = '/folder/and/a/name/of/some/length';
    expect(make('spiffs', file(path))).toEqual({ code: 'file.nameTooLong', facts: { name: path, limit: 31 } });
  });

  test('for being a folder in SPIFFS', () => {
    const folder = { path: '/www', bytes: null };
    expect(make('spiffs', folder)).toEqual({ code: 'file.noFolders', facts: { name: '/www' } });
  });

  test('for its name', () => {
    const refused = (name: string): unknown => ({ code: 'file.nameNotAllowed', facts: { name } });
    for (const path of ['', '/', 'a', '/a//b', '/..', '/a/./b', '/a\0b'])
      expect(make('littlefs', file(path))).toEqual(refused(path));
    expect(make('littlefs', file('/a'), file('/a'))).toEqual(refused('/a'));
    expect(make('littlefs', file('/a'), file('/a/b'))).toEqual(refused('/a/b'));
    expect(make('fat', file('/A.txt'), file('/a.TXT'))).toEqual(refused('/a.TXT'));
    for (const path of ['/a:b', '/a?', '/dot.', '/space ']) expect(make('fat', file(path))).toEqual(refused(path));
  });

  test('for its size, with what is missing for all', () => {
    const files = [file('/a', 60_000), file('/b', 60_000), file('/c', 60_000)];
    for (const kind of kinds) {
      const refused = make(kind, ...files) as { code: string; facts: { name: string; missingBytes: number } };
      expect(refused.code).toBe('file.noRoom');
      expect(refused.facts.name).toBe(kind === 'littlefs' ? '/c' : refused.facts.name);
      expect(refused.facts.missingBytes).toBeGreaterThan(45_000);
      expect(refused.facts.missingBytes).toBeLessThan(130_000);
    }
  });
});

test('folders in folders in folders are all made, and found again', () => {
  const path = Array.from({ length: 60 }, (_, index) => `/a folder with quite a long name, number ${index}`).join('');
  for (const kind of ['littlefs', 'fat'] as const) {
    const files = [{ path: `${path}/deepest`, bytes: pattern(1, 5) }];
    const volume = volumeOf(
      makeVolume({ like: usualGeometry(kind, 1_048_576), sizeBytes: 1_048_576, files, nowMs: null }),
    );
    expect(volume.entries.length).toBe(61);
    expect(volume.read(`${path}/deepest`)).toEqual(pattern(1, 5));
    expect(volume.isIncomplete).toBe(false);
  }
});

test('a volume that is larger than the partition is made as large as fits', () => {
  for (const name of ['littlefs-2.0-4096', 'spiffs-esp32', 'fat-wl-4096', 'fat16-plain-512']) {
    const like = volumeOf(goldenVolume(name));
    const files = filesOf(like).filter(({ path, bytes }) => (bytes?.length ?? 0) < 300 && !path.includes('Page'));
    const image = makeVolume({ like, sizeBytes: 196_608, files, nowMs: null });
    expect(image.length).toBe(196_608);
    const after = volumeOf(image);
    expect(after.totalBytes).toBeLessThanOrEqual(196_608);
    expect(contentsOf(after)).toEqual(inText(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]))));
    expect(() => makeVolume({ like, sizeBytes: 4096, files, nowMs: null })).toThrow(
      expect.objectContaining({ code: 'file.noRoom' }),
    );
  }
});

test('what can be read of a broken volume can be made anew, or is refused in words', () => {
  const wholes = images.map(goldenVolume);
  const place = fc.tuple(fc.nat(0xf_ffff), fc.nat(255));
  fc.assert(
    fc.property(fc.constantFrom(...wholes), fc.array(place, { maxLength: 60 }), (whole, changes) => {
      const bytes = whole.slice();
      for (const [at, value] of changes) bytes[(at % 3 === 0 ? at : at % 20_000) % bytes.length] = value;
      const like = readVolume(bytes);
      if (!like) return;
      const files = like.entries
        .filter(({ isDamaged }) => !isDamaged)
        .map(({ path, kind }) => ({ path, bytes: kind === 'file' ? like.read(path) : null }));
      try {
        const after = readVolume(makeVolume({ like, sizeBytes: bytes.length, files, nowMs: now }));
        if (files.length === 0) return;
        expect(inText(Object.fromEntries(files.map((file) => [file.path, file.bytes])))).toEqual(
          Object.fromEntries(
            Object.entries(contentsOf(after ?? like)).filter(([path]) => files.some((file) => file.path === path)),
          ),
        );
      } catch (error) {
        if (!isAppError(error)) throw error;
      }
    }),
    { numRuns: runs(40) },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeLittleFsLog, type LittleFsTag } from '../../../src-shared/formats/filesystems/littlefs-commit';
import { runs } from '../../property-runs';
import { contentsOf, goldenVolume, inText, joined, overwritten, pattern, readAll, volumeOf } from './golden-volumes';

describe.each([
  ['littlefs-2.0-4096', { version: '2.0', blockSize: '4096', blockCount: '64' }, 128],
  ['littlefs-2.1-512', { version: '2.1', blockSize: '512', blockCount: '256' }, 16],
])('%s, which littlefs wrote and lost the power in the midst of moving a file', (name, layout, programSize) => {
  const volume = volumeOf(goldenVolume(name));

  test('has the files in it, with all that happened to them', () => {
    const many = Array.from({ length: 60 }, (_, index) => index).filter((index) => index % 7 !== 0);
    expect(contentsOf(volume)).toEqual(
      inText({
        '/B\u00e4r.txt': pattern(19, 20),
        '/config.json': pattern(3, 41),
        '/empty': null,
        '/log.txt': joined(pattern(11, 100), ...Array.from({ length: 6 }, () => pattern(13, 900))),
        '/many': null,
        ...Object.fromEntries(
          many.map((index) => [
            `/many/file-${String(index).padStart(2, '0')}.txt`,
            index === 1 ? pattern(17, 12) : pattern(index + 1, index * 3),
          ]),
        ),
        '/moved.svg': pattern(7, 40000),
        '/www': null,
        '/www/img': null,
        '/www/index.html': overwritten(pattern(5, 5000), 100, 'OVERWRITTEN'),
        '/zero': new Uint8Array(0),
      }),
    );
    expect(volume.entries.some(({ isDamaged }) => isDamaged)).toBe(false);
    expect(volume.isIncomplete).toBe(false);
  });

  test('says how it is laid out and what was noted with the files', () => {
    expect(Object.fromEntries(volume.layout.map((line) => [line.name, line.value]))).toMatchObject(layout);
    expect(volume).toMatchObject({ kind: 'littlefs', geometry: { programSize, nameMax: 255 } });
    expect(volume.totalBytes).toBe(name.includes('4096') ? 64 * 4096 : 256 * 512);
    expect(volume.usedBytes).toBeGreaterThan(46_000);
    expect(volume.usedBytes).toBeLessThan(volume.totalBytes);
    const times = Object.fromEntries(volume.entries.map(({ path, modifiedMs }) => [path, modifiedMs]));
    expect(times).toMatchObject({
      '/config.json': 0x5e0b_e100 * 1000,
      '/zero': 0x5e0b_e100 * 1000,
      '/log.txt': null,
    });
    expect(volume.notesOf('/config.json').map(({ type }) => type)).toEqual([0x74, 7]);
    expect(volume.notesOf('/log.txt')).toEqual([]);
  });

  test('is read from the second superblock, where the first is erased', () => {
    const bytes = goldenVolume(name);
    const { blockSize } = layout;
    // The younger of both has the latest files in it; either of them still says what is there.
    const read = [0, 1].map((block) => {
      const half = bytes.slice();
      half.fill(0xff, block * Number(blockSize), (block + 1) * Number(blockSize));
      return volumeOf(half).layout;
    });
    expect(read).toEqual([volume.layout, volume.layout]);
  });
});

test('a partition that is larger than its filesystem is read, and of a smaller one what is in it', () => {
  const whole = goldenVolume('littlefs-2.0-4096');
  const larger = new Uint8Array(whole.length + 8192).fill(0xff);
  larger.set(whole);
  expect(contentsOf(volumeOf(larger))).toEqual(contentsOf(volumeOf(whole)));

  const smaller = volumeOf(whole.subarray(0, 20 * 4096 + 5));
  expect(smaller.totalBytes).toBe(64 * 4096);
  const lost = smaller.entries.filter(({ isDamaged }) => isDamaged);
  expect(lost.map(({ path }) => path)).toContain('/log.txt');
  for (const { path } of lost) {
    expect(() => smaller.read(path)).toThrow(expect.objectContaining({ code: 'file.notUnderstood' }));
  }
  for (const { path } of smaller.entries.filter(({ kind, isDamaged }) => kind === 'file' && !isDamaged)) {
    expect(smaller.read(path)).toEqual(volumeOf(whole).read(path));
  }
});

test('what is no file cannot be read', () => {
  const volume = volumeOf(goldenVolume('littlefs-2.0-4096'));
  for (const path of ['/www', '/', '', '/nothing', 'config.json', '__proto__']) {
    expect(() => volume.read(path)).toThrow(expect.objectContaining({ code: 'file.notUnderstood' }));
  }
});

const measures = { blockSize: 512, programSize: 16, minorVersion: 1 } as const;
const blockCount = 16;
const word = (...values: number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const superblock: LittleFsTag[] = [
  { type: 0x0ff, id: 0, data: text('littlefs') },
  { type: 0x201, id: 0, data: word(0x2_0001, measures.blockSize, blockCount, 255, 0x7fff_ffff, 1022) },
];

/** A volume of metadata blocks with right checksums and whatever is wanted in them; the first pair has a superblock, too. */
function crafted(blocks: Readonly<Record<number, readonly LittleFsTag[]>>): Uint8Array {
  const bytes = new Uint8Array(blockCount * measures.blockSize).fill(0xff);
  for (const [block, tags] of Object.entries({ 0: [], 1: [], ...blocks })) {
    const all = Number(block) < 2 ? [...superblock, ...tags] : tags;
    bytes.set(writeLittleFsLog(all, 1, measures), Number(block) * measures.blockSize);
  }
  return bytes;
}

const folder = (id: number, name: string, ...pair: [number, number]): LittleFsTag[] => [
  { type: 0x002, id, data: text(name) },
  { type: 0x200, id, data: word(...pair) },
];
const file = (id: number, name: string, head: number, size: number): LittleFsTag[] => [
  { type: 0x001, id, data: text(name) },
  { type: 0x202, id, data: word(head, size) },
];
const hardTail = (...pair: [number, number]): LittleFsTag => ({ type: 0x601, id: 0x3ff, data: word(...pair) });

describe('pointers that lead in a circle come to an end', () => {
  test('of folders', () => {
    const { entries } = volumeOf(crafted({ 0: folder(1, 'a', 2, 3), 2: folder(0, 'b', 2, 3), 3: [] }));
    expect(entries).toMatchObject([
      { path: '/a', isDamaged: false },
      { path: '/a/b', isDamaged: true },
    ]);
  });

  test('of the parts of a folder', () => {
    const volume = volumeOf(crafted({ 0: folder(1, 'a', 2, 3), 2: [hardTail(4, 5)], 4: [hardTail(2, 3)] }));
    expect(volume).toMatchObject({ entries: [{ path: '/a', isDamaged: true }], isIncomplete: true });
  });

  test('of the list of all of them', () => {
    expect(volumeOf(crafted({ 0: [hardTail(2, 3)], 2: [hardTail(0, 1)] })).entries).toEqual([]);
  });

  test('of the blocks of a file', () => {
    const bytes = crafted({ 0: file(1, 'a', 6, 2000) });
    bytes.set(word(6, 6, 6, 6), 6 * measures.blockSize);
    expect(volumeOf(bytes).entries).toMatchObject([{ path: '/a', sizeBytes: 2000, isDamaged: true }]);
  });
});

test('files do not share blocks, nor take those of a folder', () => {
  const bytes = crafted({
    0: [...file(1, 'a', 6, 9), ...file(2, 'b', 6, 9), ...file(3, 'c', 2, 9), ...folder(4, 'd', 2, 3)],
    2: [],
  });
  expect(volumeOf(bytes).entries.map(({ isDamaged }) => isDamaged)).toEqual([false, true, true, false]);
});

test('names that would lead elsewhere are made harmless, and of two of the same name the first counts', () => {
  const names = ['..', '.', 'x/../../y', 'same', 'same', ''];
  const tags = names.flatMap((name, index) => file(index + 1, name, index + 4, 5));
  expect(volumeOf(crafted({ 0: tags })).entries.map(({ path }) => path)).toEqual([
    '/same',
    '/x\uFFFD..\uFFFD..\uFFFDy',
    '/\uFFFD',
  ]);
});

test('the later of both blocks of a pair counts, also where the revisions have gone round', () => {
  const bytes = crafted({});
  bytes.set(writeLittleFsLog([...superblock, ...file(1, 'old', 4, 5)], 0xffff_ffff, measures), 0);
  bytes.set(writeLittleFsLog([...superblock, ...file(1, 'new', 4, 5)], 0, measures), measures.blockSize);
  expect(volumeOf(bytes).entries.map(({ path }) => path)).toEqual(['/new']);
});

describe('nothing throws or hangs', () => {
  test('on images with wrong bytes in them', () => {
    const whole = goldenVolume('littlefs-2.1-512');
    const place = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), fc.nat(whole.length), (changes, sizeBytes) => {
        const bytes = whole.slice(0, sizeBytes);
        for (const [at, value] of changes) if (at < sizeBytes) bytes[at] = value;
        readAll(bytes);
      }),
      { numRuns: runs(20) },
    );
  });

  test('on metadata with right checksums and nonsense in it', () => {
    const block = fc.nat(blockCount + 1);
    const pair = fc.tuple(block, block);
    const id = fc.oneof(fc.nat(6), fc.nat(0x3ff));
    const tag: fc.Arbitrary<LittleFsTag[]> = fc.oneof(
      fc.tuple(id, fc.string({ maxLength: 4 }), pair).map(([at, name, to]) => folder(at, name, ...to)),
      fc
        .tuple(id, fc.string({ maxLength: 4 }), block, fc.nat(9000))
        .map(([at, name, head, size]) => file(at, name, head, size)),
      fc.tuple(fc.nat(0x7ff), id, fc.uint8Array({ maxLength: 16 })).map(([type, at, data]) => [{ type, id: at, data }]),
      pair.map((to) => [hardTail(...to)]),
      fc.constantFrom(0x401, 0x4ff).chain((type) => id.map((at) => [{ type, id: at, data: new Uint8Array(0) }])),
    );
    const log = fc.array(tag, { maxLength: 8 }).map((tags) => tags.flat());
    fc.assert(
      fc.property(fc.dictionary(fc.nat(blockCount - 1).map(String), log), (blocks) => readAll(crafted(blocks))),
      { numRuns: runs(200) },
    );
  });
});

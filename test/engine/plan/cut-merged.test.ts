import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Partition } from '../../../src-shared/formats/partition-table';
import {
  MIB,
  app,
  board,
  boardLayout,
  bootloader,
  build,
  buildOn,
  lines,
  partition,
  repairs,
  row,
  table,
  views,
} from './plan-rows';
import { runs } from '../../property-runs';

const nvs = partition({ label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x5000 });
const otadata = partition({ label: 'otadata', type: 1, subtype: 0, offset: 0xe000, sizeBytes: 0x2000 });
const app0 = partition({ label: 'app0', type: 0, subtype: 0x10, offset: 0x1_0000, sizeBytes: 0x2_0000 });
const app1 = partition({ label: 'app1', type: 0, subtype: 0x11, offset: 0x3_0000, sizeBytes: 0x2_0000 });
const spiffs = partition({ label: 'spiffs', type: 1, subtype: 0x82, offset: 0x5_0000, sizeBytes: 0x1_0000 });
const layout = [nvs, otadata, app0, app1, spiffs];
const size = 0x6_0000;

/** A copy of flash as the reference tool merges it: 0xFF wherever no file lies. */
function merged(parts: readonly (readonly [number, Uint8Array])[] = [], partitions: Partition[] = layout): Uint8Array {
  const bytes = new Uint8Array(size).fill(0xff);
  bytes.set(bootloader(), 0x1000);
  bytes.set(table(...partitions), 0x8000);
  bytes.set(app(), app0.offset);
  for (const [offset, part] of parts) bytes.set(part, offset);
  return bytes;
}
const spans = (built: ReturnType<typeof build>): string[] =>
  built.plan!.regions.map(({ name, offset, bytes }) => {
    return `${offset.toString(16)}+${bytes.length.toString(16)} ${name}`;
  });
const kept = (built: ReturnType<typeof build>): string[] => (built.view.kept ?? []).map(({ name }) => name);

describe('a merged file', () => {
  const plain = row('0', merged(), 'merged.bin');

  it('is cut by its own partition table; what it holds only as blanks is not written', () => {
    const built = build([plain]);
    expect(lines(built, 'problem')).toEqual([]);
    expect(spans(built)).toEqual([
      '1000+1000 merged.bin (bootloader)',
      '8000+1000 merged.bin (partition table)',
      'e000+2000 merged.bin (otadata)',
      '10000+1000 merged.bin (app0)',
    ]);
    expect(built.view.writes.map(({ kind }) => kind)).toEqual(['bootloader', 'partitionTable', 'otaData', 'app']);
    expect(built.view.totalBytes).toBe(0x5000);
  });
  it('the view says what is kept, with its place', () => {
    expect(build([plain]).view.kept).toEqual([
      { row: 0, name: 'nvs', kind: 'nvs', offset: 0x9000, sizeBytes: 0x5000, isWithheld: false },
      { row: 0, name: 'spiffs', kind: 'filesystem', offset: 0x5_0000, sizeBytes: 0x1_0000, isWithheld: false },
    ]);
  });
  it('blank data on which application starts is written: else an older one might start', () => {
    const region = build([plain]).plan!.regions.find(({ offset }) => offset === otadata.offset)!;
    expect(region.bytes.every((byte) => byte === 0xff)).toBe(true);
  });
  it('a filesystem in it is written as a whole, free blocks too', () => {
    const built = build([row('0', merged([[0x5_0000, Uint8Array.of(1)]]), 'merged.bin')]);
    expect(spans(built)).toContain('50000+10000 merged.bin (spiffs)');
    expect(kept(built)).toEqual(['nvs']);
  });
  describe('with settings of its own', () => {
    const own = row('0', merged([[0xd000, Uint8Array.of(2)]]), 'backup.bin');

    it('leaves those on the board alone all the same, and says that it does', () => {
      const built = build([own]);
      expect(spans(built).filter((span) => span.includes('nvs'))).toEqual([]);
      expect(built.view.kept).toContainEqual(expect.objectContaining({ name: 'nvs', isWithheld: true }));
      expect(lines(built, 'warning')).toEqual(['withheld: plan.settingsWithheld']);
      expect(repairs(built)).toEqual([{ kind: 'setOption', option: 'keepSettings', value: false }]);
      expect(built.plan).not.toBeNull();
    });
    it('brings them where it is written as it is, and says what that costs', () => {
      const built = build([own], { keepSettings: false });
      expect(spans(built)).toEqual(['0+60000 backup.bin']);
      expect(lines(built, 'warning')).toEqual(['data: plan.dataOverwritten']);
      expect(repairs(built)).toEqual([{ kind: 'setOption', option: 'keepSettings', value: true }]);
    });
    it('brings them to a board that is erased first', () => {
      expect(spans(build([own], { eraseAll: true }))).toContain('9000+5000 backup.bin (nvs)');
    });
    it('brings them to a board that is known to be empty', () => {
      const built = buildOn(boardLayout({ partitions: null, bootloader: null }), [own]);
      expect(spans(built)).toContain('9000+5000 backup.bin (nvs)');
      expect(lines(built, 'warning')).toEqual([]);
    });
    it('brings them to a board that keeps none at that place', () => {
      const other = boardLayout({ partitions: views(partition({ sizeBytes: 0x4_0000 })) });
      expect(spans(buildOn(other, [own]))).toContain('9000+5000 backup.bin (nvs)');
    });
    it('leaves alone what the board has there, also where its place is larger or smaller', () => {
      for (const sizeBytes of [0x5000, 0x6000, 0x4000]) {
        const same = boardLayout({ partitions: views({ ...nvs, sizeBytes }, app0) });
        expect(kept(buildOn(same, [own]))).toEqual(['nvs']);
      }
    });
  });
  it('blank files go where the board has something else: a file system of another size starts empty', () => {
    const other = boardLayout({ partitions: views(nvs, { ...spiffs, sizeBytes: 0x2_0000 }) });
    const built = buildOn(other, [plain]);
    expect(spans(built)).toContain('50000+10000 merged.bin (spiffs)');
    expect(kept(built)).toEqual(['nvs']);
  });
  it('blank sectors inside an application belong to it', () => {
    const image = app({ firstSegment: new Uint8Array(0x9000).fill(0xff) }, 0xa000);
    const built = build([row('0', merged([[app0.offset, image]]), 'merged.bin')]);
    const region = built.plan!.regions.find(({ offset }) => offset === app0.offset)!;
    expect(Buffer.from(region.bytes.subarray(0, image.length)).equals(image)).toBe(true);
  });
  it('something where no partition is, is written', () => {
    const noted = merged([[0x2000 + 0x3000, Uint8Array.of(7)]], [nvs, app0]);
    noted[0x3_5000] = 9;
    const built = build([row('0', noted, 'merged.bin')]);
    expect(spans(built)).toContain('35000+1000 merged.bin');
    expect(built.plan!.regions[0]!.bytes[0x4000]).toBe(7);
  });
  it('is written as it is where settings are not to be kept', () => {
    const built = build([plain], { keepSettings: false });
    expect(spans(built)).toEqual(['0+60000 merged.bin']);
    expect(kept(built)).toEqual([]);
  });
  it('with the whole flash erased first nothing is kept and nothing blank is sent', () => {
    const built = build([plain], { eraseAll: true });
    expect(kept(built)).toEqual([]);
    expect(built.view.totalBytes).toBe(0x3000);
    expect(lines(built, 'warning')).toEqual(['data: plan.everythingErased']);
  });
  it('the size that was detected goes into the header of its bootloader', () => {
    const built = build([plain], { flashSize: 'detect' }, board({}, 16 * MIB));
    expect(built.plan!.regions[0]!.bytes[3]! & 0xf0).toBe(0x40);
  });
  it('a filesystem of its own may fill a gap of it', () => {
    const image = new Uint8Array(0x1_0000).fill(3);
    const built = build([plain, row('0x50000', image, 'spiffs.bin')]);
    expect(lines(built, 'problem')).toEqual([]);
    expect(spans(built)).toContain('50000+10000 spiffs.bin');
    expect(lines(build([plain, row('0x10000', app(), 'app.bin')]), 'problem')).toEqual(['overlap: plan.overlap']);
  });
  it('blanks behind the end of a smaller flash do not matter', () => {
    const long = new Uint8Array(8 * MIB).fill(0xff);
    long.set(merged());
    expect(lines(build([row('0', long, 'merged.bin')]), 'problem')).toEqual([]);
    expect(lines(build([row('0', long, 'merged.bin')], { keepSettings: false }), 'problem')).toEqual([
      'fits: plan.pastEnd',
    ]);
  });
  it('with a table whose rows overlap it is not cut', () => {
    const odd = partition({ label: 'odd', type: 1, subtype: 6, offset: 0x9000, sizeBytes: 0x8000 });
    expect(spans(build([row('0', merged([], [...layout, odd]), 'merged.bin')]))).toEqual(['0+60000 merged.bin']);
  });
  it('with a partition that ends inside a sector is cut behind that sector', () => {
    const short = partition({ label: 'short', type: 1, subtype: 6, offset: 0x5_0000, sizeBytes: 0x12 });
    const bytes = merged(
      [
        [0x5_0000, Uint8Array.of(1)],
        [0x5_0012, Uint8Array.of(2)],
        [0x5_1000, Uint8Array.of(3)],
      ],
      [nvs, otadata, app0, app1, short],
    );
    const built = build([row('0', bytes, 'merged.bin')]);
    expect(lines(built, 'problem')).toEqual([]);
    expect(spans(built).slice(-2)).toEqual(['50000+1000 merged.bin (short)', '51000+1000 merged.bin']);
  });
  it('that begins with the bootloader is cut alike', () => {
    const built = build([row('0x1000', merged().slice(0x1000), 'merged.bin')]);
    expect(spans(built)[0]).toBe('1000+1000 merged.bin (bootloader)');
    expect(kept(built)).toEqual(['nvs', 'spiffs']);
  });
  it('that ends inside a partition is written as far as it goes', () => {
    const built = build([row('0', merged().slice(0, app0.offset + app().length), 'merged.bin')]);
    expect(spans(built).at(-1)).toBe(`10000+${(Math.ceil(app().length / 4) * 4).toString(16)} merged.bin (app0)`);
    expect(kept(built)).toEqual(['nvs']);
  });
});

describe('whatever a merged file holds', () => {
  it('a table of any kind loses nothing of the file and writes nothing twice', () => {
    const sectors = fc.integer({ min: 0, max: 0x70 }).map((sector) => sector * 0x1000);
    const places = fc.oneof(sectors, fc.integer({ min: 0, max: 2 ** 32 - 1 }));
    const rows = fc.record({
      type: fc.constantFrom(0, 1, 2, 3, 0x40),
      subtype: fc.constantFrom(0, 1, 2, 0x10, 0x82),
      offset: places,
      sizeBytes: places,
    });
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 6 }), fc.nat({ max: size - 1 }), (partitions, end) => {
        const labelled = partitions.map((over, index) => partition({ ...over, label: `p${index}` }));
        const bytes = merged([], labelled).slice(0, Math.max(end, 0x9000));
        const built = build([row('0', bytes, 'merged.bin')], { force: true, flashSize: 'keep' });
        const flash = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(0xff);
        let written = 0;
        for (const region of built.plan!.regions) {
          expect(region.offset).toBeGreaterThanOrEqual(written);
          written = region.offset + region.bytes.length;
          flash.set(region.bytes, region.offset);
        }
        // What is kept is not written, not even partly; everything else is.
        for (const { offset, sizeBytes } of built.view.kept ?? []) {
          expect(flash.subarray(offset, offset + sizeBytes).every((byte) => byte === 0xff)).toBe(true);
          flash.set(bytes.subarray(offset, offset + sizeBytes), offset);
        }
        expect(Buffer.from(flash.subarray(0, bytes.length)).equals(bytes)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('every byte that is not blank is written, to its place and once, or kept for the board', () => {
    const offsets = fc.integer({ min: 0, max: size - 1 });
    fc.assert(
      fc.property(fc.array(offsets, { maxLength: 12 }), fc.boolean(), (places, eraseAll) => {
        const bytes = merged(places.filter((at) => at >= 0x9000 || at < 0x1000).map((at) => [at, Uint8Array.of(0)]));
        const built = build([row('0', bytes, 'merged.bin')], { eraseAll, force: true });
        const flash = new Uint8Array(size).fill(0xff);
        let end = 0;
        for (const region of built.plan!.regions) {
          expect(region.offset).toBeGreaterThanOrEqual(end);
          end = region.offset + region.bytes.length;
          flash.set(region.bytes, region.offset);
        }
        for (const { offset, sizeBytes } of built.view.kept ?? []) {
          flash.set(bytes.subarray(offset, offset + sizeBytes), offset);
        }
        expect(Buffer.from(flash).equals(bytes)).toBe(true);
        for (const { offset, sizeBytes } of built.view.kept ?? []) {
          expect(
            built.view.writes.every((w) => w.offset + w.sizeBytes <= offset || offset + sizeBytes <= w.offset),
          ).toBe(true);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

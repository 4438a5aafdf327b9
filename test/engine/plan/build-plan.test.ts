import { describe, expect, it } from 'vitest';
import {
  MIB,
  board,
  bare,
  row,
  app,
  bootloader,
  partition,
  table,
  build,
  lines,
  okLines,
  repairs,
  expectStopped,
} from './plan-rows';

describe('a plan that fits', () => {
  it('has its regions in order, whole words, and the same spans in the view', () => {
    const built = build([
      row('0x20000', bare(5), 'b.bin'),
      row('64k', bare(8), 'a.bin'),
      row('0', bare(), 'off.bin', false),
    ]);
    expect(built.error).toBeNull();
    expect(built.plan).toMatchObject({
      chip: 'esp32',
      flashSizeBytes: 4 * MIB,
      eraseAll: false,
      compression: 'automatic',
    });
    expect(built.plan?.regions.map((r) => [r.name, r.offset, r.bytes.length])).toEqual([
      ['a.bin', 0x10000, 8],
      ['b.bin', 0x20000, 8],
    ]);
    expect([...built.plan!.regions[1]!.bytes]).toEqual([0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0xff, 0xff, 0xff]);
    expect(built.view.writes.map((w) => [w.row, w.offset, w.sizeBytes])).toEqual([
      [1, 0x10000, 8],
      [0, 0x20000, 8],
    ]);
    expect(built.view.totalBytes).toBe(16);
  });

  it('says what is well', () => {
    const built = build([row('0x1000', bootloader()), row('0x8000', table()), row('0x10000', app())]);
    expect(lines(built, 'problem')).toEqual([]);
    expect(lines(built, 'warning')).toEqual([]);
    expect(okLines(built).join()).toBe(
      'aligned,overlap,fits,chip,image,bootloaderOffset,partitionTable,app,headerSize,security',
    );
  });

  it('shows the layout of the table among the files', () => {
    const built = build([
      row(
        '0x8000',
        table(partition({}), partition({ label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x6000 })),
      ),
    ]);
    expect(built.view.layout.map((region) => [region.name, region.kind, region.offset])).toEqual([
      ['nvs', 'nvs', 0x9000],
      ['factory', 'app', 0x10000],
    ]);
  });

  it('without a board there is a view for the chip that the images name, but no plan', () => {
    const built = build([row('0x1000', bootloader()), row('0x10000', app({ maxRevision: 399 }))], {}, null);
    expect(built.plan).toBeNull();
    expect(built.error).toBeNull();
    expect(built.view.canFlash).toBe(true);
    expect(lines(built, 'unknown')).toEqual(['fits', 'chip', 'revision']);
    expectStopped(build([row('0', bootloader())], {}, null), 'bootloaderOffset: plan.wrongBootloaderOffset');
  });
});

describe('rows', () => {
  it('nothing to write', () => {
    expectStopped(build([]), 'rows: plan.nothingToWrite');
    expectStopped(build([row('0', bare(), 'a', false)]), 'rows: plan.nothingToWrite');
  });
  it.each(['', 'abc', '0x', '-1', '1.5', '0x100000001', 'NaN'])('an offset that is no number: "%s"', (text) => {
    const built = build([row(text, bare(), 'a.bin'), row('0x10000', bare())], { force: true });
    expectStopped(built, 'offset: input.notANumber');
    expect(built.error?.facts).toEqual({ text, what: 'a.bin' });
  });
  it('an address that is none goes back to the one that is known', () => {
    const built = build([row('rubbish', app(), 'app.bin'), row('nonsense', bare(), 'data.bin')]);
    expect(repairs(built)).toEqual([{ kind: 'setOffset', row: 0, offset: 0x10000 }]);
  });
  it('while a file has no address nobody says that every address is right', () => {
    const built = build([row('0x1000', bootloader()), row('0x8000', table()), row('rubbish', app())]);
    expect(okLines(built)).toEqual(['chip', 'image', 'bootloaderOffset', 'partitionTable', 'headerSize', 'security']);
  });
  it('an empty file', () => expectStopped(build([row('0', new Uint8Array(0))]), 'empty: file.empty'));
  it('a row that is switched off is not checked', () => {
    expect(build([row('nonsense', bare(), 'a', false), row('0x10000', bare())]).error).toBeNull();
  });
});

describe('places', () => {
  it('an offset that is no multiple of 4', () =>
    expectStopped(build([row('0x10002', bare())]), 'aligned: plan.unaligned'));
  it('an offset inside a sector erases what lies before it', () => {
    const built = build([row('0x10010', bare())]);
    expect(lines(built, 'warning')).toEqual(['aligned: plan.erasesBefore']);
    expect(built.plan).not.toBeNull();
  });
  it('two files on the same bytes', () => {
    const built = build([row('0x11000', bare(), 'b'), row('0x10000', bare(0x1001), 'a')], { force: true });
    expectStopped(built, 'overlap: plan.overlap');
    expect(built.error?.facts).toEqual({ name: 'b', otherName: 'a', offset: 0x11000, endOffset: 0x11004 });
    expect(repairs(built)).toContainEqual({ kind: 'disableRow', row: 0 });
  });
  it('a long file under two short ones', () => {
    const built = build([row('0', bare(0x9000), 'long'), row('0x1000', bare(4), 'a'), row('0x8000', bare(4), 'b')]);
    expect(lines(built, 'problem')).toEqual(['overlap: plan.overlap', 'overlap: plan.overlap']);
  });
  it('two files in one sector, of which one would be erased again', () => {
    const built = build([row('0x10000', bare(0x10), 'a'), row('0x10800', bare(0x10), 'b')], { force: true });
    expectStopped(built, 'overlap: plan.sharedSector');
  });
  it('files that touch are fine', () => {
    expect(build([row('0x10000', bare()), row('0x11000', bare())]).error).toBeNull();
  });
  it('past the end of the flash', () => {
    const built = build([row('0x3ff000', bare(0x1004))], { force: true });
    expectStopped(built, 'fits: plan.pastEnd');
    expect(built.error?.facts).toMatchObject({ endOffset: 0x400004, flashSizeBytes: 4 * MIB });
    expect(build([row('0x3ff000', bare(0x1000))]).error).toBeNull();
  });
  it('past the end of a flash that was said to be smaller, which is mended by the size of the board', () => {
    const toSize = { kind: 'setFlashSize', flashSize: 'detect' };
    const file = build([row('0x200000', bare())], { flashSize: '2MB' });
    expectStopped(file, 'fits: plan.pastEnd');
    expect(repairs(file)).toEqual([toSize]);
    const large = build([row('0x8000', table(partition({ sizeBytes: 2 * MIB })))], { flashSize: '2MB' });
    expectStopped(large, 'partitionTable: plan.partitionTableTooLarge');
    expect(repairs(large)).toEqual([toSize]);
    expect(repairs(build([row('0x400000', bare())], { flashSize: '2MB' }))).toEqual([]);
  });
  it.each([
    ['0x10001', 'aligned: plan.unaligned'],
    ['0x10010', 'aligned: plan.erasesBefore'],
    ['0x400000', 'fits: plan.pastEnd'],
  ])('an app at %s goes back to its place', (offset, line) => {
    const built = build([row(offset, app())]);
    expect([...lines(built, 'problem'), ...lines(built, 'warning')]).toContain(line);
    expect(repairs(built)).toEqual([{ kind: 'setOffset', row: 0, offset: 0x10000 }]);
  });
  it('a size that was set does not make the flash larger', () => {
    expectStopped(build([row('0x400000', bare())], { flashSize: '8MB' }), 'fits: plan.pastEnd');
  });
  it('a flash that does not tell its size', () => {
    const built = build([row('0x10000', bare())], {}, board({}, null));
    expect(lines(built, 'warning')).toEqual(['flashSize: flash.sizeUnknown']);
    expect(built.plan?.flashSizeBytes).toBe(4 * MIB);
    expect(build([row('0x700000', bare())], {}, board({}, null)).plan?.flashSizeBytes).toBe(8 * MIB);
    expect(lines(build([row('0x10000', bare())], { flashSize: '8MB' }, board({}, null)), 'warning')).toEqual([]);
  });
});

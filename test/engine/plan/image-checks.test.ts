import { describe, expect, it } from 'vitest';
import { fixture, hasFixtures } from '../../formats/fixtures';
import { buildTestImage } from '../../formats/test-image';
import {
  MIB,
  board,
  row,
  imageId,
  app,
  bootloader,
  partition,
  table,
  build,
  lines,
  okLines,
  repairs,
  expectStopped,
  expectForceable,
} from './plan-rows';

describe('images', () => {
  it('an image for another chip', () => {
    expectForceable(
      [row('0x10000', buildTestImage({ chipId: 5, segments: [[0x3c00_0020, 64]] }))],
      'chip: plan.wrongChip',
    );
  });
  it('says which chip is which', () => {
    const built = build([row('0x10000', app({ chipId: imageId('esp32c3'), segments: [[0x3c00_0020, 400]] }))]);
    expect(built.error?.facts).toMatchObject({ imageChip: 'ESP32-C3', chip: 'ESP32' });
  });
  it.skipIf(!hasFixtures)('an ESP8266 image on an ESP32, and the other way round', () => {
    expectForceable([row('0x10000', fixture('image/esp8266_deepsleep.bin'))], 'chip: plan.wrongChip');
    const esp8266 = board({ chip: 'esp8266', revision: null });
    expectForceable([row('0x10000', fixture('image/esp_idf_blink_esp32s2.bin'))], 'chip: plan.wrongChip', esp8266);
  });
  it('a chip older than the image allows', () => {
    expectForceable([row('0x10000', app({ minRevision: 302 }))], 'revision: plan.wrongRevision');
    expectForceable([row('0x10000', app({ legacyMinRevision: 4 }))], 'revision: plan.wrongRevision');
    expect(build([row('0x10000', app({ minRevision: 301 }))]).error).toBeNull();
  });
  it('a chip newer than the image allows', () => {
    expectForceable([row('0x10000', app({ maxRevision: 299 }))], 'revision: plan.wrongRevision');
    expect(okLines(build([row('0x10000', app({ maxRevision: 399 }))]))).toContain('revision');
  });
  it('revision 1.10 is newer than 1.9', () => {
    expect(build([row('0x10000', app({ minRevision: 109 }))], {}, board({ revision: '1.10' })).error).toBeNull();
  });
  it('a damaged image', () => {
    const bytes = app();
    bytes[100]! ^= 1;
    expectForceable([row('0x10000', bytes)], 'image: plan.imageBroken');
  });
  it('an image that was cut short, with the reason', () => {
    const built = build([row('0x10000', app().subarray(0, 2000))]);
    expectStopped(built, 'image: plan.imageBroken');
    expect(built.error?.facts).toMatchObject({ reason: 'a segment is longer than the file' });
  });
  it('a bootloader at the wrong place, with the right one', () => {
    expectForceable([row('0', bootloader())], 'bootloaderOffset: plan.wrongBootloaderOffset');
    expect(repairs(build([row('0', bootloader())]))).toContainEqual({ kind: 'setOffset', row: 0, offset: 0x1000 });
  });
  it('an image that only looks like a bootloader at another place is a doubt', () => {
    const built = build([row('0x10000', buildTestImage({ chipId: 0, segments: [[0x3ffb_0000, 64]] }))]);
    expect(lines(built, 'warning')).toContain('bootloaderOffset: plan.wrongBootloaderOffset');
    expect(built.plan).not.toBeNull();
  });
  it.skipIf(!hasFixtures)('a merged file that is shifted takes its bootloader along', () => {
    const merged = fixture('golden/merged.bin');
    expectForceable([row('0x1000', merged)], 'bootloaderOffset: plan.wrongMergedOffset');
    const built = build([row('0x1000', merged)]);
    expect(built.error?.facts).toMatchObject({ offset: 0x1000, expectedOffset: 0 });
    expect(repairs(built)).toContainEqual({ kind: 'setOffset', row: 0, offset: 0 });
    expect(build([row('0', merged)]).error).toBeNull();
  });
  it('a bootloader for another chip is not where this one starts', () => {
    const other = buildTestImage({ chipId: 5, segments: [[0x3fcd_5820, 200]] });
    expect(okLines(build([row('0x1000', bootloader())]))).toContain('bootloaderOffset');
    expect(okLines(build([row('0', other)]))).not.toContain('bootloaderOffset');
  });
  it('an application in the place of the bootloader', () => {
    expectForceable([row('0x1000', app())], 'bootloaderOffset: plan.appAtBootloader');
    expect(repairs(build([row('0x1000', app())]))).toContainEqual({ kind: 'setOffset', row: 0, offset: 0x10000 });
  });
});

describe('partitions', () => {
  it('a table for a larger flash', () => {
    expectForceable(
      [row('0x8000', table(partition({ sizeBytes: 8 * MIB })))],
      'partitionTable: plan.partitionTableTooLarge',
    );
  });
  it('a table whose rows overlap', () => {
    const bad = table(partition({}), partition({ label: 'b', type: 1, offset: 0x20000 }));
    expectForceable([row('0x8000', bad)], 'partitionTable: plan.partitionTableBroken');
  });
  it('a table that was damaged', () => {
    const bad = table();
    bad[4]! ^= 1;
    expectForceable([row('0x8000', bad)], 'partitionTable: plan.imageBroken');
  });
  it('a table at another place than usual', () => {
    const built = build([row('0x9000', table())]);
    expect(lines(built, 'warning')).toEqual(['tableOffset: plan.wrongTableOffset']);
    expect(repairs(built)).toEqual([{ kind: 'setOffset', row: 0, offset: 0x8000 }]);
  });
  it('an application that is larger than its partition', () => {
    const small = table(partition({ sizeBytes: 0x1000 }));
    expectForceable([row('0x8000', small), row('0x10000', app({}, 8000))], 'app: plan.appTooLarge');
    const built = build([row('0x8000', small), row('0x10000', app({}, 8000))]);
    expect(built.error?.facts).toMatchObject({ excessBytes: app({}, 8000).length - 0x1000 });
  });
  it('an application beside its partition', () => {
    const built = build([row('0x8000', table()), row('0x200000', app())]);
    expect(lines(built, 'warning')).toEqual(['app: plan.appNotOnPartition']);
    expect(repairs(built)).toEqual([{ kind: 'setOffset', row: 1, offset: 0x10000 }]);
  });
  it('erasing everything without a bootloader or a table to follow', () => {
    const built = build([row('0x10000', app())], { eraseAll: true });
    expect(lines(built, 'warning')).toEqual([
      'complete: plan.noBootloader',
      'complete: plan.noPartitionTable',
      'data: plan.everythingErased',
    ]);
    expect(repairs(built)).toContainEqual({ kind: 'setOption', option: 'eraseAll', value: false });
    expect(built.view.checks.filter(({ id }) => id === 'complete').every(({ repair }) => repair !== null)).toBe(true);
    expect(built.plan?.eraseAll).toBe(true);
    expect(lines(build([row('0x10000', app())]), 'warning')).toEqual([]);
  });
});

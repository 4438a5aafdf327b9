import { describe, expect, it } from 'vitest';
import type { BuiltPlan } from '../../../src-main/engine/plan/build-plan';
import { isIntact, parseFirmwareImage } from '../../../src-shared/formats/firmware-image';
import { fixture, hasFixtures } from '../../formats/fixtures';
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
  repairs,
  expectStopped,
  expectForceable,
} from './plan-rows';

describe('header settings', () => {
  const header = (built: BuiltPlan, index = 0): number[] => [...built.plan!.regions[index]!.bytes.subarray(2, 4)];

  it.skipIf(!hasFixtures)('the bootloader gets them as the reference tool does it', () => {
    const rows = [
      row('0x1000', fixture('image/bootloader_esp32_v5_2.bin')),
      row('0x8000', fixture('image/partitions_singleapp.bin')),
    ];
    const built = build(rows, { flashMode: 'dio', flashSize: '4MB' });
    const golden = fixture('golden/merged.bin');
    for (const region of built.plan!.regions) {
      expect(
        Buffer.from(region.bytes).equals(golden.subarray(region.offset, region.offset + region.bytes.length)),
      ).toBe(true);
    }
  });
  it('the size that was detected goes into the header, and the hash is renewed', () => {
    const built = build(
      [row('0x1000', bootloader({ sizeAndFrequency: 0x1f }))],
      { flashSize: 'detect' },
      board({}, 16 * MIB),
    );
    expect(header(built)).toEqual([2, 0x4f]);
    expect(isIntact(parseFirmwareImage(built.plan!.regions[0]!.bytes))).toBe(true);
  });
  it('an ESP8266 gets its own numbers', () => {
    const esp8266 = board({ chip: 'esp8266' });
    const image = Uint8Array.from([
      0xe9,
      1,
      0,
      0,
      0,
      0,
      0x10,
      0x40,
      0,
      0,
      0x10,
      0x40,
      4,
      0,
      0,
      0,
      1,
      2,
      4,
      8,
      ...new Array<number>(11).fill(0),
      0xe0,
    ]);
    expect(header(build([row('0', image)], { flashSize: 'detect', flashFrequency: '80m' }, esp8266))).toEqual([
      0, 0x4f,
    ]);
  });
  it('images elsewhere are left alone', () => {
    const bytes = app();
    const built = build([row('0x10000', bytes)], { flashMode: 'qio', flashSize: 'detect' }, board({}, 16 * MIB));
    expect(Buffer.from(built.plan!.regions[0]!.bytes.subarray(0, bytes.length)).equals(bytes)).toBe(true);
  });
  it('keep keeps', () => {
    expect(header(build([row('0x1000', bootloader())], { flashSize: 'keep' }, board({}, 16 * MIB)))).toEqual([2, 0x20]);
  });
  it('a size that has no number on this chip is kept', () => {
    expect(header(build([row('0x1000', bootloader())], { flashSize: 'detect' }, board({}, 512 * 1024)))).toEqual([
      2, 0x20,
    ]);
  });
  it('a frequency that this chip does not have', () => {
    const built = build([row('0x1000', bootloader())], { flashFrequency: '48m', force: true });
    expectStopped(built, 'settings: input.badChoice');
    expect(built.error?.facts).toMatchObject({ text: '48m', what: 'flash frequency' });
    expectStopped(build([row('0x10000', bare())], { flashSize: '3MB' }), 'settings: input.badChoice');
  });
  it.skipIf(!hasFixtures)('a signed bootloader is written as it is, and that is told', () => {
    const bytes = fixture('secure/bootloader_signed.bin');
    const built = build([row('0x1000', bytes)], { flashMode: 'qio' });
    expect(lines(built, 'warning')).toContain('signature: plan.signedNotPatched');
    expect(Buffer.from(built.plan!.regions[0]!.bytes).equals(bytes)).toBe(true);
  });
  it('a header that promises more flash than there is', () => {
    const built = build([row('0x1000', bootloader({ sizeAndFrequency: 0x40 }))], { flashSize: 'keep' });
    expect(lines(built, 'warning')).toEqual(['headerSize: plan.headerSizeMismatch']);
    expect(repairs(built)).toEqual([{ kind: 'setFlashSize', flashSize: 'detect' }]);
    expect(
      lines(build([row('0x1000', bootloader({ sizeAndFrequency: 0x40 }))], { flashSize: 'detect' }), 'warning'),
    ).toEqual([]);
  });
  it('a header that promises less flash than the partition table needs', () => {
    const rows = [
      row('0x1000', bootloader({ sizeAndFrequency: 0x00 })),
      row('0x8000', table(partition({ sizeBytes: 2 * MIB }))),
    ];
    expect(lines(build(rows, { flashSize: 'keep' }), 'warning')).toEqual(['headerSize: plan.headerSizeMismatch']);
  });
});

describe('protection', () => {
  it('a plain file on a chip that encrypts its flash', () => {
    expectForceable([row('0x10000', app())], 'encryption: flash.encrypted', board({ flashEncryption: true }));
  });
  it('a file that may be encrypted already is let through with a word', () => {
    const built = build([row('0x10000', bare())], {}, board({ flashEncryption: true }));
    expect(lines(built, 'warning')).toEqual(['encryption: flash.encrypted']);
    expect(built.plan).not.toBeNull();
  });
  it('writing over the bootloader of a chip with Secure Boot', () => {
    const secure = board({ secureBoot: true });
    expectForceable([row('0x1000', bootloader())], 'secureBoot: plan.secureBootloader', secure);
    const built = build([row('0x10000', app()), row('0x1000', bootloader(), 'boot.bin')], {}, secure);
    expect(built.error?.facts).toEqual({ name: 'boot.bin', chip: 'ESP32' });
    expect(repairs(built)).toContainEqual({ kind: 'disableRow', row: 1 });
  });
  it('an unsigned application on a chip with Secure Boot will not start', () => {
    const built = build([row('0x10000', app())], {}, board({ secureBoot: true }));
    expect(lines(built, 'warning')).toEqual(['secureBoot: plan.unsignedApp']);
  });
});

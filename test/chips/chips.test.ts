import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ChipId, SplitField } from '../../src-shared/chips/chip-descriptor';
import { chipById, chipByImageId, chips, findChip } from '../../src-shared/chips/index';

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

describe('finding a chip', () => {
  test.each([
    ['esp32c3', 'esp32c3'],
    ['ESP32-C3', 'esp32c3'],
    ['Esp32_c3', 'esp32c3'],
    [' esp32 ', 'esp32'],
    ['esp8266', 'esp8266'],
    ['ESP8285', 'esp8266'],
    ['ESP8684', 'esp32c2'],
    ['ESP32-P4', 'esp32p4'],
  ])('%j is %s', (text, id) => {
    expect(findChip(text)?.id).toBe(id);
  });

  test.each(['', 'auto', 'esp', 'esp33', 'esp32x', 'constructor', '__proto__'])('%j is none', (text) => {
    expect(findChip(text)).toBeNull();
  });

  test('by id and by image id', () => {
    for (const chip of chips) {
      expect(chipById(chip.id)).toBe(chip);
      if (chip.imageChipId !== null) expect(chipByImageId(chip.imageChipId)).toBe(chip);
    }
    // Betas and numbers that were never given away.
    for (const id of [4, 6, 7, 10, 14, 17, 0xffff]) expect(chipByImageId(id)).toBeNull();
  });
});

describe('all descriptors', () => {
  test('differ in what tells them apart', () => {
    expect(unique(chips.map((chip) => chip.id))).toBe(true);
    expect(unique(chips.map((chip) => chip.name))).toBe(true);
    expect(unique(chips.map((chip) => chip.imageChipId))).toBe(true);
    const families = chips.map((chip) => chip.uf2FamilyId).filter((id) => id !== null);
    expect(unique(families)).toBe(true);
    const ids = chips.map(({ detect }) =>
      detect.by === 'chipId' ? `id ${detect.chipId}` : `magic ${detect.magic.join()}`,
    );
    expect(unique(ids)).toBe(true);
  });

  test.each(chips.map((chip) => [chip.id, chip] as const))('%s is sound', (id, chip) => {
    expect(chip.name.toLowerCase().replaceAll('-', '')).toBe(id);
    if (chip.detect.by === 'chipId') expect(chip.detect.chipId).toBe(chip.imageChipId);

    // Header nibbles: size in the upper, frequency in the lower half of one byte. ESP32-C6 shares one between two.
    for (const value of Object.values(chip.flashSizes)) expect(value & ~0xf0).toBe(0);
    for (const value of Object.values(chip.flashFrequencies)) expect(value & ~0x0f).toBe(0);
    expect(unique(Object.values(chip.flashSizes))).toBe(true);
    expect(unique(Object.values(chip.flashFrequencies))).toBe(id !== 'esp32c6');
    expect(Object.keys(chip.flashSizes)).toContain('4MB');

    expect(chip.bootloaderOffset % 0x1000).toBe(0);
    expect([16, 32]).toContain(chip.encryptedWriteAlign);
    for (const [start, end] of chip.memoryMap) expect(start).toBeLessThan(end);

    const identity = chip.identity;
    const fields: (SplitField | null | undefined)[] = [
      identity.majorRevision,
      identity.minorRevision,
      identity.packageVersion,
      identity.embeddedFlash?.field,
      identity.embeddedFlashVendor?.field,
      identity.embeddedPsram?.field,
      identity.embeddedPsramVendor?.field,
    ];
    for (const field of fields.flatMap((parts) => parts ?? [])) {
      expect(field.address % 4).toBe(0);
      expect(field.shift + field.bits).toBeLessThanOrEqual(32);
      // A copy of another chip's address would lie outside this chip's eFuse controller.
      expect(Math.abs(field.address - (chip.efuseBase ?? Infinity))).toBeLessThan(0x200);
    }
    if (chip.mac.by === 'efuseWords' && chip.mac.hasEui64Extension) {
      expect(chip.mac.extensionAddress).toBe(chip.mac.address + 4);
    }
    expect(unique(chip.bootStrap.map(({ pin }) => pin))).toBe(true);
    expect(chip.bootStrap[0]?.level ?? 'low').toBe('low');

    // A watchdog is only stopped over the USB console, and only a chip with one can be asked for it.
    if (chip.rtcWatchdog !== null) expect(chip.console).not.toBeNull();
    expect(chip.usbAfterFlash === null).toBe(chip.console === null);
    if (Object.values(chip.usbAfterFlash ?? {}).includes('watchdogReset')) expect(chip.watchdogReset).not.toBeNull();
    if (chip.console?.usbOtgValue != null) expect(chip.rom.usbRamBlockSizeBytes).toBe(0x800);
    for (const list of [chip.stubs ?? [{ fromRevision: 0 }], chip.console?.bufferNumber ?? []]) {
      const revisions = list.map(({ fromRevision }) => fromRevision);
      expect(revisions[0] ?? 0).toBe(0);
      expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    }
  });

  test('every stub they name is in the package, and every stub of the package is named', () => {
    const folder = 'node_modules/esptool-js/lib/targets/stub_flasher';
    const named = chips.flatMap((chip) => (chip.stubs ?? []).map(({ image }) => image));
    for (const image of named) expect(existsSync(`${folder}/${image}.json`), image).toBe(true);
    expect(chips.filter((chip) => chip.stubs === null).map((chip) => chip.id)).toEqual<ChipId[]>([
      'esp32h21',
      'esp32e22',
    ]);
    expect(named).toHaveLength(14);
  });
});

describe('spot checks by hand', () => {
  test.each<[ChipId, number, number, number | null]>([
    // chip, bootloader offset (ESP-IDF, "Bootloader"), BOOT pin (data sheets, "Strapping Pins"), chip id (ESP-IDF esp_app_format.h)
    ['esp8266', 0x0, 0, null],
    ['esp32', 0x1000, 0, 0x0000],
    ['esp32s2', 0x1000, 0, 0x0002],
    ['esp32c3', 0x0, 9, 0x0005],
    ['esp32s3', 0x0, 0, 0x0009],
    ['esp32c2', 0x0, 9, 0x000c],
    ['esp32c6', 0x0, 9, 0x000d],
    ['esp32h2', 0x0, 9, 0x0010],
    ['esp32p4', 0x2000, 35, 0x0012],
    ['esp32c61', 0x0, 9, 0x0014],
    ['esp32c5', 0x2000, 28, 0x0017],
    ['esp32h21', 0x0, 14, 0x0019],
    ['esp32h4', 0x2000, 14, 0x001c],
    ['esp32s31', 0x2000, 61, 0x0020],
  ])('%s boots from 0x%x, its BOOT pin is GPIO%d', (id, offset, pin, imageChipId) => {
    const chip = chipById(id);
    expect(chip.bootloaderOffset).toBe(offset);
    expect(chip.bootStrap[0]?.pin).toBe(pin);
    expect(chip.imageChipId).toBe(imageChipId);
  });

  test('the revision fields read what data sheets print', () => {
    // ESP32-P4 chip revision v3.1: eFuse WAFER_VERSION_MAJOR is 2 bits and one more, far away (3 = 0b011, 4 = 0b100).
    expect(chipById('esp32p4').identity.majorRevision?.map(({ bits }) => bits)).toEqual([2, 1]);
    // ESP32-C3 minor revision: 3 bits in word 3, the fourth in word 5 (ESP32-C3 errata, "Chip Identification").
    expect(chipById('esp32c3').identity.minorRevision).toEqual([
      { address: 0x6000_8850, shift: 18, bits: 3 },
      { address: 0x6000_8858, shift: 23, bits: 1 },
    ]);
  });

  test('over USB-OTG the watchdog starts the application, over USB-Serial/JTAG the lines do', () => {
    expect(chipById('esp32s2').usbAfterFlash).toEqual({ usbSerialJtag: null, usbOtg: 'watchdogReset' });
    expect(chipById('esp32s3').usbAfterFlash).toEqual({ usbSerialJtag: 'hardReset', usbOtg: 'watchdogReset' });
    expect(chipById('esp32c3').usbAfterFlash).toEqual({ usbSerialJtag: 'hardReset', usbOtg: null });
    expect(chipById('esp32').usbAfterFlash).toBeNull();
    // esptool documentation, "Watchdog Reset Limitations".
    for (const id of ['esp8266', 'esp32', 'esp32c6', 'esp32h2', 'esp32h4', 'esp32e22'] as const) {
      expect(chipById(id).watchdogReset, id).toBeNull();
    }
  });

  test('the newer half of ESP32-P4 gets its own stub', () => {
    expect(chipById('esp32p4').stubs).toEqual([
      { fromRevision: 0, image: 'esp32p4-rev1' },
      { fromRevision: 300, image: 'esp32p4' },
    ]);
  });

  test('40 MHz and 80 MHz are the same nibble in an ESP32-C6 image', () => {
    expect(chipById('esp32c6').flashFrequencies).toEqual({ '80m': 0x0, '40m': 0x0, '20m': 0x2 });
  });
});

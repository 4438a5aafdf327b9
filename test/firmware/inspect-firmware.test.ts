import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFirmware } from '../../src-main/firmware/describe-firmware';
import { inspectFirmware } from '../../src-main/firmware/inspect-firmware';
import { readFirmware, type LoadedFirmware } from '../../src-main/firmware/read-firmware';
import { offsetInName } from '../../src-main/firmware/suggest-offset';
import { chipById, chips } from '../../src-shared/chips';
import type { ChipId } from '../../src-shared/chips/chip-descriptor';
import { serializeOtaData } from '../../src-shared/formats/ota-data';
import { serializePartitionTable } from '../../src-shared/formats/partition-table';
import { fixture, fixturePath, hasFixtures } from '../formats/fixtures';
import { appDescriptionBytes, bootloaderDescriptionBytes, buildTestImage } from '../formats/test-image';
import { runs } from '../property-runs';

const loaded = (name: string, bytes: Uint8Array): LoadedFirmware => ({
  name,
  bytes,
  statedOffset: null,
  contents: inspectFirmware(bytes),
});
const readOne = async (path: string): Promise<LoadedFirmware> => {
  const files = await readFirmware(path);
  expect(files).toHaveLength(1);
  return files[0]!;
};
const partition = (label: string, type: number, subtype: number, offset: number, sizeBytes: number) => ({
  ...{ label, type, subtype, offset, sizeBytes },
  ...{ isEncrypted: false, isReadOnly: false, flags: 0 },
});
const table = serializePartitionTable({
  hasMd5: true,
  partitions: [
    partition('nvs', 1, 2, 0x9000, 0x5000),
    partition('otadata', 1, 0, 0xe000, 0x2000),
    partition('ota_0', 0, 0x10, 0x20000, 0x140000),
    partition('ota_1', 0, 0x11, 0x160000, 0x140000),
    partition('storage', 1, 0x82, 0x300000, 0x100000),
  ],
});
const app = (chip: ChipId = 'esp32c3'): Uint8Array =>
  buildTestImage({
    chipId: chipById(chip).imageChipId!,
    segments: [
      [0x3c00_0020, 400],
      [0x4200_0020, 800],
    ],
    firstSegment: appDescriptionBytes('blink', '1.2.3'),
  });
const bootloader = (chip: ChipId = 'esp32c3'): Uint8Array =>
  buildTestImage({
    chipId: chipById(chip).imageChipId!,
    segments: [[0x3fcd_5830, 400]],
    firstSegment: bootloaderDescriptionBytes(),
  });
const place = (parts: [number, Uint8Array][], start = 0): Uint8Array => {
  const bytes = new Uint8Array(Math.max(...parts.map(([offset, part]) => offset + part.length)) - start).fill(0xff);
  for (const [offset, part] of parts) bytes.set(part, offset - start);
  return bytes;
};

describe.skipIf(!hasFixtures)('real files are recognised by their contents', () => {
  it.each([
    ['image/bootloader_esp32_v5_2.bin', 'bootloader', 0x1000],
    ['image/partitions_singleapp.bin', 'partitionTable', 0x8000],
    ['image/esp_idf_blink_esp32s2.bin', 'app', 0x10000],
    ['image/esp8266_deepsleep.bin', 'esp8266Image', 0],
    ['golden/merged.bin', 'merged', 0],
    ['golden/esp32-bootloader.bin', 'bootloader', 0x1000],
    ['golden/esp8266-nonosssdk20-iotdemo.v1-0x00000.bin', 'esp8266Image', 0],
    ['golden/esp8266-nonosssdk20-iotdemo.v1-0x10000.bin', 'unknown', 0x10000],
    ['golden/esp8266-nonosssdk20-iotdemo.v2.bin', 'esp8266Image', 0x1000],
    ['secure/bootloader_digested.bin', 'merged', 0],
    ['secure/bootloader-encrypted.bin', 'unknown', null],
  ])('%s is of kind %s and goes to %s', async (path, kind, offset) => {
    const file = describeFirmware(await readOne(fixturePath(path)), null);
    expect([file.kind, file.suggestedOffset]).toEqual([kind, offset]);
    // A name that says nothing changes nothing, unless the contents say nothing either.
    if (kind !== 'unknown') {
      expect(describeFirmware(loaded('firmware.bin', fixture(path)), null)).toMatchObject({
        kind,
        suggestedOffset: offset,
      });
    }
  });

  it('an application names itself', async () => {
    const { image } = describeFirmware(await readOne(fixturePath('image/esp_idf_blink_esp32s2.bin')), null);
    expect(image).toMatchObject({
      chip: 'esp32s2',
      projectName: 'blink',
      flashMode: 'dio',
      flashFrequency: '80m',
      flashSize: '2MB',
      checksumOk: true,
      hashOk: true,
    });
  });

  it('an older image states its revision in the legacy byte', () => {
    const { image } = describeFirmware(loaded('b.bin', fixture('secure/bootloader_signed_v2_rsa.bin')), null);
    expect(image).toMatchObject({ minRevision: '3.0', maxRevision: null });
  });

  it('a merged file shows its table and its bootloader’s settings', () => {
    const file = describeFirmware(loaded('m.bin', fixture('golden/merged.bin')), null);
    expect(file.partitions?.map((row) => row.label)).toEqual(['factory', 'rfdata', 'wifidata']);
    expect(file.image).toMatchObject({ flashMode: 'dio', flashSize: '4MB', hashOk: true });
  });
});

describe('made-up files', () => {
  it.each(chips.filter((chip) => chip.imageChipId !== null).map((chip) => [chip.id, chip] as const))(
    'a merged file for %s is recognised, whole and from the bootloader on',
    (id, chip) => {
      const ram = chip.memoryMap.find(([, , name]) => name === 'DRAM')![0];
      const flash = chip.mappedFlash[0]![0];
      const boot = buildTestImage({
        chipId: chip.imageChipId!,
        segments: [[ram, 100]],
        firstSegment: bootloaderDescriptionBytes(),
      });
      const application = buildTestImage({
        chipId: chip.imageChipId!,
        segments: [[flash + 0x20, 300]],
        firstSegment: appDescriptionBytes('blink', '1.2.3'),
      });
      const parts: [number, Uint8Array][] = [
        [chip.bootloaderOffset, boot],
        [0x8000, table],
        [0x20000, application],
      ];
      expect(describeFirmware(loaded('a.bin', boot), null)).toMatchObject({
        kind: 'bootloader',
        suggestedOffset: chip.bootloaderOffset,
      });
      expect(describeFirmware(loaded('a.bin', application), null)).toMatchObject({
        kind: 'app',
        suggestedOffset: 0x10000,
      });
      for (const start of new Set([0, chip.bootloaderOffset])) {
        const file = describeFirmware(loaded('a.bin', place(parts, start)), null);
        expect(file).toMatchObject({ kind: 'merged', suggestedOffset: start });
        expect(file.image).toMatchObject({ chip: id, projectName: 'blink', version: '1.2.3', checksumOk: true });
        expect(file.partitions).toHaveLength(5);
      }
    },
  );

  it('a merged file with a broken application inside says so', () => {
    const parts: [number, Uint8Array][] = [
      [0, bootloader()],
      [0x8000, table],
      [0x20000, app()],
    ];
    const bytes = place(parts);
    bytes[0x20000 + 300]! ^= 1;
    expect(describeFirmware(loaded('a.bin', bytes), null).image).toMatchObject({ checksumOk: false, hashOk: false });
  });

  it('a partition table that was moved is found in a merged file', () => {
    const bytes = place([
      [0, bootloader()],
      [0x10000, table],
    ]);
    expect(describeFirmware(loaded('a.bin', bytes), null)).toMatchObject({ kind: 'merged', suggestedOffset: 0 });
  });

  it('a bootloader without a description is known by living in RAM alone', () => {
    const bytes = buildTestImage({ chipId: 0, segments: [[0x3fff_0018, 4], [0x4007_8000, 9000], [0x4008_0400, 500]] }); // prettier-ignore
    expect(inspectFirmware(bytes).kind).toBe('bootloader');
  });

  it('a cut image keeps its kind and is known to be broken', () => {
    expect(describeFirmware(loaded('a.bin', app().subarray(0, 600)), null)).toMatchObject({
      kind: 'app',
      image: { chip: 'esp32c3', checksumOk: false },
    });
  });

  it('OTA data, NVS and filesystems are told apart', () => {
    expect(inspectFirmware(serializeOtaData(1)).kind).toBe('otaData');
    expect(inspectFirmware(new Uint8Array(8192).fill(0xff)).kind).toBe('otaData');
    const littlefs = new Uint8Array(0x10000).fill(0xff);
    littlefs.set(new TextEncoder().encode('littlefs'), 8);
    expect(inspectFirmware(littlefs)).toMatchObject({ kind: 'filesystem', filesystem: 'littlefs' });
  });

  it('any bytes get a kind, and nothing throws', () => {
    const magic = fc.constantFrom([0xe9], [0xea], [0xaa, 0x50], [0xe9, 1, 2, 0x20], []);
    fc.assert(
      fc.property(magic, fc.uint8Array({ minLength: 1, maxLength: 9000 }), fc.nat(0x9000), (start, rest, blank) => {
        const bytes = Uint8Array.from([...start, ...rest]);
        const shifted = new Uint8Array(blank + bytes.length).fill(0xff);
        shifted.set(bytes, blank);
        for (const candidate of [bytes, shifted]) {
          const file = describeFirmware(loaded('x.bin', candidate), null);
          if (file.kind === 'merged') return false;
        }
        return true;
      }),
      { numRuns: runs(300) },
    );
  });

  it('noise that happens to start like an image is unknown, not a broken image', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 4000 }), (noise) => {
        const bytes = Uint8Array.from([0xe9, ...noise]);
        // Only a header in which everything fits by chance may pass; 16 random bits of chip id alone make that rare.
        fc.pre(bytes[23]! > 1);
        return ['unknown', 'esp8266Image'].includes(inspectFirmware(bytes).kind);
      }),
    );
  });
});

describe('addresses', () => {
  const c3 = chipById('esp32c3');
  const tableFile = loaded('partition-table.bin', table);
  const at = (name: string, bytes: Uint8Array, others: LoadedFirmware[] = [tableFile], chip = c3): number | null =>
    describeFirmware(loaded(name, bytes), chip, others).suggestedOffset;
  const blank = new Uint8Array(0x1000).fill(0x5a);
  const littlefs = blank.slice();
  littlefs.set(new TextEncoder().encode('littlefs'), 8);

  it('a bootloader goes where this chip looks for it', () => {
    expect(at('bootloader.bin', bootloader())).toBe(0);
    expect(at('bootloader.bin', bootloader('esp32'), [], chipById('esp32'))).toBe(0x1000);
    expect(at('bootloader-0x10000.bin', bootloader())).toBe(0);
  });
  it('an application goes to the first app partition of the table among the files', () => {
    expect(at('app.bin', app())).toBe(0x20000);
    expect(at('app.bin', app(), [])).toBe(0x10000);
    expect(at('ota_1.bin', app())).toBe(0x160000);
  });
  it('an address in the name counts unless the table contradicts it', () => {
    expect(at('app-0x160000.bin', app())).toBe(0x160000);
    expect(at('app-0x10000.bin', app())).toBe(0x20000);
    expect(at('app-0x30000.bin', app(), [])).toBe(0x30000);
    expect(at('app-0x1000.bin', app(), [])).toBe(0x10000);
  });
  it('OTA data goes to its partition, else where the framework puts it', () => {
    expect(at('ota_data_initial.bin', serializeOtaData(1))).toBe(0xe000);
    expect(at('ota_data_initial.bin', serializeOtaData(1), [])).toBe(0xd000);
    expect(at('boot_app0.bin', serializeOtaData(1), [])).toBe(0xe000);
  });
  it('a filesystem goes to its partition, by its kind or its name', () => {
    expect(at('data.bin', littlefs)).toBe(0x300000);
    expect(at('data.bin', littlefs, [])).toBeNull();
    expect(at('storage.bin', blank)).toBe(0x300000);
    expect(at('notes.bin', blank)).toBeNull();
    expect(at('notes_0x310000.bin', blank)).toBe(0x310000);
  });
  it('the table inside a merged file serves the files beside it', () => {
    const merged = loaded('m.bin', place([[0, bootloader()], [0x8000, table]])); // prettier-ignore
    expect(at('data.bin', littlefs, [merged])).toBe(0x300000);
  });
  it.each([
    ['app-0x10000.bin', 0x10000],
    ['bootloader_0x1000.bin', 0x1000],
    ['0x8000.bin', 0x8000],
    ['eagle.flash.0X00000.bin', 0],
    ['v1-0x10000-4MB.bin', 0x10000],
    ['app.bin', null],
    ['box0x10.bin', null],
    ['app-0x123456789.bin', null],
    ['app-0x10zz.bin', null],
  ])('%s names %s', (name, offset) => {
    expect(offsetInName(name)).toBe(offset);
  });
});

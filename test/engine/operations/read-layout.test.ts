import { expect, test } from 'vitest';
import { readLayout } from '../../../src-main/engine/operations/read-layout';
import { serializeOtaData } from '../../../src-shared/formats/ota-data';
import { serializePartitionTable, type Partition } from '../../../src-shared/formats/partition-table';
import { appDescriptionBytes, bootloaderDescriptionBytes, buildTestImage } from '../../formats/test-image';
import { connectBoard } from './virtual-board-fixture';

const part = (label: string, type: number, subtype: number, offset: number, sizeBytes: number): Partition => ({
  label,
  type,
  subtype,
  offset,
  sizeBytes,
  isEncrypted: false,
  isReadOnly: false,
  flags: 0,
});
const factory = part('factory', 0, 0, 0x1_0000, 0x10_0000);
const ota = [
  part('otadata', 1, 0, 0xe000, 0x2000),
  part('app0', 0, 0x10, 0x11_0000, 0x10_0000),
  part('app1', 0, 0x11, 0x21_0000, 0x10_0000),
];

function flashWith(partitions: readonly Partition[], parts: readonly [number, Uint8Array][]): Uint8Array {
  const flash = new Uint8Array(0x40_0000).fill(0xff);
  flash.set(serializePartitionTable({ hasMd5: true, partitions }), 0x8000);
  for (const [offset, bytes] of parts) flash.set(bytes, offset);
  return flash;
}
function app(name: string, version: string, elfSha256Byte = 0): Uint8Array {
  const first = Buffer.alloc(400);
  first.set(appDescriptionBytes(name, version));
  first.writeUInt32LE(7, 4);
  first.write('19:46:07', 80);
  first.write('Sep 13 2026', 96);
  first.fill(elfSha256Byte, 144, 144 + 32);
  return buildTestImage({ chipId: 5, segments: [[0x3c00_0020, 400]], firstSegment: first });
}
const layoutOf = async (flash: Uint8Array, chip: 'esp32c3' | 'esp32' | 'esp8266' = 'esp32c3') => {
  const { loader } = await connectBoard({ chip, flash }, 'rom');
  return readLayout(loader);
};

test('a board tells its partitions and the app that starts, with the ROM loader alone', async () => {
  const layout = await layoutOf(flashWith([factory], [[0x1_0000, app('promenade', '1.2')]]));
  expect(layout.partitions).toEqual([
    { label: 'factory', type: 'app', subtype: 'factory', offset: 0x1_0000, sizeBytes: 0x10_0000 },
  ]);
  expect(layout.app).toMatchObject({ label: 'factory', offset: 0x1_0000, projectName: 'promenade', version: '1.2' });
  expect(layout.table).toEqual({ hasMd5: true, partitions: [factory] });
  expect(layout.start).toEqual({ label: 'factory', offset: 0x1_0000, reason: 'noOtaData' });
  expect(layout.otaData).toBeNull();
});

test('every app in flash is told, with its place, its words and the hash of its ELF', async () => {
  const image = app('promenade', '1.0', 0x5a);
  const foreign = buildTestImage({ chipId: 9, segments: [[0x3fc8_0000, 64]] });
  const flash = flashWith(
    [factory, ...ota],
    [
      [0x1_0000, image],
      [0x21_0000, foreign],
    ],
  );
  const { apps } = await layoutOf(flash);
  expect(apps).toEqual([
    {
      label: 'factory',
      subtype: 'factory',
      offset: 0x1_0000,
      partitionSizeBytes: 0x10_0000,
      imageSizeBytes: image.length,
      isIntact: true,
      isForThisChip: true,
      projectName: 'promenade',
      version: '1.0',
      idfVersion: 'v5.4',
      built: 'Sep 13 2026 19:46:07',
      secureVersion: 7,
      elfSha256: '5a'.repeat(32),
    },
    {
      label: 'app1',
      subtype: 'ota_1',
      offset: 0x21_0000,
      partitionSizeBytes: 0x10_0000,
      imageSizeBytes: foreign.length,
      isIntact: true,
      isForThisChip: false,
      projectName: null,
      version: null,
      idfVersion: null,
      built: null,
      secureVersion: null,
      elfSha256: null,
    },
  ]);
});

test('an app whose segments run out of their partition does not start; the bootloader looks on', async () => {
  const broken = app('promenade', '1.1');
  new DataView(broken.buffer).setUint32(28, 0x10_0000, true);
  const parts: [number, Uint8Array][] = [
    [0x11_0000, broken],
    [0xe000, serializeOtaData(1)],
  ];
  const alone = await layoutOf(flashWith([factory, ...ota], parts));
  expect(alone.apps[0]).toMatchObject({ label: 'app0', isIntact: false, imageSizeBytes: null });
  expect(alone.start).toMatchObject({ label: 'app0', reason: 'onlyEntry' });
  expect(alone.app).toBeNull();
  const withFactory = await layoutOf(flashWith([factory, ...ota], [...parts, [0x1_0000, app('promenade', '1.0')]]));
  expect(withFactory.start).toMatchObject({ label: 'factory', reason: 'fallback' });
  expect(withFactory.app?.version).toBe('1.0');
});

test('both entries of OTA data are told, with their slots and states', async () => {
  const entries = serializeOtaData(4);
  new DataView(entries.buffer).setUint32(24, 1, true);
  entries.set(serializeOtaData(3).subarray(0, 32), 4096);
  entries[4096 + 28]! ^= 1;
  const { otaData, start } = await layoutOf(flashWith([factory, ...ota], [[0xe000, entries]]));
  expect(otaData).toEqual({
    label: 'otadata',
    offset: 0xe000,
    entries: [
      { sequence: 4, state: 'pendingVerify', isCrcValid: true, slot: 'app1' },
      { sequence: 3, state: 'undefined', isCrcValid: false, slot: 'app0' },
    ],
  });
  expect(start).toEqual({ label: 'app1', offset: 0x21_0000, reason: 'onlyEntry' });
});

test('the bootloader tells its version and what its header says of the flash', async () => {
  const first = new Uint8Array(100);
  first.set(bootloaderDescriptionBytes());
  const bootloader = (firstSegment: Uint8Array): Uint8Array =>
    buildTestImage({
      chipId: 5,
      segments: [
        [0x3fcd_0000, 100],
        [0x403c_c000, 64],
      ],
      firstSegment,
    });
  const told = await layoutOf(flashWith([factory], [[0, bootloader(first)]]));
  expect(told.bootloader).toEqual({
    offset: 0,
    imageSizeBytes: bootloader(first).length,
    isIntact: true,
    isForThisChip: true,
    idfVersion: 'v5.4',
    built: 'Jan  1 2025 00:00:00',
    flashMode: 'dio',
    flashFrequency: '40m',
    flashSize: '4MB',
  });
  const silent = await layoutOf(flashWith([factory], [[0, bootloader(new Uint8Array(100))]]));
  expect(silent.bootloader).toMatchObject({ isIntact: true, idfVersion: null, built: null });
});

test('after an update the slot that OTA data selects is the one that starts', async () => {
  const slots: [number, Uint8Array][] = [
    [0x1_0000, app('promenade', '1.0')],
    [0x11_0000, app('promenade', '1.1')],
    [0x21_0000, app('promenade', '1.2')],
  ];
  const at = async (sequence: number) => {
    const flash = flashWith([factory, ...ota], [...slots, [0xe000, serializeOtaData(sequence)]]);
    return (await layoutOf(flash)).app?.version;
  };
  expect([await at(1), await at(2), await at(3)]).toEqual(['1.1', '1.2', '1.1']);
  const untouched = await layoutOf(flashWith([factory, ...ota], slots));
  expect(untouched.app?.label).toBe('factory');
  const withoutFactory = await layoutOf(flashWith(ota, slots));
  expect(withoutFactory.app?.label).toBe('app0');
});

test('a flash without a table, or with a damaged one, has no layout and is no error', async () => {
  const none = {
    tableOffset: 0x8000,
    partitions: null,
    table: null,
    app: null,
    apps: [],
    start: null,
    otaData: null,
    bootloader: null,
  };
  expect(await layoutOf(new Uint8Array(0x40_0000).fill(0xff))).toEqual(none);
  expect(await layoutOf(new Uint8Array(0x40_0000).fill(0xff), 'esp8266')).toEqual(none);
  const damaged = flashWith([factory], []);
  damaged[0x8010] = 0x77;
  expect(await layoutOf(damaged)).toEqual(none);
});

test('a partition without an application in it starts nothing', async () => {
  expect((await layoutOf(flashWith([factory], []), 'esp32')).app).toBeNull();
});

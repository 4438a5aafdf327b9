import { expect, test } from 'vitest';
import { readLayout } from '../../../src-main/engine/operations/read-layout';
import { serializeOtaData } from '../../../src-shared/formats/ota-data';
import { serializePartitionTable, type Partition } from '../../../src-shared/formats/partition-table';
import { appDescriptionBytes, buildTestImage } from '../../formats/test-image';
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
function app(name: string, version: string): Uint8Array {
  const first = new Uint8Array(400);
  first.set(appDescriptionBytes(name, version));
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
  const none = { tableOffset: 0x8000, partitions: null, app: null };
  expect(await layoutOf(new Uint8Array(0x40_0000).fill(0xff))).toEqual(none);
  expect(await layoutOf(new Uint8Array(0x40_0000).fill(0xff), 'esp8266')).toEqual(none);
  const damaged = flashWith([factory], []);
  damaged[0x8010] = 0x77;
  expect(await layoutOf(damaged)).toEqual(none);
});

test('a partition without an application in it starts nothing', async () => {
  expect((await layoutOf(flashWith([factory], []), 'esp32')).app).toBeNull();
});

import { serializeOtaData } from '../../src-shared/formats/ota-data';
import { serializePartitionTable } from '../../src-shared/formats/partition-table';
import { parsePartitionCsv } from '../../src-shared/formats/partitions/partition-csv';
import { tableOfRows } from '../../src-shared/formats/partitions/partition-rows';
import { goldenVolume } from '../formats/filesystems/golden-volumes';
import { NvsWriter } from '../formats/nvs/nvs-writer';
import { appDescriptionBytes, buildTestImage } from '../formats/test-image';

/** The table of `usedBoardFlash`, as ESP-IDF writes it. */
export const tableCsv = `nvs,data,nvs,0x9000,0x5000
otadata,data,ota,0xe000,0x2000
app0,app,ota_0,0x10000,0x140000
app1,app,ota_1,0x150000,0x140000
storage,data,spiffs,0x290000,0x160000
`;
const place = { tableOffset: 0x8000, bootloaderOffset: 0x1000 };
/** One of its secrets. */
export const password = 'salt-and-water';

/** The binary form of a table in CSV. */
export function tableBytes(text: string): Uint8Array {
  const table = tableOfRows(parsePartitionCsv(new TextEncoder().encode(text)), place, true);
  if (table === null) throw new Error('the rows say too little');
  return serializePartitionTable(table);
}

/**
 * The flash of an ESP32 after one update: two apps, the second of which starts, settings with a password,
 * and files.
 */
export function usedBoardFlash(): Buffer {
  const flash = Buffer.alloc(4 * 1024 * 1024, 0xff);
  flash.set(buildTestImage({ chipId: 0, segments: [[0x3fff_0030, 20_000]] }), 0x1000);
  flash.set(tableBytes(tableCsv), 0x8000);
  const nvs = new NvsWriter(5)
    .set('wifi', 'ssid', { type: 'string', value: 'harbour' })
    .set('wifi', 'password', { type: 'string', value: 'an older one' })
    .set('wifi', 'password', { type: 'string', value: password })
    .set('app', 'interval', { type: 'u32', value: 300n })
    .set('app', 'picture', { type: 'blob', bytes: Uint8Array.from({ length: 5000 }, (_, index) => index & 0xff) });
  nvs.bytes.copy(flash, 0x9000);
  flash.set(goldenVolume('littlefs-2.0-4096'), 0x29_0000);
  const otaData = serializeOtaData(1);
  otaData.set(serializeOtaData(2).subarray(0, 32), 4096);
  flash.set(otaData, 0xe000);
  for (const [offset, version] of [
    [0x1_0000, '1.0.0'],
    [0x15_0000, '1.1.0'],
  ] as const) {
    const firstSegment = new Uint8Array(20_000).fill(0x42);
    firstSegment.set(appDescriptionBytes('promenade', version));
    flash.set(buildTestImage({ chipId: 0, segments: [[0x3f40_0020, 20_000]], firstSegment }), offset);
  }
  return flash;
}

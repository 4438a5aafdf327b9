import { serializePartitionTable } from '../../src-shared/formats/partition-table';
import { parsePartitionCsv } from '../../src-shared/formats/partitions/partition-csv';
import { tableOfRows } from '../../src-shared/formats/partitions/partition-rows';
import { appDescriptionBytes, bootloaderDescriptionBytes, buildTestImage, type TestImage } from '../formats/test-image';

/** Where each chip's image says that it is loaded to. */
const chips = {
  esp32: { chipId: 0, ram: 0x3fff_0030, mapped: 0x3f40_0020, bootloaderOffset: 0x1000 },
  esp32c3: { chipId: 5, ram: 0x3fcd_5820, mapped: 0x3c00_0020, bootloaderOffset: 0 },
} as const;
type MadeFor = keyof typeof chips;

/** An app called promenade. */
export function madeApp(chip: MadeFor, version = '1.0.0', sizeBytes = 40_000, more: Partial<TestImage> = {}): Buffer {
  const firstSegment = Buffer.from({ length: sizeBytes }).map((_, index) => (index * 7919) >>> 3);
  firstSegment.set(appDescriptionBytes('promenade', version));
  const { chipId, mapped } = chips[chip];
  return Buffer.from(buildTestImage({ chipId, segments: [[mapped, sizeBytes]], firstSegment, ...more }));
}

export function madeBootloader(chip: MadeFor, more: Partial<TestImage> = {}): Buffer {
  const { chipId, ram } = chips[chip];
  const firstSegment = bootloaderDescriptionBytes();
  return Buffer.from(buildTestImage({ chipId, segments: [[ram, 20_000]], firstSegment, ...more }));
}

/** A partition table from lines such as `nvs,data,nvs,0x9000,0x6000`. */
export function madeTable(csv: string): Uint8Array {
  const rows = parsePartitionCsv(new TextEncoder().encode(csv));
  const table = tableOfRows(rows, { tableOffset: 0x8000, bootloaderOffset: 0x1000 }, true);
  if (table === null) throw new Error('the rows say too little');
  return serializePartitionTable(table);
}

/** Bootloader, table and app in one file or flash, with `settings` in the first sector at 0x9000. */
export function madeWhole(chip: MadeFor, csv: string, version: string, settings: number, sizeBytes = 0x2_0000): Buffer {
  const whole = Buffer.alloc(sizeBytes, 0xff);
  whole.set(madeBootloader(chip), chips[chip].bootloaderOffset);
  whole.set(madeTable(csv), 0x8000);
  whole.fill(settings, 0x9000, 0xa000);
  whole.set(madeApp(chip, version), 0x1_0000);
  return whole;
}

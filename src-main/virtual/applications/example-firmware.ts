import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { serializePartitionTable } from '../../../src-shared/formats/partition-table';
import { Random } from '../random';
import { applicationSegment, image, place } from './application-image';

/** One file of the example, with the place where it belongs. */
export interface ExampleFile {
  readonly name: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const project = 'promenade';
const appOffset = 0x1_0000;
/** Enough that one sees it being written, little enough that nobody waits. */
const codeBytes = 220_000;
const bootloaderBytes = 20_000;
const plain = { isEncrypted: false, isReadOnly: false, flags: 0 } as const;

/**
 * A firmware to try things with: the three files that a build leaves behind, in the documented formats, the same every
 * time. A virtual board runs it; the code in it is noise, which no real chip would run. Null for a chip that is not
 * flashed by such files (ESP8266).
 */
export function exampleFirmware(chip: ChipDescriptor): readonly ExampleFile[] | null {
  if (chip.partitionTableOffset === null || chip.imageChipId === null) return null;
  const table = serializePartitionTable({
    hasMd5: true,
    partitions: [
      { ...plain, label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x6000 },
      { ...plain, label: 'factory', type: 0, subtype: 0, offset: appOffset, sizeBytes: 0x10_0000 },
      { ...plain, label: 'storage', type: 1, subtype: 0x82, offset: appOffset + 0x10_0000, sizeBytes: 0x8_0000 },
    ],
  });
  const app = applicationSegment({ project, mark: 'hello' }, noise(codeBytes, 7));
  return [
    {
      name: 'bootloader.bin',
      offset: chip.bootloaderOffset,
      bytes: image(chip, place(chip, 'IRAM'), noise(bootloaderBytes, 3)),
    },
    { name: 'partition-table.bin', offset: chip.partitionTableOffset, bytes: table },
    { name: `${project}.bin`, offset: appOffset, bytes: image(chip, place(chip, 'DROM') + 0x20, app) },
  ];
}

/** What ESP-IDF's build writes beside such files, `flasher_args.json`: where each one goes. */
export function exampleList(chip: ChipDescriptor, files: readonly ExampleFile[]): string {
  const list = {
    flash_files: Object.fromEntries(files.map(({ offset, name }) => [`0x${offset.toString(16)}`, name])),
    app: { offset: `0x${appOffset.toString(16)}`, file: `${project}.bin`, encrypted: 'false' },
    extra_esptool_args: { chip: chip.id },
  };
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** Every second word is nought, so that it compresses as code does. */
function noise(sizeBytes: number, seed: number): Uint8Array {
  const random = new Random(seed);
  const bytes = new Uint8Array(sizeBytes);
  for (let at = 0; at + 8 <= sizeBytes; at += 8) {
    for (let index = 0; index < 4; index++) bytes[at + index] = random.below(256);
  }
  return bytes;
}

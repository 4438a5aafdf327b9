import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import { serializePartitionTable } from '../../../src-shared/formats/partition-table';
import { applicationSegment, esp8266Image, image, marked, place } from './application-image';

const appOffset = 0x1_0000;
/** Code of an application; there is none, but a segment is never empty. */
const codeBytes = 2048;

/**
 * The flash of a board that comes with an application: bootloader, partition table and an application of that name.
 * On ESP8266 the application alone. The code in it is nought; a virtual board knows it by its mark.
 */
export function factoryFlash(chip: ChipDescriptor, name: string): Uint8Array {
  if (chip.partitionTableOffset === null || chip.imageChipId === null) return esp8266Image(chip, marked(name, 0));
  const table = serializePartitionTable({
    hasMd5: true,
    partitions: [
      { ...plain, label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x6000 },
      { ...plain, label: 'factory', type: 0, subtype: 0, offset: appOffset, sizeBytes: 0x10_0000 },
    ],
  });
  const app = image(
    chip,
    place(chip, 'DROM') + 0x20,
    applicationSegment({ project: name, mark: name }, new Uint8Array(0)),
  );
  const flash = new Uint8Array(appOffset + app.length).fill(0xff);
  flash.set(image(chip, place(chip, 'IRAM'), new Uint8Array(codeBytes)), chip.bootloaderOffset);
  flash.set(table, chip.partitionTableOffset);
  flash.set(app, appOffset);
  return flash;
}

const plain = { isEncrypted: false, isReadOnly: false, flags: 0 } as const;

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { serializePartitionTable } from '../../src-shared/formats/partition-table';
import { appDescriptionBytes, buildTestImage } from '../formats/test-image';

/** One file with the place where it belongs on the chip. */
export interface PlacedFile {
  readonly path: string;
  readonly name: string;
  readonly offset: number;
}

const fixtures = resolve(import.meta.dirname, '../../../shared/fixtures');

const placed = (path: string, offset: number): PlacedFile => ({ path, name: basename(path), offset });

/** Firmware that was built for real boards; null where the fixtures are not beside the project. */
export function realFirmware(): {
  readonly esp32: readonly PlacedFile[];
  readonly esp32s2: readonly PlacedFile[];
} | null {
  if (!existsSync(fixtures)) return null;
  return {
    esp32: [
      placed(join(fixtures, 'image/bootloader_esp32_v5_2.bin'), 0x1000),
      placed(join(fixtures, 'image/partitions_singleapp.bin'), 0x8000),
    ],
    esp32s2: [placed(join(fixtures, 'image/esp_idf_blink_esp32s2.bin'), 0x1_0000)],
  };
}

/** A made-up firmware of three files in `folder`; the app has `appBytes` bytes or a few more. */
export function madeUpFirmware(
  folder: string,
  appBytes = 300_000,
  chip: 'esp32' | 'esp32c3' = 'esp32',
): readonly PlacedFile[] {
  const { chipId, bootloaderOffset, ram, mapped } = {
    esp32: { chipId: 0, bootloaderOffset: 0x1000, ram: 0x3fff_0030, mapped: 0x3f40_0020 },
    esp32c3: { chipId: 5, bootloaderOffset: 0, ram: 0x3fcd_5820, mapped: 0x3c00_0020 },
  }[chip];
  // Noise that is the same every time and does not compress, so that the write takes its time.
  const random = Buffer.alloc(appBytes);
  for (let at = 0, word = 7; at < appBytes; at++) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    random[at] = word;
  }
  random.set(appDescriptionBytes('promenade', '1.0.0'));
  const files: [string, number, Uint8Array][] = [
    ['bootloader.bin', bootloaderOffset, buildTestImage({ chipId, segments: [[ram, 20_000]] })],
    [
      'partition-table.bin',
      0x8000,
      serializePartitionTable({
        hasMd5: true,
        partitions: [
          {
            label: 'nvs',
            type: 1,
            subtype: 2,
            offset: 0x9000,
            sizeBytes: 0x6000,
            isEncrypted: false,
            isReadOnly: false,
            flags: 0,
          },
          {
            label: 'factory',
            type: 0,
            subtype: 0,
            offset: 0x1_0000,
            sizeBytes: 0x20_0000,
            isEncrypted: false,
            isReadOnly: false,
            flags: 0,
          },
        ],
      }),
    ],
    ['promenade.bin', 0x1_0000, buildTestImage({ chipId, segments: [[mapped, appBytes]], firstSegment: random })],
  ];
  return files.map(([name, offset, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return placed(join(folder, name), offset);
  });
}

/**
 * What the flash must hold after `files` went to a chip with 4 MB: every byte as in the files, FFh
 * elsewhere; only the flash size in the bootloader's header is the board's, and its hash is made anew.
 */
export function expectedFlash(files: readonly PlacedFile[], bootloaderOffset: number): Buffer {
  const flash = Buffer.alloc(4 * 1024 * 1024, 0xff);
  for (const { path, offset } of files) {
    const bytes = readFileSync(path);
    if (offset === bootloaderOffset) {
      bytes[3] = 0x20 | (bytes[3]! & 0x0f);
      if (bytes[23] === 1)
        createHash('sha256')
          .update(bytes.subarray(0, -32))
          .digest()
          .copy(bytes, bytes.length - 32);
    }
    bytes.copy(flash, offset);
  }
  return flash;
}

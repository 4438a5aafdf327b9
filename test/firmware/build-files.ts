import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serializePartitionTable } from '../../src-shared/formats/partition-table';
import { appDescriptionBytes, bootloaderDescriptionBytes, buildTestImage } from '../formats/test-image';
import { describeFirmware } from '../../src-main/firmware/describe-firmware';
import { readInput, type FirmwareInput } from '../../src-main/firmware/read-input';
import { partition } from '../engine/plan/plan-rows';
import type { ZipEntry } from './make-zip';

/** Files of a folder by their paths. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

/** A new folder with these files in it. */
export function folderOf(files: Files, name = 'weather-station'): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'esplanade-build-')), name);
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The same files as entries of a zip file. */
export function entriesOf(files: Files): ZipEntry[] {
  return Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
}

/** ESP32 unless told otherwise (5 = ESP32-C3). */
export const bootloader = (chipId = 0): Uint8Array =>
  buildTestImage({
    chipId,
    segments: [[chipId === 0 ? 0x3fff_0030 : 0x3fcd_5820, 3000]],
    firstSegment: bootloaderDescriptionBytes(),
  });
export const app = (chipId = 0, version = '1.0'): Uint8Array =>
  buildTestImage({
    chipId,
    segments: [[chipId === 0 ? 0x3f40_0020 : 0x3c00_0020, 9000]],
    firstSegment: appDescriptionBytes('weather', version),
  });
export const otaTable = serializePartitionTable({
  hasMd5: true,
  partitions: [
    partition({ label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x5000 }),
    partition({ label: 'otadata', type: 1, subtype: 0, offset: 0xe000, sizeBytes: 0x2000 }),
    partition({ label: 'app0', subtype: 0x10, offset: 0x1_0000, sizeBytes: 0x14_0000 }),
    partition({ label: 'app1', subtype: 0x11, offset: 0x15_0000, sizeBytes: 0x14_0000 }),
  ],
});

/** `0x1000 bootloader.bin` for every file of every build. */
export function placed({ builds }: FirmwareInput): string[] {
  return builds.flatMap(({ files, chip }) =>
    files.map((file) => {
      const { suggestedOffset, name } = describeFirmware(file, chip, files);
      return `${suggestedOffset === null ? '?' : `0x${suggestedOffset.toString(16)}`} ${name}`;
    }),
  );
}

/** What became of a path: its files with their addresses, or the code and facts of the error. */
export async function outcomeOf(path: string): Promise<unknown> {
  try {
    return placed(await readInput(path));
  } catch (error) {
    return error;
  }
}

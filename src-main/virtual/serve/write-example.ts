import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chipById } from '../../../src-shared/chips';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError } from '../../../src-shared/errors/app-error';
import { exampleFirmware, exampleList } from '../applications/example-firmware';

/**
 * Writes the example firmware for a chip into `folder` as a build would leave it, with `flasher_args.json`; answers the
 * names of the firmware files.
 *
 * @throws AppError `input.badChoice` for a chip without one, `file.notWritten`.
 */
export async function writeExample(folder: string, chipId: ChipId): Promise<readonly string[]> {
  const chip = chipById(chipId);
  const files = exampleFirmware(chip);
  if (files === null) {
    throw new AppError('input.badChoice', { text: chip.name, what: '--chip', choices: 'ESP32, ESP32-S2, …' });
  }
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
    await writeFile(join(folder, 'flasher_args.json'), exampleList(chip, files));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file.notWritten', { name: folder, reason }, { cause: error });
  }
  return files.map(({ name }) => name);
}

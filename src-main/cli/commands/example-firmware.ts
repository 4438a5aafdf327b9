import { resolve } from 'node:path';
import { chipById } from '../../../src-shared/chips';
import { writeExample } from '../../virtual/serve/write-example';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';

/** `example-firmware`: a build folder to try everything with, for a virtual board. */
export async function exampleFirmwareCommand(
  io: ConsoleIo,
  { chip }: Pick<GlobalOptions, 'chip'>,
  folder: string,
): Promise<ExitCode> {
  const target = chipById(chip ?? 'esp32');
  const names = await writeExample(resolve(io.workingFolder, folder), target.id);
  io.out(`${names.join(', ')} for a virtual ${target.name} are in ${folder}\n`);
  return exitCodes.done;
}

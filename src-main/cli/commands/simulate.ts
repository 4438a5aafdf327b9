import { AppError } from '../../../src-shared/errors/app-error';
import { serveBoardOverTcp } from '../../virtual/serve/board-server';
import { serveBoardOnPty } from '../../virtual/serve/board-pty';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { parseListenAddress } from '../listen-address';
import { parseWholeNumber } from '../option-values';
import { untilInterrupted } from '../until-interrupted';
import { makeVirtualBoard } from '../../virtual/serve/make-virtual-board';
import { readPersonality, type PersonalityWords } from '../../virtual/serve/personality-words';

/** Options of `simulate` as they come from the parser. */
export interface SimulateValues extends Omit<PersonalityWords, 'efuses'> {
  readonly listen?: string;
  readonly pty?: string;
  readonly flash?: string;
  readonly flashSize?: string;
  readonly pace?: boolean;
  readonly trouble?: readonly string[];
  readonly seed?: string;
  readonly efuse?: readonly string[];
}

const defaultAddress = '127.0.0.1:5555';

/** `simulate`: a virtual board for any flashing tool, until it is interrupted. */
export async function simulateCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  values: SimulateValues,
): Promise<ExitCode> {
  if (options.chip === null) throw new AppError('input.missing', { what: '--chip' });
  const board = makeVirtualBoard({
    chip: options.chip,
    clock: io.clock,
    flashFile: values.flash ?? null,
    flashSize: values.flashSize ?? null,
    troubles: values.trouble ?? [],
    pace: values.pace ?? false,
    // Neither TCP nor a pseudo terminal carries modem lines: BOOT is as good as tied down.
    wiring: 'none',
    ...readPersonality({ ...values, efuses: values.efuse ?? [] }, options.chip),
    ...(values.seed === undefined ? {} : { seed: parseWholeNumber(values.seed, '--seed', 0, 0xffff_ffff) }),
  });
  const server =
    values.pty === undefined
      ? await serveBoardOverTcp(board, parseListenAddress(values.listen ?? defaultAddress))
      : await serveBoardOnPty(board, values.pty);
  io.out(`A virtual ${board.descriptor.name} answers at ${server.address}\n`);
  await untilInterrupted(io);
  await server.close();
  return exitCodes.done;
}

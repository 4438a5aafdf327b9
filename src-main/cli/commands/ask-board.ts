import { AppError } from '../../../src-shared/errors/app-error';
import type { BoardIdentity } from '../../../src-shared/ipc/contract';
import { describeBoard, describeFlash } from '../board-text';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { withServices } from '../run-services';

/** `flash-id`: the flash part behind the chip. */
export function flashIdCommand(io: ConsoleIo, options: GlobalOptions): Promise<ExitCode> {
  return askBoard(io, options, 'flash-id', ({ flash }) => (flash === null ? null : describeFlash(flash)));
}

/** `read-mac`: the factory MAC address. */
export function readMacCommand(io: ConsoleIo, options: GlobalOptions): Promise<ExitCode> {
  return askBoard(io, options, 'read-mac', ({ mac }) => (mac === null ? null : ''));
}

/** `chip-id`: which chip it is. */
export function chipIdCommand(io: ConsoleIo, options: GlobalOptions): Promise<ExitCode> {
  return askBoard(io, options, 'chip-id', () => '');
}

/** Prints what every such command prints, then its own lines; null = the chip does not let us know. */
async function askBoard(
  io: ConsoleIo,
  options: GlobalOptions,
  operation: string,
  describe: (identity: BoardIdentity) => string | null,
): Promise<ExitCode> {
  return withServices(io, options, async ({ services, path }) => {
    io.out(`Port: ${path}\n`);
    const identity = await services.boards.identify(path);
    io.out(describeBoard(identity));
    const answer = describe(identity);
    if (answer === null) throw new AppError('flash.secureDownloadMode', { chip: identity.chip, operation });
    io.out(answer);
    return exitCodes.done;
  });
}

import { AppError } from '../../../src-shared/errors/app-error';
import { serveBoardOverTcp } from '../../virtual/serve/board-server';
import { serveBoardOnPty } from '../../virtual/serve/board-pty';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { parseWholeNumber } from '../option-values';
import { makeVirtualBoard } from '../virtual-board-files';

/** Options of `simulate` as they come from the parser. */
export interface SimulateValues {
  readonly listen?: string;
  readonly pty?: string;
  readonly flash?: string;
  readonly flashSize?: string;
  readonly pace?: boolean;
  readonly trouble?: readonly string[];
  readonly seed?: string;
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
    ...(values.seed === undefined ? {} : { seed: parseWholeNumber(values.seed, '--seed', 0, 0xffff_ffff) }),
  });
  const server =
    values.pty === undefined
      ? await serveBoardOverTcp(board, parseListenAddress(values.listen ?? defaultAddress))
      : await serveBoardOnPty(board, values.pty);
  io.out(`A virtual ${board.descriptor.name} answers at ${server.address}\n`);
  await new Promise<void>((resolve) => {
    const stop = io.onInterrupt(() => {
      stop();
      resolve();
    });
  });
  await server.close();
  return exitCodes.done;
}

/** Reads `host:port`, `:port` or `port`; `port.badAddress` for anything else. Port 0 = any that is free. */
export function parseListenAddress(text: string): { readonly host: string; readonly port: number } {
  const match = /^(?:(\[[0-9a-f:.]+\]|[^:\s]*):)?(\d{1,5})$/i.exec(text);
  const port = Number(match?.[2]);
  if (match === null || port > 65_535) {
    throw new AppError('port.badAddress', { path: text, reason: 'expected host:port, such as 127.0.0.1:5555' });
  }
  const host = (match[1] ?? '').replace(/^\[|\]$/g, '');
  return { host: host === '' ? '127.0.0.1' : host, port };
}

import type { Command } from 'commander';
import { flashSizeToBytes } from '../../../src-shared/flash-parts/flash-parts';
import { AppError } from '../../../src-shared/errors/app-error';
import type { BoardJobOutcome, ContactSettings, FlashSpan, VerifyResult } from '../../../src-shared/ipc/contract';
import { formatBytes, formatHex, parseSize } from '../../../src-shared/numbers/parse-number';
import { describeBoard, describeFlash } from '../board-text';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { printError } from '../print-error';
import { ProgressLine } from '../progress-line';
import { withServices, type CommandServices } from '../run-services';
import { addFiles, readFileArguments } from './file-arguments';
import { readFlashSettings, type WriteFlashValues } from './flash-options';

/** Wraps what a command does into what the parser calls. */
export type Run = (
  action: (options: GlobalOptions, command: Command) => Promise<ExitCode>,
) => (...parsed: unknown[]) => Promise<void>;

/** Help of an option that several commands have. */
export const spiConnectionOption = [
  '--spi-connection <pins>',
  'where the flash is, SPI, HSPI or CLK,Q,D,HD,CS (default: as the chip has it)',
] as const;

interface ReadValues {
  readonly flashSize?: string;
  readonly progress?: boolean;
}
interface EraseValues {
  readonly force?: boolean;
  readonly flashSize?: string;
}
interface VerifyValues extends WriteFlashValues {
  readonly diff?: boolean;
}

/** Adds `flash-id`, `read-flash`, `erase-flash`, `erase-region` and `verify-flash`. */
export function addFlashCommands(program: Command, io: ConsoleIo, run: Run): void {
  program
    .command('flash-id')
    .description('tell which flash part the board has')
    .option(...spiConnectionOption)
    .action(run((options) => flashIdCommand(io, options)));
  program
    .command('read-flash')
    .description('read flash into a file')
    .argument('<address>', 'where to begin')
    .argument('<size>', 'how much, with k or M where wanted, or ALL')
    .argument('<file>', 'where to put it')
    .option('--flash-size <size>', 'size of the flash part (default: detect)')
    .option('--no-progress', 'print no progress')
    .option(...spiConnectionOption)
    .action(run((options, command) => readFlashCommand(io, options, command.args, command.opts<ReadValues>())));
  program
    .command('erase-flash')
    .description('erase the whole flash')
    .option('--force', 'also where secure boot or flash encryption is on')
    .option('--flash-size <size>', 'size of the flash part, where the chip does not let it be asked')
    .option(...spiConnectionOption)
    .action(run((options, command) => eraseCommand(io, options, 'all', command.opts<EraseValues>())));
  program
    .command('erase-region')
    .description('erase whole sectors of 4 KiB')
    .argument('<address>', 'where to begin')
    .argument('<size>', 'how much, with k or M where wanted, or ALL')
    .option('--force', 'also where secure boot or flash encryption is on')
    .option('--flash-size <size>', 'size of the flash part, where the chip does not let it be asked')
    .option(...spiConnectionOption)
    .action(
      run((options, command) => {
        const [address = '', size = ''] = command.args;
        return eraseCommand(io, options, parseSpan(address, size), command.opts<EraseValues>());
      }),
    );
  program
    .command('verify-flash')
    .description('compare files with flash')
    .argument(
      '<address file...>',
      'pairs of a flash address and the file that should be there; folders as with write-flash',
    )
    .option('-d, --diff', 'tell what differs')
    .option('--no-diff', 'do not (default)')
    .option('--flash-mode <mode>', 'as it was given to write-flash (default: keep)')
    .option('--flash-freq <frequency>', 'as it was given to write-flash (default: keep)')
    .option('--flash-size <size>', 'as it was given to write-flash (default: keep)')
    .option(...spiConnectionOption)
    .action(run((options, command) => verifyCommand(io, options, command.args, command.opts<VerifyValues>())));
}

/** A span as typed: `ALL` from address 0 is everything, from elsewhere the rest. */
function parseSpan(addressText: string, sizeText: string): FlashSpan {
  const offset = parseSize(addressText, 'address');
  if (/^all$/i.test(sizeText.trim())) return offset === 0 ? 'all' : { offset, sizeBytes: 'rest' };
  const sizeBytes = parseSize(sizeText, 'size');
  if (sizeBytes === 0) throw new AppError('input.badChoice', { text: sizeText, what: 'size', choices: '1 …, ALL' });
  return { offset, sizeBytes };
}

/** Null for `detect` and `keep`, which mean what the board says. */
function parseFlashSize(text: string | undefined): number | null {
  if (text === undefined || /^(detect|keep)$/i.test(text)) return null;
  const sizeBytes = flashSizeToBytes(text.replace(/[mk]b/i, (unit) => unit.toUpperCase()));
  if (sizeBytes !== null) return sizeBytes;
  throw new AppError('input.badChoice', { text, what: '--flash-size', choices: 'detect, 256KB, 512KB, 1MB, … 128MB' });
}

function contactOf({ baudRate, useStub, before, after }: GlobalOptions): ContactSettings {
  return { baudRate, useStub, before, after };
}

async function flashIdCommand(io: ConsoleIo, options: GlobalOptions): Promise<ExitCode> {
  return withServices(io, options, async ({ services, path }) => {
    io.out(`Port: ${path}\n`);
    const identity = await services.boards.identify(path);
    io.out(describeBoard(identity));
    const { chip, flash } = identity;
    if (flash === null) throw new AppError('flash.secureDownloadMode', { chip, operation: 'flash-id' });
    io.out(describeFlash(flash));
    return exitCodes.done;
  });
}

async function readFlashCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  [address = '', size = '', outputPath = '']: readonly string[],
  { flashSize, progress = true }: ReadValues,
): Promise<ExitCode> {
  const span = parseSpan(address, size);
  const flashSizeBytes = parseFlashSize(flashSize);
  return withServices(io, options, async ({ services, path }) => {
    io.out(`Port: ${path}\n`);
    const settings = contactOf(options);
    const outcome = await runBoardJob(io, services, progress, () =>
      services.jobs.startRead({ path, span, outputPath, settings, flashSizeBytes }),
    );
    if ('error' in outcome) return fail(io, outcome);
    if (outcome.kind !== 'read') throw new AppError('internal', { reason: outcome.kind });
    const { identity, offset, sizeBytes, md5, isProven, blankBytes, elapsedMs, baudRate } = outcome.result;
    io.out(describeBoard(identity));
    const rate = `${(elapsedMs / 1000).toFixed(1)} s at ${baudRate} baud`;
    const blank = blankBytes === 0 ? '' : ` (${formatBytes(blankBytes)} of it blank and not transferred)`;
    io.out(`Read ${sizeBytes} bytes from ${formatHex(offset, 8)}${blank} in ${rate} to '${outputPath}'.\n`);
    io.out(`MD5 ${md5}: ${isProven ? 'verified' : 'not verified, this loader cannot compute it'}\n`);
    return exitCodes.done;
  });
}

async function eraseCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  span: FlashSpan,
  { force = false, flashSize }: EraseValues,
): Promise<ExitCode> {
  const flashSizeBytes = parseFlashSize(flashSize);
  return withServices(io, options, async ({ services, path }) => {
    io.out(`Port: ${path}\n`);
    const settings = contactOf(options);
    const outcome = await runBoardJob(io, services, true, () =>
      services.jobs.startErase({ path, span, force, settings, flashSizeBytes }),
    );
    if ('error' in outcome) return fail(io, outcome);
    if (outcome.kind !== 'erased') throw new AppError('internal', { reason: outcome.kind });
    const { identity, offset, sizeBytes, isProven, elapsedMs } = outcome.result;
    io.out(describeBoard(identity));
    const proof = isProven ? ', verified blank' : '';
    io.out(`Erased ${sizeBytes} bytes at ${formatHex(offset, 8)} in ${(elapsedMs / 1000).toFixed(1)} s${proof}.\n`);
    if (!identity.secureDownloadMode) return exitCodes.done;
    printError(io, { code: 'flash.notVerified', facts: { chip: identity.chip } });
    return exitCodes.failed;
  });
}

async function verifyCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  words: readonly string[],
  { diff = false, ...values }: VerifyValues,
): Promise<ExitCode> {
  readFlashSettings(values, options, io.env);
  const files = readFileArguments(words);
  return withServices(io, options, async ({ services, path }) => {
    const { rows, source } = await addFiles(services, files, options);
    const settings = readFlashSettings(values, options, io.env, source?.settings);
    io.out(`Port: ${path}\n`);
    const outcome = await runBoardJob(io, services, true, () =>
      services.jobs.startVerify({ path, rows, settings, diff }),
    );
    if ('error' in outcome) return fail(io, outcome);
    if (outcome.kind !== 'compared') throw new AppError('internal', { reason: outcome.kind });
    return reportComparison(io, outcome.result, diff);
  });
}

function reportComparison(io: ConsoleIo, { identity, regions, matches }: VerifyResult, diff: boolean): ExitCode {
  io.out(describeBoard(identity));
  for (const { name, offset, sizeBytes, differing } of regions) {
    const what = `${formatHex(offset, 8)} ${name}: ${sizeBytes} bytes`;
    if (differing.length === 0) {
      io.out(`${what}: verified (digest matched)\n`);
      continue;
    }
    io.out(`${what}: differs in ${differing.length} ${differing.length === 1 ? 'sector' : 'sectors'}\n`);
    for (const sector of diff ? differing : []) {
      const { first, differingBytes } = sector;
      const bytes = differingBytes === null ? '' : `, ${differingBytes} bytes differ`;
      const detail =
        first === null
          ? ''
          : `, first at ${formatHex(first.offset, 8)}: flash ${hexByte(first.actual)}, file ${hexByte(first.expected)}`;
      io.out(`  sector ${formatHex(sector.offset, 8)}${bytes}${detail}\n`);
    }
  }
  const worst = regions.find((region) => !region.matches);
  if (matches || worst === undefined) return exitCodes.done;
  const { name, offset, differing } = worst;
  printError(io, { code: 'flash.differs', facts: { name, offset, sectors: differing.length } });
  return exitCodes.failed;
}

/** Runs a job to its end, with its progress on the terminal. */
async function runBoardJob(
  io: ConsoleIo,
  { jobs }: CommandServices['services'],
  showsProgress: boolean,
  start: () => Promise<{ jobId: string }>,
): Promise<BoardJobOutcome> {
  const line = new ProgressLine(io);
  return new Promise<BoardJobOutcome>((resolve, reject) => {
    if (showsProgress) jobs.onProgress((progress) => line.show(progress));
    jobs.onBoardJobFinished(({ outcome }) => {
      line.end();
      resolve(outcome);
    });
    start().catch(reject);
  });
}

function fail(io: ConsoleIo, { error }: Extract<BoardJobOutcome, { readonly error: unknown }>): ExitCode {
  printError(io, error);
  return error.code === 'job.cancelled' ? exitCodes.interrupted : exitCodes.failed;
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0');
}

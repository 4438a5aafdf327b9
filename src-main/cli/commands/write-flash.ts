import { AppError } from '../../../src-shared/errors/app-error';
import type { AppErrorData } from '../../../src-shared/errors/app-error';
import type { FlashRow, JobFinished, JobOutcome } from '../../../src-shared/ipc/contract';
import { formatBytes, formatHex, parseSize } from '../../../src-shared/numbers/parse-number';
import { describeBoard } from '../board-text';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { printError } from '../print-error';
import { ProgressLine } from '../progress-line';
import { withServices, type CommandServices } from '../run-services';
import { readFlashSettings, readPairs, type AddressedFile, type WriteFlashValues } from './flash-options';

/** `write-flash`: done only when the chip's own digest of every region agrees. */
export async function writeFlashCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  words: readonly string[],
  values: WriteFlashValues,
): Promise<ExitCode> {
  const settings = readFlashSettings(values, options, io.env);
  const pairs = readPairs(words);
  // Before any port is opened, let alone searched for.
  for (const { offsetText } of pairs) parseSize(offsetText, 'address');
  return withServices(io, options, async ({ services, path }) => {
    const rows = await addFiles(services, pairs, options);
    const preview = await services.plans.check({ path: null, rows, settings });
    const problem = preview.checks.find((check) => check.state === 'problem')?.error;
    if (problem) throw new AppError(problem.code, problem.facts);

    io.out(`Port: ${path}\n`);
    const outcome = await runJob(io, services, { path, rows, settings });
    return reportOutcome(io, outcome);
  });
}

/** Reads the files, and gives each a row; what a file itself says about its address stands. */
export async function addFiles(
  { firmware }: CommandServices['services'],
  pairs: readonly AddressedFile[],
  { chip }: GlobalOptions,
): Promise<FlashRow[]> {
  const rows: FlashRow[] = [];
  for (const { path, offsetText } of pairs) {
    const { files, rejected } = await firmware.addPaths([path], chip);
    const [first] = rejected;
    if (first !== undefined) throw new AppError(first.error.code, first.error.facts);
    for (const { token, offsetIsStated, suggestedOffset } of files) {
      // Intel HEX and UF2 bring their own addresses, which stand against the one beside the name.
      const stated = offsetIsStated === true && suggestedOffset !== null ? formatHex(suggestedOffset) : null;
      rows.push({ token, enabled: true, offsetText: stated ?? offsetText });
    }
  }
  return rows;
}

function runJob(
  io: ConsoleIo,
  { jobs }: CommandServices['services'],
  request: Parameters<CommandServices['services']['jobs']['startFlash']>[0],
): Promise<JobOutcome> {
  const line = new ProgressLine(io);
  return new Promise<JobOutcome>((resolve, reject) => {
    jobs.onProgress((progress) => line.show(progress));
    jobs.onFinished(({ outcome }: JobFinished) => {
      line.end();
      resolve(outcome);
    });
    jobs.startFlash(request).catch(reject);
  });
}

function reportOutcome(io: ConsoleIo, outcome: JobOutcome): ExitCode {
  if (outcome.kind !== 'verified') return reportFailure(io, outcome.error);
  const { result } = outcome;
  io.out(describeBoard(result.identity));
  for (const { name, offset, sizeBytes, md5, sentBytes } of result.regions) {
    const sent = sentBytes < sizeBytes ? `, sent as ${formatBytes(sentBytes)}` : '';
    io.out(`${formatHex(offset, 8)} ${name}: ${sizeBytes} bytes${sent}, MD5 ${md5}: verified\n`);
  }
  const seconds = (result.elapsedMs / 1000).toFixed(1);
  io.out(`Verified ${formatBytes(result.writtenBytes)} in ${seconds} s at ${result.baudRate} baud.\n`);
  if (result.bootLog !== '') io.out(`The board says:\n${indent(result.bootLog)}\n`);
  return exitCodes.done;
}

function reportFailure(io: ConsoleIo, error: AppErrorData): ExitCode {
  printError(io, error);
  return error.code === 'job.cancelled' ? exitCodes.interrupted : exitCodes.failed;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

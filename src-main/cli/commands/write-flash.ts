import { AppError } from '../../../src-shared/errors/app-error';
import type { AppErrorData } from '../../../src-shared/errors/app-error';
import { describeError } from '../../../src-shared/errors/advice';
import type { FirmwareSource, JobFinished, JobOutcome, PreflightCheck } from '../../../src-shared/ipc/contract';
import { formatBytes, formatHex } from '../../../src-shared/numbers/parse-number';
import { readWholeFile } from '../../firmware/read-whole-file';
import { describeBoard } from '../board-text';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { printError } from '../print-error';
import { ProgressLine } from '../progress-line';
import { withServices, type CommandServices } from '../run-services';
import { addFiles, readFileArguments } from './file-arguments';
import { readFlashSettings, type WriteFlashValues } from './flash-options';

/** `write-flash`: done only when the chip's own digest of every region agrees. */
export async function writeFlashCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  words: readonly string[],
  values: WriteFlashValues,
): Promise<ExitCode> {
  // Before any port is opened, let alone searched for.
  readFlashSettings(values, options, io.env);
  const files = readFileArguments(words);
  const encryptedFiles = readFileArguments(values.encryptFiles ?? []);
  if (files.length + encryptedFiles.length === 0) throw new AppError('input.missing', { what: 'address and file' });
  for (const path of values.diffWith ?? []) if (path !== 'skip') await readWholeFile(path);
  return withServices(io, options, async ({ services, path }) => {
    const { rows: plain, source } = await addFiles(services, files, options);
    const { rows: secret } = await addFiles(services, encryptedFiles, options);
    const rows = [
      ...plain.map((row) => (values.encrypt === true ? { ...row, encrypt: true } : row)),
      ...secret.map((row) => ({ ...row, encrypt: true })),
    ];
    const settings = readFlashSettings(values, options, io.env, source?.settings);
    const preview = await services.plans.check({ path: null, rows, settings });
    const problem = preview.checks.find((check) => check.state === 'problem')?.error;
    if (problem) throw new AppError(problem.code, problem.facts);

    if (source !== null) io.out(`${sourceText(source, rows.length)}\n`);
    warnOfEncryption(io, preview.checks);
    io.out(`Port: ${path}\n`);
    const outcome = await runJob(io, services, { path, rows, settings }, values.progress ?? true);
    return reportOutcome(io, outcome);
  });
}

const sourceKinds: Readonly<Record<FirmwareSource['kind'], string>> = {
  idfBuild: 'ESP-IDF build',
  platformio: 'PlatformIO build',
  arduino: 'Arduino build',
  manifest: 'manifest',
  folder: 'folder',
  zip: 'zip file',
};

function sourceText({ name, kind }: FirmwareSource, count: number): string {
  return `${name}: ${sourceKinds[kind]}, ${count === 1 ? '1 file' : `${count} files`}`;
}

/** It cannot be taken back when the board has started once. */
function warnOfEncryption(io: ConsoleIo, checks: readonly PreflightCheck[]): void {
  const error = checks.find(({ id }) => id === 'builtForEncryption')?.error;
  if (!error) return;
  const { title, steps } = describeError(error);
  io.err(`Warning: ${title} [${error.code}]\n${steps.map((step) => `  - ${step}\n`).join('')}`);
}

function runJob(
  io: ConsoleIo,
  { jobs }: CommandServices['services'],
  request: Parameters<CommandServices['services']['jobs']['startFlash']>[0],
  showsProgress: boolean,
): Promise<JobOutcome> {
  const line = new ProgressLine(io);
  return new Promise<JobOutcome>((resolve, reject) => {
    if (showsProgress) jobs.onProgress((progress) => line.show(progress));
    jobs.onFinished(({ outcome }: JobFinished) => {
      line.end();
      resolve(outcome);
    });
    jobs.startFlash(request).catch(reject);
  });
}

function reportOutcome(io: ConsoleIo, outcome: JobOutcome): ExitCode {
  if ('error' in outcome) return reportFailure(io, outcome.error);
  const { result } = outcome;
  io.out(describeBoard(result.identity));
  for (const { name, offset, sizeBytes, md5, sentBytes, isEncrypted, isUnproven } of result.regions) {
    const sent =
      sentBytes === 0 ? ', on the board already' : sentBytes < sizeBytes ? `, sent as ${formatBytes(sentBytes)}` : '';
    // What the chip encrypts cannot be compared with the file, only told from it.
    const proof =
      isUnproven === true
        ? 'not verified, Secure Download Mode does not tell'
        : isEncrypted === true
          ? 'encrypted by the chip, not comparable'
          : `MD5 ${md5}: verified`;
    io.out(`${formatHex(offset, 8)} ${name}: ${sizeBytes} bytes${sent}, ${proof}\n`);
  }
  const seconds = (result.elapsedMs / 1000).toFixed(1);
  const isProven = result.regions.every(({ isEncrypted, isUnproven }) => isEncrypted !== true && isUnproven !== true);
  io.out(
    `${isProven ? 'Verified' : 'Wrote'} ${formatBytes(result.writtenBytes)} in ${seconds} s at ${result.baudRate} baud.\n`,
  );
  if (result.bootLog !== '') io.out(`The board says:\n${indent(result.bootLog)}\n`);
  // Success is a word for what was compared.
  const isUnproven = result.regions.some((region) => region.isUnproven === true);
  return isUnproven
    ? reportFailure(io, { code: 'flash.notVerified', facts: { chip: result.identity.chip } })
    : exitCodes.done;
}

function reportFailure(io: ConsoleIo, error: AppErrorData): ExitCode {
  printError(io, error);
  return error.code === 'job.cancelled' ? exitCodes.interrupted : exitCodes.failed;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

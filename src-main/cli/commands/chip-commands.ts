import type { Command } from 'commander';
import { chipById } from '../../../src-shared/chips';
import { AppError } from '../../../src-shared/errors/app-error';
import { formatBytes, formatHex, parseSize } from '../../../src-shared/numbers/parse-number';
import { readFlashStatus, writeFlashStatus, type StatusBytes } from '../../engine/operations/flash-status';
import { leaveLoader } from '../../engine/operations/leave-loader';
import { loadRam } from '../../engine/operations/load-ram';
import { readMemory, readWord, writeWord } from '../../engine/operations/memory';
import { readEsp8266ChipId, readEui64 } from '../../engine/operations/read-mac';
import { readSfdp, readSfdpSize } from '../../engine/operations/read-sfdp';
import { createRegisterReader } from '../../engine/operations/register-reader';
import { readFirmware } from '../../firmware/read-firmware';
import { saveFiles } from '../../firmware/save-files';
import { refuseInSecureDownloadMode } from '../../jobs/board-job';
import { exitCodes, type ConsoleIo, type ExitCode } from '../console-io';
import type { GlobalOptions } from '../global-options';
import { onBoard, type OnBoardOptions } from '../on-board';
import { parseWholeNumber } from '../option-values';
import { describeSecurity, onOff } from '../security-text';
import { spiConnectionOption, type Run } from './flash-commands';

const allBits = 0xffff_ffff;

/** Adds the commands about memory, status registers and the chip itself. */
export function addChipCommands(program: Command, io: ConsoleIo, run: Run): void {
  program
    .command('read-mac')
    .description('tell the factory MAC address')
    .action(run((options) => readMacCommand(io, options)));
  program
    .command('chip-id')
    .description('tell which chip the board has')
    .action(run((options) => chipIdCommand(io, options)));
  program
    .command('get-security-info')
    .description('tell what is locked in the chip')
    .action(run((options) => securityInfoCommand(io, options)));
  program
    .command('read-mem')
    .description('read one word of memory')
    .argument('<address>', 'of a word')
    .action(run((options, command) => readMemCommand(io, options, command.args)));
  program
    .command('write-mem')
    .description('write one word of memory')
    .argument('<address>', 'of a word')
    .argument('<value>', 'what to write')
    .argument('[mask]', 'which of its bits (default: all)')
    .action(run((options, command) => writeMemCommand(io, options, command.args)));
  program
    .command('dump-mem')
    .description('read memory into a file')
    .argument('<address>', 'where to begin')
    .argument('<size>', 'how much, with k or M where wanted')
    .argument('<file>', 'where to put it')
    .action(run((options, command) => dumpMemCommand(io, options, command.args)));
  program
    .command('load-ram')
    .description('load an image into memory and start it')
    .argument('<file>', 'an image made for RAM')
    .action(run((options, command) => loadRamCommand(io, options, command.args)));
  program
    .command('run')
    .description('start the application in flash')
    .action(run((options) => runCommand(io, options)));
  program
    .command('read-flash-status')
    .description("read the flash part's status registers")
    .option('--bytes <count>', 'how many: 1, 2 or 3 (default: 2)')
    .option(...spiConnectionOption)
    .action(run((options, command) => readStatusCommand(io, options, command.opts<StatusValues>())));
  program
    .command('write-flash-status')
    .description("write the flash part's status registers; a wrong value can make it unusable")
    .argument('<value>', 'all registers in one number, the first in its lowest byte')
    .option('--bytes <count>', 'how many: 1, 2 or 3 (default: 2)')
    .option('--non-volatile', 'keep it when the power goes')
    .option(...spiConnectionOption)
    .action(run((options, command) => writeStatusCommand(io, options, command.args, command.opts<StatusValues>())));
  program
    .command('read-flash-sfdp')
    .description('read what the flash part tells about itself (SFDP)')
    .argument('<address>', 'where to begin in its table')
    .argument('<bytes>', 'how many, up to 256')
    .option(...spiConnectionOption)
    .action(run((options, command) => readSfdpCommand(io, options, command.args)));
}

interface StatusValues {
  readonly bytes?: string;
  readonly nonVolatile?: boolean;
}

/** Nothing here has to do with the flash part, and all of it needs registers to be open. */
function withRegisters(operation: string): OnBoardOptions {
  return {
    asksFlash: false,
    useStub: false,
    examine: (identity) => refuseInSecureDownloadMode(identity, operation),
  };
}

function withFlash(operation: string): OnBoardOptions {
  return { examine: (identity) => refuseInSecureDownloadMode(identity, operation) };
}

async function readMacCommand(io: ConsoleIo, options: GlobalOptions): Promise<ExitCode> {
  const { identity, value } = await onBoard(io, options, withRegisters('read-mac'), ({ loader, identity, signal }) =>
    readEui64(chipById(identity.chip), createRegisterReader(loader, { signal })),
  );
  if (value !== null) {
    io.out(`BASE MAC: ${identity.mac ?? ''}\nMAC_EXT: ${value.extension}\nEUI-64: ${value.eui64}\n`);
  }
  return exitCodes.done;
}

async function chipIdCommand(io: ConsoleIo, options: GlobalOptions): Promise<ExitCode> {
  const wish = { asksFlash: false, useStub: false };
  const { identity, value } = await onBoard(io, options, wish, ({ loader, identity, signal }) =>
    readEsp8266ChipId(chipById(identity.chip), createRegisterReader(loader, { signal })),
  );
  const { detect } = chipById(identity.chip);
  if (value !== null) io.out(`Chip ID: ${formatHex(value, 8)}\n`);
  else if (detect.by === 'chipId') io.out(`Chip ID: ${detect.chipId} (${formatHex(detect.chipId)})\n`);
  else io.out('This chip has no chip id; its MAC address tells it from others.\n');
  return exitCodes.done;
}

async function securityInfoCommand(io: ConsoleIo, options: GlobalOptions): Promise<ExitCode> {
  const wish = { asksFlash: false, useStub: false };
  const { identity, value } = await onBoard(io, options, wish, async ({ session, loader, signal }) => {
    return session.connection.securityInfo ?? (await loader.securityInfo({ signal }));
  });
  if (value !== null) {
    io.out(describeSecurity(value));
    return exitCodes.done;
  }
  if (identity.secureBoot === null || identity.flashEncryption === null) {
    throw new AppError('protocol.unsupported', { command: 'GET_SECURITY_INFO', chip: identity.chip, loader: 'rom' });
  }
  // ESP32 answers no such question; its eFuses tell the two that matter.
  io.out(`Secure Boot: ${onOff(identity.secureBoot)}\nFlash Encryption: ${onOff(identity.flashEncryption)}\n`);
  return exitCodes.done;
}

async function readMemCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  [addressText = '']: readonly string[],
): Promise<ExitCode> {
  const address = parseAddress(addressText);
  const { value } = await onBoard(io, options, withRegisters('read-mem'), ({ loader, signal }) =>
    readWord(loader, address, { signal }),
  );
  io.out(`${formatHex(address, 8)} = ${formatHex(value, 8)}\n`);
  return exitCodes.done;
}

async function writeMemCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  [addressText = '', valueText = '', maskText]: readonly string[],
): Promise<ExitCode> {
  const address = parseAddress(addressText);
  const value = parseWholeNumber(valueText, 'value', 0, allBits);
  const mask = maskText === undefined ? allBits : parseWholeNumber(maskText, 'mask', 0, allBits);
  await onBoard(io, options, withRegisters('write-mem'), ({ loader, signal }) =>
    writeWord(loader, address, value, mask, { signal }),
  );
  io.out(`Wrote ${formatHex(value, 8)}, mask ${formatHex(mask, 8)} to ${formatHex(address, 8)}\n`);
  return exitCodes.done;
}

async function dumpMemCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  [addressText = '', sizeText = '', path = '']: readonly string[],
): Promise<ExitCode> {
  const address = parseAddress(addressText);
  const sizeBytes = parseWholeNumber(sizeText, 'size', 1, allBits + 1 - address);
  const wish: OnBoardOptions = { ...withRegisters('dump-mem'), useStub: true, isBulk: true };
  const { value } = await onBoard(io, options, wish, ({ loader, signal, onBytes }) =>
    readMemory(loader, address, sizeBytes, { signal, onBytes: (doneBytes) => onBytes(doneBytes, sizeBytes) }),
  );
  await saveFiles([{ path, bytes: value }]);
  io.out(`Dumped ${sizeBytes} bytes from ${formatHex(address, 8)} to '${path}'\n`);
  return exitCodes.done;
}

async function loadRamCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  [path = '']: readonly string[],
): Promise<ExitCode> {
  const { name, bytes: image } = await readProgram(path);
  // What was started must not be reset away.
  const wish: OnBoardOptions = { ...withRegisters('load-ram'), after: 'no-reset-stub' };
  const { value } = await onBoard(io, options, wish, ({ loader, signal, onBytes }) =>
    loadRam(loader, image, { name, signal, onBytes }),
  );
  for (const { address, sizeBytes } of value.segments) {
    io.out(`Loaded ${formatBytes(sizeBytes)} at ${formatHex(address, 8)}\n`);
  }
  io.out(`Started at ${formatHex(value.entryAddress, 8)}\n`);
  return exitCodes.done;
}

/** The image in a file, which may be one in Intel HEX or UF2. */
async function readProgram(path: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const spans = await readFirmware(path);
  const [first, more] = spans;
  if (first === undefined) throw new AppError('file.empty', { name: path });
  if (more !== undefined)
    throw new AppError('plan.imageBroken', { name: first.name, reason: 'there is more than one file in it' });
  return first;
}

async function runCommand(io: ConsoleIo, options: GlobalOptions): Promise<ExitCode> {
  // Leaving is the whole point here, so that it has to succeed, and nothing may be reset afterwards.
  const wish: OnBoardOptions = { asksFlash: false, useStub: false, after: 'no-reset-stub' };
  await onBoard(io, options, wish, async ({ session, loader, signal }) => {
    // The loader starts the application by way of a write of nothing, for which it wants its flash.
    await loader.attachFlash({ signal, ...session.attach });
    await leaveLoader(session.connection, loader, 'soft-reset', { signal });
  });
  io.out('Started the application in flash\n');
  return exitCodes.done;
}

async function readStatusCommand(io: ConsoleIo, options: GlobalOptions, values: StatusValues): Promise<ExitCode> {
  const bytes = parseStatusBytes(values.bytes);
  const { value } = await onBoard(io, options, withFlash('read-flash-status'), ({ loader, signal }) =>
    readFlashStatus(loader, bytes, { signal }),
  );
  io.out(`Status value: ${formatHex(value, 2 * bytes)}\n`);
  return exitCodes.done;
}

async function writeStatusCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  [statusText = '']: readonly string[],
  values: StatusValues,
): Promise<ExitCode> {
  const bytes = parseStatusBytes(values.bytes);
  const status = parseWholeNumber(statusText, 'value', 0, 2 ** (8 * bytes) - 1);
  const nonVolatile = values.nonVolatile ?? false;
  const { value } = await onBoard(io, options, withFlash('write-flash-status'), async ({ loader, signal }) => ({
    before: await readFlashStatus(loader, bytes, { signal }),
    after: await writeFlashStatus(loader, status, bytes, { signal, nonVolatile }),
  }));
  io.out(`Initial flash status: ${formatHex(value.before, 2 * bytes)}\n`);
  io.out(`Setting flash status: ${formatHex(status, 2 * bytes)}\n`);
  io.out(`After flash status: ${formatHex(value.after, 2 * bytes)}\n`);
  return exitCodes.done;
}

async function readSfdpCommand(
  io: ConsoleIo,
  options: GlobalOptions,
  [addressText = '', bytesText = '']: readonly string[],
): Promise<ExitCode> {
  const address = parseWholeNumber(addressText, 'address', 0, 0xff_ffff);
  const sizeBytes = parseWholeNumber(bytesText, 'bytes', 1, 256);
  const { value } = await onBoard(io, options, withFlash('read-flash-sfdp'), async ({ loader, signal }) => ({
    bytes: await readSfdp(loader, address, sizeBytes, { signal }),
    flashBytes: await readSfdpSize(loader, { signal }),
  }));
  const hex = Array.from(value.bytes, (byte) => byte.toString(16).padStart(2, '0'));
  io.out(`SFDP[${formatHex(address)}..${formatHex(address + sizeBytes - 1)}]: ${hex.join(' ')}\n`);
  if (value.flashBytes !== null) io.out(`Flash size by SFDP: ${formatBytes(value.flashBytes)}\n`);
  return exitCodes.done;
}

function parseStatusBytes(text: string | undefined): StatusBytes {
  const count = text === undefined ? 2 : parseWholeNumber(text, '--bytes', 1, 3);
  return count === 1 ? 1 : count === 2 ? 2 : 3;
}

function parseAddress(text: string): number {
  const address = parseSize(text, 'address');
  if (address <= allBits) return address;
  throw new AppError('input.notANumber', { text, what: 'address' });
}

import { Command, Option } from 'commander';
import { AppError } from '../../src-shared/errors/app-error';
import { vddSdioChoices } from '../engine/operations/override-vddsdio';
import { securitySwitches } from '../virtual/serve/personality-words';
import { troubleNames } from '../virtual/troubles';
import { addChipCommands } from './commands/chip-commands';
import { addFlashCommands, spiConnectionOption } from './commands/flash-commands';
import type { WriteFlashValues } from './commands/flash-options';
import { addImageCommands } from './commands/image-commands';
import { exampleFirmwareCommand } from './commands/example-firmware';
import { portsCommand } from './commands/list-ports';
import { serveCommand, type ServeValues } from './commands/serve';
import { simulateCommand, type SimulateValues } from './commands/simulate';
import { writeFlashCommand } from './commands/write-flash';
import { exitCodes, type ConsoleIo, type ExitCode } from './console-io';
import { readGlobalOptions, type GlobalOptions, type GlobalValues } from './global-options';
import { shortFormOf } from './normalise-arguments';
import { productVersion } from './product-version';

const thisProgram = 'This program:';

const examples = `
Examples:
  esplanade write-flash 0x1000 bootloader.bin 0x10000 app.bin
  esplanade write-flash build/
  esplanade --port sim://esp32c3 flash-id
  esplanade help write-flash

Exit code: 0 when all is done and verified, 2 when something was refused or failed, 130 after Ctrl-C.
`;

/** All commands and options, for the parser, for its help and for whoever compares them with a list. */
export function createProgram(
  io: ConsoleIo,
  { setExitCode, onSilent }: { readonly setExitCode: (code: ExitCode) => void; readonly onSilent: () => void },
): Command {
  const program = new Command('esplanade')
    .description('Flash Espressif boards.')
    .exitOverride()
    .allowExcessArguments()
    .configureOutput({
      writeOut: (text) => io.out(text),
      // Usage errors are printed by ourselves, with their code.
      writeErr: () => undefined,
    })
    .option('-p, --port <path>', 'serial port, rfc2217://host:port, socket://host:port or sim://chip (ESPTOOL_PORT)')
    .option('-b, --baud <rate>', 'baud rate, or automatic (ESPTOOL_BAUD; default: automatic)')
    .option('-c, --chip <name>', 'refuse any other chip (ESPTOOL_CHIP; default: auto)')
    .option('--before <reset>', 'how to get into download mode (ESPTOOL_BEFORE; default: default-reset)')
    .option('-a, --after <reset>', 'how to leave it (ESPTOOL_AFTER; default: hard-reset)')
    .option('--no-stub', 'use the ROM loader alone')
    .option('--connect-attempts <count>', 'tries before giving up, 0 = no end (ESPTOOL_CONNECT_ATTEMPTS; default: 7)')
    .option(
      '--open-port-attempts <count>',
      'tries to open the port, 0 = no end (ESPTOOL_OPEN_PORT_ATTEMPTS; default: 1)',
    )
    .option('--port-filter <key=value>', 'without --port: vid, pid, name or serial of the ports to try', collect)
    .option(
      '--override-vddsdio <voltage>',
      `ESP32: supply of the flash part: ${vddSdioChoices.join(', ')} (alone: 1.9V)`,
    )
    .option('-t, --trace', 'print what crosses the wire')
    .option('-s, --silent', 'print nothing but errors')
    .addOption(new Option('-v, --verbose', 'nothing is left out in any case').hideHelp())
    .configureHelp({
      showGlobalOptions: true,
      optionTerm: ({ flags, short, long = '' }) => {
        const form = short === undefined ? shortFormOf(long) : null;
        return form === null ? flags : `${form}, ${flags}`;
      },
    })
    .addHelpText('after', examples)
    .addHelpCommand(
      new Command('help').argument('[command]').description('tell more about a command').helpGroup(thisProgram),
    )
    .showHelpAfterError(false)
    .hook('preAction', (_program, command) => {
      if (command.optsWithGlobals<GlobalValues>().silent === true) onSilent();
    });

  const run =
    (action: (options: GlobalOptions, command: Command) => Promise<ExitCode>) =>
    async (...parsed: unknown[]): Promise<void> => {
      const command = parsed.at(-1);
      if (!(command instanceof Command)) throw new AppError('internal', { reason: 'no command' });
      const wanted = command.registeredArguments;
      const extra = wanted.at(-1)?.variadic === true ? undefined : command.args[wanted.length];
      if (extra !== undefined) throw new AppError('input.unknownOption', { text: extra });
      setExitCode(await action(readGlobalOptions(command.optsWithGlobals<GlobalValues>(), io.env), command));
    };

  program.commandsGroup('Flash:');
  program
    .command('write-flash')
    .description('write files to flash, and verify them')
    .argument(
      '[address file...]',
      'pairs of a flash address and the file to write there; without an address (not in the reference tool): an ESP-IDF, ' +
        'PlatformIO or Arduino build folder or project, flasher_args.json, flash_args, manifest.json, .zip, .hex, .uf2',
    )
    .option('--flash-mode <mode>', 'keep, qio, qout, dio or dout (ESPTOOL_FM; default: keep)')
    .option('--flash-freq <frequency>', 'keep, 80m, 40m, … (ESPTOOL_FF; default: keep)')
    .option('--flash-size <size>', 'keep, detect, 4MB, … (ESPTOOL_FS; default: keep)')
    .addOption(new Option('-z, --compress', 'send compressed where that is smaller (default)'))
    .option('-u, --no-compress', 'send uncompressed')
    .option('-e, --erase-all', 'erase the whole flash first')
    .option('--force', 'write in spite of warnings that can be overridden')
    .option('--encrypt', 'let the chip encrypt the files with its own key')
    .option('--encrypt-files <address file...>', 'more pairs, for files that the chip encrypts')
    .option('--ignore-flash-enc-efuse', 'encrypt also where the eFuses do not say that flash encryption is on')
    .option('-s, --skip-flashed', 'leave alone the files that are on the board already')
    .option('--diff-with <file...>', 'write only the sectors that differ from what is on the board')
    .option('--trust-flash-content', 'taken for the sake of older scripts: the board itself is asked what it holds')
    .option('--no-progress', 'print no progress')
    .addOption(new Option('--verify', 'every write is verified').hideHelp())
    .option(...spiConnectionOption)
    .option('--keep-settings', 'leave alone what a merged file holds only as blanks (not in the reference tool)')
    .action(run((options, command) => writeFlashCommand(io, options, command.args, command.opts<WriteFlashValues>())));
  addFlashCommands(program, io, run);
  program.commandsGroup('Chip and memory:');
  addChipCommands(program, io, run);
  program.commandsGroup('Firmware files, without a board:');
  addImageCommands(program, io, run);
  program.commandsGroup('Ports and boards:');
  program
    .command('ports')
    .description('list serial ports')
    .action(run(() => portsCommand(io)));
  program
    .command('simulate')
    .description('serve a virtual board (--chip) to any flashing tool until interrupted')
    .option('--listen <host:port>', 'where to wait for TCP connections (default: 127.0.0.1:5555)')
    .option('--pty <link>', 'make a pseudo terminal with a link of that name instead')
    .option('--flash <file>', 'keep the flash in that file')
    .option('--flash-size <size>', 'size of the flash part (default: 4MB or the size of the file)')
    .option('--pace', 'take as long as a real board')
    .option('--trouble <name[=number]>', `make something go wrong: ${troubleNames.join(', ')}`, collect)
    .option('--seed <number>', 'for the MAC address and for chance')
    .option('--revision <major.minor>', 'of the chip (default: one that is sold today)')
    .option('--mac <address>', 'of the chip (default: made from --seed)')
    .option('--flash-id <number>', 'of the flash part, such as 0xef4018 (default: one that fits its size)')
    .option('--security <name>', `what is burned into the chip: ${Object.keys(securitySwitches).join(', ')}`, collect)
    .option('--efuse <address=word>', 'any other word of eFuse, by the address at which the chip reads it', collect)
    .action(run((options, command) => simulateCommand(io, options, command.opts<SimulateValues>())));
  program
    .command('example-firmware')
    .description('make a firmware to try things with on a virtual board (--chip; default: esp32)')
    .argument('<folder>', 'where the files go')
    .action(run((options, command) => exampleFirmwareCommand(io, options, command.args[0] ?? '')));
  program
    .command('serve')
    .description('share the port (--port) with other machines by RFC 2217, until interrupted')
    .option('--listen <host:port>', 'where to wait for connections (default: 127.0.0.1:4000)')
    .action(run((options, command) => serveCommand(io, options, command.opts<ServeValues>())));
  program.commandsGroup(thisProgram);
  program
    .command('version')
    .description('print the version')
    .action(
      run(() => {
        io.out(`esplanade ${productVersion}\n`);
        return Promise.resolve(exitCodes.done);
      }),
    );
  return program;
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

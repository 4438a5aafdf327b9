import { CommanderError } from 'commander';
import { AppError, toAppError } from '../../src-shared/errors/app-error';
import { expandArgumentFiles } from './argument-files';
import { exitCodes, type ConsoleIo, type ExitCode } from './console-io';
import { createProgram } from './create-program';
import { normaliseArguments } from './normalise-arguments';
import { printError } from './print-error';
import { silenceable } from './silence';

/** Runs one command line and answers its exit code; never throws, never ends the process. */
export async function runCommandLine(argv: readonly string[], outside: ConsoleIo): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const { io, silence } = silenceable(outside);
  const program = createProgram(io, {
    onSilent: silence,
    setExitCode: (code) => {
      exitCode = code;
    },
  });
  const names = program.commands.map((command) => command.name());
  try {
    const words = normaliseArguments(expandArgumentFiles(argv), names);
    const [first, asked] = words;
    if (first === 'help' && asked !== undefined && !names.includes(asked)) throw unknownCommand(asked, names);
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Help comes as an error too, with exit code 0.
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    if (error instanceof CommanderError && error.code === 'commander.help') io.err(`${program.helpInformation()}\n`);
    const failure = error instanceof CommanderError ? toUsageError(error, names) : toAppError(error);
    printError(io, failure.toData());
    return failure.code === 'job.cancelled' ? exitCodes.interrupted : exitCodes.failed;
  }
}

function unknownCommand(text: string, commands: readonly string[]): AppError {
  return new AppError('input.badChoice', { text, what: 'command', choices: commands.join(', ') });
}

function toUsageError(error: CommanderError, commands: readonly string[]): AppError {
  const text = /'([^']*)'/.exec(error.message)?.[1] ?? error.message.replace(/^error: /, '');
  switch (error.code) {
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
    case 'commander.help':
      return new AppError('input.missing', { what: error.code === 'commander.help' ? 'command' : text });
    case 'commander.unknownCommand':
      return unknownCommand(text, commands);
    default:
      return new AppError('input.unknownOption', { text });
  }
}

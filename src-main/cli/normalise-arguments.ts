/** Short options of the reference tool with more than one letter, which option parsers do not know. */
const longNames: Readonly<Record<string, string>> = {
  '-fm': '--flash-mode',
  '-ff': '--flash-freq',
  '-fs': '--flash-size',
};

/** Long spellings that mean an option known under another name. */
const synonyms: Readonly<Record<string, string>> = {
  '--flash-frequency': '--flash-freq',
};

/**
 * Brings a command line into the one spelling that the parser knows: dashes instead of underscores in command
 * and option names (`write_flash`, `--flash_mode`), long names for `-fm`, `-ff` and `-fs`. Values are left
 * alone, so that a file may be called `write_flash`.
 */
export function normaliseArguments(argv: readonly string[], commands: readonly string[]): string[] {
  let hasCommand = false;
  let hasEnded = false;
  return argv.map((argument) => {
    if (hasEnded) return argument;
    if (argument === '--') {
      hasEnded = true;
      return argument;
    }
    if (argument.startsWith('-')) return normaliseOption(argument);
    const command = argument.toLowerCase().replaceAll('_', '-');
    if (hasCommand || !commands.includes(command)) return argument;
    hasCommand = true;
    return command;
  });
}

function normaliseOption(argument: string): string {
  const [name = '', ...values] = argument.split('=');
  const long = longNames[name];
  if (long === undefined && !name.startsWith('--')) return argument;
  const dashed = `--${(long ?? name).slice(2).replaceAll('_', '-')}`;
  return [synonyms[dashed] ?? dashed, ...values].join('=');
}

/** Short options of the reference tool with more than one letter, which option parsers do not know. */
const longNames: Readonly<Record<string, string>> = {
  '-fm': '--flash-mode',
  '-ff': '--flash-freq',
  '-fs': '--flash-size',
  '-sc': '--spi-connection',
};

/** Long spellings that mean an option known under another name. */
const synonyms: Readonly<Record<string, string>> = {
  '--flash-frequency': '--flash-freq',
  '--fill-flash-size': '--pad-to-size',
};

/** Short options that mean something else behind one command than they do for all. */
const ofCommands: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'merge-bin': { '-t': '--target-offset' },
  'make-image': { '-a': '--segaddr' },
};

/**
 * Brings a command line into the one spelling that the parser knows: dashes instead of underscores in command
 * and option names (`write_flash`, `--flash_mode`), long names for `-fm`, `-ff` and `-fs`. Values are left
 * alone, so that a file may be called `write_flash`.
 */
export function normaliseArguments(argv: readonly string[], commands: readonly string[]): string[] {
  let command: string | null = null;
  let hasEnded = false;
  return argv.map((argument, index) => {
    if (hasEnded) return argument;
    // Older scripts say yes or no to what is a switch now.
    if (command === 'verify-flash' && /^(--diff|-d)$/.test(argv[index - 1] ?? '')) {
      if (/^yes$/i.test(argument)) return '--diff';
      if (/^no$/i.test(argument)) return '--no-diff';
    }
    if (argument === '--') {
      hasEnded = true;
      return argument;
    }
    if (argument.startsWith('-')) return normaliseOption(ofCommands[command ?? '']?.[argument] ?? argument);
    const name = argument.toLowerCase().replaceAll('_', '-');
    if (command !== null || !commands.includes(name)) return argument;
    command = name;
    return name;
  });
}

function normaliseOption(argument: string): string {
  const [name = '', ...values] = argument.split('=');
  const long = longNames[name];
  if (long === undefined && !name.startsWith('--')) return argument;
  const dashed = `--${(long ?? name).slice(2).replaceAll('_', '-')}`;
  return [synonyms[dashed] ?? dashed, ...values].join('=');
}

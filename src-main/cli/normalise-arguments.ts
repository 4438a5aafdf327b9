import { vddSdioChoices } from '../engine/operations/override-vddsdio';

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
  '--ignore-flash-encryption-efuse-setting': '--ignore-flash-enc-efuse',
};

/** Short options that mean something else behind one command than they do for all. */
const ofCommands: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'write-flash': { '-s': '--skip-flashed' },
  'image-info': { '-v': '--version' },
  'merge-bin': { '-t': '--target-offset' },
  'make-image': { '-a': '--segaddr' },
};

const withProgress: readonly string[] = ['write-flash', 'read-flash'];

/** The one in the reference tool for an option without its value. */
const usualVddSdio = '1.9V';

/** The short form of an option that the parser itself knows by its long name alone: `-fm` for `--flash-mode`. */
export function shortFormOf(long: string): string | null {
  const ofAll = Object.keys(longNames).find((short) => longNames[short] === long);
  if (ofAll !== undefined) return ofAll;
  if (long === '--no-progress') return '-p';
  for (const shorts of Object.values(ofCommands)) {
    const short = Object.keys(shorts).find((name) => shorts[name] === long);
    if (short !== undefined) return short;
  }
  return null;
}

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
    if (argument === '--version' && command === null) {
      command = 'version';
      return command;
    }
    if (argument.startsWith('-')) return normaliseOption(argument, command, argv[index + 1]);
    const name = argument.toLowerCase().replaceAll('_', '-');
    if (command !== null || !commands.includes(name)) return argument;
    command = name;
    return name;
  });
}

function normaliseOption(argument: string, command: string | null, next: string | undefined): string {
  if (argument === '-p' && isNoProgress(command, next)) return '--no-progress';
  const own = ofCommands[command ?? '']?.[argument] ?? argument;
  const [name = '', ...values] = own.split('=');
  const long = longNames[name];
  if (long === undefined && !name.startsWith('--')) return own;
  const dashed = `--${(long ?? name).slice(2).replaceAll('_', '-')}`;
  const known = synonyms[dashed] ?? dashed;
  const value = values.join('=');
  if (command === 'verify-flash' && known === '--diff' && /^yes|no$/i.test(value)) {
    return /^yes$/i.test(value) ? '--diff' : '--no-diff';
  }
  if (known === '--override-vddsdio' && values.length === 0 && !isVddSdio(next)) return `${known}=${usualVddSdio}`;
  return [known, ...values].join('=');
}

/**
 * Behind the two commands that show progress `-p` turns it off in the reference tool, while people are used to name the port anywhere:
 * what follows tells which is meant, since an address is no port.
 */
function isNoProgress(command: string | null, next: string | undefined): boolean {
  return withProgress.includes(command ?? '') && (next === undefined || /^(-|\d)/.test(next));
}

function isVddSdio(text: string | undefined): boolean {
  return vddSdioChoices.some((choice) => choice.toLowerCase() === text?.toLowerCase());
}

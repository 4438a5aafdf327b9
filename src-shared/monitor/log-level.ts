/** How serious a line calls itself, the most serious first. */
export type LogLevel = 'error' | 'warning' | 'info' | 'debug' | 'verbose';

/** From the most to the least serious. */
export const logLevels = ['error', 'warning', 'info', 'debug', 'verbose'] as const satisfies readonly LogLevel[];

const byLetter: Readonly<Record<string, LogLevel>> = {
  E: 'error',
  W: 'warning',
  I: 'info',
  C: 'info',
  D: 'debug',
  V: 'verbose',
  err: 'error',
  wrn: 'warning',
  inf: 'info',
  dbg: 'debug',
};

/**
 * How lines begin that tell their level: ESP-IDF (`I (312) tag:`, also with a time of day), Arduino core
 * (`[   312][I][file.cpp:7] f():`), ESPHome (`[12:00:00][I][tag:7]:`), Zephyr (`[00:00:01.250,000] <inf> tag:`).
 */
const prefixes: readonly RegExp[] = [
  /^([EWIDV]) \([\d:. -]{1,24}\) [^:\s]{1,64}:/,
  /^\[ *\d{1,12}\]\[([EWIDV])\]\[/,
  /^\[\d\d:\d\d:\d\d(?:\.\d{1,6})?\]\[([EWICDV])V?\]\[/,
  /^\[[\d:., ]{8,20}\] <(err|wrn|inf|dbg)> /,
];

/** The level that a line tells; null where it tells none. */
export function logLevelOf(text: string): LogLevel | null {
  for (const prefix of prefixes) {
    const letter = prefix.exec(text)?.[1];
    if (letter !== undefined) return byLetter[letter] ?? null;
  }
  return null;
}

/** What a line says after the words that every line of its kind begins with. */
export function withoutLogPrefix(text: string): string {
  return text
    .replace(/^[EWIDV] \([\d:. -]{1,24}\) [^:\s]{1,64}: ?/, '')
    .replace(/^\[ *\d{1,12}\]\[[EWIDV]\]\[[^\]]{0,80}\] [^:]{0,80}: ?/, '');
}

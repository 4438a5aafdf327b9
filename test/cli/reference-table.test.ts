import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../src-main/cli/configuration/configuration';
import { createProgram } from '../../src-main/cli/create-program';
import { readGlobalOptions } from '../../src-main/cli/global-options';
import { normaliseArguments } from '../../src-main/cli/normalise-arguments';
import { FakeClock } from '../../src-main/virtual/fake-clock';

const program = createProgram(
  {
    env: {},
    clock: new FakeClock(),
    workingFolder: '.',
    homeFolder: '.',
    out: () => undefined,
    err: () => undefined,
    isTerminal: false,
    listPorts: () => Promise.resolve([]),
    onInterrupt: () => () => undefined,
  },
  { setExitCode: () => undefined, onSilent: () => undefined },
);
const names = program.commands.map((command) => command.name());
const text = readFileSync(join(import.meta.dirname, '../../src-main/cli/REFERENCE.md'), 'utf8');

interface Row {
  /** Null for options of every command. */
  readonly command: string | null;
  readonly spellings: readonly string[];
  readonly here: string;
}

const spellingsIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, spelling = '']) => spelling);
const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());
/** Heading and lines of every section. */
const sections = text
  .split(/^## /m)
  .slice(1)
  .map((section) => section.split('\n'));
const isOptionRow = (line: string): boolean => /^\| (`\w[\w-]*` +\| )?`-/.test(line);

const rows: readonly Row[] = sections.flatMap(([heading = '', ...lines]) =>
  lines.filter(isOptionRow).map((line): Row => {
    const [, first, second, third] = cellsOf(line);
    const own = spellingsIn(first);
    if (own[0]?.startsWith('-') === false) {
      return { command: own[0], spellings: spellingsIn(second), here: third ?? '' };
    }
    return { command: spellingsIn(heading)[0] ?? null, spellings: own, here: third ?? '' };
  }),
);

/** How the parser knows a spelling. */
function known(command: string | null, spelling: string): string {
  const words = normaliseArguments(command === null ? [spelling] : [command, spelling], names);
  return words.at(-1)?.split('=')[0] ?? '';
}

const flagsOf = ({ options }: Command): string[] =>
  options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined));
const commandNamed = (name: string | null): Command =>
  program.commands.find((command) => command.name() === name) ?? program;

describe('the table of the reference tool’s commands and options', () => {
  it('has every command', () => {
    const inTable = sections.flatMap(([heading]) => spellingsIn(heading));
    expect([...inTable].sort()).toEqual([...names].sort());
  });
  it('says yes only to options that are there, and no only to others', () => {
    expect(rows.length).toBeGreaterThan(80);
    const wrong = rows.flatMap(({ command, spellings, here }) =>
      spellings.filter(
        (spelling) => flagsOf(commandNamed(command)).includes(known(command, spelling)) !== (here !== 'no'),
      ),
    );
    expect(wrong).toEqual([]);
    expect(new Set(rows.map(({ here }) => here))).toEqual(new Set(['yes', 'no', 'ours']));
  });
  it('leaves no option of any command out', () => {
    for (const command of [program, ...program.commands]) {
      const name = command === program ? null : command.name();
      const inTable = new Set(
        rows
          .filter((row) => row.command === name)
          .flatMap(({ spellings }) => spellings.map((word) => known(name, word))),
      );
      const missing = command.options.filter(
        ({ short, long }) => ![short, long].some((flag) => inTable.has(flag ?? '')),
      );
      expect(missing.map(({ flags }) => `${name ?? ''} ${flags}`)).toEqual([]);
    }
  });
  it('has the ways of resetting', () => {
    const choices = (option: string): string[] => {
      const [, table = ''] = text.split(new RegExp(`^\\| Value of \`--${option}\` .*$`, 'm'));
      return [...(table.split('\n\n')[0] ?? '').matchAll(/^\| `([\w-]+)`/gm)].map(([, choice = '']) => choice);
    };
    for (const before of choices('before')) expect(readGlobalOptions({ before }, {}).before).toBe(before);
    for (const after of choices('after')) expect(readGlobalOptions({ after }, {}).after).toBe(after);
    expect([choices('before').length, choices('after').length]).toEqual([4, 5]);
  });
  it('has the names in configuration files', () => {
    const [, table = ''] = text.split(/^\| Configuration file .*$/m);
    const inTable = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
    expect(inTable).toHaveLength(15);
    const file = inTable.map((name) => `${name} = ${name.includes('sequence') ? 'D0' : '1'}`).join('\n');
    expect(parseConfiguration(`[esptool]\n${file}`)?.unknownNames).toEqual([]);
  });
});

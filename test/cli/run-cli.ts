import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '../../src-main/virtual/fake-clock';
import type { ConsoleIo, ExitCode } from '../../src-main/cli/console-io';
import { runCommandLine } from '../../src-main/cli/program';

/** So that no configuration file of whoever runs the tests has a say. */
const emptyFolder = mkdtempSync(join(tmpdir(), 'esplanade-empty-'));

/** What one run of the command line left behind. */
export interface CliRun {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, on a clock that moves by itself unless another one is given. */
export async function runCli(argv: readonly string[], world: Partial<ConsoleIo> = {}): Promise<CliRun> {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, {
    env: {},
    workingFolder: emptyFolder,
    homeFolder: emptyFolder,
    clock: new FakeClock({ autoAdvance: true }),
    isTerminal: false,
    listPorts: () => Promise.resolve([]),
    onInterrupt: () => () => undefined,
    ...world,
    out: (text) => {
      out += text;
      world.out?.(text);
    },
    err: (text) => {
      err += text;
      world.err?.(text);
    },
  });
  return { code, out, err };
}

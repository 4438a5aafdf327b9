import { FakeClock } from '../../src-main/virtual/fake-clock';
import type { ConsoleIo, ExitCode } from '../../src-main/cli/console-io';
import { runCommandLine } from '../../src-main/cli/program';

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

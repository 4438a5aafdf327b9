#!/usr/bin/env node
import { homedir } from 'node:os';
import { listPorts } from '../serial/list-ports';
import { systemClock } from '../serial/system-clock';
import type { ConsoleIo } from './console-io';
import { runCommandLine } from './program';

const io: ConsoleIo = {
  env: process.env,
  clock: systemClock,
  workingFolder: process.cwd(),
  homeFolder: homedir(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  listPorts,
  onInterrupt(listener) {
    let count = 0;
    const onSignal = (): void => {
      count += 1;
      // Whoever insists gets out at once.
      if (count > 1) process.exit(130);
      listener();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
    return () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  },
};

// Whoever reads our output may stop reading, as `| head` does; the work goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.exitCode = await runCommandLine(process.argv.slice(2), io);

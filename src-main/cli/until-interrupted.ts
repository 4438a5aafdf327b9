import type { ConsoleIo } from './console-io';

/** Resolves at Ctrl-C, for commands that serve until then. */
export function untilInterrupted(io: Pick<ConsoleIo, 'onInterrupt'>): Promise<void> {
  return new Promise((resolve) => {
    const stop = io.onInterrupt(() => {
      stop();
      resolve();
    });
  });
}

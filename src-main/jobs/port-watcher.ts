import type { Clock } from '../engine/transport/transport';

/** Looks at a list again and again while somebody wants to know; node-serialport cannot tell of changes. */
export interface PortWatcher {
  start(): void;
  stop(): void;
}

const pollMs = 1000;

/**
 * Calls `onList` with every list that differs from the one before. The next poll starts only after the last
 * one ended, so that a slow system is not piled upon; a list that cannot be read counts as unchanged.
 */
export function createPortWatcher<T>(
  list: () => Promise<readonly T[]>,
  onList: (items: readonly T[]) => void,
  clock: Clock,
): PortWatcher {
  let generation = 0;
  let last = '';
  let cancel = (): void => undefined;

  const poll = async (mine: number): Promise<void> => {
    const items = await list().catch(() => null);
    if (mine !== generation) return;
    const text = JSON.stringify(items);
    if (items !== null && text !== last) {
      last = text;
      onList(items);
    }
    cancel = clock.after(pollMs, () => void poll(mine));
  };

  return {
    start() {
      generation += 1;
      cancel();
      last = '';
      void poll(generation);
    },
    stop() {
      generation += 1;
      cancel();
    },
  };
}

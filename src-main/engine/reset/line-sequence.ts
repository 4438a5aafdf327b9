import { sleep } from '../transport/sleep';
import type { ModemLines, Transport } from '../transport/transport';

/** One step of a reset: set both modem lines, or wait. */
export type LineStep = ModemLines | { readonly waitMs: number };

/** Both lines, in the order of the reset circuit: DTR pulls BOOT low, RTS pulls EN low. */
export const lines = (dtr: boolean, rts: boolean): ModemLines => ({ dtr, rts });

/** Plays the steps in order. An abort ends a wait at once and leaves both lines released. */
export async function playLineSequence(
  transport: Transport,
  steps: readonly LineStep[],
  signal?: AbortSignal,
): Promise<void> {
  try {
    for (const step of steps) {
      if ('waitMs' in step) await sleep(transport.clock, step.waitMs, signal);
      else await transport.setModemLines(step);
    }
  } catch (error) {
    // A chip must not be left held in reset. The error that matters is the one that brought us here.
    await transport.setModemLines(lines(false, false)).catch(() => undefined);
    throw error;
  }
}

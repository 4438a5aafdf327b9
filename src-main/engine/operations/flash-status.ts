import { AppError } from '../../../src-shared/errors/app-error';
import type { Abortable, Loader } from '../loader/loader';
import { sleep } from '../transport/sleep';

/** How many of a part's three status registers are meant: 1, 2 or 3. */
export type StatusBytes = 1 | 2 | 3;

/** Commands that read and write the registers one by one, lowest first (data sheets of Winbond, GigaDevice, XMC). */
const readCommands = [0x05, 0x35, 0x15] as const;
const writeCommands = [0x01, 0x31, 0x11] as const;
const writeEnable = 0x06;
const writeEnableVolatile = 0x50;
const busyBit = 1;
const pollMs = 2;
/** Parts need some tens of milliseconds to keep a register for good. */
const longestMs = 2000;

/** The status registers as one number, the first in the lowest byte. */
export async function readFlashStatus(loader: Loader, bytes: StatusBytes, options: Abortable = {}): Promise<number> {
  let status = 0;
  for (const [index, command] of readCommands.slice(0, bytes).entries()) {
    status += (await loader.runSpiFlashCommand(command, { ...options, readBits: 8 })) * 2 ** (8 * index);
  }
  return status;
}

/** Options of `writeFlashStatus`. */
export interface WriteFlashStatusOptions extends Abortable {
  /** Kept when the power goes; else the registers come back as they were. */
  readonly nonVolatile: boolean;
}

/**
 * Writes the status registers and answers what they say afterwards: a part ignores bits that it does not have.
 * A wrong value can make a part unusable or write-protect it for good.
 */
export async function writeFlashStatus(
  loader: Loader,
  status: number,
  bytes: StatusBytes,
  options: WriteFlashStatusOptions,
): Promise<number> {
  const abortable: Abortable = options.signal === undefined ? {} : { signal: options.signal };
  const values = [status & 0xff, (status >>> 8) & 0xff, (status >>> 16) & 0xff].slice(0, bytes);
  // Older parts take the first two only together.
  const writes: (readonly [command: number, data: readonly number[]])[] =
    bytes === 2 ? [[writeCommands[0], values]] : values.map((value, index) => [writeCommands[index] ?? 0, [value]]);
  for (const [command, data] of writes) {
    await loader.runSpiFlashCommand(options.nonVolatile ? writeEnable : writeEnableVolatile, abortable);
    await loader.runSpiFlashCommand(command, { ...abortable, data: Uint8Array.from(data) });
    await waitUntilIdle(loader, abortable);
  }
  return await readFlashStatus(loader, bytes, abortable);
}

async function waitUntilIdle(loader: Loader, abortable: Abortable): Promise<void> {
  const endMs = loader.clock.nowMs() + longestMs;
  while (((await readFlashStatus(loader, 1, abortable)) & busyBit) !== 0) {
    if (loader.clock.nowMs() >= endMs) {
      throw new AppError('protocol.timeout', { command: 'write status register', timeoutMs: longestMs });
    }
    await sleep(loader.clock, pollMs, abortable.signal);
  }
}

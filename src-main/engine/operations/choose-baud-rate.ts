import { isAppError } from '../../../src-shared/errors/app-error';
import type { Abortable, Loader } from '../loader/loader';
import type { LinkFacts } from '../transport/transport';

/** Rates worth trying, fastest first. Above these, cheap adapters and long cables decide by luck. */
const ladder: readonly number[] = [921_600, 460_800, 230_400];
/** Exchanges that must all succeed before a rate is trusted. */
const probes = 8;

/** Options of `chooseBaudRate`. */
export interface ChooseBaudRateOptions extends Abortable {
  /** Rate at which the loader is being spoken to. */
  readonly currentBaudRate: number;
  /** Rates above this one are not tried, e.g. because one failed on this port before. */
  readonly highestBaudRate?: number;
}

/**
 * Finds the fastest rate that works between this host and the chip, and leaves both ends at it. Rates that
 * the port refuses, that the chip does not follow, or at which an exchange fails are skipped.
 *
 * Answers the current rate where a rate means nothing (a chip's own USB, plain TCP) or cannot be changed.
 * Rejects with `protocol.timeout` and the like when host and chip lost each other on the way down: the
 * chip then has to be connected again, with `highestBaudRate` below what was tried.
 */
export async function chooseBaudRate(loader: Loader, link: LinkFacts, options: ChooseBaudRateOptions): Promise<number> {
  const { currentBaudRate, highestBaudRate = Infinity } = options;
  if (!hasChoice(loader, link)) return currentBaudRate;
  const abortable: Abortable = options.signal === undefined ? {} : { signal: options.signal };
  const { dateReg } = loader.chip.uart;
  const expected = await readForComparison(loader, dateReg, abortable);
  if (expected === null) return currentBaudRate;
  let inForce = currentBaudRate;
  for (const baudRate of ladder) {
    if (baudRate > highestBaudRate || baudRate <= currentBaudRate) continue;
    if (await changes(loader, baudRate, abortable)) {
      inForce = baudRate;
      if (await answersReliably(loader, dateReg, expected, abortable)) return baudRate;
    }
  }
  // The last rate that was switched to is a bad one: back to where everything worked.
  if (inForce !== currentBaudRate) await loader.changeBaudRate(currentBaudRate, abortable);
  return currentBaudRate;
}

function hasChoice(loader: Loader, link: LinkFacts): boolean {
  if (!link.hasBaudRate || link.kind === 'usbSerialJtag' || link.kind === 'usbOtg') return false;
  return loader.kind === 'stub' || loader.chip.rom.hasChangeBaudRate;
}

/** Null where the loader refuses to read registers (Secure Download Mode): then no rate can be tested. */
async function readForComparison(loader: Loader, address: number, abortable: Abortable): Promise<number | null> {
  try {
    return await loader.readRegister(address, abortable);
  } catch (error) {
    if (isAppError(error, 'protocol.commandFailed')) return null;
    throw error;
  }
}

async function changes(loader: Loader, baudRate: number, abortable: Abortable): Promise<boolean> {
  try {
    await loader.changeBaudRate(baudRate, abortable);
    return true;
  } catch (error) {
    return skipsRate(error);
  }
}

async function answersReliably(
  loader: Loader,
  address: number,
  expected: number,
  abortable: Abortable,
): Promise<boolean> {
  try {
    for (let probe = 0; probe < probes; probe++) {
      if ((await loader.readRegister(address, abortable)) !== expected) return false;
    }
    return true;
  } catch (error) {
    return skipsRate(error);
  }
}

/** False for what only means "not this rate"; anything else is thrown on. */
function skipsRate(error: unknown): false {
  if (isAppError(error, 'port.baudRateRefused')) return false;
  if (isAppError(error) && error.code.startsWith('protocol.')) return false;
  throw error;
}

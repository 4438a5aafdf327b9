import { AppError, isAppError } from '../../../src-shared/errors/app-error';
import { sleep } from '../transport/sleep';
import type { Abortable } from './loader';
import type { LoaderProfile } from './loader-profile';
import type { LoaderSession } from './loader-session';

/** The chip's UART sends garbage while its divider changes; the reference value of every flasher. */
const settleMs = 50;
const probeTimeoutMs = 500;

/**
 * Switches chip and host to another rate and proves that they understand each other there. Where they
 * do not, both go back to the old rate and the call rejects with what went wrong.
 */
export async function changeBaudRateOfBoth(
  session: LoaderSession,
  profile: LoaderProfile,
  baudRate: number,
  options: Abortable,
): Promise<void> {
  const { transport } = session.channel;
  if (!transport.link.hasBaudRate || baudRate === session.baudRate) return;
  if (profile.oldBaudRateWord === 'none') {
    throw new AppError('protocol.unsupported', {
      command: 'CHANGE_BAUDRATE',
      chip: session.chip.id,
      loader: profile.kind,
    });
  }
  const oldBaudRate = session.baudRate;
  const correction = await crystalCorrection(session, profile, options);
  try {
    await request(session, profile, Math.floor(baudRate * correction), options);
    await switchHost(session, baudRate, options);
    await probe(session, options);
  } catch (error) {
    // Gone or cancelled: nobody will speak at the old rate either.
    if (!isAppError(error) || error.code === 'port.unplugged' || error.code === 'job.cancelled') throw error;
    await goBack(session, profile, oldBaudRate, correction);
    throw error;
  }
}

async function request(
  session: LoaderSession,
  profile: LoaderProfile,
  newBaudRate: number,
  options: Abortable,
): Promise<void> {
  const oldBaudRate = profile.oldBaudRateWord === 'current' ? session.baudRate : 0;
  await session.channel.request('CHANGE_BAUDRATE', { newBaudRate, oldBaudRate }, options);
}

/**
 * What a rate has to be multiplied by so that a ROM that takes another crystal for granted ends up right.
 * Which one is fitted shows in the divider that belongs to the rate in force.
 */
async function crystalCorrection(session: LoaderSession, profile: LoaderProfile, options: Abortable): Promise<number> {
  const { crystal, uart } = session.chip;
  if (profile.assumedCrystalMhz === null || crystal.by !== 'uartDivider') return 1;
  try {
    const { value } = await session.channel.request('READ_REG', { address: uart.clkDivReg }, options);
    const measuredMhz = ((value & uart.clkDivMask) * session.baudRate) / 1e6 / crystal.divider;
    const [first = profile.assumedCrystalMhz, ...others] = crystal.choicesMhz;
    const fittedMhz = others.reduce(
      (best, choice) => (Math.abs(choice - measuredMhz) < Math.abs(best - measuredMhz) ? choice : best),
      first,
    );
    return profile.assumedCrystalMhz / fittedMhz;
  } catch (error) {
    // Secure Download Mode closes registers; the usual crystal is then the best guess.
    if (isAppError(error, 'protocol.commandFailed')) return 1;
    throw error;
  }
}

async function switchHost(session: LoaderSession, baudRate: number, options: Abortable): Promise<void> {
  const { channel } = session;
  await channel.transport.setBaudRate(baudRate);
  session.baudRate = baudRate;
  await sleep(channel.transport.clock, settleMs, options.signal);
  await channel.drain(options.signal);
}

/** Any answer proves the line, a refusal (Secure Download Mode closes registers) included. */
async function probe(session: LoaderSession, options: Abortable): Promise<void> {
  try {
    await session.channel.request(
      'READ_REG',
      { address: session.chip.uart.dateReg },
      { ...options, timeoutMs: probeTimeoutMs },
    );
  } catch (error) {
    if (!isAppError(error, 'protocol.commandFailed')) throw error;
  }
}

/** The chip may or may not have switched. Ends with the old rate in force on both sides where that can be had. */
async function goBack(
  session: LoaderSession,
  profile: LoaderProfile,
  oldBaudRate: number,
  correction: number,
): Promise<void> {
  const failedBaudRate = session.baudRate;
  try {
    await switchHost(session, oldBaudRate, {});
    await probe(session, {});
  } catch {
    if (failedBaudRate === oldBaudRate) return;
    // The chip is at the new rate, where the line is bad but perhaps not dead: tell it to come back.
    try {
      await switchHost(session, failedBaudRate, {});
      await request(session, profile, Math.floor(oldBaudRate * correction), {});
    } catch {
      // Its answer may be what got lost.
    }
    await switchHost(session, oldBaudRate, {});
  }
}

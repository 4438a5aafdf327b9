import type { WatchdogReset } from '../../../src-shared/chips/chip-descriptor';
import { sleep } from '../transport/sleep';
import type { Clock } from '../transport/transport';

/** Writes one 32-bit register of the chip, under a mask where one is given. */
export type WriteRegister = (address: number, value: number, mask?: number) => Promise<void>;

/** WDT_EN | stage 0 = reset the system and the RTC domain | reset pulse lengths; TRM, "Watchdog Timers". */
const enableAndResetSystem = 0x8000_0000 + (5 << 28) + (1 << 8) + 2;
/** Ticks of the slow clock (about 136 kHz) until the watchdog bites. */
const timeoutTicks = 2000;
/** The watchdog bites after some 15 ms; the USB device then comes back by itself. */
const settleMs = 500;

/**
 * Restarts a chip by its RTC watchdog, which samples the strapping pins again. This is the way out of
 * download mode where the chip's own USB is the console: its reset by RTS restarts the CPU only.
 */
export async function watchdogReset(
  registers: WatchdogReset,
  writeRegister: WriteRegister,
  clock: Clock,
  signal?: AbortSignal,
): Promise<void> {
  await clearForceDownloadBoot(registers, writeRegister);
  await writeRegister(registers.wprotectReg, registers.unlockKey);
  await writeRegister(registers.config1Reg, timeoutTicks);
  await writeRegister(registers.config0Reg, enableAndResetSystem);
  // Over a slow link the chip is gone before it can answer this one; that is what was wanted.
  await writeRegister(registers.wprotectReg, 0).catch(() => undefined);
  await sleep(clock, settleMs, signal);
}

/**
 * Lets the next reset go by the strapping pins again, where an application asked for download mode by a bit that
 * outlives every reset but that of EN.
 */
export async function clearForceDownloadBoot(
  { forceDownloadBoot }: Pick<WatchdogReset, 'forceDownloadBoot'>,
  writeRegister: WriteRegister,
): Promise<void> {
  if (forceDownloadBoot === null) return;
  const mask = (2 ** forceDownloadBoot.bits - 1) * 2 ** forceDownloadBoot.shift;
  await writeRegister(forceDownloadBoot.address, 0, mask);
}

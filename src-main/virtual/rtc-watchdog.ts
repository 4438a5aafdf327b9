import type { WatchdogReset } from '../../src-shared/chips/chip-descriptor';
import type { Clock } from '../engine/transport/transport';
import type { RegisterBlock } from './address-space';

const ENABLE_BIT = 0x8000_0000;
/** The slow RTC clock that the watchdog counts: nominally 136 kHz. */
const TICKS_PER_MS = 136;

/** The RTC watchdog as host tools use it: unlock, set a time-out, enable, and the chip resets. */
export class RtcWatchdog implements RegisterBlock {
  readonly startAddress: number;
  readonly endAddress: number;
  private readonly values = new Map<number, number>();
  private cancelTimer: (() => void) | null = null;

  constructor(
    private readonly registers: WatchdogReset,
    private readonly clock: Clock,
    private readonly onBite: () => void,
  ) {
    const addresses = [registers.config0Reg, registers.config1Reg, registers.wprotectReg];
    this.startAddress = Math.min(...addresses);
    this.endAddress = Math.max(...addresses) + 4;
  }

  /** A chip reset stops the watchdog. */
  reset(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.values.clear();
  }

  read(address: number): number {
    return this.values.get(address) ?? 0;
  }

  write(address: number, value: number): void {
    const { wprotectReg, config0Reg, config1Reg, unlockKey } = this.registers;
    const isUnlocked = this.read(wprotectReg) === unlockKey >>> 0;
    if (address !== wprotectReg && !isUnlocked) return;
    this.values.set(address, value);
    if (address !== config0Reg) return;
    this.cancelTimer?.();
    this.cancelTimer =
      (value & ENABLE_BIT) === 0 ? null : this.clock.after(this.read(config1Reg) / TICKS_PER_MS, this.onBite);
  }
}

import { AppError } from '../../../src-shared/errors/app-error';
import { sleep } from '../transport/sleep';
import type { Clock } from '../transport/transport';
import type { Abortable } from './loader';
import { spiFlashCommand } from './spi-flash-command';
import type { RegisterAccess } from './spi-flash-command';

/** JEDEC commands. */
const writeEnable = 0x06;
const sectorErase = 0x20;
const readStatus = 0x05;
const busyBit = 1;
const pollMs = 10;
/** Slow parts need some hundred milliseconds. */
const longestMs = 5000;

/** Erases one sector by commands to the flash part itself, where no loader command erases just one. */
export async function eraseSectorBySpi(
  registers: RegisterAccess,
  clock: Clock,
  offset: number,
  options: Abortable,
): Promise<void> {
  await spiFlashCommand(registers, { ...options, command: writeEnable });
  await spiFlashCommand(registers, { ...options, command: sectorErase, address: offset, addressBits: 24 });
  const endMs = clock.nowMs() + longestMs;
  for (;;) {
    const [status = 0] = await spiFlashCommand(registers, { ...options, command: readStatus, readBits: 8 });
    if ((status & busyBit) === 0) return;
    if (clock.nowMs() >= endMs)
      throw new AppError('protocol.timeout', { command: 'sector erase', timeoutMs: longestMs });
    await sleep(clock, pollMs, options.signal);
  }
}

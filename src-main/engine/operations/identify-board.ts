import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { BoardIdentity } from '../../../src-shared/ipc/contract';
import type { Connection } from '../loader/connection';
import type { Abortable } from '../loader/loader';
import { readMac } from './read-mac';
import { createRegisterReader, type RegisterReader } from './register-reader';
import { readSecurityState } from './security-state';
import { readSilicon } from './read-silicon';

/** What `identifyBoard` tells; the flash part is asked separately by `detectFlash`. */
export type ChipIdentity = Omit<BoardIdentity, 'flash'>;

/** Options of `identifyBoard`. */
export interface IdentifyOptions extends Abortable {
  /** Baud rate at which the loader is being spoken to; the crystal is worked out from it. Default 115200. */
  readonly baudRate?: number;
}

/**
 * Asks a chip who it is. In Secure Download Mode registers are closed: then only the security state and the
 * chip's kind are told. Errors: `protocol.*`, `port.*`, `job.cancelled`.
 */
export async function identifyBoard(connection: Connection, options: IdentifyOptions = {}): Promise<ChipIdentity> {
  const { chip, loader, securityInfo, secureDownloadMode } = connection;
  if (secureDownloadMode) {
    return {
      chip: chip.id,
      description: chip.name,
      revision: null,
      features: chip.identity.features,
      crystalMhz: chip.crystal.by === 'fixed' ? chip.crystal.mhz : null,
      mac: null,
      ...(await readSecurityState(chip.security, securityInfo, null)),
      secureDownloadMode,
    };
  }
  const registers = createRegisterReader(loader, options);
  return {
    chip: chip.id,
    ...(await readSilicon(chip, registers)),
    crystalMhz: await readCrystal(chip, registers, options.baudRate ?? 115_200),
    mac: await readMac(chip, registers),
    ...(await readSecurityState(chip.security, securityInfo, registers)),
    secureDownloadMode,
  };
}

/**
 * The crystal's frequency in MHz. By the UART divider: the ROM loader measured the host's baud rate (or the
 * stub was told it) in ticks of the crystal, so baud rate × divider is its frequency, give or take a percent.
 */
async function readCrystal(chip: ChipDescriptor, registers: RegisterReader, baudRate: number): Promise<number | null> {
  const { crystal } = chip;
  switch (crystal.by) {
    case 'fixed':
      return crystal.mhz;
    case 'uartDivider': {
      const divider = ((await registers.word(chip.uart.clkDivReg)) & chip.uart.clkDivMask) >>> 0;
      const estimateMhz = (baudRate * divider) / 1_000_000 / crystal.divider;
      return fitting(crystal.choicesMhz, estimateMhz);
    }
  }
}

/** The divider is a whole number, and the host's clock may be off: more than this is not the same frequency. */
const crystalTolerance = 0.15;

/** Null where no choice fits, such as behind a network bridge that speaks at a rate of its own. */
function fitting(choicesMhz: readonly number[], estimateMhz: number): number | null {
  const [nearest] = [...choicesMhz].sort((a, b) => Math.abs(a - estimateMhz) - Math.abs(b - estimateMhz));
  if (nearest === undefined || Math.abs(nearest - estimateMhz) > nearest * crystalTolerance) return null;
  return nearest;
}

import { AppError } from '../../../src-shared/errors/app-error';
import type { Connection } from '../loader/connection';
import type { Abortable } from '../loader/loader';

/** What ESP32's regulator for the flash part can be made to do. 3.3 V is left out: it could destroy a 1.8 V part. */
export const vddSdioChoices = ['1.8V', '1.9V', 'OFF'] as const;
export type VddSdio = (typeof vddSdioChoices)[number];

/** RTC_CNTL_SDIO_CONF_REG (ESP32 Technical Reference Manual, "RTC_CNTL_SDIO_CONF_REG"). */
const sdioConfiguration = 0x3ff4_8074;
/** The register decides instead of MTDI and the eFuses. */
const force = 2 ** 22;
/** 1 = 3.3 V from the supply, 0 = the regulator's own 1.8 V. */
const tieHigh = 2 ** 23;
const powerOn = 2 ** 31;
/** DREFH, DREFM, DREFL, two bits each; 0, 1, 1 after a reset, and all ones raise the output by 0.1 V. */
const references = { mask: 0x7e00_0000, usual: 0x0a00_0000, raised: 0x7e00_0000 } as const;

const values: Readonly<Record<VddSdio, number>> = {
  '1.8V': powerOn + force + references.usual,
  '1.9V': powerOn + force + references.raised,
  OFF: force + references.usual,
};

/**
 * Takes the supply of the flash part out of the hands of ESP32's strapping pins and eFuses, until the next reset.
 * `protocol.unsupported` on every other chip, `flash.secureDownloadMode` where registers are closed.
 */
export async function overrideVddSdio(connection: Connection, choice: VddSdio, options: Abortable = {}): Promise<void> {
  const { chip, loader } = connection;
  const command = '--override-vddsdio';
  if (chip.id !== 'esp32') throw new AppError('protocol.unsupported', { command, chip: chip.id, loader: loader.kind });
  if (connection.secureDownloadMode) {
    throw new AppError('flash.secureDownloadMode', { chip: chip.id, operation: command });
  }
  const mask = powerOn + references.mask + tieHigh + force;
  await loader.writeRegister(sdioConfiguration, values[choice], { ...options, mask });
}

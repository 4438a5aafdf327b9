import { connect } from '../loader/connect';
import type { Connection } from '../loader/connection';
import type { Abortable, Loader } from '../loader/loader';

/** Every ROM loader was made for it. */
const firstContactBaudRate = 115_200;
const attempts = 7;

/**
 * Starts the application in flash without a reset by the lines. Stubs cannot do that, save for the one of ESP8266: there
 * the way leads back through the ROM loader, which is spoken to anew. The loader must not be used again.
 *
 * Errors: `connect.*`, `protocol.*`, `port.*`, `job.cancelled`.
 */
export async function startApplication(connection: Connection, loader: Loader, options: Abortable = {}): Promise<void> {
  const { chip, transport } = connection;
  // Only ESP8266 has no SPI_ATTACH in ROM, and only its stub knows RUN_USER_CODE.
  if (loader.kind === 'rom' || !chip.rom.hasSpiAttach) {
    await loader.softReset('application', options);
    return;
  }
  await loader.softReset('romLoader', options);
  connection.detach();
  const rom = await connect(transport, {
    ...options,
    before: 'no-reset',
    attempts,
    baudRate: firstContactBaudRate,
    expectedChip: chip.id,
    customResetSequence: null,
    tuning: connection.tuning,
  });
  try {
    await rom.loader.attachFlash(options);
    await rom.loader.softReset('application', options);
  } finally {
    rom.detach();
  }
}

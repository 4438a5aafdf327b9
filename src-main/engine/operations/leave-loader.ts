import { AppError } from '../../../src-shared/errors/app-error';
import type { Connection } from '../loader/connection';
import type { Abortable, Loader } from '../loader/loader';
import type { AfterwardReset } from '../reset/reset-strategy';
import { hardReset } from '../reset/reset-strategies';
import { clearForceDownloadBoot, watchdogReset, type WriteRegister } from '../reset/watchdog-reset';
import { startApplication } from './start-application';

/**
 * Leaves the chip as asked. Afterwards the host speaks at the rate of the chip's own boot log where the chip
 * was restarted, and the loader must not be used again (save for `no-reset-stub`).
 *
 * `hard-reset` becomes the watchdog where the chip's own USB is the console and a reset by its lines would
 * leave it in download mode. Errors: `protocol.unsupported` for a watchdog that the chip does not have,
 * `protocol.*`, `port.*`, `job.cancelled`.
 */
export async function leaveLoader(
  connection: Connection,
  loader: Loader,
  after: AfterwardReset,
  options: Abortable = {},
): Promise<void> {
  switch (after) {
    case 'no-reset-stub':
      return;
    case 'no-reset':
      await loader.softReset('romLoader', options);
      return;
    case 'soft-reset':
      await startApplication(connection, loader, options);
      await listenAtBootLogRate(connection);
      return;
    case 'watchdog-reset':
      await resetByWatchdog(connection, loader, options);
      return;
    case 'hard-reset':
      if (needsWatchdog(connection)) {
        await resetByWatchdog(connection, loader, options);
        return;
      }
      await allowFlashBoot(connection, loader, options);
      // The rate first: ROM starts to print as soon as EN is released.
      await listenAtBootLogRate(connection);
      await hardReset(connection.transport, options.signal, connection.tuning.hardResetSequence);
  }
}

function needsWatchdog({ chip, console, secureDownloadMode }: Connection): boolean {
  // Registers are closed in Secure Download Mode, so there the lines have to do.
  return (
    console !== 'uart' &&
    chip.usbAfterFlash?.[console] === 'watchdogReset' &&
    chip.watchdogReset !== null &&
    !secureDownloadMode
  );
}

/** The chip's own USB resets without EN, so that a bit which holds download mode would survive. */
async function allowFlashBoot(connection: Connection, loader: Loader, options: Abortable): Promise<void> {
  const { chip, console, secureDownloadMode } = connection;
  if (console === 'uart' || chip.watchdogReset === null || secureDownloadMode) return;
  await clearForceDownloadBoot(chip.watchdogReset, registerWriter(loader, options));
}

function registerWriter(loader: Loader, options: Abortable): WriteRegister {
  return (address, value, mask) =>
    loader.writeRegister(address, value, mask === undefined ? options : { ...options, mask });
}

async function resetByWatchdog(connection: Connection, loader: Loader, options: Abortable): Promise<void> {
  const { chip, transport } = connection;
  if (chip.watchdogReset === null) {
    throw new AppError('protocol.unsupported', { command: 'watchdog-reset', chip: chip.id, loader: loader.kind });
  }
  await watchdogReset(chip.watchdogReset, registerWriter(loader, options), transport.clock, options.signal);
  await listenAtBootLogRate(connection);
}

async function listenAtBootLogRate({ chip, transport }: Connection): Promise<void> {
  if (!transport.link.hasBaudRate) return;
  // Only for reading text afterwards: a port that is gone or refuses the rate does not stop the reset.
  await transport.setBaudRate(chip.bootLogBaudRate).catch(() => undefined);
}

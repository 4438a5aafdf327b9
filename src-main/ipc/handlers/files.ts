import type { FirmwareStore } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** Firmware files, behind tokens. Dropped files arrive by the drop channel instead. */
export const fileHandlers = (firmware: FirmwareStore, desktop: Desktop): HandlersOf<'files'> => ({
  'files.choose': async ({ chip }) => firmware.addPaths(await desktop.chooseFiles(), chip),
  'files.release': ({ tokens }) => {
    firmware.release(tokens);
    return null;
  },
  'files.describe': ({ tokens, chip }) => firmware.describe(tokens, chip),
});

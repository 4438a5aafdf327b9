import type { AppServices, FirmwareStore } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** Firmware files, behind tokens. Dropped files arrive by the drop channel instead. */
export const fileHandlers = (
  firmware: FirmwareStore,
  setups: Pick<AppServices['setups'], 'take'>,
  desktop: Desktop,
): HandlersOf<'files'> => ({
  'files.choose': async ({ chip }) => setups.take(await desktop.chooseFiles(), chip),
  'files.example': async ({ path }) => firmware.addPaths([await desktop.makeExample(path)], null),
  'files.release': ({ tokens }) => {
    firmware.release(tokens);
    return null;
  },
  'files.describe': ({ tokens, chip }) => firmware.describe(tokens, chip),
});

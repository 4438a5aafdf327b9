import type { SettingsStore } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** Remembered choices. */
export const settingsHandlers = (settings: SettingsStore): HandlersOf<'settings'> => ({
  'settings.get': () => settings.get(),
  'settings.set': ({ settings: change }) => settings.set(change),
  'settings.reset': () => settings.reset(),
});

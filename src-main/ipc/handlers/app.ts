import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** Versions, links and the clipboard. */
export const appHandlers = (desktop: Desktop): HandlersOf<'app'> => ({
  'app.info': () => desktop.info(),
  'app.openLink': async ({ code }) => {
    await desktop.openAdviceLink(code);
    return null;
  },
  'app.notify': (message) => {
    desktop.notify(message);
    return null;
  },
  'app.showDataFolder': () => {
    desktop.showDataFolder();
    return null;
  },
  'app.copyText': ({ text }) => {
    desktop.copyText(text);
    return null;
  },
});

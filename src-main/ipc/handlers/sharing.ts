import type { AppServices } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** Ports for other programs. */
export const sharingHandlers = (sharing: AppServices['sharing']): HandlersOf<'sharing'> => ({
  'sharing.list': () => sharing.list(),
  'sharing.start': (request) => sharing.start(request),
  'sharing.stop': async ({ path }) => {
    await sharing.stop(path);
    return null;
  },
});

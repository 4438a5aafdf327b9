import type { AppServices } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** What was flashed when. */
export const historyHandlers = (history: AppServices['history']): HandlersOf<'history'> => ({
  'history.list': () => history.list(),
  'history.remove': async ({ ids }) => {
    await history.remove(ids);
    return null;
  },
  'history.check': ({ id }) => history.check(id),
  'history.export': async ({ ids, save }) => {
    await history.save(ids, save);
    return null;
  },
});

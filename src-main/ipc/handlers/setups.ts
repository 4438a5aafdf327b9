import type { AppServices } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** Setups, and what was open lately. Rows of what is opened arrive by `setup.opened`. */
export const setupHandlers = (
  setups: AppServices['setups'],
  again: AppServices['again'],
): HandlersOf<'setups' | 'recents'> => ({
  'setups.begin': () => ({ revision: setups.begin() }),
  'setups.table': (table) => {
    setups.tell(table);
    return null;
  },
  'setups.open': async () => {
    await setups.chooseAndOpen();
    return null;
  },
  'setups.save': ({ how }) => setups.save(how),
  'setups.close': () => setups.close(),
  'setups.locate': async ({ id }) => {
    await setups.locate(id);
    return null;
  },
  'setups.leaveOut': ({ id }) => {
    setups.leaveOut(id);
    return null;
  },
  'setups.again': (request) => again.prepare(request),
  'recents.list': () => setups.listRecents(),
  'recents.open': async ({ id }) => {
    await setups.openRecent(id);
    return null;
  },
  'recents.forget': async ({ id }) => {
    await setups.forgetRecent(id);
    return null;
  },
});

import type { AppServices, BoardRegistry } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** The board picker. */
export const boardHandlers = (boards: BoardRegistry, files: AppServices['boardFiles']): HandlersOf<'boards'> => ({
  'boards.list': () => boards.list(),
  'boards.watch': ({ watching }) => {
    boards.setWatching(watching);
    return null;
  },
  'boards.identify': ({ path, isPatient }) => boards.identify(path, isPatient),
  'boards.stopIdentify': ({ path }) => {
    boards.stopIdentify(path);
    return null;
  },
  'boards.layout': ({ path }) => boards.readLayout(path),
  'boards.stopLayout': ({ path }) => {
    boards.stopLayout(path);
    return null;
  },
  'boards.addNetwork': ({ path }) => boards.addNetwork(path),
  'boards.save': (request) => files.save(request),
  'boards.remove': ({ path }) => {
    boards.remove(path);
    return null;
  },
});

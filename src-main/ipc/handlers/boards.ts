import type { BoardRegistry } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** The board picker. */
export const boardHandlers = (boards: BoardRegistry): HandlersOf<'boards'> => ({
  'boards.list': () => boards.list(),
  'boards.watch': ({ watching }) => {
    boards.setWatching(watching);
    return null;
  },
  'boards.identify': ({ path }) => boards.identify(path),
  'boards.layout': ({ path }) => boards.readLayout(path),
  'boards.addNetwork': ({ path }) => boards.addNetwork(path),
  'boards.remove': ({ path }) => {
    boards.remove(path);
    return null;
  },
});

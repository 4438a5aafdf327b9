import type { AppServices } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** How a board is reached. */
export const connectionHandlers = (connections: AppServices['connections']): HandlersOf<'connection'> => ({
  'connection.get': ({ path }) => connections.get(path),
  'connection.set': ({ path, settings }) => connections.set(path, settings),
});

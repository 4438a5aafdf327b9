import type { AppServices } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** The chip's memory. */
export const memoryHandlers = (memory: AppServices['memory'], desktop: Desktop): HandlersOf<'memory'> => ({
  'memory.chooseProgram': async () => {
    const [path] = await desktop.chooseFiles();
    return path === undefined ? null : await memory.openProgram(path);
  },
  'memory.start': (request) => memory.start(request),
});

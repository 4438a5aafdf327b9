import type { JobRunner } from '../../jobs/services';
import type { SavedFiles } from '../../jobs/saved-files';
import type { HandlersOf } from '../router';

/** Reading, erasing and comparing. */
export const boardJobHandlers = (jobs: JobRunner, saves: SavedFiles): HandlersOf<'read' | 'erase' | 'verify'> => ({
  'read.start': ({ save, ...request }) => jobs.startRead({ ...request, outputPath: saves.pathOf(save) }),
  'erase.start': (request) => jobs.startErase(request),
  'verify.start': (request) => jobs.startVerify({ ...request, diff: true }),
});

import type { NvsDesk } from '../../jobs/nvs-desk';
import type { JobRunner } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** Settings that programs keep on a board. */
export const nvsHandlers = (jobs: JobRunner, nvs: Pick<NvsDesk, 'reveal' | 'save'>): HandlersOf<'nvs'> => ({
  'nvs.start': (request) => jobs.startNvs(request),
  'nvs.reveal': ({ token, entries }) => nvs.reveal(token, entries),
  'nvs.save': ({ token, save }) => nvs.save(token, save),
});

import type { JobRunner } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** Running and finished jobs. */
export const jobHandlers = (jobs: JobRunner): HandlersOf<'job'> => ({
  'job.cancel': ({ jobId }) => {
    jobs.cancel(jobId);
    return null;
  },
  'job.report': ({ jobId }) => ({ text: jobs.report(jobId) }),
});

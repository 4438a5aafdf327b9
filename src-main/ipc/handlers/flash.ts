import type { JobRunner, PlanChecker } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** Checking a plan, and writing it. */
export const flashHandlers = (plans: PlanChecker, jobs: JobRunner): HandlersOf<'plan' | 'flash'> => ({
  'plan.check': (request) => plans.check(request),
  'flash.start': (request) => jobs.startFlash({ ...request, looksAfterwards: true }),
});

import type { AppServices } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** What went over the wire. */
export const traceHandlers = (traces: AppServices['traces']): HandlersOf<'trace'> => ({
  'trace.watch': ({ watching }) => traces.watch(watching),
  'trace.read': (request) => traces.read(request),
  'trace.text': async (request) => ({ text: await traces.text(request) }),
  'trace.save': async (request) => {
    await traces.save(request);
    return null;
  },
});

import type { AppServices } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** The flash part itself, what is locked in the chip, its addresses. */
export const toolsHandlers = (tools: AppServices['tools']): HandlersOf<'tools'> => ({
  'tools.start': (request) => tools.start(request),
  'tools.saveSfdp': ({ token, save }) => tools.saveSfdp(token, save),
});

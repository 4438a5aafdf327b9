import type { AppServices } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** Looking into files, converting and merging them. */
export const imageHandlers = (images: AppServices['images'], desktop: Desktop): HandlersOf<'images'> => ({
  'images.choose': async () => images.open(await desktop.chooseFiles()),
  'images.receive': ({ receiving }) => {
    images.isReceiving = receiving;
    return null;
  },
  'images.convert': (request) => images.convert(request),
  'images.merge': (request) => images.merge(request),
});

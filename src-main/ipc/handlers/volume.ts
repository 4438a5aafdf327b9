import type { SavedFiles } from '../../jobs/saved-files';
import type { AppServices } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** Files that programs keep on a board. */
export const volumeHandlers = (
  volumes: AppServices['volumes'],
  saves: SavedFiles,
  desktop: Desktop,
): HandlersOf<'volume'> => ({
  'volume.start': (request) => volumes.start(request),
  'volume.preview': ({ token, entry, asBytes }) => volumes.preview(token, entry, asBytes),
  'volume.save': async ({ token, entry }) => {
    const path = await desktop.chooseSavePath(volumes.nameOf(token, entry));
    return path === null ? null : volumes.save(token, entry, saves.add(path).token);
  },
  'volume.saveAll': async ({ token }) => {
    const folder = await desktop.chooseFolder();
    return folder === null ? null : volumes.saveAll(token, folder);
  },
});

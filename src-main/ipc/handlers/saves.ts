import type { SavedFiles } from '../../jobs/saved-files';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

/** Where made files go, and a look into them. */
export const saveHandlers = (saves: SavedFiles, desktop: Desktop): HandlersOf<'saves'> => ({
  'saves.choose': async ({ suggestedName }) => {
    const path = await desktop.chooseSavePath(suggestedName);
    return path === null ? null : saves.add(path);
  },
  'saves.show': ({ token }) => {
    desktop.showInFolder(saves.pathOf(token));
    return null;
  },
  'saves.read': ({ token, offset, sizeBytes }) => saves.readBytes(token, offset, sizeBytes),
});

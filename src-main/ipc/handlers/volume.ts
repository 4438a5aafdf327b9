import type { AppServices } from '../../jobs/services';
import type { Desktop } from '../desktop';
import type { HandlersOf } from '../router';

type Services = Pick<AppServices, 'volumes' | 'volumeEditor' | 'saves'>;

/** Files that programs keep on a board. */
export const volumeHandlers = (
  { volumes, volumeEditor: editor, saves }: Services,
  desktop: Desktop,
): HandlersOf<'volume'> => ({
  'volume.start': (request) => volumes.start(request),
  'volume.preview': ({ token, entry, asBytes }) => volumes.preview(token, entry, asBytes),
  'volume.save': async ({ token, entry }) => {
    const path = await desktop.chooseSavePath(volumes.nameOf(entry));
    return path === null ? null : volumes.save(token, entry, saves.add(path).token);
  },
  'volume.saveAll': async ({ token }) => {
    const folder = await desktop.chooseFolder();
    return folder === null ? null : volumes.saveAll(token, folder);
  },
  'volume.add': async ({ token, folder }) => {
    const paths = await desktop.chooseAnyFiles('several');
    return paths.length === 0 ? null : editor.add(token, folder, paths);
  },
  'volume.replace': async ({ token, entry }) => {
    const [path] = await desktop.chooseAnyFiles('one');
    return path === undefined ? null : editor.replace(token, entry, path);
  },
  'volume.remove': ({ token, entry }) => editor.remove(token, entry),
  'volume.rename': ({ token, entry, to }) => editor.rename(token, entry, to),
  'volume.undo': ({ token, change }) => editor.undo(token, change),
  'volume.receive': ({ into }) => {
    editor.receiver = into;
    return null;
  },
  'volume.write': (request) => editor.write(request),
});

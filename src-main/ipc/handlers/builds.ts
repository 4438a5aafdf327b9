import type { AppServices } from '../../jobs/services';
import type { HandlersOf } from '../router';

/** Files of the table that a build changes. Where something has happened to them is told by `builds.touched`. */
export const buildHandlers = (
  builds: AppServices['builds'],
  byItself: AppServices['byItself'],
): HandlersOf<'builds'> => ({
  'builds.follow': ({ tokens }) => builds.follow(tokens),
  'builds.refresh': ({ tokens, chip }) => builds.refresh(tokens, chip),
  'builds.byItself': ({ tokens, path }) => byItself.get(tokens, path),
  'builds.setByItself': ({ tokens, path, isOn }) => byItself.set(tokens, path, isOn),
});

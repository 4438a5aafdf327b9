import { posix, win32 } from 'node:path';

/** Further up than this a path is no longer near the setup, and better told in full. */
const mostStepsUp = 3;

const isNetworkPath = (path: string): boolean => /^[\\/]{2}/.test(path);
const hostOf = (path: string): string => /^[\\/]{2}([^\\/]+)/.exec(path)?.[1]?.toLowerCase() ?? '';

const systemOf = (platform: string): typeof posix => (platform === 'win32' ? win32 : posix);

/** How a setup in `folder` names `path`: relative with `/` where it is near, else absolute. */
export function pathTo(folder: string, path: string, platform: string = process.platform): string {
  const system = systemOf(platform);
  const relative = system.relative(folder, path);
  const steps = relative.split(system.sep);
  const stepsUp = steps.filter((step) => step === '..').length;
  // With nothing but the root in common they do not move together.
  const depth = folder.split(system.sep).filter((step) => step !== '').length;
  const isFar = stepsUp > mostStepsUp || stepsUp >= depth;
  if (relative === '') return '.';
  return isFar || system.isAbsolute(relative) ? path : steps.join('/');
}

/** Where the path in a setup in `folder` leads; one of another system stays as it is, and is not there. */
export function pathFrom(folder: string, path: string, platform: string = process.platform): string {
  const isOtherSystems = platform !== 'win32' && /^(?:[a-z]:[\\/]|\\\\)/i.test(path);
  return isOtherSystems ? path : systemOf(platform).resolve(folder, path);
}

/**
 * Whether opening `path` would make Windows call another computer and sign in there: a setup that came by mail must not
 * bring that about. One that lies on that computer itself may.
 */
export function callsOut(folder: string, path: string, platform: string = process.platform): boolean {
  return platform === 'win32' && isNetworkPath(path) && hostOf(path) !== hostOf(folder);
}

/** Last name of a path of any system. */
export function lastName(path: string): string {
  return (
    path
      .split(/[\\/]/)
      .filter((step) => step !== '' && step !== '.')
      .at(-1) ?? path
  );
}

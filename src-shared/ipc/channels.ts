import type { EventName } from './contract';

/** One Electron channel carries every call; the contract's own channel name travels in the message. */
export const callChannel = 'esplanade:call';
/** Files dropped on or picked in the window, as paths, from the preload script. */
export const dropChannel = 'esplanade:drop';
/** Prefix of the Electron channel of each event. */
export const eventChannel = (name: EventName): string => `esplanade:event:${name}`;

/** Every event the preload script lets through (kept beside the contract because it is a run-time list). */
export const eventNames = [
  'boards.changed',
  'builds.touched',
  'files.added',
  'images.added',
  'job.progress',
  'job.finished',
  'boardJob.finished',
  'monitor.data',
  'monitor.state',
  'monitor.rejected',
  'menu.command',
  'setup.opened',
  'setup.state',
  'recents.changed',
  'history.added',
  'history.removed',
  'history.problem',
  'sharing.changed',
  'sharing.ended',
  'trace.changed',
  'volume.changed',
] as const satisfies readonly EventName[];

/** The bridge that the preload script exposes as `window.esplanade`. */
export interface Bridge {
  call(channel: string, payload: unknown): Promise<unknown>;
  on(event: EventName, listener: (payload: unknown) => void): () => void;
}

import type { Clock } from '../engine/transport/transport';
import type { JobServices } from './create-services';
import { FlashAgain } from './history/flash-again';
import { FlashHistory } from './history/flash-history';
import { HistoryDesk } from './history/history-desk';
import { RecentFiles } from './setups/recent-files';
import { SetupDesk, type SetupDialogs } from './setups/setup-desk';

/** What services that remember things need beyond those that do not. */
export interface KeptParts {
  /** Of the program's own data. */
  readonly folder: string;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly dialogs: SetupDialogs;
}

/** Services that keep files of their own: setups, what was open lately, the history. */
export interface KeptServices {
  readonly setups: SetupDesk;
  readonly recents: RecentFiles;
  readonly history: HistoryDesk;
  readonly flashes: FlashHistory;
  readonly again: FlashAgain;
  /** The program ends, and every job has: what is to be kept is, when this resolves. */
  end(): Promise<void>;
}

/** Puts them together over the other services. Nothing is read yet. */
export function createKeptServices(services: JobServices, { folder, clock, now, dialogs }: KeptParts): KeptServices {
  const { firmware, boards, jobs, saves } = services;
  const recents = new RecentFiles({ folder, clock, now });
  const setups = new SetupDesk({ firmware, recents, dialogs, clock, folder });
  const flashes = new FlashHistory({ folder, now });
  let lastRecord: Promise<void> = Promise.resolve();
  jobs.onFlashEnded((ended) => {
    lastRecord = flashes.record(ended, setups.openPathOfSetup);
  });
  return {
    setups,
    recents,
    flashes,
    history: new HistoryDesk(flashes, saves),
    again: new FlashAgain(flashes, setups, boards),
    async end() {
      await Promise.all([setups.end(), lastRecord]);
    },
  };
}

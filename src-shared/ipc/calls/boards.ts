/** The boards in sight and what they tell about themselves. */
import { z } from 'zod';
import type { BoardCard, BoardIdentity, BoardLayout } from '../board';
import type { MadeFiles } from '../image-file';
import { isPatient, noPayload, path, token } from './payloads';

/** Requests, by channel. */
export const boardsRequests = {
  'boards.list': noPayload,
  /** While true the main process polls for ports and asks likely boards who they are. */
  'boards.watch': z.strictObject({ watching: z.boolean() }),
  'boards.identify': z.strictObject({ path, isPatient }),
  /** Ends a patient `boards.identify`. */
  'boards.stopIdentify': z.strictObject({ path }),
  /** Reads partition table and starting application; takes a second or two and restarts the board. */
  'boards.layout': z.strictObject({ path }),
  /** Stops that: it then fails with `job.cancelled`. */
  'boards.stopLayout': z.strictObject({ path }),
  'boards.addNetwork': z.strictObject({ path }),
  'boards.remove': z.strictObject({ path }),
  /** Writes a report about a board, as JSON (`BoardReport` in src-main/jobs). */
  'boards.save': z.strictObject({
    path,
    /** With what `boards.layout` answered last. */
    withLayout: z.boolean(),
    /** NVS partitions that were read. */
    nvs: z.array(token).max(16),
    /** Passwords and keys, too. */
    withSecrets: z.boolean(),
    save: token,
  }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface BoardsReplies {
  'boards.list': readonly BoardCard[];
  'boards.watch': null;
  'boards.identify': BoardIdentity;
  'boards.stopIdentify': null;
  'boards.layout': BoardLayout;
  'boards.stopLayout': null;
  'boards.addNetwork': BoardCard;
  'boards.remove': null;
  'boards.save': MadeFiles;
}

/** Events, by name. */
export interface BoardsEvents {
  'boards.changed': readonly BoardCard[];
}

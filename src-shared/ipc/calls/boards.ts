/** The boards in sight and what they tell about themselves. */
import { z } from 'zod';
import type { BoardCard, BoardIdentity, BoardLayout } from '../board';
import { noPayload, path } from './payloads';

/** Requests, by channel. */
export const boardsRequests = {
  'boards.list': noPayload,
  /** While true the main process polls for ports and asks likely boards who they are. */
  'boards.watch': z.strictObject({ watching: z.boolean() }),
  'boards.identify': z.strictObject({ path }),
  /** Reads partition table and starting application; takes a second or two and restarts the board. */
  'boards.layout': z.strictObject({ path }),
  'boards.addNetwork': z.strictObject({ path }),
  'boards.remove': z.strictObject({ path }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface BoardsReplies {
  'boards.list': readonly BoardCard[];
  'boards.watch': null;
  'boards.identify': BoardIdentity;
  'boards.layout': BoardLayout;
  'boards.addNetwork': BoardCard;
  'boards.remove': null;
}

/** Events, by name. */
export interface BoardsEvents {
  'boards.changed': readonly BoardCard[];
}

/** Places that a person chose for files. */
import { z } from 'zod';
import type { FileBytes, SavePlace } from '../image-file';
import { token } from './payloads';

/** Most that one call hands over; a view asks for what it shows. */
const mostBytesAtOnce = 0x1_0000;

/** Requests, by channel. */
export const savesRequests = {
  /** Asks the person for a place; null when they think better of it. */
  'saves.choose': z.strictObject({ suggestedName: z.string().min(1).max(200) }),
  'saves.show': z.strictObject({ token: token }),
  'saves.read': z.strictObject({
    token: token,
    offset: z.number().int().min(0).max(0xffff_ffff),
    sizeBytes: z.number().int().min(1).max(mostBytesAtOnce),
  }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface SavesReplies {
  'saves.choose': SavePlace | null;
  'saves.show': null;
  'saves.read': FileBytes;
}

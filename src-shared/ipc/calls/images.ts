/** Looking into image files, converting and merging them. */
import { z } from 'zod';
import type { ImagesAdded, MadeFiles } from '../image-file';
import { flashRowSchema, flashSettingsSchema } from './flash';
import { noPayload, path, token } from './payloads';

/** Requests, by channel. */
export const imagesRequests = {
  'images.choose': noPayload,
  /** While true, dropped files are looked into (`images.added`) instead of going on the flash table. */
  'images.receive': z.strictObject({ receiving: z.boolean() }),
  'images.convert': z.strictObject({
    token: token,
    chip: z.string().max(20),
    flashMode: z.enum(['qio', 'qout', 'dio', 'dout']),
    /** Null: the one that the chip counts as 0. */
    flashFrequency: z.string().max(10).nullable(),
    flashSize: z.string().max(10),
    esp8266Version: z.union([z.literal(1), z.literal(2)]),
    save: token,
  }),
  'images.merge': z.strictObject({
    /** The board whose chip and flash size count; null: what the files say. */
    path: path.nullable(),
    rows: z.array(flashRowSchema).min(1).max(1000),
    settings: flashSettingsSchema.pick({ flashMode: true, flashFrequency: true, flashSize: true }),
    format: z.enum(['raw', 'uf2', 'hex']),
    /** Fills a raw file up to this size of flash, `4MB`. */
    padTo: z.string().max(10).nullable(),
    save: token,
  }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface ImagesReplies {
  'images.choose': ImagesAdded;
  'images.receive': null;
  'images.convert': MadeFiles;
  'images.merge': MadeFiles;
}

/** Events, by name. */
export interface ImagesEvents {
  'images.added': ImagesAdded;
}

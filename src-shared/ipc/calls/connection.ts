/** How one board is reached, where it takes more than plugging it in. */
import { z } from 'zod';
import { path } from './payloads';

export const connectionSettingsSchema = z.strictObject({
  /** `automatic` or a chip's id: any other chip is then left alone. */
  chip: z.string().max(20),
  /** Rounds of reset and sync; 0 = until it answers or somebody cancels. */
  attempts: z.number().int().min(0).max(10_000),
  /** How often a port that does not open is tried; 0 likewise. */
  openAttempts: z.number().int().min(0).max(10_000),
  /** As `custom_reset_sequence` of a configuration file (`D0|R1|W0.1|D1|R0|W0.05|D0`); empty = the usual ones. */
  resetSequence: z.string().max(500),
  /** Pins of the flash part: `SPI` (the chip's own choice), `HSPI` or `CLK,Q,D,HD,CS`. */
  spiConnection: z.string().max(40),
  /** What ESP32's regulator for the flash part is to do instead of what pins and eFuses say. */
  vddSdio: z.enum(['usual', '1.8V', '1.9V', 'OFF']),
});
/** Everything about reaching a board that is not part of one job. */
export type ConnectionSettings = z.infer<typeof connectionSettingsSchema>;

/** Requests, by channel. */
export const connectionRequests = {
  'connection.get': z.strictObject({ path }),
  /** Remembered for this board; `input.badChoice` for what means nothing, and then nothing is changed. */
  'connection.set': z.strictObject({ path, settings: connectionSettingsSchema }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface ConnectionReplies {
  'connection.get': ConnectionSettings;
  'connection.set': ConnectionSettings;
}

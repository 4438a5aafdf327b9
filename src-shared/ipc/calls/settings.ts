/** Remembered choices. */
import { z } from 'zod';
import { connectionSettingsSchema } from './connection';
import { defaultFlashSettings, flashSettingsSchema } from './flash';
import { defaultMonitorSettings, monitorSettingsSchema } from './monitor';
import { noPayload } from './payloads';
import { statusBytesSchema } from './tools';

const settingsParts = {
  theme: z.enum(['system', 'light', 'dark']),
  language: z.string().max(10),
  showVirtualBoards: z.boolean(),
  advancedOpen: z.boolean(),
  /** Somebody has flashed before, or has said that they need no first steps. */
  welcomed: z.boolean(),
  /** A short sound when a long job ends. */
  sounds: z.boolean(),
  /** A message of the system when a job ends while the window is not in front. */
  notifications: z.boolean(),
  /** Files of the flash table are watched, and a new build is offered. */
  watchBuilds: z.boolean(),
  lastPath: z.string().max(300).nullable(),
  flash: flashSettingsSchema,
  monitor: monitorSettingsSchema,
  /** How many status registers of a flash chip are read. */
  statusBytes: statusBytesSchema,
};
export const appSettingsSchema = z.object({
  theme: settingsParts.theme.default('system'),
  language: settingsParts.language.default('system'),
  showVirtualBoards: settingsParts.showVirtualBoards.default(true),
  advancedOpen: settingsParts.advancedOpen.default(false),
  welcomed: settingsParts.welcomed.default(false),
  sounds: settingsParts.sounds.default(true),
  notifications: settingsParts.notifications.default(true),
  watchBuilds: settingsParts.watchBuilds.default(true),
  lastPath: settingsParts.lastPath.default(null),
  flash: settingsParts.flash.default(defaultFlashSettings),
  monitor: settingsParts.monitor.default(defaultMonitorSettings),
  statusBytes: settingsParts.statusBytes.default(2),
  /** How boards are reached, by port and adapter; only those that are not reached in the usual way. */
  connections: z.record(z.string().max(1000), connectionSettingsSchema).default({}),
  /** What is flashed by itself when a build changes it: files and board together, as digests that name neither. */
  flashesByItself: z.array(z.string().max(64)).max(500).default([]),
});
/** What `settings.set` takes: any of the parts, none filled in by itself. */
export const settingsChangeSchema = z.strictObject({
  theme: settingsParts.theme.exactOptional(),
  language: settingsParts.language.exactOptional(),
  showVirtualBoards: settingsParts.showVirtualBoards.exactOptional(),
  advancedOpen: settingsParts.advancedOpen.exactOptional(),
  welcomed: settingsParts.welcomed.exactOptional(),
  sounds: settingsParts.sounds.exactOptional(),
  notifications: settingsParts.notifications.exactOptional(),
  watchBuilds: settingsParts.watchBuilds.exactOptional(),
  lastPath: settingsParts.lastPath.exactOptional(),
  flash: settingsParts.flash.exactOptional(),
  monitor: settingsParts.monitor.exactOptional(),
  statusBytes: settingsParts.statusBytes.exactOptional(),
});
/** What is no choice but a memory, and stays when the choices are reset. */
export const keptOnReset = ['welcomed', 'lastPath'] as const satisfies readonly (keyof AppSettings)[];

/** Remembered choices. Unknown or broken parts fall back to defaults, one by one. */
export type AppSettings = z.infer<typeof appSettingsSchema>;

/** Requests, by channel. */
export const settingsRequests = {
  'settings.get': noPayload,
  /** Every choice as in a fresh installation; answers what is in force then. */
  'settings.reset': noPayload,
  'settings.set': z.strictObject({ settings: settingsChangeSchema }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface SettingsReplies {
  'settings.get': AppSettings;
  'settings.set': AppSettings;
  'settings.reset': AppSettings;
}

/** Remembered choices. */
import { z } from 'zod';
import { defaultFlashSettings, flashSettingsSchema } from './flash';
import { noPayload } from './payloads';

const settingsParts = {
  theme: z.enum(['system', 'light', 'dark']),
  language: z.string().max(10),
  showVirtualBoards: z.boolean(),
  advancedOpen: z.boolean(),
  lastPath: z.string().max(300).nullable(),
  flash: flashSettingsSchema,
};
export const appSettingsSchema = z.object({
  theme: settingsParts.theme.default('system'),
  language: settingsParts.language.default('system'),
  showVirtualBoards: settingsParts.showVirtualBoards.default(true),
  advancedOpen: settingsParts.advancedOpen.default(false),
  lastPath: settingsParts.lastPath.default(null),
  flash: settingsParts.flash.default(defaultFlashSettings),
});
/** What `settings.set` takes: any of the parts, none filled in by itself. */
export const settingsChangeSchema = z.strictObject({
  theme: settingsParts.theme.exactOptional(),
  language: settingsParts.language.exactOptional(),
  showVirtualBoards: settingsParts.showVirtualBoards.exactOptional(),
  advancedOpen: settingsParts.advancedOpen.exactOptional(),
  lastPath: settingsParts.lastPath.exactOptional(),
  flash: settingsParts.flash.exactOptional(),
});
/** Remembered choices. Unknown or broken parts fall back to defaults, one by one. */
export type AppSettings = z.infer<typeof appSettingsSchema>;

/** Requests, by channel. */
export const settingsRequests = {
  'settings.get': noPayload,
  'settings.set': z.strictObject({ settings: settingsChangeSchema }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface SettingsReplies {
  'settings.get': AppSettings;
  'settings.set': AppSettings;
}

/** The application around the pages: versions, links, clipboard, menu. */
import { z } from 'zod';
import { noPayload } from './payloads';

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  readonly locale: string;
}

/** Requests, by channel. */
export const appRequests = {
  'app.info': noPayload,
  'app.openLink': z.strictObject({ code: z.string().max(60) }),
  'app.copyText': z.strictObject({ text: z.string().max(200_000) }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface AppReplies {
  'app.info': AppInfo;
  'app.openLink': null;
  'app.copyText': null;
}

/** Events, by name. */
export interface AppEvents {
  /** From the menu: what the person chose. */
  'menu.command': { readonly command: 'openFiles' | 'flash' | 'cancel' | 'settings' };
}

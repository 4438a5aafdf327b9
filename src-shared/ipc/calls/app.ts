/** The application around the pages: versions, links, clipboard, menu. */
import { z } from 'zod';
import type { GuideId } from '../../guides/guides';
import type { PageId } from '../page';
import { noPayload } from './payloads';

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  readonly locale: string;
}

/** What a person chose in the menu and the window has to do. */
export type MenuCommand =
  | {
      readonly command:
        | 'newSetup'
        | 'openFiles'
        | 'openSetup'
        | 'flash'
        | 'flashAgain'
        | 'compare'
        | 'cancel'
        | 'askAgain'
        | 'trace'
        | 'copyReport';
    }
  | { readonly command: 'openRecent'; readonly id: string }
  | { readonly command: 'saveSetup'; readonly how: 'save' | 'saveAs' | 'withFiles' }
  | { readonly command: 'tour' | 'shortcuts' }
  | { readonly command: 'guide'; readonly guide: GuideId }
  | { readonly command: 'go'; readonly page: PageId };

/** Requests, by channel. */
export const appRequests = {
  'app.info': noPayload,
  'app.openLink': z.strictObject({ code: z.string().max(60) }),
  /** Shown by the system, and only while the window is not in front. */
  'app.notify': z.strictObject({ title: z.string().max(200), text: z.string().max(500) }),
  /** Opens the folder with settings and history in the system's file manager. */
  'app.showDataFolder': noPayload,
  'app.copyText': z.strictObject({ text: z.string().max(20_000_000) }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface AppReplies {
  'app.info': AppInfo;
  'app.openLink': null;
  'app.copyText': null;
  'app.notify': null;
  'app.showDataFolder': null;
}

/** Events, by name. */
export interface AppEvents {
  /** From the menu. */
  'menu.command': MenuCommand;
}

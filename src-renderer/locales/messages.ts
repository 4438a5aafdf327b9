import type { LanguageTag } from '../../src-shared/locales/languages';
import { en } from './en/index';

/** Every sentence of the window, by key: each language has exactly these. */
export type Messages = Widened<typeof en>;

/** The shape of texts without the words: what a file of another language has to fill. */
export type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]>;
};

/** A language of the window. */
export interface Language {
  /** In the language itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Fetched when somebody wants it: nobody reads eight languages at once. */
  load(): Promise<Messages>;
}

/** The languages that exist. */
export const languages: { readonly [Tag in LanguageTag]: Language } = {
  en: { name: 'English', direction: 'ltr', load: () => Promise.resolve(en) },
  'zh-CN': { name: '简体中文', direction: 'ltr', load: async () => (await import('./zh-cn/index')).zhCn },
  fr: { name: 'Français', direction: 'ltr', load: async () => (await import('./fr/index')).fr },
  es: { name: 'Español', direction: 'ltr', load: async () => (await import('./es/index')).es },
};

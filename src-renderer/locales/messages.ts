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

/** The languages that exist, by BCP 47 tag. A language is here when it is complete. */
export const languages: Readonly<Record<string, Language>> = {
  en: { name: 'English', direction: 'ltr', load: () => Promise.resolve(en) },
};

/** The best language for a locale of the system, such as `de-AT`; English where there is none. */
export function languageFor(locale: string): string {
  if (locale in languages) return locale;
  const primary = locale.split('-')[0]?.toLowerCase();
  return Object.keys(languages).find((tag) => tag.split('-')[0] === primary) ?? 'en';
}

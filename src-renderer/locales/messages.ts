import { en } from './en/index';

/** Every sentence of the window, by key: each language has exactly these. */
export type Messages = Widened<typeof en>;

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]>;
};

/** The languages that exist, by BCP 47 tag, with their own names. A language is here when it is complete. */
export const languages: Readonly<Record<string, { readonly name: string; readonly messages: Messages }>> = {
  en: { name: 'English', messages: en },
};

/** The best language for a locale of the system, such as `de-AT`; English where there is none. */
export function languageFor(locale: string): string {
  if (locale in languages) return locale;
  const primary = locale.split('-')[0]?.toLowerCase();
  return Object.keys(languages).find((tag) => tag.split('-')[0] === primary) ?? 'en';
}

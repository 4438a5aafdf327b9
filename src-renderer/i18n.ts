import { createI18n } from 'vue-i18n';
import { languageFor } from '../src-shared/locales/languages';
import { en, languages, type Messages } from './locales/messages';

/** Russian has three forms: 1 файл, 2 файла, 5 файлов. */
function russianPlural(count: number, forms: number): number {
  if (forms < 3) return count === 1 ? 0 : 1;
  const tens = count % 100;
  const ones = count % 10;
  if (ones === 1 && tens !== 11) return 0;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

/** In French and in Portuguese none is one: 0 fichier, 1 fichier, 2 fichiers. */
const noneIsOne = (count: number, forms: number): number => (forms === 2 && Math.abs(count) < 2 ? 0 : forms - 1);

/** Others join when they are wanted. */
const messages: Record<string, Messages> = { en };

/** Translations. Messages become syntax trees, never code, so that no `unsafe-eval` is needed. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages,
  pluralRules: { ru: russianPlural, fr: noneIsOne, pt: noneIsOne },
});

let wanted: string = 'en';

/** Speaks another language as soon as its sentences are here. `locale`: a BCP 47 tag, such as the system's `de-AT`. */
export async function setLanguage(locale: string): Promise<void> {
  const tag = languageFor(locale);
  const language = languages[tag];
  wanted = tag;
  if (!i18n.global.availableLocales.includes(tag)) i18n.global.setLocaleMessage(tag, await language.load());
  // Somebody may have chosen again meanwhile.
  if (wanted !== tag) return;
  i18n.global.locale.value = tag;
  document.documentElement.lang = tag;
  document.documentElement.dir = language.direction;
}

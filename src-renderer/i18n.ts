import { createI18n } from 'vue-i18n';
import { en } from './locales/en/index';
import { languages } from './locales/messages';

/** Russian has three forms: 1 файл, 2 файла, 5 файлов. */
function russianPlural(count: number, forms: number): number {
  if (forms < 3) return count === 1 ? 0 : 1;
  const tens = count % 100;
  const ones = count % 10;
  if (ones === 1 && tens !== 11) return 0;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

/** Translations. Messages become syntax trees, never code, so that no `unsafe-eval` is needed. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en, ...Object.fromEntries(Object.entries(languages).map(([tag, { messages }]) => [tag, messages])) },
  pluralRules: { ru: russianPlural },
});

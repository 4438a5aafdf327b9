/** The languages that exist, by BCP 47 tag. What the window and the menus say is complete by type for each of them. */
export const languageTags = ['en', 'zh-CN', 'de', 'fr', 'es', 'pt', 'ru', 'ja'] as const;
export type LanguageTag = (typeof languageTags)[number];

/** The best language for a locale of the system, such as `de-AT`; English where there is none. */
export function languageFor(locale: string): LanguageTag {
  const exact = languageTags.find((tag) => tag === locale);
  if (exact !== undefined) return exact;
  const primary = locale.split('-')[0]?.toLowerCase();
  return languageTags.find((tag) => tag.split('-')[0] === primary) ?? 'en';
}

import type { ReasonTexts } from '../../src-shared/errors/reasons';
import type { LanguageTag } from '../../src-shared/locales/languages';
import * as english from './en/index';
import { type AdviceTexts, type NestedAdvice, nestByCode } from './nest-by-code';

/** The shape of texts without the words: what a file of another language has to fill. */
export type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]>;
};

/** What a language's folder exports: the texts of each page, the advice on every error, and the reasons of errors. */
type Parts = Widened<Omit<typeof english, 'advice' | 'reasonTexts'>> & {
  readonly advice: AdviceTexts;
  readonly reasonTexts: ReasonTexts;
};
type AllOf<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** Every sentence of the window, by key: each language has exactly these. */
export type Messages = AllOf<Parts[Exclude<keyof Parts, 'advice' | 'reasonTexts'>]> & {
  readonly advice: NestedAdvice;
  /** By the phrase in English; `reasonIn` fills them, not vue-i18n. */
  readonly reasons: ReasonTexts;
};

function assemble({ advice, reasonTexts, ...pages }: Parts): Messages {
  return Object.assign({ advice: nestByCode(advice), reasons: reasonTexts }, ...Object.values(pages)) as Messages;
}

/** A language of the window. */
export interface Language {
  /** In the language itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Fetched when somebody wants it: nobody reads eight languages at once. */
  load(): Promise<Messages>;
}

/** English is always there: it is what stands in where another language fails to load. */
export const en = assemble(english);

/** The languages that exist. */
export const languages: { readonly [Tag in LanguageTag]: Language } = {
  en: { name: 'English', direction: 'ltr', load: () => Promise.resolve(en) },
  'zh-CN': { name: '简体中文', direction: 'ltr', load: async () => assemble(await import('./zh-cn/index')) },
  de: { name: 'Deutsch', direction: 'ltr', load: async () => assemble(await import('./de/index')) },
  fr: { name: 'Français', direction: 'ltr', load: async () => assemble(await import('./fr/index')) },
  es: { name: 'Español', direction: 'ltr', load: async () => assemble(await import('./es/index')) },
  pt: { name: 'Português', direction: 'ltr', load: async () => assemble(await import('./pt/index')) },
  ru: { name: 'Русский', direction: 'ltr', load: async () => assemble(await import('./ru/index')) },
  ja: { name: '日本語', direction: 'ltr', load: async () => assemble(await import('./ja/index')) },
};

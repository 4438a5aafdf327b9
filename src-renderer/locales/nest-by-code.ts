import type { ErrorCode } from '../../src-shared/errors/error-codes';

/** What a person reads about one error. Without the link, which is the same in every language. */
export interface AdviceText {
  readonly title: string;
  /** What it probably is. */
  readonly cause: string;
  readonly steps: readonly string[];
}
/** Complete by type: a language cannot forget an error. */
export type AdviceTexts = { readonly [C in ErrorCode]: AdviceText };
/** The texts of some areas, complete for every code that starts with one of them: what one file of a language holds. */
export type AdviceTextsOf<Prefix extends string> = {
  readonly [C in Extract<ErrorCode, Prefix | `${Prefix}.${string}`>]: AdviceText;
};
/** Error codes hold dots, which are paths to vue-i18n: `connect.noise` → `{ connect: { noise } }`. */
export type NestedAdvice = Readonly<Record<string, AdviceText | Readonly<Record<string, AdviceText>>>>;

/** Turns a flat advice table into the tree that vue-i18n looks codes up in. */
export function nestByCode(texts: AdviceTexts): NestedAdvice {
  const tree: Record<string, AdviceText | Record<string, AdviceText>> = {};
  for (const [code, { title, cause, steps }] of Object.entries(texts)) {
    const [group, name] = code.split('.');
    if (group === undefined) continue;
    if (name === undefined) tree[group] = { title, cause, steps };
    else tree[group] = { ...(tree[group] as Record<string, AdviceText> | undefined), [name]: { title, cause, steps } };
  }
  return tree;
}

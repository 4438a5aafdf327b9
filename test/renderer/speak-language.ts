import type { Locator, Page } from 'playwright-core';
import { en, languages } from '../../src-renderer/locales/messages';
import type { LanguageTag } from '../../src-shared/locales/languages';

type Name = string | RegExp;

/**
 * Lets scenes that look for English names play in a window of another language: what they ask a role or a label for
 * is put into that language first. One English name can be several of another language; any of them is taken.
 */
export async function speakLanguage(page: Page, tag: LanguageTag): Promise<void> {
  if (tag === 'en') return;
  const pairs = [...pairsOf(en, await languages[tag].load())];
  const waysToSay = (text: string): string[] => {
    const exact = pairs.filter(([english]) => english === text).map(([, other]) => other);
    if (exact.length > 0) return exact;
    return pairs.flatMap(([english, other]) => {
      const values = valuesIn(text, english);
      if (values === null) return [];
      return [other.replace(/\{(\w+)\}/g, (_all, name: string) => waysToSay(values[name] ?? '')[0] ?? values[name]!)];
    });
  };
  const sayName = (name: Name): Name => {
    if (typeof name === 'string') {
      const ways = [...new Set(waysToSay(name))];
      if (ways.length <= 1) return ways[0] ?? name;
      return new RegExp(`^(?:${ways.map(escaped).join('|')})$`, 'i');
    }
    const begin = name.source.replace(/^\^/, '');
    const ways = pairs.filter(([english]) => english.startsWith(begin)).map(([, other]) => other);
    return ways.length === 0 ? name : new RegExp(`^(?:${ways.map(escaped).join('|')})`);
  };
  // Locators share one prototype, pages another: both ask by role.
  for (const speaker of [page, Object.getPrototypeOf(page.locator('html'))] as Page[]) {
    if (speaking.has(speaker)) continue;
    speaking.add(speaker);
    const { getByRole } = speaker as { getByRole: (this: Page, ...asked: Parameters<Page['getByRole']>) => Locator };
    speaker.getByRole = function (this: Page, role, options) {
      if (options?.name === undefined) return getByRole.call(this, role, options);
      return getByRole.call(this, role, { ...options, name: sayName(options.name) });
    };
  }
  const labelled = page.getByLabel.bind(page);
  page.getByLabel = (text, options) => labelled(sayName(text), options);
}

const speaking = new WeakSet();
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function* pairsOf(english: object, other: object): Generator<[string, string]> {
  for (const [key, value] of Object.entries(english) as [string, unknown][]) {
    const its = (other as Record<string, unknown>)[key];
    if (typeof value === 'string' && typeof its === 'string') {
      const forms = its.split(' | ');
      for (const [n, form] of value.split(' | ').entries()) yield [form, forms[n] ?? its];
    } else if (typeof value === 'object' && value !== null && typeof its === 'object' && its !== null) {
      yield* pairsOf(value, its);
    }
  }
}

/** What stands at the placeholders of a sentence, or null where it is another sentence. */
function valuesIn(text: string, sentence: string): Record<string, string> | null {
  if (!/\{\w+\}/.test(sentence) || !/[a-z]{2}/i.test(sentence.replace(/\{\w+\}/g, ''))) return null;
  const pattern = sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.+?)');
  try {
    return new RegExp(`^${pattern}$`).exec(text)?.groups ?? null;
  } catch {
    return null; // The same placeholder twice.
  }
}

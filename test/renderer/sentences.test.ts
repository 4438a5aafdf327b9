import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'vue/compiler-sfc';
import { describe, expect, test } from 'vitest';
import { createI18n } from 'vue-i18n';
import { i18n } from '../../src-renderer/i18n';
import { en, languages } from '../../src-renderer/locales/messages';
import { languageFor, languageTags } from '../../src-shared/locales/languages';
import { adviceTexts } from '../../src-shared/errors/advice';

/** Dotted keys of all texts, with the placeholders that each one has. */
function textsOf(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    if (typeof value === 'string') found.set(path + key, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, text] of textsOf(value, `${path}${key}.`)) found.set(inner, text);
    }
  }
  return found;
}
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
/** Languages may need another number of steps for the same advice. */
const isStep = (key: string): boolean => /^advice\..*\.steps\.\d+$/.test(key);

function vueFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.vue'))
    .map((name) => join(folder, name));
}

describe.each(languageTags)('language %s', async (tag) => {
  // Without the reasons of errors, which are no vue-i18n messages: test/errors/reasons.test.ts.
  const messages = { ...(await languages[tag].load()), reasons: {} };
  const texts = textsOf(messages);

  test('has every text, with the same placeholders', () => {
    const english = textsOf({ ...en, reasons: {} });
    const keys = (of: Map<string, string>): string[] => [...of.keys()].filter((key) => !isStep(key)).sort();
    expect(keys(texts)).toEqual(keys(english));
    for (const key of keys(english)) {
      expect([key, placeholders(texts.get(key)!)]).toEqual([key, placeholders(english.get(key)!)]);
    }
  });

  test('has advice for every error code', () => {
    for (const code of Object.keys(adviceTexts)) expect(texts.has(`advice.${code}.title`), code).toBe(true);
  });

  test('compiles: no stray sign that the message syntax gives a meaning', () => {
    const complaints: string[] = [];
    const i18n = createI18n({
      legacy: false,
      locale: tag,
      messages: { [tag]: messages },
      missing: (_locale, key) => void complaints.push(`missing ${key}`),
    });
    for (const [key, text] of texts) {
      const filled = i18n.global.t(key, Object.fromEntries(placeholders(text).map((name) => [name.slice(1, -1), 'X'])));
      if (filled === '' || /[{}]/.test(filled)) complaints.push(`${key}: ${filled}`);
    }
    expect(complaints).toEqual([]);
  });
});

test('the language of the system is found, whatever its region', () => {
  expect(languageFor('en-GB')).toBe('en');
  expect(languageFor('tlh')).toBe('en');
});

test('no sentence stands in a component', () => {
  const spoken: string[] = [];
  for (const file of vueFiles('src-renderer')) {
    const { descriptor } = parse(readFileSync(file, 'utf8'));
    visit(descriptor.template?.ast, (text) => spoken.push(`${file}: ${text}`));
  }
  expect(spoken).toEqual([]);
});

test('no sentence stands in a script either', () => {
  const spoken = sources('src-renderer')
    .filter((file) => !file.includes('/locales/'))
    .flatMap((file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm, '');
      return [...code.matchAll(/(['"`])(\p{Lu}\p{Ll}+(?: [\p{L}\d,’]+){2,}[^'"`]*)\1/gu)].map(
        (found) => `${file}: ${found[2]}`,
      );
    });
  expect(spoken).toEqual([]);
});

test('every sentence that the window asks for exists', () => {
  const english = textsOf(en);
  const known = [...english.keys()];
  const missing = sources('src-renderer').flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    const literal = [...code.matchAll(/\bt\(\s*'([^']+)'/g)]
      .map((found) => found[1]!)
      .filter((key) => !english.has(key));
    // `job.failed.${kind}`: something has to begin like that.
    const begun = [...code.matchAll(/\bt\(\s*`([\w.]+\.)\$\{/g)]
      .map((found) => found[1]!)
      .filter((prefix) => !known.some((key) => key.startsWith(prefix)));
    return [...literal, ...begun].map((key) => `${file}: ${key}`);
  });
  expect(missing).toEqual([]);
});

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(vue|ts)$/.test(name))
    .map((name) => join(folder, name));

interface TemplateNode {
  type: number;
  content?: unknown;
  name?: string;
  value?: { content: string };
  props?: TemplateNode[];
  children?: TemplateNode[];
}
/** Texts between tags, and attributes that are read out or shown. */
function visit(node: unknown, found: (text: string) => void): void {
  const { type, content, name, value, props = [], children = [] } = (node ?? {}) as TemplateNode;
  const isText = type === 2;
  const isAttribute = type === 6;
  if (isText && typeof content === 'string' && /\p{L}{2}/u.test(content)) found(content.trim());
  const spokenAttributes = ['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description', 'aria-valuetext'];
  if (isAttribute && name !== undefined && spokenAttributes.includes(name) && value !== undefined) found(value.content);
  for (const child of [...props, ...children]) visit(child, found);
}

test.each([
  ['en', ['0 entries', '1 entry', '2 entries', '5 entries']],
  ['de', ['0 Einträge', '1 Eintrag', '2 Einträge', '5 Einträge']],
  ['fr', ['0 entrée', '1 entrée', '2 entrées', '5 entrées']],
  ['pt', ['0 entrada', '1 entrada', '2 entradas', '5 entradas']],
  ['ru', ['0 записей', '1 запись', '2 записи', '5 записей']],
] as const)('%s counts as its speakers do', async (tag, expected) => {
  i18n.global.setLocaleMessage(tag, await languages[tag].load());
  i18n.global.locale.value = tag;
  const counted = [0, 1, 2, 5].map((count) => i18n.global.t('history.count', { count }, count));
  i18n.global.locale.value = 'en';
  expect(counted).toEqual(expected);
});

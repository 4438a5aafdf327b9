import { describe, expect, test } from 'vitest';
import { createSSRApp } from 'vue';
import { createI18n } from 'vue-i18n';
import { renderToString } from 'vue/server-renderer';
import { useErrorText } from '../../src-renderer/composables/use-error-text';
import { languages } from '../../src-renderer/locales/messages';
import { ownReasons, reasonIn, reasonTexts, withReasonsIn } from '../../src-shared/errors/reasons';
import { languageTags } from '../../src-shared/locales/languages';
import { thrownReasons } from './thrown-reasons';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test('every phrase that becomes the reason of an error is listed, and no other', { timeout: 120_000 }, () => {
  const thrown = thrownReasons();
  const listed = new Set(ownReasons.map((phrase) => phrase.replaceAll(/\{\w+\}/g, '{}')));
  const unlisted = [...thrown].flatMap(([phrase, place]) => (listed.has(phrase) ? [] : [`${place}: ${phrase}`]));
  expect(unlisted).toEqual([]);
  expect([...listed].filter((phrase) => !thrown.has(phrase))).toEqual([]);
});

describe.each(languageTags)('reasons in %s', async (tag) => {
  const { reasons } = await languages[tag].load();

  test('keep their values', () => {
    for (const [phrase, text] of Object.entries(reasons)) {
      expect([phrase, placeholders(text)]).toEqual([phrase, placeholders(phrase)]);
    }
  });

  if (tag === 'en') return;
  test('are not left in English', () => {
    expect(Object.entries(reasons).filter(([phrase, text]) => phrase === text)).toEqual([]);
  });
});

describe('a reason', () => {
  const german = languages.de.load().then(({ reasons }) => reasons);

  test.each([
    ['the zip file is damaged', 'die Zip-Datei ist beschädigt'],
    ['it has more than 64 rows', 'mehr als 64 Zeilen'],
    ['files.0 makes no sense', 'files.0 ergibt keinen Sinn'],
    ['its content makes no sense', 'der Inhalt ergibt keinen Sinn'],
    [
      'baud is none of ign_set_control, poll_modem, timeout',
      'baud ist keines von ign_set_control, poll_modem, timeout',
    ],
    ['{count} is none of {text}', '{count} ist keines von {text}'],
    ['ENOSPC', 'der Datenträger ist voll'],
    ["EACCES: permission denied, open '/home/anna/settings.json'", 'das System erlaubt es nicht'],
    ['Opening COM3: Unknown error code 31', 'der Treiber meldet Fehler 31'],
    ['Something that nobody knows', 'Something that nobody knows'],
  ])('“%s” in German', async (reason, said) => {
    expect(reasonIn(await german, reason)).toBe(said);
  });

  test.each(ownReasons)('“%s” is found with its values', (phrase) => {
    let count = 0;
    const made = phrase.replaceAll(/\{\w+\}/g, () => `a.b ${(count += 1)}`);
    expect(reasonIn(reasonTexts, made)).toBe(made);
  });

  test('is put into the error’s facts, beside the others', async () => {
    const error = {
      code: 'protocol.commandFailed',
      facts: { command: 'SYNC', reason: 5, meaning: 'too long' },
    } as const;
    expect(withReasonsIn(await german, error).facts).toEqual({ command: 'SYNC', reason: 5, meaning: 'zu lang' });
  });
  test('is said in the language of the window, in the middle of its sentence', async () => {
    const messages = { de: await languages.de.load() };
    const app = createSSRApp({
      setup: () => {
        const error = {
          code: 'file.notUnderstood',
          facts: { name: 'a.zip', reason: 'a checksum is wrong', at: 16 },
        } as const;
        const { title } = useErrorText()(error);
        return () => title;
      },
    }).use(createI18n({ legacy: false, locale: 'de', messages }));
    expect(await renderToString(app)).toBe('a.zip wurde nicht verstanden: eine Prüfsumme ist falsch (0x10).');
  });
});

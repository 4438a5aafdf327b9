import { describe, expect, test } from 'vitest';
import { createI18n } from 'vue-i18n';
import { chips } from '../../src-shared/chips/index';
import { adviceParameters, adviceTexts, describeError } from '../../src-shared/errors/advice';
import { AppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type { ErrorCode, ErrorFacts } from '../../src-shared/errors/error-codes';
import { facts } from './sample-facts';

const codes = Object.keys(facts) as ErrorCode[];
const sample = (code: ErrorCode): AppErrorData => ({ code, facts: facts[code] }) as AppErrorData;
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

describe('advice', () => {
  test('is there for every code, and for nothing else', () => {
    expect(Object.keys(adviceTexts).sort()).toEqual([...codes].sort());
  });

  test.each(codes)('%s: a sentence, a cause, one to four steps, an Espressif page or none', (code) => {
    const { title, cause, steps, link } = adviceTexts[code];
    expect(title).toMatch(/^.{5,140}[.]$/);
    expect(cause).toMatch(/^.{10,140}[.]$/);
    expect(cause).not.toBe(title);
    expect(steps.length).toBeGreaterThanOrEqual(1);
    expect(steps.length).toBeLessThanOrEqual(4);
    for (const step of steps) expect(step).toMatch(/^.{8,140}[.]$/);
    if (link !== null) expect(new URL(link).hostname).toBe('docs.espressif.com');
  });

  test.each(codes)('%s: every placeholder has a value and none is left', (code) => {
    const { title, cause, steps } = adviceTexts[code];
    const known = Object.keys(adviceParameters(sample(code)));
    for (const name of [title, cause, ...steps].flatMap(placeholders)) expect(known).toContain(name);
    const described = describeError(sample(code));
    for (const text of [described.title, described.cause, ...described.steps])
      expect(text).not.toMatch(/[{}]|undefined|\[object|NaN/);
  });

  test.each(codes)('%s: is a vue-i18n message without surprises', (code) => {
    const { title, cause, steps, ...rest } = adviceTexts[code];
    const messages = Object.fromEntries([title, cause, ...steps].map((text, i) => [`text${i}`, text]));
    const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: messages } });
    const translated = Object.keys(messages).map((key) => i18n.global.t(key, adviceParameters(sample(code))));
    const described = describeError(sample(code));
    expect({ title: translated[0], cause: translated[1], steps: translated.slice(2), ...rest }).toEqual(described);
    for (const text of [title, cause, ...steps]) expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[@|{}$%]/);
  });

  test.each(codes)('%s: reads well with the facts that may be missing left out', (code) => {
    const optional: Partial<Record<ErrorCode, readonly string[]>> = {
      'port.busy': ['holder'],
      'port.forbidden': ['group'],
      'connect.wrongBootMode': ['chip'],
      'connect.unknownChip': ['chipId', 'magic'],
      'stub.startFailed': ['received'],
      'plan.wrongRevision': ['maximum'],
      'file.notUnderstood': ['at'],
    };
    const fewer = Object.fromEntries(
      Object.entries<unknown>(facts[code]).filter(([name]) => !(optional[code] ?? []).includes(name)),
    );
    const described = describeError({ code, facts: fewer } as unknown as AppErrorData);
    for (const text of [described.title, described.cause, ...described.steps])
      expect(text).not.toMatch(/[{}]|undefined/);
  });
});

describe('facts in words', () => {
  const parameters = <C extends ErrorCode>(code: C, given: ErrorFacts[C]): Record<string, string> =>
    adviceParameters(new AppError(code, given).toData());

  test.each(chips.filter((chip) => chip.bootStrap.length > 0).map((chip) => [chip.name, chip] as const))(
    'a wrong boot mode names the BOOT pin of %s',
    (name, chip) => {
      const given = parameters('connect.wrongBootMode', { path: 'COM3', bootMode: 0x13, chip: name, bootLog: '' });
      expect(given['bootPin']).toBe(`GPIO${chip.bootStrap[0]!.pin}`);
      expect(given['bootMode']).toBe('0x13');
    },
  );

  test('a wrong boot mode of ESP32-C3 says which levels download mode needs', () => {
    const error = new AppError('connect.wrongBootMode', { path: 'COM3', bootMode: 0xc, chip: 'esp32c3', bootLog: '' });
    const { title, steps } = describeError(error.toData());
    expect(title).toContain('boot mode 0xc');
    expect(steps.join(' ')).toContain('connect GPIO9 to ground');
    expect(steps.join(' ')).toContain('GPIO9 = 0, GPIO8 = 1');
  });

  test('of an unknown chip it names the usual pins', () => {
    expect(parameters('connect.wrongBootMode', { path: 'COM3', bootMode: 1, bootLog: '' })['bootPin']).toContain(
      'GPIO0',
    );
  });

  test('addresses are hex, sizes and times have units, chips have their names', () => {
    expect(parameters('plan.pastEnd', { name: 'app.bin', endOffset: 0x41_0000, flashSizeBytes: 4 << 20 })).toEqual({
      name: 'app.bin',
      endOffset: '0x410000',
      flashSizeBytes: '4 MB',
    });
    expect(parameters('protocol.timeout', { command: 'SYNC', timeoutMs: 2500 })['timeoutMs']).toBe('2.5 s');
    expect(parameters('flash.noAnswer', { flashId: 0 })['flashId']).toBe('0x000000');
    expect(parameters('connect.wrongChip', { expected: 'esp32', found: 'esp32s3' })).toEqual({
      expected: 'ESP32',
      found: 'ESP32-S3',
    });
    expect(parameters('plan.unaligned', { name: 'a', offset: 0x1001, align: 0x1000 })['align']).toBe('0x1000');
  });

  test('a revision range or an open one', () => {
    const given = { name: 'app.bin', chip: 'esp32c3', revision: 'v0.3', minimum: 'v0.4' };
    expect(parameters('plan.wrongRevision', given)['required']).toBe('≥ v0.4');
    expect(parameters('plan.wrongRevision', { ...given, maximum: 'v1.99' })['required']).toBe('v0.4 – v1.99');
  });

  test('the id of an unknown chip is told, whichever there is', () => {
    expect(parameters('connect.unknownChip', { chipId: 77 })['id']).toBe('77');
    expect(parameters('connect.unknownChip', { magic: 0xabc })['id']).toBe('0x00000abc');
    expect(parameters('connect.unknownChip', {})['id']).toBe('?');
  });

  test('a file name that looks like a placeholder stays as it is', () => {
    const { title } = describeError(new AppError('file.notFound', { name: '{path}.bin' }).toData());
    expect(title).toBe('{path}.bin was not found.');
  });

  test('a reason that ends in a full stop does not end in two', () => {
    const { title } = describeError(
      new AppError('port.openFailed', { path: 'COM3', reason: 'Access denied.' }).toData(),
    );
    expect(title).toBe('COM3 could not be opened: Access denied.');
  });
});

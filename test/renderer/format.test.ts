import { describe, expect, test } from 'vitest';
import { formatFor } from '../../src-renderer/composables/use-format';

/** Intl separates number and unit by different spaces, by language and version. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers in the chosen language', () => {
  test('sizes count in 1024 and name their unit', () => {
    const format = formatFor('en');
    expect(format.bytes(0)).toBe('0 bytes');
    expect(format.bytes(1023)).toBe('1,023 bytes');
    expect(format.bytes(21_712)).toBe('21.2 kB');
    expect(format.bytes(4 * 1024 * 1024)).toBe('4 MB');
    expect(format.bytes(1_237_504)).toBe('1.18 MB');
  });

  test('sizes follow the language', () => {
    expect(plain(formatFor('de').bytes(1_237_504))).toBe('1,18 MB');
    expect(plain(formatFor('fr').bytes(1_237_504))).toBe('1,18 Mo');
  });

  test('speed is per second', () => {
    expect(formatFor('en').speed(190_464)).toBe('186 kB/s');
  });

  test('a hundred percent is only said when everything is done', () => {
    const format = formatFor('en');
    expect(format.percent(0.9999)).toBe('99%');
    expect(format.percent(1)).toBe('100%');
    expect(format.percent(1.2)).toBe('100%');
  });

  test('durations get coarser as they get longer', () => {
    const format = formatFor('en');
    expect(format.duration(640)).toBe('0.6 sec');
    expect(format.duration(42_400)).toBe('42 sec');
    expect(format.duration(125_000)).toBe('2 min 5 sec');
    expect(format.duration(59_700)).toBe('1 min 0 sec');
  });
});

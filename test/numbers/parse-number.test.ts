import { describe, expect, test } from 'vitest';
import { isAppError } from '../../src-shared/errors/app-error';
import { formatBytes, formatHex, parseSize } from '../../src-shared/numbers/parse-number';

describe('parseSize', () => {
  test.each([
    ['0', 0],
    ['0x1000', 0x1000],
    ['0X10000', 0x10000],
    ['0xffff_ffff', 0xffff_ffff],
    ['4096', 4096],
    ['010', 10],
    ['4k', 4096],
    ['4K', 4096],
    ['64KB', 65536],
    ['2M', 2 * 1024 * 1024],
    ['2MiB', 2 * 1024 * 1024],
    [' 8 '.trim(), 8],
    ['  0x20 ', 0x20],
    ['0x100000000', 2 ** 32],
  ])('reads %j as %d', (text, value) => {
    expect(parseSize(text, 'Address')).toBe(value);
  });

  test.each([
    '',
    ' ',
    'x',
    '0x',
    '0x_1',
    '-1',
    '1.5',
    '1e3',
    '0x1k',
    '12 34',
    '4kk',
    'NaN',
    'Infinity',
    '0x100000001',
    '99999999999999999999',
    '5000M',
    '٣',
    '0x10; rm',
  ])('refuses %j', (text) => {
    let caught: unknown;
    try {
      parseSize(text, 'Address');
    } catch (error) {
      caught = error;
    }
    expect(isAppError(caught, 'input.notANumber') && caught.facts).toEqual({ text, what: 'Address' });
  });
});

test('numbers are shown in hex, padded on request, bit patterns unsigned', () => {
  expect(formatHex(0x1000)).toBe('0x1000');
  expect(formatHex(0x42, 8)).toBe('0x00000042');
  expect(formatHex(-1, 8)).toBe('0xffffffff');
  expect(formatHex(2 ** 32)).toBe('0x100000000');
});

test('sizes are shown for people', () => {
  expect(
    [0, 1, 1023, 1024, 24_736, 1_048_575, 1_048_576, 1_572_864, 4_194_304, 2 ** 32].map((n) => formatBytes(n)),
  ).toEqual(['0 bytes', '1 byte', '1023 bytes', '1 KB', '24.2 KB', '1024 KB', '1 MB', '1.5 MB', '4 MB', '4096 MB']);
});

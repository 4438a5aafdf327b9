import { describe, expect, it } from 'vitest';
import { parseHexBytes } from '../../src-shared/monitor/hex-bytes';
import { lineTime } from '../../src-shared/monitor/line-times';
import { logLevelOf } from '../../src-shared/monitor/log-level';
import { parsePlotValues } from '../../src-shared/monitor/plot-values';
import { TextQuality } from '../../src-shared/monitor/text-quality';

describe('the level of a line', () => {
  it.each([
    ['E (312) wifi: no such network', 'error'],
    ['W (1234567) main: queue full', 'warning'],
    ['I (12:34:56.789) main: time of day', 'info'],
    ['I (24) boot.esp32c3: SPI Speed', 'info'],
    ['[   312][E][WiFiSTA.cpp:232] begin(): connect failed!', 'error'],
    ['[12:00:00][C][logger:185]: Logger:', 'info'],
    ['[12:00:00][VV][api:1]: sent', 'verbose'],
    ['[00:00:01.250,000] <wrn> bt_hci: late', 'warning'],
    ['Error: something', null],
    ['E = mc2', null],
    ['I (think) so: maybe', null],
    ['', null],
  ])('%s', (text, level) => {
    expect(logLevelOf(text)).toBe(level);
  });
});

describe('numbers to draw', () => {
  const shown = (text: string): unknown => parsePlotValues(text)?.map(({ name, value }) => [name, value]);
  it('come with and without names, by comma, tab, blank or semicolon', () => {
    expect(shown('21.5')).toEqual([[null, 21.5]]);
    expect(shown('1,-2.5,3e2')).toEqual([
      [null, 1],
      [null, -2.5],
      [null, 300],
    ]);
    expect(shown('temperature:21.5,humidity:48')).toEqual([
      ['temperature', 21.5],
      ['humidity', 48],
    ]);
    expect(shown('a:1\tb: 2')).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(shown('I (312) main: light:.5')).toEqual([['light', 0.5]]);
  });

  it.each([
    '',
    'hello',
    'temperature: warm',
    '12:30:05 started',
    'load:0x40080400,len:4',
    'a:1 b',
    ':5',
    'I (312) main: ready',
    `${'1,'.repeat(40)}1`,
  ])('are not in %j', (text) => {
    expect(parsePlotValues(text)).toBeNull();
  });
});

it('hexadecimal bytes are read in the ways that people write them', () => {
  const read = (text: string): number[] | null => {
    const bytes = parseHexBytes(text);
    return bytes === null ? null : [...bytes];
  };
  expect(read('48 65 6c')).toEqual([0x48, 0x65, 0x6c]);
  expect(read('0x48,0x65, 0xA')).toEqual([0x48, 0x65, 0x0a]);
  expect(read('4865FF')).toEqual([0x48, 0x65, 0xff]);
  for (const wrong of ['', '  ', '4', '486', 'zz', '48 6g', '0x']) {
    if (wrong === '4') expect(read(wrong)).toEqual([4]);
    else expect(read(wrong), wrong).toBeNull();
  }
});

it('the time of a line is of one width', () => {
  const noon = new Date(2026, 0, 2, 12, 3, 4, 56).getTime();
  expect(lineTime(noon, 0, 'timeOfDay')).toBe('12:03:04.056');
  expect(lineTime(noon + 12_345, noon, 'sinceStart')).toBe('   12.345');
  expect(lineTime(noon, noon + 5, 'sinceStart')).toBe('    0.000');
});

describe('noise of another baud rate', () => {
  const random = (count: number): Uint8Array => {
    let state = 7;
    return Uint8Array.from(
      { length: count },
      () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24,
    );
  };
  it('is told from text of any language', () => {
    const quality = new TextQuality();
    expect(quality.looksLikeNoise).toBe(false);
    quality.push(random(2000));
    expect(quality.looksLikeNoise).toBe(true);
    quality.push(new TextEncoder().encode('Температура 21.5 °C, 温度正常\r\n'.repeat(60)));
    expect(quality.looksLikeNoise).toBe(false);
  });

  it('is not seen in the few odd bytes of a reset, nor in a line at rest', () => {
    const quality = new TextQuality();
    quality.push(random(40));
    quality.push(new Uint8Array(5000));
    expect(quality.looksLikeNoise).toBe(false);
    quality.push(random(2000));
    quality.reset();
    expect(quality.looksLikeNoise).toBe(false);
  });
});

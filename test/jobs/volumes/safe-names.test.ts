import { describe, expect, it } from 'vitest';
import { safeLastName, safeName, safePlaces } from '../../../src-main/jobs/volumes/safe-names';

const files = (...paths: readonly string[]) => paths.map((path) => ({ path, kind: 'file' as const }));
const placed = (...paths: readonly string[]): string[] =>
  safePlaces(files(...paths)).map(({ parts }) => parts.join('/'));

describe('names from a board', () => {
  it.each([
    ['index.html', 'index.html'],
    ['Größe 漢字.txt', 'Größe 漢字.txt'],
    ['.hidden', '.hidden'],
    ['', '_'],
    ['.', '_'],
    ['..', '__'],
    ['...', '___'],
    ['a\\..\\b', 'a_.._b'],
    ['C:boot.ini', 'C_boot.ini'],
    ['what? "this" <*>|', 'what_ _this_ ____'],
    ['tab\tand\nline\0', 'tab_and_line_'],
    // Turns what follows around: it would look like `exe.txt`.
    ['txt.\u202eexe', 'txt._exe'],
    ['ends in dots..', 'ends in dots__'],
    ['ends in space ', 'ends in space_'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Com1.tar.gz', '_Com1.tar.gz'],
    ['lpt²', '_lpt²'],
    ['console', 'console'],
    ['com10', 'com10'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('are short enough for every system, and keep their extension', () => {
    const name = safeName(`${'漢'.repeat(120)}.json`);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^漢+\.json$/u);
    expect(safeName('x'.repeat(300))).toBe('x'.repeat(200));
  });

  it('are the last part of their path where one file is saved', () => {
    expect(safeLastName('/www/index.html')).toBe('index.html');
    expect(safeLastName('/../..')).toBe('__');
    expect(safeLastName('')).toBe('_');
  });
});

describe('places for all files of a board', () => {
  it('stay what they are where nothing is wrong with them', () => {
    const places = safePlaces(files('/www/index.html', '/config.json'));
    expect(places.map(({ parts }) => parts)).toEqual([['www', 'index.html'], ['config.json']]);
    expect(places.some(({ isRenamed }) => isRenamed)).toBe(false);
  });

  it('never lead out of their folder', () => {
    for (const path of ['/../../x', '../x', '//etc/passwd', 'C:\\x', '/a/../../x', '\\\\server\\share', '/..']) {
      for (const part of safePlaces(files(path))[0]?.parts ?? []) {
        expect(part).not.toMatch(/^\.{0,2}$|[/\\:]/);
      }
    }
  });

  it('differ where names differ by case, by form or by signs that are not safe', () => {
    expect(placed('/Log.txt', '/log.TXT', '/log.txt')).toEqual(['Log.txt', 'log (2).TXT', 'log (3).txt']);
    expect(placed('/caf\u00e9', '/cafe\u0301')).toEqual(['caf\u00e9', 'caf\u00e9 (2)']);
    expect(placed('/a?b', '/a*b', '/a_b')).toEqual(['a_b', 'a_b (2)', 'a_b (3)']);
    expect(placed('/Www/a', '/www/a')).toEqual(['Www/a', 'www (2)/a']);
    expect(placed('/a (2)', '/A', '/a')).toEqual(['a (2)', 'A', 'a (3)']);
  });

  it('have room for a file and a folder of one name', () => {
    // SPIFFS knows only names, some of which have slashes in them.
    expect(placed('/data', '/data/a')).toEqual(['data (2)', 'data/a']);
  });

  it('are found soon, however many names collide', () => {
    const paths = Array.from({ length: 30_000 }, (_, index) => `/a${String.fromCharCode(1 + (index % 30))}`);
    expect(new Set(placed(...paths)).size).toBe(paths.length);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../src-renderer');

/**
 * Classes that name a side of the screen. Where text runs from right to left the window is mirrored, and so has to be
 * everything that is not drawn to the scale of something (`dir="ltr"` around it then).
 */
const classes = new RegExp(
  String.raw`(?<=^|[\s"'\`:])-?(?:` +
    [
      String.raw`(?:scroll-)?[mp][lr]-(?:\d|\[|\(|auto|px|full|safe)[^\s"']*`,
      String.raw`(?:left|right)-(?:\d|\[|\(|auto|px|full)[^\s"']*`,
      String.raw`(?:border|rounded)-[lr](?:-[^\s"']+)?`,
      String.raw`rounded-[tb][lr](?:-[^\s"']+)?`,
      String.raw`text-(?:left|right)`,
      String.raw`(?:float|clear)-(?:left|right)`,
      String.raw`origin-(?:top-|bottom-)?(?:left|right)`,
      String.raw`translate-x-[^\s"']+`,
    ].join('|') +
    String.raw`)(?=$|[\s"'\`])`,
  'g',
);
/** The same in style sheets, and in styles that are bound in a template. */
const properties =
  /(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)(?:-\w+)?|(?:margin|padding|border)(?:Left|Right)\w*|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/g;

/** What is physical on purpose: file, what is found, and why. Nothing is: what must not mirror stands in `dir="ltr"`. */
const exceptions: readonly (readonly [file: string, found: string, why: string])[] = [];

const physicalIn = (path: string, text: string): string[] => [
  ...(path.endsWith('.css') ? [] : (text.match(classes) ?? [])),
  ...(path.endsWith('.ts') ? [] : (text.match(properties) ?? [])),
  ...(path.endsWith('.css')
    ? [...text.matchAll(/@apply ([^;]+);/g)].flatMap(([, it]) => it?.match(classes) ?? [])
    : []),
];

describe('the window can be mirrored', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(?:vue|ts|css)$/.test(path) && !path.startsWith('locales'),
  );

  it('looks at every component, view and style sheet', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(files).toContain('style.css');
    expect(files).toContain(join('components', 'FlashTable.vue'));
  });

  it.each([
    ['a.vue', '<p class="ml-2">', 'ml-2'],
    ['a.vue', '<p class="flex max-[46rem]:-mr-2.5 p-1">', '-mr-2.5'],
    ['a.vue', `:class="['pl-[3px]', x]"`, 'pl-[3px]'],
    ['a.vue', '<p class="absolute left-0">', 'left-0'],
    ['a.vue', '<p class="right-1/2">', 'right-1/2'],
    ['a.vue', '<p class="text-left">', 'text-left'],
    ['a.vue', '<p class="hover:border-l-2 x">', 'border-l-2'],
    ['a.ts', `const look = { a: 'rounded-tr-lg' };`, 'rounded-tr-lg'],
    ['a.vue', '<p class="translate-x-2">', 'translate-x-2'],
    ['a.vue', `:style="{ left: '3px' }"`, 'left:'],
    ['a.vue', `:style="{ marginLeft: '3px' }"`, 'marginLeft:'],
    ['a.css', '.a { padding-right: 1rem; }', 'padding-right:'],
    ['a.css', '.a { text-align: right; }', 'text-align: right'],
    ['a.css', '.a { @apply pl-3; }', 'pl-3'],
  ])('would find in %s: %s', (path, text, found) => {
    expect(physicalIn(path, text)).toEqual([found]);
  });

  it('takes nothing else for one', () => {
    const fine = `<p class="ms-2 pe-1 plain pr mr left text-start border-line rounded-lg border-b start-0 translate-y-1 placeholder:italic">`;
    expect(physicalIn('a.vue', fine)).toEqual([]);
  });

  it('names no side of the screen', () => {
    const found = files.flatMap((path) =>
      physicalIn(path, readFileSync(join(root, path), 'utf8'))
        .filter((it) => !exceptions.some(([file, what]) => file === path && what === it))
        .map((it) => `${path}: ${it}`),
    );
    expect(found).toEqual([]);
  });
});

import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, test } from 'vitest';
import { menuTemplate } from '../../src-main/app/menu-template';
import type { MenuCommand, RecentItem } from '../../src-shared/ipc/contract';
import { pageIds } from '../../src-shared/ipc/page';
import { languageTags } from '../../src-shared/locales/languages';
import { nativeTexts } from '../../src-shared/locales/native-texts';

type Item = MenuItemConstructorOptions;
const itemsOf = (item: Item): readonly Item[] => (Array.isArray(item.submenu) ? item.submenu : []);
const platforms = ['darwin', 'win32', 'linux'] as const;

function menu(platform: NodeJS.Platform): {
  readonly top: readonly Item[];
  readonly items: readonly Item[];
  readonly chosen: MenuCommand[];
} {
  const chosen: MenuCommand[] = [];
  const top = menuTemplate({
    texts: nativeTexts.en,
    platform,
    recents: [],
    onCommand: (command) => chosen.push(command),
  });
  return { top, items: top.flatMap(itemsOf), chosen };
}
const press = (item: Item | undefined): void => (item?.click as (() => void) | undefined)?.();

describe.each(platforms)('the menu on %s', (platform) => {
  const { top, items, chosen } = menu(platform);

  it('reaches every page', () => {
    chosen.length = 0;
    items.forEach(press);
    const reached = chosen.flatMap((command) => (command.command === 'go' ? [command.page] : []));
    expect([...reached].sort()).toEqual([...pageIds].sort());
  });

  it('numbers the pages from 1 on, in the order of the navigation', () => {
    chosen.length = 0;
    const numbered = items.filter(({ accelerator }) => /^CmdOrCtrl\+[1-9]$/.test(accelerator ?? ''));
    expect(numbered.map(({ accelerator }) => accelerator)).toEqual(
      numbered.map((_, index) => `CmdOrCtrl+${index + 1}`),
    );
    numbered.forEach(press);
    const reached = chosen.flatMap((command) => (command.command === 'go' ? [command.page] : []));
    expect(reached).toEqual(pageIds.filter((id) => reached.includes(id)));
    expect(reached.length).toBeGreaterThanOrEqual(5);
  });

  it('gives no key away twice', () => {
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('leaves no label to Electron, whose own are English', () => {
    const visible = items.filter(({ type }) => type !== 'separator');
    expect(visible.filter(({ label }) => label === undefined || label === '')).toEqual([]);
    expect(top.filter(({ label, role }) => label === undefined && role !== 'appMenu')).toEqual([]);
  });

  it('has what a text field needs', () => {
    const roles = items.flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit', 'about']),
    );
  });
});

test('Settings and About are where each system has them', () => {
  const place = (platform: NodeJS.Platform, label: string): string | undefined =>
    menu(platform).top.find((each) => itemsOf(each).some((item) => item.label === label))?.label;
  const { settings, about, file, help } = nativeTexts.en.menu;
  expect([place('win32', settings), place('win32', about)]).toEqual([file, help]);
  expect([place('linux', settings), place('linux', about)]).toEqual([file, help]);
  // The application's own menu, which the system names.
  expect([place('darwin', settings), place('darwin', about)]).toEqual([undefined, undefined]);
  expect(menu('darwin').top[0]?.role).toBe('appMenu');
});

test('what was open lately can be opened again, setups first, unless it is gone', () => {
  const recent = (id: string, kind: RecentItem['kind'], isMissing = false): RecentItem => ({
    id,
    kind,
    name: `R&D ${id}`,
    folder: 'work',
    sourceKind: null,
    usedAt: 0,
    isMissing,
  });
  const chosen: MenuCommand[] = [];
  const recents = [recent('a', 'draft'), recent('b', 'source'), recent('c', 'setup'), recent('d', 'setup', true)];
  const template = menuTemplate({
    texts: nativeTexts.en,
    platform: 'linux',
    recents,
    onCommand: (command) => chosen.push(command),
  });
  const open = template.flatMap(itemsOf).find(({ label }) => label === nativeTexts.en.menu.openRecent);
  const items = itemsOf(open ?? {}).filter(({ type }) => type !== 'separator');
  expect(items.map(({ label, enabled }) => [label, enabled])).toEqual([
    ['R&&D c — work', true],
    ['R&&D d — work', false],
    ['R&&D b — work', true],
  ]);
  press(items[0]);
  expect(chosen).toEqual([{ command: 'openRecent', id: 'c' }]);
});

test.each(languageTags)('menus and dialogs in %s leave no text empty', (tag) => {
  const { menu: labels, pages, dialog, about } = nativeTexts[tag];
  const texts = [labels, pages, dialog, about].flatMap((part) => Object.values<string>({ ...part }));
  expect(texts.filter((text) => text.trim() === '')).toEqual([]);
});

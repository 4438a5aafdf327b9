import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, RecentItem } from '../../src-shared/ipc/contract';
import { guideIds } from '../../src-shared/guides/guides';
import { numberedPages } from '../../src-shared/ipc/page';
import { pageShortcut, shortcuts } from '../../src-shared/ipc/shortcuts';
import type { NativeTexts } from '../../src-shared/locales/native-texts';

/** What the menu is made for. */
export interface MenuParts {
  readonly texts: NativeTexts;
  readonly platform: NodeJS.Platform;
  /** What was open lately, newest first. */
  readonly recents: readonly RecentItem[];
  /** Gets what the person chose, where the window has to do it. */
  readonly onCommand: (command: MenuCommand) => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };
type Role = NonNullable<MenuItemConstructorOptions['role']>;
/** Electron's own labels are English whatever the language, so that each role gets its words from us. */
const roleItem = (role: Role, label: string): MenuItemConstructorOptions => ({ role, label });

/** The application's menu, arranged as each system wants it. Pure data, made without Electron. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const { texts, platform, onCommand } = parts;
  const { menu, pages } = texts;
  const isMac = platform === 'darwin';
  const item = (label: string, accelerator: string | null, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === null ? {} : { accelerator }),
    click: () => onCommand(command),
  });
  const settings = item(menu.settings, shortcuts.settings, { command: 'go', page: 'settings' });
  const about = roleItem('about', menu.about);

  const macApplication: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      about,
      separator,
      settings,
      separator,
      roleItem('services', menu.services),
      separator,
      roleItem('hide', menu.hide),
      roleItem('hideOthers', menu.hideOthers),
      roleItem('unhide', menu.showAll),
      separator,
      roleItem('quit', menu.quit),
    ],
  };
  return [
    ...(isMac ? [macApplication] : []),
    {
      label: menu.file,
      submenu: [
        item(menu.newSetup, shortcuts.newSetup, { command: 'newSetup' }),
        item(menu.addFirmware, shortcuts.addFirmware, { command: 'openFiles' }),
        item(menu.openSetup, shortcuts.openSetup, { command: 'openSetup' }),
        { label: menu.openRecent, submenu: recentItems(parts) },
        separator,
        item(menu.saveSetup, shortcuts.saveSetup, { command: 'saveSetup', how: 'save' }),
        item(menu.saveSetupAs, shortcuts.saveSetupAs, { command: 'saveSetup', how: 'saveAs' }),
        item(menu.saveWithFiles, null, { command: 'saveSetup', how: 'withFiles' }),
        separator,
        ...(isMac ? [roleItem('close', menu.closeWindow)] : [settings, separator, roleItem('quit', menu.quit)]),
      ],
    },
    {
      label: menu.edit,
      submenu: [
        roleItem('undo', menu.undo),
        roleItem('redo', menu.redo),
        separator,
        roleItem('cut', menu.cut),
        roleItem('copy', menu.copy),
        roleItem('paste', menu.paste),
        roleItem('selectAll', menu.selectAll),
      ],
    },
    {
      label: menu.board,
      submenu: [
        item(menu.flash, shortcuts.flash, { command: 'flash' }),
        item(menu.flashAgain, shortcuts.flashAgain, { command: 'flashAgain' }),
        item(menu.compare, shortcuts.compare, { command: 'compare' }),
        item(menu.cancel, shortcuts.cancel, { command: 'cancel' }),
        separator,
        item(menu.askAgain, shortcuts.askAgain, { command: 'askAgain' }),
      ],
    },
    {
      label: menu.go,
      submenu: numberedPages.map((page, index) => item(pages[page], pageShortcut(index + 1), { command: 'go', page })),
    },
    {
      label: menu.view,
      submenu: [
        item(menu.trace, shortcuts.trace, { command: 'trace' }),
        separator,
        roleItem('resetZoom', menu.actualSize),
        roleItem('zoomIn', menu.zoomIn),
        roleItem('zoomOut', menu.zoomOut),
        separator,
        roleItem('togglefullscreen', menu.fullScreen),
        roleItem('toggleDevTools', menu.developerTools),
      ],
    },
    {
      ...(isMac ? { role: 'windowMenu' as const } : {}),
      label: menu.window,
      submenu: [
        roleItem('minimize', menu.minimise),
        ...(isMac
          ? [roleItem('zoom', menu.zoom), separator, roleItem('front', menu.allToFront)]
          : [roleItem('close', menu.closeWindow)]),
      ],
    },
    {
      role: 'help',
      label: menu.help,
      submenu: [
        item(menu.helpPage, shortcuts.helpPage, { command: 'go', page: 'help' }),
        ...guideIds.map((guide) => item(texts.guides[guide], null, { command: 'guide', guide })),
        separator,
        item(menu.tryVirtual, null, { command: 'tour' }),
        item(menu.shortcuts, shortcuts.shortcuts, { command: 'shortcuts' }),
        item(menu.copyDetails, null, { command: 'copyReport' }),
        ...(isMac ? [] : [separator, about]),
      ],
    },
  ];
}

/** Setups first, then sources; what is missing cannot be chosen. */
function recentItems({ texts, recents, onCommand }: MenuParts): MenuItemConstructorOptions[] {
  const items = (kind: RecentItem['kind']): MenuItemConstructorOptions[] =>
    recents
      .filter((recent) => recent.kind === kind)
      .map(({ id, name, folder, isMissing }) => ({
        // In a menu a single ampersand marks the letter that follows.
        label: `${name} — ${folder}`.replaceAll('&', '&&'),
        enabled: !isMissing,
        click: () => onCommand({ command: 'openRecent', id }),
      }));
  const [setups, sources] = [items('setup'), items('source')];
  if (setups.length + sources.length === 0) return [{ label: texts.menu.noRecents, enabled: false }];
  return [...setups, ...(setups.length > 0 && sources.length > 0 ? [separator] : []), ...sources];
}

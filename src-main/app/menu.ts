import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Events } from '../../src-shared/ipc/contract';

type MenuCommand = Events['menu.command']['command'];

/** Sets the application's menu, arranged as each system wants it. `onCommand` gets what the person chose. */
export function setMenu(onCommand: (command: MenuCommand) => void): void {
  const isMac = process.platform === 'darwin';
  const item = (label: string, accelerator: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => onCommand(command),
  });
  const settings = item('Settings…', 'CmdOrCtrl+,', 'settings');
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  const template: MenuItemConstructorOptions[] = [
    {
      label: 'File',
      submenu: [
        item('Add Firmware…', 'CmdOrCtrl+O', 'openFiles'),
        ...(isMac ? [{ role: 'close' as const }] : [separator, settings, separator, { role: 'quit' as const }]),
      ],
    },
    { role: 'editMenu' },
    {
      label: 'Board',
      submenu: [item('Flash', 'CmdOrCtrl+Return', 'flash'), item('Cancel', 'CmdOrCtrl+.', 'cancel')],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    ...(isMac ? [] : [{ role: 'help' as const, submenu: [{ role: 'about' as const }] }]),
  ];
  if (isMac) {
    template.unshift({
      role: 'appMenu',
      submenu: [
        { role: 'about' },
        separator,
        settings,
        separator,
        { role: 'services' },
        separator,
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        separator,
        { role: 'quit' },
      ],
    });
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/**
 * The keys of the menu's items, by the names of their texts, as Electron writes them. The menu has them from here and so
 * has the sheet that lists them.
 */
export const shortcuts = {
  newSetup: 'CmdOrCtrl+N',
  addFirmware: 'CmdOrCtrl+O',
  openSetup: 'CmdOrCtrl+Shift+O',
  saveSetup: 'CmdOrCtrl+S',
  saveSetupAs: 'CmdOrCtrl+Shift+S',
  settings: 'CmdOrCtrl+,',
  flash: 'CmdOrCtrl+Return',
  flashAgain: 'CmdOrCtrl+Shift+F',
  compare: 'CmdOrCtrl+Shift+Return',
  cancel: 'CmdOrCtrl+.',
  askAgain: 'CmdOrCtrl+R',
  trace: 'CmdOrCtrl+Shift+T',
  helpPage: 'F1',
  shortcuts: 'CmdOrCtrl+/',
} as const;
export type ShortcutName = keyof typeof shortcuts;

/** The key of a page by its number, from 1; null past 9. */
export const pageShortcut = (number: number): string | null => (number <= 9 ? `CmdOrCtrl+${number}` : null);

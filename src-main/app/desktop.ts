import { app, clipboard, dialog, type BrowserWindow } from 'electron';
import type { Desktop } from '../ipc/desktop';
import { openAdviceLink } from './open-link';

/** The desktop as Electron offers it. */
export const createDesktop = (currentWindow: () => BrowserWindow | null): Desktop => ({
  info: () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: `${process.platform} ${process.arch}`,
    locale: app.getLocale(),
  }),
  openAdviceLink,
  copyText(text) {
    void clipboard.writeText(text);
  },
  async chooseFiles() {
    const window = currentWindow();
    if (!window) return [];
    const chosen = await dialog.showOpenDialog(window, {
      title: 'Add firmware',
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: 'Firmware', extensions: ['bin', 'img'] },
        { name: 'All files', extensions: ['*'] },
      ],
    });
    return chosen.canceled ? [] : chosen.filePaths;
  },
});

import { basename, extname, join } from 'node:path';
import { app, clipboard, dialog, Notification, shell, type BrowserWindow } from 'electron';
import type { NativeTexts } from '../../src-shared/locales/native-texts';
import type { Desktop } from '../ipc/desktop';
import { parseSimAddress } from '../virtual/serve/sim-address';
import { writeExample } from '../virtual/serve/write-example';
import { openAdviceLink } from './open-link';

/** The desktop as Electron offers it. */
export const createDesktop = (currentWindow: () => BrowserWindow | null, texts: () => NativeTexts): Desktop => ({
  info: () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: `${process.platform} ${process.arch}`,
    locale: app.getLocale(),
  }),
  openAdviceLink,
  async makeExample(path) {
    const { chip } = parseSimAddress(path);
    const folder = join(app.getPath('userData'), 'example', chip);
    await writeExample(folder, chip);
    return folder;
  },
  notify({ title, text }) {
    const window = currentWindow();
    if (window === null || window.isFocused() || !Notification.isSupported()) return;
    const notification = new Notification({ title, body: text, silent: true });
    notification.on('click', () => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
    });
    notification.show();
  },
  showDataFolder() {
    void shell.openPath(app.getPath('userData'));
  },
  copyText(text) {
    void clipboard.writeText(text);
  },
  async chooseFiles() {
    const window = currentWindow();
    if (!window) return [];
    const chosen = await dialog.showOpenDialog(window, {
      title: texts().dialog.addFirmware,
      // Only macOS has one dialog for both; elsewhere a build folder is dropped, or stood for by its flasher_args.json.
      properties: [
        'openFile',
        'multiSelections',
        ...(process.platform === 'darwin' ? (['openDirectory'] as const) : []),
      ],
      filters: [
        {
          name: texts().dialog.firmware,
          extensions: ['bin', 'img', 'zip', 'hex', 'uf2', 'elf', 'json', 'csv', 'esplanade'],
        },
        { name: texts().dialog.allFiles, extensions: ['*'] },
      ],
    });
    return chosen.canceled ? [] : chosen.filePaths;
  },
  async chooseSavePath(suggestedName) {
    const window = currentWindow();
    if (!window) return null;
    const extension = extname(suggestedName).slice(1);
    const chosen = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), basename(suggestedName)),
      filters: [
        ...(extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }]),
        { name: texts().dialog.allFiles, extensions: ['*'] },
      ],
    });
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
  },
  async chooseAnyFiles(count) {
    const window = currentWindow();
    if (!window) return [];
    const chosen = await dialog.showOpenDialog(window, {
      properties: ['openFile', ...(count === 'several' ? (['multiSelections'] as const) : [])],
    });
    return chosen.canceled ? [] : chosen.filePaths;
  },
  async chooseFolder() {
    const window = currentWindow();
    if (!window) return null;
    const chosen = await dialog.showOpenDialog(window, {
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory'],
    });
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  },
  showInFolder(path) {
    shell.showItemInFolder(path);
  },
});

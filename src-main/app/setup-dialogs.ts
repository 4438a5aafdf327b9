import { dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { NativeTexts } from '../../src-shared/locales/native-texts';
import type { SetupDialogs } from '../jobs/setups/setup-desk';

/** What a person is asked about setups, by the system's own dialogs. */
export function createSetupDialogs(currentWindow: () => BrowserWindow | null, texts: () => NativeTexts): SetupDialogs {
  const setupFilter = () => ({ name: texts().dialog.setup, extensions: ['esplanade'] });
  const everything = () => ({ name: texts().dialog.allFiles, extensions: ['*'] });
  /** People keep setups together: the next one is looked for where the last one was. */
  let lastFolder: string | null = null;
  return {
    async chooseSetup() {
      const window = currentWindow();
      if (!window) return null;
      const chosen = await dialog.showOpenDialog(window, {
        title: texts().dialog.openSetup,
        properties: ['openFile'],
        filters: [setupFilter(), everything()],
        ...(lastFolder === null ? {} : { defaultPath: lastFolder }),
      });
      const [path = null] = chosen.canceled ? [] : chosen.filePaths;
      lastFolder = path === null ? lastFolder : dirname(path);
      return path;
    },
    async chooseSetupPlace(suggestedName) {
      const window = currentWindow();
      if (!window) return null;
      const chosen = await dialog.showSaveDialog(window, {
        title: texts().dialog.saveSetup,
        defaultPath: join(lastFolder ?? app.getPath('documents'), suggestedName),
        filters: [setupFilter()],
      });
      if (chosen.canceled || chosen.filePath === '') return null;
      lastFolder = dirname(chosen.filePath);
      return chosen.filePath;
    },
    async locate(name) {
      const window = currentWindow();
      if (!window) return null;
      const chosen = await dialog.showOpenDialog(window, {
        title: texts().dialog.locate.replace('{name}', () => name),
        // Only macOS has one dialog for both. Files of firmware have an ending, build folders have none.
        properties:
          process.platform === 'darwin'
            ? ['openFile', 'openDirectory']
            : [name.includes('.') ? 'openFile' : 'openDirectory'],
        filters: [everything()],
      });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    async askToSave(name) {
      const window = currentWindow();
      if (!window || window.isDestroyed()) return 'discard';
      const { saveQuestion, saveDetail, save, dontSave, cancel } = texts().dialog;
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: saveQuestion.replace('{name}', () => name),
        detail: saveDetail,
        buttons: [save, dontSave, cancel],
        defaultId: 0,
        cancelId: 2,
      });
      return response === 0 ? 'save' : response === 1 ? 'discard' : 'cancel';
    },
  };
}

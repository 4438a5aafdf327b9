import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { AppSettings } from '../../src-shared/ipc/contract';
import { languageFor, type LanguageTag } from '../../src-shared/locales/languages';
import { nativeTexts, type NativeTexts } from '../../src-shared/locales/native-texts';
import { createHandlers } from '../ipc/handlers/handlers';
import type { SettingsStore } from '../jobs/services';
import { createDesktop } from './desktop';
import { connectIpc, sendEvent } from './ipc-bridge';
import { setMenu } from './menu';
import { guardQuit } from './quit-guard';
import { composeServices } from './services';
import { openSettingsStore } from './settings-store';
import { openWindow, prepareSession, registerAppScheme } from './window';

/** Firmware files named on the command line, by "open with" or dropped on the icon. */
const filesIn = (commandLine: readonly string[], workingFolder: string): string[] =>
  commandLine
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(workingFolder, argument))
    // Started from source, the application's own folder is an argument too.
    .filter((path) => path !== app.getAppPath() && existsSync(path));

/** The system's dialogs and the window's first colour follow the chosen theme, menus the chosen language. */
function follow(store: SettingsStore, onLanguage: (tag: LanguageTag) => void): SettingsStore {
  let shown: LanguageTag | null = null;
  const apply = ({ theme, language }: AppSettings): void => {
    nativeTheme.themeSource = theme;
    const tag = languageFor(language === 'system' ? app.getLocale() : language);
    if (tag !== shown) onLanguage((shown = tag));
  };
  apply(store.get());
  return {
    get: () => store.get(),
    async set(change) {
      const settings = await store.set(change);
      apply(settings);
      return settings;
    },
  };
}

function start(): void {
  const stateFolder = app.getPath('userData');
  let window: BrowserWindow | null = null;
  const currentWindow = (): BrowserWindow | null => window;

  let texts: NativeTexts = nativeTexts.en;
  const settings = follow(openSettingsStore(stateFolder), (tag) => {
    texts = nativeTexts[tag];
    setMenu(texts, (command) => sendEvent(window, 'menu.command', command));
  });

  const services = composeServices(settings);
  const addFiles = async (paths: readonly string[]): Promise<void> => {
    if (paths.length > 0) sendEvent(window, 'files.added', await services.firmware.addPaths(paths, null));
  };
  const takeDropped = async (paths: readonly string[]): Promise<void> => {
    if (services.images.isReceiving) sendEvent(window, 'images.added', await services.images.open(paths));
    else await addFiles(paths);
  };
  connectIpc(
    createHandlers(
      services,
      createDesktop(currentWindow, () => texts),
    ),
    (paths) => void takeDropped(paths),
  );
  services.boards.onChanged((cards) => sendEvent(window, 'boards.changed', cards));
  services.jobs.onProgress((progress) => sendEvent(window, 'job.progress', progress));
  services.jobs.onFinished((finished) => sendEvent(window, 'job.finished', finished));
  services.jobs.onBoardJobFinished((finished) => sendEvent(window, 'boardJob.finished', finished));
  guardQuit(services.jobs, currentWindow, () => texts);

  prepareSession(join(__dirname, '../renderer'));
  window = openWindow(stateFolder);
  window.on('closed', () => {
    services.boards.setWatching(false);
    window = null;
  });
  window.webContents.once(
    'did-finish-load',
    () => void addFiles([...openedEarly, ...filesIn(process.argv, process.cwd())]),
  );
  app.removeListener('open-file', rememberOpened);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void addFiles([path]);
  });
  app.on('second-instance', (_event, commandLine, workingFolder) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    void addFiles(filesIn(commandLine, workingFolder));
  });
}

/** macOS may hand over a file before the application is ready. */
const openedEarly: string[] = [];
function rememberOpened(event: Electron.Event, path: string): void {
  event.preventDefault();
  openedEarly.push(path);
}

if (app.requestSingleInstanceLock()) {
  registerAppScheme();
  app.on('open-file', rememberOpened);
  // One window, one program: on macOS too, where an empty program would only hold the ports.
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

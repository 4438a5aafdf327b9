import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { AppSettings, RecentItem } from '../../src-shared/ipc/contract';
import { languageFor, type LanguageTag } from '../../src-shared/locales/languages';
import { nativeTexts, type NativeTexts } from '../../src-shared/locales/native-texts';
import { createHandlers } from '../ipc/handlers/handlers';
import type { SettingsStore } from '../jobs/services';
import { isSetupPath } from '../jobs/setups/setup-table';
import { createDesktop } from './desktop';
import { connectIpc, sendEvent } from './ipc-bridge';
import { setMenu } from './menu';
import { guardQuit } from './quit-guard';
import { composeServices } from './services';
import { showProgressOnIcon } from './taskbar-progress';
import { openSettingsStore } from './settings-store';
import { createSetupDialogs } from './setup-dialogs';
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
  const applied = async (changed: Promise<AppSettings>): Promise<AppSettings> => {
    const settings = await changed;
    apply(settings);
    return settings;
  };
  return {
    get: () => store.get(),
    set: (change) => applied(store.set(change)),
    reset: () => applied(store.reset()),
  };
}

function start(): void {
  const stateFolder = app.getPath('userData');
  let window: BrowserWindow | null = null;
  const currentWindow = (): BrowserWindow | null => window;

  let texts: NativeTexts = nativeTexts.en;
  let recents: readonly RecentItem[] = [];
  const showMenu = (): void =>
    setMenu({
      texts,
      recents,
      onCommand: (command) => sendEvent(window, 'menu.command', command),
    });
  const settings = follow(openSettingsStore(stateFolder), (tag) => {
    texts = nativeTexts[tag];
    showMenu();
  });

  const services = composeServices(
    settings,
    stateFolder,
    createSetupDialogs(currentWindow, () => texts),
  );
  const { setups } = services;
  const takeDropped = async (paths: readonly string[]): Promise<void> => {
    if (services.monitor.isReceiving && paths.every((path) => /\.elf$/i.test(path))) {
      const rejected = await services.monitor.addPrograms(paths);
      if (rejected.length > 0) sendEvent(window, 'monitor.rejected', rejected);
    } else if (services.images.isReceiving && !paths.some(isSetupPath)) {
      sendEvent(window, 'images.added', await services.images.open(paths));
    } else if (services.volumeEditor.receiver !== null && !paths.some(isSetupPath)) {
      await services.volumeEditor.receive(paths);
    } else {
      await setups.receive(paths);
    }
  };
  connectIpc(
    createHandlers(
      services,
      createDesktop(currentWindow, () => texts),
    ),
    (paths) => void takeDropped(paths),
  );
  services.boards.onChanged((cards) => sendEvent(window, 'boards.changed', cards));
  services.builds.onTouched((nothing) => sendEvent(window, 'builds.touched', nothing));
  services.jobs.onProgress((progress) => sendEvent(window, 'job.progress', progress));
  services.jobs.onFinished((finished) => sendEvent(window, 'job.finished', finished));
  services.jobs.onBoardJobFinished((finished) => sendEvent(window, 'boardJob.finished', finished));
  services.volumeEditor.onChanged((draft) => sendEvent(window, 'volume.changed', draft));
  services.monitor.onData((data) => sendEvent(window, 'monitor.data', data));
  services.monitor.onState((state) => sendEvent(window, 'monitor.state', state));
  setups.onReceived((added) => sendEvent(window, 'files.added', added));
  setups.onOpened((opened) => sendEvent(window, 'setup.opened', opened));
  setups.onState((state) => {
    sendEvent(window, 'setup.state', state);
    showSetup(window, setups.openPathOfSetup, state.isChanged);
  });
  const showRecents = async (): Promise<void> => {
    recents = await setups.listRecents();
    sendEvent(window, 'recents.changed', recents);
    showMenu();
  };
  services.recents.onChanged(() => void showRecents());
  void showRecents();
  services.flashes.onAdded((entry) => sendEvent(window, 'history.added', entry));
  services.flashes.onRemoved((ids) => sendEvent(window, 'history.removed', { ids }));
  services.flashes.onProblem((problem) => sendEvent(window, 'history.problem', problem));
  services.sharing.onChanged((shares) => sendEvent(window, 'sharing.changed', shares));
  services.traces.onChanged((jobs) => sendEvent(window, 'trace.changed', jobs));
  services.sharing.onEnded((ended) => sendEvent(window, 'sharing.ended', ended));
  guardQuit(services, currentWindow, () => texts);

  prepareSession(join(__dirname, '../renderer'));
  window = openWindow(stateFolder);
  showProgressOnIcon(services.jobs, window);
  window.on('closed', () => {
    services.boards.setWatching(false);
    services.builds.follow([]);
    window = null;
  });
  void setups.receive([...openedEarly, ...filesIn(process.argv, process.cwd())]);
  app.removeListener('open-file', rememberOpened);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void setups.receive([path]);
  });
  app.on('second-instance', (_event, commandLine, workingFolder) => {
    bringUp(window);
    void setups.receive(filesIn(commandLine, workingFolder));
  });
}

/** The window that is there is the one that a second start was meant for. */
function bringUp(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Where a system has such: the file's icon and the dot in the title bar, and its own list of what was open lately. */
function showSetup(window: BrowserWindow | null, path: string | null, isChanged: boolean): void {
  if (window === null || window.isDestroyed()) return;
  if (path !== null && path !== window.representedFilename) app.addRecentDocument(path);
  window.representedFilename = path ?? '';
  window.setDocumentEdited(isChanged);
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

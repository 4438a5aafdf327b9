import { join } from 'node:path';
import { BrowserWindow, nativeTheme, protocol, session } from 'electron';
import { answerAppRequest, appOrigin, appScheme } from './app-protocol';
import { readWindowBounds, rememberWindowBounds } from './window-bounds';

/** Has to run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the window from `folder` and refuses every permission a page could ask for. */
export function prepareSession(folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const { status, headers, body } = await answerAppRequest(folder, request.method, request.url);
    return new Response(body, { status, headers });
  });
  // Even without a field that is spell-checked, Chromium would fetch a dictionary from the network at start.
  session.defaultSession.setSpellCheckerEnabled(false);
  session.defaultSession.setSpellCheckerLanguages([]);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** The colours that the page itself starts with, so that nothing flashes before it is drawn. */
const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#0e1317' : '#f4f6f8');

/** Opens the one window. `stateFolder` holds its remembered bounds. */
export function openWindow(stateFolder: string): BrowserWindow {
  const stored = readWindowBounds(stateFolder);
  const window = new BrowserWindow({
    ...(stored ?? { width: 1240, height: 820 }),
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: 'Esplanade',
    backgroundColor: backgroundColor(),
    webPreferences: {
      preload: join(__dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (stored?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberWindowBounds(window, stateFolder);

  // The page is the only one there is: no other page, no second window, no embedded one.
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-redirect', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));

  void window.loadURL(`${appOrigin}/`);
  return window;
}

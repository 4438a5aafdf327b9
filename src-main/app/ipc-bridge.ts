import { ipcMain, type BrowserWindow, type WebFrameMain } from 'electron';
import { toAppError } from '../../src-shared/errors/app-error';
import { callChannel, dropChannel, eventChannel } from '../../src-shared/ipc/channels';
import type { EventName, Events } from '../../src-shared/ipc/contract';
import { parseDroppedPaths } from '../ipc/dropped-paths';
import { createRouter, type HandlerMap } from '../ipc/router';
import { appOrigin } from './app-protocol';

type Caller = WebFrameMain | null;

/** Our own page in the window's top frame, and nobody else. */
const isOurPage = (frame: Caller): boolean =>
  frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`);

/** Plugs the router into Electron; `onDroppedPaths` gets the files that the preload script saw dropped. */
export function connectIpc(handlers: HandlerMap, onDroppedPaths: (paths: readonly string[]) => void): void {
  const report = (channel: string, error: unknown): void => {
    process.stderr.write(`${channel}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  };
  const route = createRouter<Caller>({ handlers, isTrusted: isOurPage, onUnexpectedError: report });
  ipcMain.handle(callChannel, (event, channel: unknown, payload: unknown) =>
    route(channel, payload, event.senderFrame),
  );
  ipcMain.on(dropChannel, (event, message: unknown) => {
    if (!isOurPage(event.senderFrame)) return;
    try {
      onDroppedPaths(parseDroppedPaths(message));
    } catch (error) {
      report(dropChannel, toAppError(error));
    }
  });
}

/** Sends one event of the contract to the window, if it is still there. */
export function sendEvent<N extends EventName>(window: BrowserWindow | null, name: N, payload: Events[N]): void {
  if (window && !window.isDestroyed()) window.webContents.send(eventChannel(name), payload);
}

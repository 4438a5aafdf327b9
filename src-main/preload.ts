import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { callChannel, dropChannel, eventChannel, eventNames, type Bridge } from '../src-shared/ipc/channels';

const bridge: Bridge = {
  call: (channel, payload) => ipcRenderer.invoke(callChannel, channel, payload) as Promise<unknown>,
  on(event, listener) {
    if (!eventNames.includes(event)) throw new Error(`no such event: ${event}`);
    const forward = (_event: IpcRendererEvent, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(eventChannel(event), forward);
    return () => ipcRenderer.removeListener(eventChannel(event), forward);
  },
};
contextBridge.exposeInMainWorld('esplanade', bridge);

/** Where a dropped or picked file lies on disk. Electron before 32 says so on the file itself. */
function pathOf(file: File): string {
  const utilities = webUtils as typeof webUtils | undefined;
  if (utilities) return utilities.getPathForFile(file);
  return 'path' in file && typeof file.path === 'string' ? file.path : '';
}

/**
 * The page hands over no paths and gets none: this script, in a world of its own, reads them from the
 * events and sends them to the main process, which answers the page with tokens (`files.added`).
 */
function sendPaths(files: FileList | null | undefined): void {
  const paths = Array.from(files ?? [], pathOf).filter((path) => path !== '');
  if (paths.length > 0) ipcRenderer.send(dropChannel, paths);
}

// Without this a dropped file would replace the page.
window.addEventListener('dragover', (event) => event.preventDefault(), { capture: true });
window.addEventListener(
  'drop',
  (event) => {
    event.preventDefault();
    // Only what a person dropped: a page can make a drop event of its own, though without real files.
    if (event.isTrusted) sendPaths(event.dataTransfer?.files);
  },
  { capture: true },
);
window.addEventListener(
  'change',
  ({ target, isTrusted }) => {
    if (isTrusted && target instanceof HTMLInputElement && target.type === 'file') sendPaths(target.files);
  },
  { capture: true },
);

import type { AppInfo } from '../../src-shared/ipc/contract';

/** What handlers need of the desktop around the window; app/ implements it with Electron. */
export interface Desktop {
  info(): AppInfo;
  /** Opens the page that belongs to an error code in the browser; `ipc.badRequest` for anything without one. */
  openAdviceLink(code: string): Promise<void>;
  /** Makes the example firmware for a virtual board; answers its folder. `port.badAddress` for any other board. */
  makeExample(path: string): Promise<string>;
  copyText(text: string): void;
  /** A message of the system, unless the window is in front. A click on it brings the window there. */
  notify(message: { readonly title: string; readonly text: string }): void;
  /** Opens the folder where settings and history are kept. */
  showDataFolder(): void;
  /** Paths of the files or folders that the person picked in the system's dialog; empty when cancelled. */
  chooseFiles(): Promise<readonly string[]>;
  /** Where the person wants a file of this or another name; null when cancelled. The system asks before replacing. */
  chooseSavePath(suggestedName: string): Promise<string | null>;
  /** Paths of files of any kind that the person picked; empty when cancelled. */
  chooseAnyFiles(count: 'one' | 'several'): Promise<readonly string[]>;
  /** A folder that the person picked; null when cancelled. */
  chooseFolder(): Promise<string | null>;
  /** Opens the system's file manager with the file selected. */
  showInFolder(path: string): void;
}

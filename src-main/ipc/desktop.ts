import type { AppInfo } from '../../src-shared/ipc/contract';

/** What handlers need of the desktop around the window; app/ implements it with Electron. */
export interface Desktop {
  info(): AppInfo;
  /** Opens the page that belongs to an error code in the browser; `ipc.badRequest` for anything without one. */
  openAdviceLink(code: string): Promise<void>;
  copyText(text: string): void;
  /** Paths of the files or folders that the person picked in the system's dialog; empty when cancelled. */
  chooseFiles(): Promise<readonly string[]>;
}

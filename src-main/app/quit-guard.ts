import { app, dialog, type BrowserWindow } from 'electron';
import type { NativeTexts } from '../../src-shared/locales/native-texts';
import type { AppServices } from '../jobs/services';
import type { SetupDesk } from '../jobs/setups/setup-desk';
import type { SharedPorts } from '../jobs/shared-ports';

/** How long quitting waits for ports to close; a driver that hangs must not hang the program. */
const shutDownTimeoutMs = 5000;

/**
 * Asks before a running job is abandoned or changes to a setup are lost, and lets no quit go by without closing every
 * port: a board is left reset, not waiting in its loader.
 */
export function guardQuit(
  services: Pick<AppServices, 'jobs' | 'monitor'> & {
    readonly setups: Pick<SetupDesk, 'isChanged' | 'mayLeave'>;
    readonly sharing: Pick<SharedPorts, 'list' | 'shutDown'>;
    /** When every job has ended. */
    end(): Promise<void>;
  },
  currentWindow: () => BrowserWindow | null,
  texts: () => NativeTexts,
): void {
  const { jobs, monitor, setups, sharing } = services;
  const running = new Set<string>();
  let state: 'open' | 'asking' | 'closing' | 'closed' = 'open';
  jobs.onProgress(({ jobId, stage }) => {
    if (stage !== 'done') running.add(jobId);
  });
  jobs.onFinished(({ jobId }) => running.delete(jobId));
  jobs.onBoardJobFinished(({ jobId }) => running.delete(jobId));

  /** Somebody else's job over the network is a job as well. */
  const isBusy = (): boolean => running.size > 0 || sharing.list().some(({ peers }) => peers.length > 0);

  const mayAbandon = async (): Promise<boolean> => {
    const window = currentWindow();
    if (!isBusy() || !window || window.isDestroyed()) return true;
    const { dialog: dialogTexts } = texts();
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: dialogTexts.quitQuestion,
      detail: dialogTexts.quitDetail,
      buttons: [dialogTexts.keepGoing, dialogTexts.stopAndQuit],
      defaultId: 0,
      cancelId: 0,
    });
    // The job may have come to its end while the question stood there.
    return response === 1 || !isBusy();
  };

  const mayQuit = async (): Promise<boolean> => {
    try {
      return (await mayAbandon()) && (await setups.mayLeave());
    } catch {
      // Saving failed: the window is still there, and so are the changes.
      return false;
    }
  };

  const quit = async (): Promise<void> => {
    state = 'asking';
    if (!(await mayQuit())) {
      state = 'open';
      return;
    }
    state = 'closing';
    const timeout = new Promise((done) => setTimeout(done, shutDownTimeoutMs));
    const closed = [jobs.shutDown().then(() => services.end()), monitor.shutDown(), sharing.shutDown()];
    await Promise.race([Promise.all(closed), timeout]);
    state = 'closed';
    app.quit();
  };

  /** True when the event has to be stopped for now. */
  const holdBack = (): boolean => {
    if (state === 'closed') return false;
    if (state === 'open') void quit();
    return true;
  };

  app.on('before-quit', (event) => {
    if (holdBack()) event.preventDefault();
  });
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      if ((isBusy() || setups.isChanged()) && holdBack()) event.preventDefault();
    });
  });
}

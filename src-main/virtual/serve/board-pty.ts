import { spawn } from 'node:child_process';
import { closeSync, constants, existsSync, lstatSync, openSync, unlinkSync } from 'node:fs';
import { AppError } from '../../../src-shared/errors/app-error';
import type { VirtualBoard } from '../virtual-board';
import type { ServedBoard } from './served-board';

const POLL_MS = 20;
const START_LIMIT_MS = 5000;

/**
 * Puts a board on a pseudo-terminal with a link at `linkPath`, by means of the `socat` program. A pty has
 * no lines and its baud rate means nothing, so the board sits in download mode. Rejects with
 * `port.openFailed` where socat is missing or cannot make the pty.
 */
export async function serveBoardOnPty(board: VirtualBoard, linkPath: string): Promise<ServedBoard> {
  clearPlace(linkPath);
  board.setHostBaudRate(null);
  const child = spawn('socat', [`PTY,link=${linkPath},rawer,mode=600`, 'STDIO'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const socat = { failure: null as string | null, complaint: '' };
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      socat.failure = error.code === 'ENOENT' ? 'the program socat is not installed' : error.message;
      resolve();
    });
    child.once('exit', (code) => {
      socat.failure ??= socat.complaint.trim() === '' ? `socat ended (${code ?? 'signal'})` : socat.complaint.trim();
      resolve();
    });
  });
  child.stderr.on('data', (text: Buffer) => (socat.complaint += text.toString()));
  child.stdin.on('error', () => undefined);

  const deadline = Date.now() + START_LIMIT_MS;
  while (socat.failure === null && !existsSync(linkPath) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  if (!existsSync(linkPath)) {
    child.kill();
    throw new AppError('port.openFailed', { path: linkPath, reason: socat.failure ?? 'socat made no pty' });
  }
  // Held open so that the pty outlives the programs that open and close it.
  const slave = openSync(linkPath, constants.O_RDWR | constants.O_NOCTTY);

  const stopBytes = board.onBytes((bytes) => void child.stdin.write(Uint8Array.from(bytes)));
  child.stdout.on('data', (bytes: Buffer) => {
    child.stdout.pause();
    void board.receive(bytes).then(() => child.stdout.resume());
  });
  const close = async (): Promise<void> => {
    stopBytes();
    child.kill();
    await ended;
  };
  const stopUnplug = board.onUnplug(() => void close());
  void ended.then(() => {
    stopBytes();
    stopUnplug();
    closeSync(slave);
  });
  return { address: linkPath, close };
}

/** A dangling link of a server that was killed may be replaced; anything else may not. */
function clearPlace(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isSymbolicLink() || existsSync(path)) throw new AppError('port.busy', { path });
  unlinkSync(path);
}

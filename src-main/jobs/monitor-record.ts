import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError, toAppError, type AppErrorData } from '../../src-shared/errors/app-error';
import type { MonitorSaveFormat } from '../../src-shared/ipc/contract';
import { SessionText } from '../../src-shared/monitor/session-text';
import type { Clock } from '../engine/transport/transport';
import { saveFiles } from '../firmware/save-files';

/** One piece of a session. */
interface Piece {
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

/** What is remembered of a session for saving: hours of a talkative board. */
const mostBytes = 16 * 1024 * 1024;
/** A file being recorded is brought up to date so often. */
const writeMs = 250;

interface Recording {
  readonly path: string;
  readonly file: FileHandle;
  readonly text: SessionText | null;
  sizeBytes: number;
  error: AppErrorData | null;
}

/** What a session has said: remembered up to a limit, and written into a file while somebody wants that. */
export class MonitorRecord {
  private pieces: Piece[] = [];
  private sizeBytes = 0;
  private lostBytes = 0;
  private startedMs: number | null = null;
  private recording: Recording | null = null;
  private unwritten: Piece[] = [];
  private cancelWrite: (() => void) | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly onChanged: () => void,
  ) {}

  /** The file that is being written; null where none is. */
  get current(): { name: string; sizeBytes: number; error: AppErrorData | null } | null {
    if (this.recording === null) return null;
    const { path, sizeBytes, error } = this.recording;
    return { name: basename(path), sizeBytes, error };
  }

  /** `bytes` are kept, not copied. */
  push(atMs: number, bytes: Uint8Array): void {
    this.startedMs ??= atMs;
    const piece: Piece = { atMs, bytes };
    this.pieces.push(piece);
    this.sizeBytes += bytes.length;
    while (this.sizeBytes > mostBytes) {
      const oldest = this.pieces.shift();
      if (oldest === undefined) break;
      this.sizeBytes -= oldest.bytes.length;
      this.lostBytes += oldest.bytes.length;
    }
    if (this.recording === null || this.recording.error !== null) return;
    this.unwritten.push(piece);
    this.cancelWrite ??= this.clock.after(writeMs, () => {
      this.cancelWrite = null;
      void this.write();
    });
  }

  /** Forgets what came so far. What is being recorded goes on. */
  clear(): void {
    this.pieces = [];
    this.sizeBytes = 0;
    this.lostBytes = 0;
    this.startedMs = null;
  }

  /**
   * Writes what is remembered into a file, all or nothing.
   *
   * @throws AppError `file.notWritten | file.isFolder`.
   */
  async save(path: string, format: MonitorSaveFormat): Promise<{ name: string; sizeBytes: number; lostBytes: number }> {
    const { lostBytes } = this;
    const bytes = this.rendered(this.pieces, this.textFor(format), true);
    await saveFiles([{ path, bytes }]);
    return { name: basename(path), sizeBytes: bytes.length, lostBytes };
  }

  /** Starts to write everything into a file, with what is remembered in front. `file.notWritten`. */
  async start(path: string, format: MonitorSaveFormat): Promise<void> {
    await this.stop();
    let file: FileHandle;
    try {
      file = await open(path, 'w');
    } catch (error) {
      throw notWritten(path, error);
    }
    this.recording = { path, file, text: this.textFor(format), sizeBytes: 0, error: null };
    this.unwritten = [...this.pieces];
    await this.write();
    this.onChanged();
  }

  /** Brings the file up to date and lets go of it. Never rejects. */
  async stop(): Promise<void> {
    const { recording } = this;
    if (recording === null) return;
    this.cancelWrite?.();
    this.cancelWrite = null;
    await this.write(true);
    this.recording = null;
    await recording.file.close().catch(() => undefined);
    this.onChanged();
  }

  /** One after the other; what comes meanwhile waits for the next time. */
  private write(isEnd = false): Promise<void> {
    this.writing = this.writing.then(async () => {
      const { recording } = this;
      if (recording === null || recording.error !== null) return;
      const bytes = this.rendered(this.unwritten.splice(0), recording.text, isEnd);
      try {
        if (bytes.length > 0) await recording.file.write(bytes);
        recording.sizeBytes += bytes.length;
      } catch (error) {
        recording.error = notWritten(recording.path, error).toData();
        this.unwritten = [];
      }
      if (bytes.length > 0) this.onChanged();
    });
    return this.writing;
  }

  private textFor(format: MonitorSaveFormat): SessionText | null {
    if (format === 'bytes') return null;
    return new SessionText(format === 'timedText' ? 'timeOfDay' : 'off', this.startedMs ?? 0);
  }

  private rendered(pieces: readonly Piece[], text: SessionText | null, isEnd: boolean): Uint8Array {
    if (text !== null) {
      const parts = pieces.map(({ bytes, atMs }) => text.push(bytes, atMs));
      return new TextEncoder().encode(parts.join('') + (isEnd ? text.end() : ''));
    }
    const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.bytes.length, 0));
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece.bytes, at);
      at += piece.bytes.length;
    }
    return bytes;
  }
}

function notWritten(path: string, error: unknown): AppError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : toAppError(error).message;
  return new AppError('file.notWritten', { name: basename(path), reason }, { cause: error });
}

import type { MonitorData } from '../../src-shared/ipc/contract';
import type { Clock } from '../engine/transport/transport';

/** A picture on the screen lasts so long; more messages than pictures help nobody. */
const frameMs = 16;
const fullFrameBytes = 64 * 1024;
/** Messages that the window has not taken yet. It may be busy drawing, but not for ever. */
const mostUntaken = 24;
/** Beyond this the oldest frames are given up, so that neither side grows without end. */
const mostWaitingBytes = 4 * 1024 * 1024;

/** Whom the feed serves. */
export interface FeedListeners {
  /** Milliseconds since 1970. */
  timeMs(): number;
  /** Every frame, at once. */
  onFrame(atMs: number, bytes: Uint8Array): void;
  /** What the window gets, as fast as it takes it. */
  send(data: MonitorData): void;
}

type Waiting = Pick<MonitorData, 'atMs' | 'bytes' | 'origin'>;

/**
 * Between a port and the window: collects what comes into one message per frame, sends no more than the window takes,
 * and counts what had to be given up.
 */
export class MonitorFeed {
  private pieces: Uint8Array[] = [];
  private pieceBytes = 0;
  private cancelFrame: (() => void) | null = null;
  private readonly waiting: Waiting[] = [];
  private waitingBytes = 0;
  private droppedBytes = 0;
  private lastSequence = 0;
  private lastTaken = 0;

  constructor(
    private readonly clock: Clock,
    private readonly listeners: FeedListeners,
  ) {}

  /** Takes bytes off the line. They are copied. */
  push(bytes: Uint8Array): void {
    this.pieces.push(bytes.slice());
    this.pieceBytes += bytes.length;
    if (this.pieceBytes >= fullFrameBytes) this.flush();
    else {
      this.cancelFrame ??= this.clock.after(frameMs, () => {
        this.cancelFrame = null;
        this.flush();
      });
    }
  }

  /** A text that was heard by somebody else, behind what came before it. */
  pushText(text: string): void {
    this.flush();
    this.frame(new TextEncoder().encode(text), 'job');
  }

  /** Ends the frame now. */
  flush(): void {
    this.cancelFrame?.();
    this.cancelFrame = null;
    if (this.pieceBytes === 0) return;
    const bytes = new Uint8Array(this.pieceBytes);
    let at = 0;
    for (const piece of this.pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.pieces = [];
    this.pieceBytes = 0;
    this.frame(bytes, 'board');
  }

  /** The window has dealt with every message up to this one. */
  taken(sequence: number): void {
    if (sequence > this.lastSequence) return;
    this.lastTaken = Math.max(this.lastTaken, sequence);
    this.pump();
  }

  /** A window that has just been loaded owes nothing. */
  forgetUntaken(): void {
    this.lastTaken = this.lastSequence;
    this.pump();
  }

  private frame(bytes: Uint8Array, origin: MonitorData['origin']): void {
    const atMs = this.listeners.timeMs();
    this.listeners.onFrame(atMs, bytes);
    this.waiting.push({ atMs, bytes, origin });
    this.waitingBytes += bytes.length;
    this.pump();
    while (this.waitingBytes > mostWaitingBytes) {
      const oldest = this.waiting.shift()?.bytes.length ?? 0;
      this.waitingBytes -= oldest;
      this.droppedBytes += oldest;
    }
  }

  private pump(): void {
    while (this.lastSequence - this.lastTaken < mostUntaken) {
      const next = this.waiting.shift();
      if (next === undefined) return;
      this.waitingBytes -= next.bytes.length;
      const { droppedBytes } = this;
      this.droppedBytes = 0;
      this.lastSequence += 1;
      this.listeners.send({ ...next, sequence: this.lastSequence, droppedBytes });
    }
  }
}

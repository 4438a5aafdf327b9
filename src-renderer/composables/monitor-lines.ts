import type { LogLevel } from '../../src-shared/monitor/log-level';
import type { StyledSpan, TextLine } from '../../src-shared/monitor/terminal-lines';

/** Something that happened to the session, in its place among the lines. */
export type SessionEvent =
  | { readonly kind: 'opened' | 'cameBack'; readonly path: string; readonly baudRate: number }
  | { readonly kind: 'rateChanged'; readonly baudRate: number }
  | { readonly kind: 'yielded'; readonly heldBy: 'job' | 'identify' | 'share' }
  | { readonly kind: 'away' | 'closed' | 'heardByJob' | 'restarted' | 'downloadMode' }
  | { readonly kind: 'lost'; readonly bytes: number };

/** One line of the session. */
export interface SessionLine {
  /** Counts up from 1 and is never used again. */
  readonly id: number;
  readonly atMs: number;
  /** From the board, from the person, or about the session. */
  readonly origin: 'board' | 'sent' | 'event';
  readonly text: string;
  readonly spans: readonly StyledSpan[];
  readonly level: LogLevel | null;
  /** For `event`: what happened; its words are the language's. */
  readonly event: SessionEvent | null;
}

/** What is kept in the window; the main process remembers more for saving. */
const mostLines = 50_000;
const mostCharacters = 8 * 1024 * 1024;
/** Lines are let go of in one piece, because each time costs. */
const letGoAtOnce = 1000;

/** The newest lines of a session, and how many older ones were let go. */
export class SessionLines {
  /** The oldest first. */
  readonly all: SessionLine[] = [];
  /** The line that is being written; it has the number that it will keep. */
  current: SessionLine | null = null;
  /** How many lines were let go since the last `clear`. */
  dropped = 0;
  private characters = 0;
  private nextId = 1;

  /** The number that the next line gets. */
  get upcomingId(): number {
    return this.nextId;
  }

  addText({ atMs, text, spans }: TextLine, level: LogLevel | null): void {
    this.add({ id: this.nextId, atMs, origin: 'board', text, spans, level, event: null });
  }

  /** The line that is being written is to be completed by `addText` before anything else is added. */
  setCurrent(line: TextLine | null, level: LogLevel | null): void {
    if (line === null) this.current = null;
    else {
      const { atMs, text, spans } = line;
      this.current = { id: this.nextId, atMs, origin: 'board', text, spans, level, event: null };
    }
  }

  addSent(text: string, atMs: number): void {
    this.add({ id: this.nextId, atMs, origin: 'sent', text, spans: [], level: null, event: null });
  }

  addEvent(event: SessionEvent, atMs: number): void {
    this.add({ id: this.nextId, atMs, origin: 'event', text: '', spans: [], level: null, event });
  }

  clear(): void {
    this.all.length = 0;
    this.current = null;
    this.characters = 0;
    this.dropped = 0;
  }

  private add(line: SessionLine): void {
    this.all.push(line);
    this.nextId += 1;
    this.characters += line.text.length;
    this.current = null;
    if (this.all.length > mostLines || this.characters > mostCharacters) this.letGo();
  }

  private letGo(): void {
    let count = 0;
    while (count < this.all.length - 1) {
      const isEnough =
        count >= letGoAtOnce && this.all.length - count <= mostLines && this.characters <= mostCharacters;
      if (isEnough) break;
      this.characters -= this.all[count]?.text.length ?? 0;
      count += 1;
    }
    this.all.splice(0, count);
    this.dropped += count;
  }
}

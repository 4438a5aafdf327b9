import { applySgr, plainStyle, type TextStyle } from './text-style';

/** Characters of one style within a line; offsets are UTF-16 units of its text. */
export interface StyledSpan {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
}

/** One line that a board printed. */
export interface TextLine {
  /** Counts up from 1 and is never used again. A line that is still being written keeps its number. */
  readonly id: number;
  /** When its first character came, in milliseconds since 1970. */
  readonly atMs: number;
  readonly text: string;
  /** Only what is not plain. */
  readonly spans: readonly StyledSpan[];
  /** Cut off because it became too long; the next line goes on with it. */
  readonly isCut: boolean;
}

/** What came of some bytes. */
export interface NewLines {
  readonly completed: readonly TextLine[];
  /** The line that is being written; null at its very beginning. */
  readonly current: TextLine | null;
}

/** Noise has no line ends: a line is cut here, so that nothing grows without end. */
const longestLine = 4000;
/** An escape sequence longer than this is none. */
const longestSequence = 64;
const tabWidth = 8;
const escape = '\u001b';

/**
 * Makes lines of what a board sends, as a terminal of one line would: UTF-8 also where it is split between packets,
 * colours, carriage return, backspace, tab and movement within the line. Everything else that would move about on a
 * screen is passed over. Other control characters become their pictures, so that noise can be seen for what it is.
 */
export class TerminalLines {
  private decoder = new TextDecoder();
  private cells: string[] = [];
  private styles: TextStyle[] = [];
  private cursor = 0;
  private style: TextStyle = plainStyle;
  /** What came of an escape sequence so far; null outside of one. */
  private sequence: string | null = null;
  private lineStartedMs: number | null = null;
  private completed: TextLine[] = [];

  /** `firstId`: number of the first line. */
  constructor(private nextId = 1) {}

  /** Takes bytes that came at `atMs`. */
  push(bytes: Uint8Array, atMs: number): NewLines {
    for (const character of this.decoder.decode(bytes, { stream: true })) this.take(character, atMs);
    const { completed } = this;
    this.completed = [];
    return { completed, current: this.lineStartedMs === null ? null : this.line(false) };
  }

  /** Ends the line that is being written, if any, and forgets colours and half characters. */
  breakOff(): TextLine | null {
    this.decoder = new TextDecoder();
    this.sequence = null;
    this.style = plainStyle;
    if (this.lineStartedMs === null) return null;
    this.endLine(false);
    return this.completed.pop() ?? null;
  }

  private take(character: string, atMs: number): void {
    if (this.sequence !== null) {
      this.takeOfSequence(character, atMs);
      return;
    }
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) this.write(character, atMs);
    else if (character === '\n') this.newLine(atMs);
    else if (character === '\r') this.cursor = 0;
    else if (character === '\b') this.cursor = Math.max(0, this.cursor - 1);
    else if (character === '\t') this.moveTo(this.cursor + tabWidth - (this.cursor % tabWidth), atMs);
    else if (character === escape) this.sequence = '';
    else if (code === 0 || code === 7) return;
    else this.write(visible(character, code), atMs);
  }

  private newLine(atMs: number): void {
    this.lineStartedMs ??= atMs;
    this.endLine(false);
  }

  private write(character: string, atMs: number): void {
    this.lineStartedMs ??= atMs;
    this.cells[this.cursor] = character;
    this.styles[this.cursor] = this.style;
    this.cursor += 1;
    if (this.cursor >= longestLine) this.endLine(true);
  }

  /** Moves right as far as a line may be long; what was skipped is blank. */
  private moveTo(column: number, atMs: number): void {
    this.lineStartedMs ??= atMs;
    const target = Math.min(Math.max(0, column), longestLine - 1);
    while (this.cells.length < target) {
      this.cells.push(' ');
      this.styles.push(plainStyle);
    }
    this.cursor = target;
  }

  private takeOfSequence(character: string, atMs: number): void {
    const sofar = (this.sequence ?? '') + character;
    this.sequence = sofar;
    if (sofar.length > longestSequence || character === '\n') {
      this.sequence = null;
      if (character === '\n') this.newLine(atMs);
      return;
    }
    if (sofar.startsWith('[')) {
      if (sofar.length > 1 && character >= '@' && character <= '~') {
        this.sequence = null;
        this.obey(sofar.slice(1, -1), character, atMs);
      }
      return;
    }
    // Titles and the like: until BEL or ESC backslash.
    const isString = /^[\]PX^_]/.test(sofar);
    if (isString ? character === '\u0007' || character === '\\' : !/^[()#%]$/.test(sofar)) this.sequence = null;
  }

  private obey(parameters: string, command: string, atMs: number): void {
    const numbers = parameters.split(/[;:]/).map((text) => Number.parseInt(text, 10) || 0);
    const [first = 0] = numbers;
    switch (command) {
      case 'm':
        this.style = applySgr(this.style, numbers);
        return;
      case 'C':
        this.moveTo(this.cursor + Math.max(1, first), atMs);
        return;
      case 'D':
        this.cursor = Math.max(0, this.cursor - Math.max(1, first));
        return;
      case 'G':
        this.moveTo(Math.max(1, first) - 1, atMs);
        return;
      case 'K':
        this.eraseInLine(first);
        return;
      case 'J':
        // A cleared screen: what was on it stays readable above.
        if (this.cells.length > 0) this.endLine(false);
        return;
      default:
    }
  }

  private eraseInLine(which: number): void {
    if (which === 0) {
      this.cells.length = Math.min(this.cells.length, this.cursor);
      this.styles.length = this.cells.length;
      return;
    }
    const end = which === 1 ? Math.min(this.cells.length, this.cursor + 1) : this.cells.length;
    this.cells.fill(' ', 0, end);
    this.styles.fill(plainStyle, 0, end);
  }

  private endLine(isCut: boolean): void {
    this.completed.push(this.line(isCut));
    this.nextId += 1;
    this.cells = [];
    this.styles = [];
    this.cursor = 0;
    this.lineStartedMs = null;
  }

  private line(isCut: boolean): TextLine {
    const spans: StyledSpan[] = [];
    let start = 0;
    let at = 0;
    let style: TextStyle = this.styles[0] ?? plainStyle;
    const close = (): void => {
      if (style !== plainStyle && at > start) spans.push({ start, end: at, style });
    };
    for (let cell = 0; cell < this.cells.length; cell++) {
      const next = this.styles[cell] ?? plainStyle;
      if (next !== style) {
        close();
        start = at;
        style = next;
      }
      at += this.cells[cell]?.length ?? 0;
    }
    close();
    return { id: this.nextId, atMs: this.lineStartedMs ?? 0, text: this.cells.join(''), spans, isCut };
  }
}

/** Control characters as their pictures (Unicode, "Control Pictures"); those of the upper half have none. */
function visible(character: string, code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return code >= 0x80 && code < 0xa0 ? '\ufffd' : character;
}

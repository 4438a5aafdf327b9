import { lineTime, type TimeStyle } from './line-times';
import { TerminalLines } from './terminal-lines';

/** A session as the text of a file: without colours, one line end for all, times in front where they are wanted. */
export class SessionText {
  private readonly terminal = new TerminalLines();
  private isInCutLine = false;

  constructor(
    private readonly times: TimeStyle,
    private readonly startedMs: number,
  ) {}

  /** What these bytes add. A line comes when it is complete. */
  push(bytes: Uint8Array, atMs: number): string {
    return this.terminal
      .push(bytes, atMs)
      .completed.map((line) => this.shown(line.text, line.atMs, line.isCut))
      .join('');
  }

  /** The line that was not completed. */
  end(): string {
    const last = this.terminal.breakOff();
    return last === null ? '' : this.shown(last.text, last.atMs, false);
  }

  private shown(text: string, atMs: number, isCut: boolean): string {
    const time = this.times === 'off' || this.isInCutLine ? '' : `${lineTime(atMs, this.startedMs, this.times)}  `;
    this.isInCutLine = isCut;
    return `${time}${text}${isCut ? '' : '\n'}`;
  }
}

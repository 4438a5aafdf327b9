import type { AppErrorData } from '../../../src-shared/errors/app-error';
import type { TraceLine } from '../../../src-shared/ipc/contract';
import { mostTraceLines, type TraceKind } from '../../../src-shared/ipc/trace-kinds';
import type { TraceEvent } from '../../engine/loader/connection';

/** Of a packet of firmware the beginning tells enough; and the memory is to have an end. */
const keptBytes = 32;
/** Opcode, sizes, checksum: what comes behind them may be part of a file, or of a flash that was read. */
const publicBytes = 8;
const keptQuote = 120;
/** Dropped at once, so that not every new line moves all others. */
const dropLines = 5000;

interface Kept {
  readonly atMs: number;
  readonly kind: TraceKind;
  readonly direction: TraceLine['direction'];
  readonly text: string;
  readonly bytes: Uint8Array | null;
  readonly sizeBytes: number | null;
}

/** What went over the wire during one job: the newest lines, and how many were dropped. */
export class JobTrace {
  private kept: Kept[] = [];
  private dropped = 0;

  constructor(
    private readonly beganMs: number,
    private readonly onAdded: () => void,
    private readonly mostLines = mostTraceLines,
  ) {}

  /** Number of the oldest line that is remembered. */
  get first(): number {
    return this.dropped;
  }

  /** One past the number of the newest line. */
  get end(): number {
    return this.dropped + this.kept.length;
  }

  add({ atMs, direction, text, bytes }: TraceEvent): void {
    this.push({
      atMs: atMs - this.beganMs,
      kind: kindOf(direction, text),
      direction: direction === 'toChip' || direction === 'fromChip' ? direction : 'here',
      text,
      // A copy: a part of a packet would keep all of it in memory.
      bytes: bytes === null ? null : bytes.slice(0, text === 'text' ? keptQuote : keptBytes),
      sizeBytes: bytes?.length ?? null,
    });
  }

  /** How the job failed. */
  fail(atMs: number, { code, facts }: AppErrorData): void {
    const text = `${code} ${JSON.stringify(facts)}`;
    this.push({ atMs: atMs - this.beganMs, kind: 'error', direction: 'here', text, bytes: null, sizeBytes: null });
  }

  /** Lines from a number on; fewer where there are no more. */
  read(from: number, count: number): readonly TraceLine[] {
    const start = Math.max(from, this.dropped);
    return this.kept
      .slice(start - this.dropped, start - this.dropped + count)
      .map((kept, index) => lineOf(start + index, kept));
  }

  /** Lines that may be published, as far as their words go: neither contents of files and flash nor what the board said. */
  *publicLines(numbers: readonly number[] | null): Generator<string> {
    if (numbers === null) {
      if (this.dropped > 0) yield `… ${this.dropped} lines left out …`;
      for (const kept of this.kept) yield publicLine(kept);
      return;
    }
    for (const number of numbers) {
      const kept = this.kept[number - this.dropped];
      if (kept !== undefined) yield publicLine(kept);
    }
  }

  private push(kept: Kept): void {
    this.kept.push(kept);
    if (this.kept.length > this.mostLines) {
      const count = Math.min(dropLines, Math.ceil(this.mostLines / 20));
      this.kept = this.kept.slice(count);
      this.dropped += count;
    }
    this.onAdded();
  }
}

function kindOf(direction: TraceEvent['direction'], text: string): TraceKind {
  if (direction === 'line') return 'lines';
  if (direction === 'note' || /^(?:bad frame|refused )| failed: /.test(text)) return 'error';
  if (/^(?:frame len=|text$|unknown frame)/.test(text)) return 'raw';
  return direction === 'toChip' ? 'command' : 'reply';
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexOf(bytes: Uint8Array, sizeBytes: number): string {
  const hex = Array.from(bytes, (byte) => hexOfByte[byte]).join(' ');
  return sizeBytes > bytes.length ? `${hex} …` : hex;
}

function lineOf(number: number, { bytes, sizeBytes, ...line }: Kept): TraceLine {
  const isText = line.text === 'text';
  return {
    ...line,
    number,
    quote: isText && bytes !== null ? JSON.stringify(String.fromCharCode(...bytes)) : '',
    hex: bytes === null || isText ? '' : hexOf(bytes, sizeBytes ?? bytes.length),
    sizeBytes,
  };
}

const arrows: Readonly<Record<TraceLine['direction'], string>> = { toChip: '>', fromChip: '<', here: '-' };

function publicLine({ atMs, direction, kind, text, bytes, sizeBytes }: Kept): string {
  const line = `${(atMs / 1000).toFixed(3).padStart(9)} ${kind === 'lines' ? '~' : arrows[direction]} ${text}`;
  if (text === 'text') return `${line} (${sizeBytes ?? 0} bytes)`;
  const hasHead = bytes !== null && (kind === 'command' || kind === 'reply');
  return hasHead ? `${line} [${hexOf(bytes.subarray(0, publicBytes), sizeBytes ?? 0)}]` : line;
}

import type { BoardJobOutcome, JobOutcome } from '../../src-shared/ipc/contract';
import type { TraceEvent } from '../engine/loader/connection';
import { redact } from './redact';

/** The trace of a long write is mostly alike; its beginning and its end tell what went wrong. */
const keptHeadLines = 200;
const keptTailLines = 1000;

/** Collects what belongs into a bug report while a job runs. */
export class JobReport {
  private readonly head: string[] = [];
  private tail: string[] = [];
  private droppedLines = 0;
  private outcome: JobOutcome | BoardJobOutcome | null = null;

  constructor(
    private readonly about: readonly string[],
    private readonly homeFolder: string,
  ) {}

  trace(event: TraceEvent): void {
    this.line(formatTraceEvent(event));
  }

  line(text: string): void {
    if (this.head.length < keptHeadLines) {
      this.head.push(text);
      return;
    }
    this.tail.push(text);
    if (this.tail.length < 2 * keptTailLines) return;
    this.droppedLines += keptTailLines;
    this.tail = this.tail.slice(keptTailLines);
  }

  finish(outcome: JobOutcome | BoardJobOutcome): void {
    this.outcome = outcome;
  }

  /** Plain text without keys, passwords and the name of the home folder. */
  text(): string {
    const middle = this.droppedLines === 0 ? [] : [`… ${this.droppedLines} lines left out …`];
    const lines = [...this.about, ...this.outcomeLines(), '', ...this.head, ...middle, ...this.tail, ''];
    return redact(lines.join('\n'), this.homeFolder);
  }

  private outcomeLines(): readonly string[] {
    if (this.outcome === null) return ['Outcome: still running'];
    if ('error' in this.outcome) {
      const { code, facts } = this.outcome.error;
      return [`Outcome: ${this.outcome.kind}`, `Error: ${code} ${JSON.stringify(facts)}`];
    }
    if (this.outcome.kind !== 'verified' && this.outcome.kind !== 'written') {
      const { identity, ...rest } = this.outcome.result;
      // Every sector of a flash may differ, and a report is to be read. What a board keeps is nobody's business.
      const brief = JSON.stringify(rest, (key, value: unknown) =>
        (key === 'differing' || key === 'entries' || key === 'pages') && Array.isArray(value) ? value.length : value,
      );
      return [`Outcome: ${this.outcome.kind}`, `Board: ${JSON.stringify(identity)}`, brief];
    }
    const { kind, result } = this.outcome;
    return [
      `Outcome: ${kind}`,
      `Board: ${JSON.stringify(result.identity)}`,
      ...result.regions.map((region) => `Region: ${JSON.stringify(region)}`),
      `Baud rate: ${result.baudRate}, ${Math.round(result.elapsedMs)} ms`,
      ...(result.bootLog === '' ? [] : ['Boot log:', result.bootLog]),
    ];
  }
}

/** One line of the protocol trace, as `--trace` prints it. */
export function formatTraceEvent(event: TraceEvent): string {
  const arrow = { toChip: '>', fromChip: '<', line: '~', note: '-' }[event.direction];
  return `${(event.atMs / 1000).toFixed(3).padStart(9)} ${arrow} ${event.text}`;
}

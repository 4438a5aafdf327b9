import type { MonitorData, MonitorState } from '../../src-shared/ipc/contract';
import type { Finding } from '../../src-shared/monitor/findings/finding';
import { Recogniser } from '../../src-shared/monitor/findings/recogniser';
import { logLevelOf, type LogLevel } from '../../src-shared/monitor/log-level';
import { TerminalLines, type TextLine } from '../../src-shared/monitor/terminal-lines';
import { TextQuality } from '../../src-shared/monitor/text-quality';
import { ByteTail } from './byte-tail';
import { type SessionEvent, SessionLines } from './monitor-lines';

/** More notes than this are nothing to read. */
const mostFindings = 40;

/**
 * What came of a session so far: its lines, its newest bytes, and what was recognised in it. Not reactive: there is
 * too much of it, too often. Whoever holds it says when it has changed.
 */
export class SessionRecord {
  readonly lines = new SessionLines();
  readonly bytes = new ByteTail();
  findings: readonly Finding[] = [];
  /** When the first thing came or happened, in milliseconds since 1970; null before. */
  startedMs: number | null = null;
  private readonly terminal = new TerminalLines();
  private readonly quality = new TextQuality();
  private recogniser = new Recogniser();
  private lastOrigin: MonitorData['origin'] = 'board';

  get looksLikeNoise(): boolean {
    return this.quality.looksLikeNoise;
  }

  /** Takes what a board said. */
  take({ bytes, atMs, droppedBytes, origin }: MonitorData): void {
    this.startedMs ??= atMs;
    if (droppedBytes > 0) this.note({ kind: 'lost', bytes: droppedBytes }, atMs);
    if (origin === 'job' && this.lastOrigin !== 'job') this.note({ kind: 'heardByJob' }, atMs);
    this.lastOrigin = origin;
    this.bytes.push(bytes);
    this.quality.push(bytes);
    const { completed, current } = this.terminal.push(bytes, atMs);
    for (const line of completed) this.addLine(line);
    this.lines.setCurrent(current, current === null ? null : logLevelOf(current.text));
  }

  /** What a person sent stands between the lines. */
  noteSent(text: string, atMs: number): void {
    this.breakOff();
    this.lines.addSent(text, atMs);
  }

  /** What happened to the session stands between the lines. */
  note(event: SessionEvent, atMs: number): void {
    this.startedMs ??= atMs;
    this.breakOff();
    this.lines.addEvent(event, atMs);
    if (event.kind === 'opened' || event.kind === 'rateChanged' || event.kind === 'cameBack') this.quality.reset();
  }

  clear(): void {
    this.lines.clear();
    this.bytes.clear();
    this.quality.reset();
    this.findings = [];
    this.recogniser = new Recogniser();
    this.startedMs = null;
  }

  private breakOff(): void {
    const unfinished = this.terminal.breakOff();
    if (unfinished !== null) this.addLine(unfinished);
  }

  private addLine(line: TextLine): void {
    const id = this.lines.upcomingId;
    const found = this.recogniser.push({ id, atMs: line.atMs, text: line.text });
    this.lines.addText(line, logLevelOf(line.text) ?? levelOfFindings(found, id));
    if (found.length > 0) this.findings = withFindings(this.findings, found);
  }
}

/** A line that tells of trouble is as serious as the trouble, whatever it begins with. */
function levelOfFindings(found: readonly Finding[], lineId: number): LogLevel | null {
  const told = found.filter((finding) => finding.lineId === lineId).map(({ severity }) => severity);
  if (told.includes('problem')) return 'error';
  return told.includes('warning') ? 'warning' : null;
}

/** The one that was told last comes first. */
function withFindings(known: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  let next = known;
  for (const finding of found) {
    const before = next.find(({ id }) => id === finding.id);
    const isAgain = before === undefined || before.times !== finding.times;
    next = isAgain
      ? [finding, ...next.filter(({ id }) => id !== finding.id)]
      : next.map((other) => (other.id === finding.id ? finding : other));
  }
  return next.slice(0, mostFindings);
}

/** What a change of state means to somebody who reads the lines; null where it means nothing there. */
export function eventOfChange(before: MonitorState, now: MonitorState): SessionEvent | null {
  const { status, path, baudRate, heldBy } = now;
  if (status === before.status) {
    if (status === 'open' && baudRate !== null && baudRate !== before.baudRate)
      return { kind: 'rateChanged', baudRate };
    // A job that comes while the board is being asked who it is: the silence has another reason from now on.
    if (status === 'yielded' && heldBy !== null && heldBy !== before.heldBy) return { kind: 'yielded', heldBy };
    return null;
  }
  switch (status) {
    case 'open':
      if (path === null || baudRate === null) return null;
      return {
        kind: before.status === 'opening' || before.status === 'closed' ? 'opened' : 'cameBack',
        path,
        baudRate,
      };
    case 'yielded':
      return heldBy === null ? null : { kind: 'yielded', heldBy };
    case 'away':
      return { kind: 'away' };
    case 'closed':
      return before.status === 'opening' ? null : { kind: 'closed' };
    case 'opening':
      return null;
  }
}

import { lineTime, type TimeStyle } from '../../src-shared/monitor/line-times';
import { styleFacts } from '../../src-shared/monitor/text-style';
import type { LineRange, LogPart, LogRow, LogSource } from '../components/log-row';
import type { ByteTail } from './byte-tail';
import type { Matcher } from './line-search';
import type { SessionLine } from './monitor-lines';
import type { LineRow, MonitorRows } from './monitor-rows';

/** How rows are dressed. */
export interface LogDress {
  readonly times: TimeStyle;
  /** Milliseconds since 1970 that the times since the start are counted from. */
  readonly startedMs: number;
  readonly matcher: Matcher | null;
  readonly selected: LineRange | null;
  /** The line that the search stands at. */
  readonly hereId: number | null;
  readonly textOf: (line: SessionLine) => string;
}

/** Characters that a time takes. */
export const timeColumns: Readonly<Record<TimeStyle, number>> = { off: 0, sinceStart: 9, timeOfDay: 12 };

/** The lines of a session as rows to draw, as they are now. */
export function textSource(rows: MonitorRows, dress: () => LogDress): LogSource {
  const { total, gone, generation } = rows;
  return {
    total,
    gone,
    generation,
    row: (number) => {
      const row = rows.row(number);
      return row === null ? null : dressed(row, dress());
    },
    rowOfLine: (lineId) => rows.rowOfLine(lineId),
  };
}

const bytesPerRow = 16;

/** The newest bytes of a session as rows of sixteen, up to a place; each row is a line of its own. */
export function hexSource(bytes: ByteTail, end: number): LogSource {
  const first = Math.ceil(bytes.start / bytesPerRow);
  return {
    total: Math.max(0, Math.ceil(end / bytesPerRow) - first),
    gone: first,
    generation: -1,
    row: (number) => {
      const at = (first + number) * bytesPerRow;
      if (number < 0 || at >= end) return null;
      return hexRow(at, bytes.slice(at, Math.min(bytesPerRow, end - at)));
    },
    rowOfLine: (lineId) => Math.max(0, lineId - 1 - first),
  };
}

function hexRow(at: number, bytes: Uint8Array): LogRow {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
  return {
    key: String(at),
    lineId: at / bytesPerRow + 1,
    start: 0,
    time: '',
    kind: 'text',
    level: null,
    parts: [
      { text: `${at.toString(16).padStart(8, '0')}  `, look: 'text-ink-faint', isFound: false },
      { text: `${hex.padEnd(bytesPerRow * 3)}  `, look: '', isFound: false },
      { text, look: 'text-ink-soft', isFound: false },
    ],
    isSelected: false,
    isHere: false,
  };
}

function dressed({ line, text, start, end, isFirst }: LineRow, dress: LogDress): LogRow {
  const { times, startedMs, matcher, selected, hereId, textOf } = dress;
  const { id, atMs, origin, level } = line;
  return {
    key: `${id}.${start}`,
    lineId: id,
    start,
    time: times === 'off' || !isFirst ? '' : lineTime(atMs, startedMs, times),
    kind: origin === 'board' ? 'text' : origin,
    level: level === 'error' || level === 'warning' ? level : null,
    parts: partsOf(line, text, start, end, matcher, textOf),
    isSelected: selected !== null && id >= selected.from && id <= selected.to,
    isHere: id === hereId,
  };
}

/** Cuts a row where its look changes and where something is found. */
function partsOf(
  line: SessionLine,
  text: string,
  start: number,
  end: number,
  matcher: Matcher | null,
  textOf: (line: SessionLine) => string,
): readonly LogPart[] {
  const found = matcher?.spans(textOf(line)) ?? [];
  const edges = new Set([start, end]);
  for (const span of [...line.spans, ...found]) {
    for (const edge of [span.start, span.end]) if (edge > start && edge < end) edges.add(edge);
  }
  const ordered = [...edges].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? end;
    const style = line.spans.find((span) => span.start <= from && span.end >= to)?.style ?? 0;
    return {
      text: text.slice(from - start, to - start),
      look: look(style, line.level),
      isFound: found.some((span) => span.start <= from && span.end >= to),
    };
  });
}

/** The board's own colours; where it has none, those of how serious the line is. */
function look(style: number, level: SessionLine['level']): string {
  if (style === 0) return level === 'error' ? 'ansi-red' : level === 'warning' ? 'ansi-yellow' : '';
  const { foreground, background, isBold, isDim, isItalic, isUnderlined } = styleFacts(style);
  const colour =
    background === null ? (foreground === null ? '' : `ansi-${foreground}`) : `ansi-on ansi-on-${background}`;
  return [
    colour,
    isBold ? 'font-bold' : '',
    isDim && foreground === null ? 'text-ink-faint' : '',
    isItalic ? 'italic' : '',
    isUnderlined ? 'underline' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

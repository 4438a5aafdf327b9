import { describe, expect, test } from 'vitest';
import { ByteTail } from '../../src-renderer/composables/byte-tail';
import { LineSearch, matcherFor, type Matcher } from '../../src-renderer/composables/line-search';
import { type SessionLine, SessionLines } from '../../src-renderer/composables/monitor-lines';
import { MonitorRows, type RowRules } from '../../src-renderer/composables/monitor-rows';
import { axisTicks, plotFacts, PlotSeries } from '../../src-renderer/composables/plot-series';
import { columnsOf, rowsOf, wrapOffsets } from '../../src-renderer/composables/wrap-text';

const textOf = ({ text, event }: SessionLine): string => (event === null ? text : `<${event.kind}>`);
const rules = (columns: number, shows: RowRules['shows'] = () => true): RowRules => ({
  columns,
  shows,
  isJudged: () => true,
  textOf,
});
const say = (session: SessionLines, ...texts: string[]): void => {
  for (const text of texts) session.addText({ id: 0, atMs: 0, text, spans: [], isCut: false }, null);
};
const shown = (rows: MonitorRows): string[] =>
  Array.from({ length: rows.total }, (_, index) => rows.row(index)?.text ?? '?');

describe('the rows of a session', () => {
  test('are its lines, wrapped where they are long, the unfinished one last', () => {
    const session = new SessionLines();
    const rows = new MonitorRows(rules(5));
    say(session, 'one', '', 'twelve letters');
    session.setCurrent({ id: 0, atMs: 0, text: 'unfin', spans: [], isCut: false }, null);
    rows.update(session);
    expect(shown(rows)).toEqual(['one', '', 'twelv', 'e let', 'ters', 'unfin']);
    expect(rows.row(3)).toMatchObject({ start: 5, end: 10, isFirst: false, line: { id: 3 } });
    session.setCurrent({ id: 0, atMs: 0, text: 'unfinished', spans: [], isCut: false }, null);
    rows.update(session);
    expect(shown(rows).slice(5)).toEqual(['unfin', 'ished']);
    say(session, 'unfinished', 'next');
    rows.update(session);
    expect(shown(rows).slice(5)).toEqual(['unfin', 'ished', 'next']);
    expect(rows.row(-1)).toBeNull();
    expect(rows.row(8)).toBeNull();
  });

  test('follow what is added and what is let go, and know where each line is', () => {
    const session = new SessionLines();
    const rows = new MonitorRows(rules(10));
    for (let n = 1; n <= 60_000; n++) {
      say(session, n % 2 === 0 ? 'a line of more than ten' : 'short');
      if (n % 777 === 0) rows.update(session);
    }
    rows.update(session);
    expect(session.all.length).toBeLessThanOrEqual(50_000);
    expect(session.dropped + session.all.length).toBe(60_000);
    const first = session.all[0]!;
    expect(rows.row(0)?.line.id).toBe(first.id);
    expect(rows.total).toBe(session.all.length * 2);
    expect(rows.gone).toBe(session.dropped * 2);
    expect(rows.row(rows.rowOfLine(59_999))?.line.id).toBe(59_999);
    expect(rows.row(rows.rowOfLine(60_000) + 2)).toMatchObject({ text: 'ten', line: { id: 60_000 } });
    session.clear();
    rows.update(session);
    expect(rows.total).toBe(0);
    say(session, 'anew');
    rows.update(session);
    expect(shown(rows)).toEqual(['anew']);
  });

  test('are made anew by other rules: another width, other lines', () => {
    const session = new SessionLines();
    const rows = new MonitorRows(rules(80));
    say(session, 'E one', 'I two', 'E three');
    session.addEvent({ kind: 'away' }, 0);
    rows.update(session);
    const { generation } = rows;
    rows.rebuild(
      session,
      rules(80, ({ text }) => text.startsWith('E')),
    );
    expect(shown(rows)).toEqual(['E one', 'E three']);
    expect(rows.generation).toBeGreaterThan(generation);
    // A line that is not shown stands where the next one is.
    expect(rows.rowOfLine(2)).toBe(1);
    say(session, 'I four', 'E five');
    rows.update(session);
    expect(shown(rows)).toEqual(['E one', 'E three', 'E five']);
    rows.rebuild(session, rules(3));
    expect(shown(rows).slice(4, 10)).toEqual(['E t', 'hre', 'e', '<aw', 'ay>', 'I f']);
  });

  test('that are not updated keep what the session has let go', () => {
    const session = new SessionLines();
    const rows = new MonitorRows(rules(80));
    say(session, 'kept');
    rows.update(session);
    for (let n = 0; n < 60_000; n++) say(session, 'x');
    expect(shown(rows)).toEqual(['kept']);
  });
});

describe('wrapping', () => {
  test('counts wide characters twice and accents not at all', () => {
    expect(columnsOf('温度: 21 °C')).toBe(11);
    expect(columnsOf('e\u0301')).toBe(1);
    expect(columnsOf('🌡')).toBe(2);
    expect(wrapOffsets('温度温度', 5)).toEqual([0, 2]);
    expect(wrapOffsets('ab🌡cd', 3)).toEqual([0, 2, 5]);
    expect(wrapOffsets('温', 1)).toEqual([0]);
  });

  test('of plain text has as many rows as offsets', () => {
    for (const [text, columns] of [
      ['', 7],
      ['1234567', 7],
      ['12345678', 7],
      ['x'.repeat(4000), 33],
    ] as const) {
      expect(rowsOf(text, columns)).toBe(wrapOffsets(text, columns).length);
    }
  });
});

describe('looking for something', () => {
  const searchFor = (text: string, isRegex = false): LineSearch =>
    new LineSearch(matcherFor({ text, isRegex }) as Matcher, textOf);

  test('finds words whatever their case, and signs as signs', () => {
    const session = new SessionLines();
    say(session, 'Wifi on', 'a.b', 'axb', 'WIFI off');
    const search = searchFor('wifi');
    search.update(session.all);
    expect(search.count).toBe(2);
    expect([search.next(0, 1), search.next(1, 1), search.next(4, 1), search.next(1, -1)]).toEqual([1, 4, 1, 4]);
    expect([search.positionOf(4), search.positionOf(2)]).toEqual([2, null]);
    const dot = searchFor('a.b');
    dot.update(session.all);
    expect(dot.count).toBe(1);
    expect(searchFor('a.b', true).matcher.test('axb')).toBe(true);
  });

  test('goes on as lines come and go', () => {
    const session = new SessionLines();
    const search = searchFor('x');
    for (let n = 0; n < 60_000; n++) {
      say(session, n % 3 === 0 ? 'x' : 'y');
      if (n % 500 === 0) search.update(session.all);
    }
    search.update(session.all);
    expect(search.count).toBe(session.all.filter(({ text }) => text === 'x').length);
    session.clear();
    search.update(session.all);
    expect(search.count).toBe(0);
    expect(search.next(1, 1)).toBeNull();
  });

  test('tells where in a line, and what is no expression', () => {
    const matcher = matcherFor({ text: 'o+', isRegex: true }) as Matcher;
    expect(matcher.spans('foo bo')).toEqual([
      { start: 1, end: 3 },
      { start: 5, end: 6 },
    ]);
    expect((matcherFor({ text: 'x*', isRegex: true }) as Matcher).spans('abc')).toEqual([]);
    expect(matcherFor({ text: '(', isRegex: true })).toBe('invalid');
    expect(matcherFor({ text: '(', isRegex: false })).not.toBe('invalid');
    expect(matcherFor({ text: '', isRegex: true })).toBeNull();
  });
});

test('the newest bytes are there by their place, and only those', () => {
  const tail = new ByteTail();
  const piece = (at: number): Uint8Array => Uint8Array.from({ length: 1000 }, (_, index) => (at + index) & 0xff);
  for (let at = 0; at < 3_000_000; at += 1000) tail.push(piece(at));
  expect(tail.total).toBe(3_000_000);
  expect(tail.total - tail.start).toBeLessThanOrEqual(1024 * 1024);
  expect([...tail.slice(2_999_990, 100)]).toEqual([...piece(2_999_990).subarray(0, 10)]);
  expect([...tail.slice(2_500_995, 16)]).toEqual([...piece(2_500_995).subarray(0, 16)]);
  expect(tail.slice(0, 16)).toHaveLength(0);
  tail.clear();
  expect(tail.slice(0, 16)).toHaveLength(0);
});

describe('the chart', () => {
  test('has a line per name or place, and takes up those that come later', () => {
    const series = new PlotSeries();
    expect(series.push('hello')).toBe(false);
    series.push('a:1,b:2');
    series.push('a:3');
    series.push('a:5,b:6,c:7');
    expect(series.lines.map(({ name, values }) => [name, [...values]])).toEqual([
      ['a', [1, 3, 5]],
      ['b', [2, NaN, 6]],
      ['c', [NaN, NaN, 7]],
    ]);
    expect(plotFacts(series.lines[1]!)).toEqual({ least: 2, most: 6, last: 6 });
    series.clear();
    series.push('1\t2');
    expect(series.lines.map(({ name }) => name)).toEqual([null, null]);
  });

  test('keeps the newest points and a bounded number of lines', () => {
    const series = new PlotSeries();
    for (let n = 0; n < 1000; n++) series.push(`x:${n}`);
    expect(series.lines[0]?.values).toHaveLength(400);
    expect(plotFacts(series.lines[0]!)).toEqual({ least: 600, most: 999, last: 999 });
    for (let n = 0; n < 50; n++) series.push(`s${n}:1`);
    expect(series.lines.length).toBeLessThanOrEqual(8);
    for (let n = 0; n < 500; n++) series.push('x:1');
    expect(series.lines.map(({ name }) => name)).toEqual(['x']);
  });

  test('has round numbers at its axis', () => {
    expect(axisTicks(0.3, 9.8)).toEqual([0, 5, 10]);
    expect(axisTicks(19.5, 23.5)).toEqual([19, 20, 21, 22, 23, 24]);
    expect(axisTicks(5, 5)[0]).toBeLessThanOrEqual(5);
    expect(axisTicks(-0.02, 0.03)).toEqual([-0.02, 0, 0.02, 0.04]);
    expect(axisTicks(0, 0)).toEqual([0, 0.5]);
  });
});

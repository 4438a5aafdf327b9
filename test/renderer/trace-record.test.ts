import { describe, expect, it } from 'vitest';
import { TraceRecord } from '../../src-renderer/composables/trace-record';
import { traceKinds } from '../../src-shared/ipc/trace-kinds';
import { traceLine } from './trace-scenes';

const all = { text: '', kinds: new Set(traceKinds) };
const lines = (from: number, count: number) => Array.from({ length: count }, (_, index) => traceLine(from + index));

describe('the lines of a trace in the window', () => {
  it('are found by place and by number, as many as there are', () => {
    const record = new TraceRecord(all);
    for (let from = 0; from < 100_000; from += 5000) record.add(lines(from, 5000), 0);
    expect(record.end).toBe(100_000);
    expect(record.shownCount).toBe(100_000);
    expect(record.at(99_999)?.number).toBe(99_999);
    expect(record.placeOf(51_234)).toBe(51_234);
    record.filter({ text: 'SEQ=40000', kinds: new Set(traceKinds) });
    expect(record.numbers()).toEqual([80_011]);
    record.filter({ text: 'seq=4999', kinds: new Set(['command']) });
    expect(record.numbers()).toEqual([10_009, 99_991, 99_993, 99_995, 99_997, 99_999]);
    expect(record.at(0)?.text).toContain('seq=4999');
  });

  it('are looked at as they come where a filter is on', () => {
    const record = new TraceRecord({ text: '', kinds: new Set(['error']) });
    record.add(lines(0, 5), 0);
    expect(record.shownCount).toBe(0);
    record.add(lines(5, 200), 0);
    expect(record.numbers()).toEqual([5]);
    expect(record.total).toBe(205);
  });

  it('lose the oldest with the main process, in and out of the filter', () => {
    const record = new TraceRecord(all);
    record.add(lines(0, 1000), 0);
    record.add(lines(1000, 10), 400);
    expect(record.dropped).toBe(400);
    expect(record.gone).toBe(400);
    expect(record.at(0)?.number).toBe(400);
    expect(record.end).toBe(1010);
    record.filter({ text: 'FLASH_DEFL_DATA len', kinds: new Set(['command']) });
    const before = record.shownCount;
    record.add(lines(1010, 1), 410);
    expect(record.gone).toBe(5);
    expect(before - record.shownCount).toBe(5 - (traceLine(1010).kind === 'command' ? 1 : 0));
  });

  it('go on after a gap that nobody could read in time', () => {
    const record = new TraceRecord(all);
    record.add(lines(0, 10), 0);
    record.add(lines(500, 10), 500);
    expect(record.dropped).toBe(500);
    expect(record.end).toBe(510);
    expect(record.at(0)?.number).toBe(500);
  });
});

import { describe, expect, it } from 'vitest';
import { JobTrace } from '../../src-main/jobs/trace/job-trace';

const nothing = (): void => undefined;
const note = (text: string, atMs = 1000) => ({ atMs, direction: 'toChip', text, bytes: null }) as const;

describe('the trace of a job', () => {
  it('counts from the beginning of the job, and says what each line is', () => {
    const trace = new JobTrace(1000, nothing);
    const at = 1500;
    trace.add({ atMs: at, direction: 'line', text: 'DTR off, RTS on', bytes: null });
    trace.add({ atMs: at, direction: 'toChip', text: 'SYNC', bytes: Uint8Array.of(0, 8, 36, 0) });
    trace.add({ atMs: at, direction: 'fromChip', text: 'SYNC value=0x0 len=4', bytes: Uint8Array.of(1, 8) });
    trace.add({ atMs: at, direction: 'fromChip', text: 'MEM_END value=0x0 len=2 failed: invalid', bytes: null });
    trace.add({ atMs: at, direction: 'fromChip', text: 'frame len=4096', bytes: new Uint8Array(4096) });
    trace.add({ atMs: at, direction: 'fromChip', text: 'text', bytes: new TextEncoder().encode('hello\r\n') });
    trace.add({ atMs: at, direction: 'fromChip', text: 'bad frame: bad escape', bytes: Uint8Array.of(0xdb, 1) });
    trace.add({ atMs: at, direction: 'note', text: 'SYNC again', bytes: null });
    trace.fail(at, { code: 'connect.noReply', facts: { path: 'COM3', attempts: 7 } });
    const lines = trace.read(0, 100);
    expect(lines.map(({ kind }) => kind)).toEqual([
      ...['lines', 'command', 'reply', 'error', 'raw', 'raw', 'error', 'error', 'error'],
    ]);
    expect(lines.every(({ atMs, number }, index) => atMs === 500 && number === index)).toBe(true);
    expect(lines[1]).toMatchObject({ direction: 'toChip', hex: '00 08 24 00', sizeBytes: 4 });
    expect(lines[4]).toMatchObject({ hex: `${'00 '.repeat(32)}…`, sizeBytes: 4096 });
    expect(lines[5]).toMatchObject({ quote: '"hello\\r\\n"', hex: '' });
    expect(lines[8]).toMatchObject({ direction: 'here', text: 'connect.noReply {"path":"COM3","attempts":7}' });
  });

  it('drops the oldest lines when there are too many, and says how many', () => {
    const trace = new JobTrace(0, nothing, 1000);
    for (let n = 0; n < 25_000; n++) trace.add(note(`line ${n}`));
    expect(trace.end).toBe(25_000);
    expect(trace.end - trace.first).toBeLessThanOrEqual(1000);
    expect(trace.end - trace.first).toBeGreaterThan(900);
    expect(trace.read(0, 5)[0]).toMatchObject({ number: trace.first, text: `line ${trace.first}` });
    expect(trace.read(24_999, 5)).toHaveLength(1);
    expect(trace.read(25_000, 5)).toEqual([]);
    expect([...trace.publicLines(null)][0]).toBe(`… ${trace.first} lines left out …`);
  });

  it('gives away neither contents of files nor what the board said', () => {
    const trace = new JobTrace(0, nothing);
    const secret = new TextEncoder().encode('\x00\x03\x10\x00aaaapassword=hunter22');
    trace.add({ atMs: 1, direction: 'toChip', text: 'FLASH_DATA len=8 seq=0', bytes: secret });
    trace.add({ atMs: 1, direction: 'fromChip', text: 'READ_FLASH_SLOW value=0x0 len=68', bytes: secret });
    trace.add({ atMs: 1, direction: 'fromChip', text: 'frame len=25', bytes: secret });
    trace.add({ atMs: 1, direction: 'fromChip', text: 'text', bytes: secret });
    trace.add({ atMs: 1, direction: 'fromChip', text: 'bad frame: too long', bytes: secret });
    expect([...trace.publicLines(null)]).toEqual([
      '    0.001 > FLASH_DATA len=8 seq=0 [00 03 10 00 61 61 61 61 …]',
      '    0.001 < READ_FLASH_SLOW value=0x0 len=68 [00 03 10 00 61 61 61 61 …]',
      '    0.001 < frame len=25',
      '    0.001 < text (25 bytes)',
      '    0.001 < bad frame: too long',
    ]);
    expect([...trace.publicLines([2, 4, 99])]).toEqual(['    0.001 < frame len=25', '    0.001 < bad frame: too long']);
  });
});

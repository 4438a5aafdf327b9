import { describe, expect, it } from 'vitest';
import { formatTraceEvent, JobReport, redact } from '../../src-main/jobs/job-report';

describe('a report for a bug tracker', () => {
  it('names versions, outcome and the trace, and not the home folder', () => {
    const report = new JobReport(['Esplanade 1.0'], '/home/jane');
    report.line('Flash /home/jane/dev/ttyV0');
    report.trace({ atMs: 1234, direction: 'toChip', text: 'SYNC', bytes: null });
    report.finish({ kind: 'failed', error: { code: 'file.notFound', facts: { name: '/home/jane/fw.bin' } } });
    const text = report.text();
    expect(text).toContain('Esplanade 1.0');
    expect(text).toContain('Error: file.notFound {"name":"~/fw.bin"}');
    expect(text).toContain('    1.234 > SYNC');
    expect(text).not.toContain('jane');
  });

  it.each([
    ['wifi password: hunter22', 'hunter22'],
    ['I (350) wifi: passphrase="correct horse"', 'correct horse'],
    ['{"ssid":"net","psk":"abc def","x":1}', 'abc def'],
    ['API_KEY=deadbeef', 'deadbeef'],
    ['the token is 12345', '12345'],
    ['private_key: 00112233', '00112233'],
  ])('keeps secrets out of %s', (text, secret) => {
    expect(redact(text, '')).not.toContain(secret);
    expect(redact(text, '')).toContain('[removed]');
  });

  it('leaves harmless lines as they are', () => {
    const lines = 'rst:0x1 (POWERON_RESET),boot:0x13\nFLASH_DEFL_DATA seq=3 len=16384\nkeyboard ready';
    expect(redact(lines, '/root')).toBe(lines);
  });

  it('keeps the beginning and the end of a very long trace', () => {
    const report = new JobReport([], '');
    for (let at = 0; at < 100_000; at += 1)
      report.trace({ atMs: at, direction: 'note', text: `line ${at} end`, bytes: null });
    const text = report.text();
    expect(text).toContain('line 0 end');
    expect(text).toContain('line 99999 end');
    expect(text).toMatch(/… \d+ lines left out …/);
    expect(text.split('\n').length).toBeLessThan(2300);
  });

  it('writes trace events in one line each', () => {
    expect(formatTraceEvent({ atMs: 0, direction: 'fromChip', text: 'boot log', bytes: null })).toBe(
      '    0.000 < boot log',
    );
  });
});

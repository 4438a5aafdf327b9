import { describe, expect, it } from 'vitest';
import { formatTraceEvent, JobReport } from '../../src-main/jobs/job-report';
import { redact } from '../../src-main/jobs/redact';

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
    ['key: 00 11 22 33 44 55 66 77', '44 55'],
    ['key = de:ad:be:ef:00:11:22:33', 'ef:00'],
    ['{\\"password\\":\\"hunter22\\"}', 'hunter22'],
    ['connecting to home with password hunter22', 'hunter22'],
    ['mqtt://jane:hunter22@broker.example', 'hunter22'],
    ['Authorization: Bearer eyJhbGciOi.abc.def', 'eyJhbGciOi'],
    ['-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\nAAAA\n-----END EC PRIVATE KEY-----', 'MHcCAQEE'],
    ['-----BEGIN PRIVATE KEY-----\nMHcCAQEE (torn off)', 'MHcCAQEE'],
  ])('keeps secrets out of %s', (text, secret) => {
    expect(redact(text, '')).not.toContain(secret);
    expect(redact(text, '')).toContain('[removed]');
  });

  it.each([
    ['/home/jane', '/home/jane/build/app.bin'],
    ['/home/jane', '/media/jane/STICK/app.bin'],
    ['C:\\Users\\Jane', JSON.stringify({ path: 'C:\\Users\\Jane\\app.bin' })],
    ['C:\\Users\\Jane', 'c:/users/jane/app.bin'],
    ['C:\\Users\\Jane', 'D:\\Backup\\Jane\\app.bin'],
    ['/Users/jane', 'file:///Users/jane/app.bin'],
  ])('does not tell whose computer it is: %s in %s', (home, text) => {
    expect(redact(text, home)).not.toMatch(/jane/i);
    expect(redact(text, home)).toContain('app.bin');
  });

  it('takes no part of a word for the user’s name', () => {
    expect(redact('/opt/espressif/esp and /opt/x/esp32.bin', '/home/esp')).toBe(
      '/opt/espressif/[user] and /opt/x/esp32.bin',
    );
  });

  it('says who made the board, and not which one it is', () => {
    const text = redact('mac 7c:df:a1:b2:03:9c, 7C-DF-A1-B2-03-9C', '');
    expect(text).toContain('7c:df:a1:');
    expect(text).not.toMatch(/03.9c/i);
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

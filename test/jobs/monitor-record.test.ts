import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MonitorRecord } from '../../src-main/jobs/monitor-record';
import { FakeClock } from '../../src-main/virtual/fake-clock';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'esplanade-record-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('a session in a file', () => {
  it('is its text without colours, with times where they are wanted, or its bytes', async () => {
    const record = new MonitorRecord(new FakeClock(), () => undefined);
    const noon = new Date(2026, 0, 2, 12, 0, 0, 0).getTime();
    record.push(noon, bytesOf('\u001b[32mI (1) a: one\u001b[0m\r\nloading 1 %\rload'));
    record.push(noon + 1500, bytesOf('ing 2 %\r\nlast'));
    await record.save(join(folder, 'text.txt'), 'text');
    expect(read('text.txt')).toBe('I (1) a: one\nloading 2 %\nlast\n');
    await record.save(join(folder, 'timed.txt'), 'timedText');
    expect(read('timed.txt')).toBe('12:00:00.000  I (1) a: one\n12:00:00.000  loading 2 %\n12:00:01.500  last\n');
    const saved = await record.save(join(folder, 'raw.bin'), 'bytes');
    expect(read('raw.bin')).toContain('\u001b[32mI (1) a: one');
    expect(saved).toEqual({ name: 'raw.bin', sizeBytes: read('raw.bin').length, lostBytes: 0 });
  });

  it('holds what came since it was cleared, and says what it does not remember', async () => {
    const record = new MonitorRecord(new FakeClock(), () => undefined);
    record.push(0, bytesOf('before\n'));
    record.clear();
    record.push(0, bytesOf('after\n'));
    await record.save(join(folder, 'cleared.txt'), 'text');
    expect(read('cleared.txt')).toBe('after\n');
    for (let index = 0; index < 20; index++) record.push(0, new Uint8Array(1024 * 1024));
    const { sizeBytes, lostBytes } = await record.save(join(folder, 'long.bin'), 'bytes');
    expect(sizeBytes).toBe(16 * 1024 * 1024);
    expect(sizeBytes + lostBytes).toBe(20 * 1024 * 1024 + 6);
  });

  it('is recorded as it comes, beginning with what was there, also what was cleared or forgotten', async () => {
    const clock = new FakeClock();
    let changes = 0;
    const record = new MonitorRecord(clock, () => (changes += 1));
    const path = join(folder, 'recorded.txt');
    record.push(0, bytesOf('one\n'));
    await record.start(path, 'text');
    expect(read('recorded.txt')).toBe('one\n');
    record.push(0, bytesOf('two\nthr'));
    record.clear();
    await clock.advance(300);
    await expect.poll(() => read('recorded.txt')).toBe('one\ntwo\n');
    record.push(0, bytesOf('ee\nfour'));
    expect(record.current).toMatchObject({ name: 'recorded.txt', error: null });
    await record.stop();
    expect(read('recorded.txt')).toBe('one\ntwo\nthree\nfour\n');
    expect(record.current).toBeNull();
    expect(changes).toBeGreaterThan(2);
    record.push(0, bytesOf('five\n'));
    await clock.advance(1000);
    expect(read('recorded.txt')).not.toContain('five');
  });

  it('that cannot be written says so, and nothing is left behind', async () => {
    const record = new MonitorRecord(new FakeClock(), () => undefined);
    record.push(0, bytesOf('x\n'));
    mkdirSync(join(folder, 'a-folder'));
    await expect(record.save(join(folder, 'a-folder'), 'text')).rejects.toMatchObject({ code: 'file.isFolder' });
    await expect(record.save(join(folder, 'no/such/place.txt'), 'text')).rejects.toMatchObject({
      code: 'file.notWritten',
    });
    await expect(record.start(join(folder, 'no/such/place.txt'), 'text')).rejects.toMatchObject({
      code: 'file.notWritten',
    });
    expect(record.current).toBeNull();
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});

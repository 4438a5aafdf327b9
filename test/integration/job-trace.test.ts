import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TracedJob, TraceLine } from '../../src-shared/ipc/contract';
import { createSimBench, someBytes, type FlashBench } from './flash-bench';

const file = { name: 'firmware.bin', offset: 0x1_0000, bytes: someBytes(60_000) };
/** All lines, page by page, as a window gets them. */
function linesOf({ services: { traces } }: FlashBench, jobId = traces.list()[0]!.jobId): readonly TraceLine[] {
  const lines: TraceLine[] = [];
  for (;;) {
    const { lines: page, job } = traces.read({ jobId, from: lines.length, count: 100 });
    lines.push(...page);
    if (lines.length >= job.end) return lines;
  }
}

describe('the trace of a write', () => {
  it('holds everything from the reset over SYNC to the MD5 of the flash, in order', async () => {
    const bench = createSimBench({ chip: 'esp32' });
    expect(await bench.flash([file])).toMatchObject({ kind: 'verified' });
    expect(bench.services.traces.list()).toMatchObject([
      { kind: 'flash', path: 'sim://esp32', isRunning: false, first: 0 },
    ]);
    const lines = linesOf(bench);
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index));
    const places = [
      /^open usbUartBridge, 115200 baud$/,
      /^DTR off, RTS on$/,
      /^SYNC$/,
      /^SYNC value=/,
      /^MEM_BEGIN /,
      /^FLASH_DEFL_BEGIN .*offset=0x10000/,
      /^FLASH_DEFL_DATA .*seq=0/,
      /^SPI_FLASH_MD5 .*=0x10000 /,
      /^SPI_FLASH_MD5 value=/,
    ].map((pattern) => lines.findIndex(({ text }) => pattern.test(text)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(lines.find(({ text }) => text.startsWith('FLASH_DEFL_DATA'))?.kind).toBe('command');
    expect(lines.some(({ kind, quote }) => kind === 'raw' && quote.includes('rst:'))).toBe(true);
    expect(lines.every(({ atMs }, index) => atMs >= (lines[index - 1]?.atMs ?? 0))).toBe(true);
  });

  it('ends with why it failed', async () => {
    const bench = createSimBench({ chip: 'esp32' }, { connect: { expectedChip: 'esp32s3' } });
    expect(await bench.flash([file])).toMatchObject({ kind: 'failed' });
    const last = linesOf(bench).at(-1);
    expect(last).toMatchObject({ kind: 'error', direction: 'here' });
    expect(last?.text).toBe('connect.wrongChip {"expected":"esp32s3","found":"esp32"}');
  });

  it('is saved without secrets, paths of people and anything that was in the file', async () => {
    const bench = createSimBench({ chip: 'esp32c3' }, { path: 'sim://esp32c3' });
    const secrets = new TextEncoder().encode('password=hunter22 /home/somebody/secret '.repeat(200));
    await bench.flash([{ ...file, bytes: secrets }], { compression: 'never' });
    const { traces, saves, jobs } = bench.services;
    const path = join(mkdtempSync(join(tmpdir(), 'esplanade-trace-')), 'trace.txt');
    const { token: save } = saves.add(path);
    const [job] = traces.list();
    const { jobId } = job!;
    await traces.save({ jobId, numbers: null, save });
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^Esplanade test\nTrace: flash sim:\/\/esp32c3\n/);
    expect(text).toMatch(/> SYNC \[00 08 24 00 00 00 00 00 …\]\n/);
    expect(text).toMatch(/> SPI_FLASH_MD5 /);
    expect(text.split('\n').length).toBe(job!.end + 4);
    expect(text).not.toContain('hunter22');
    const head = [...secrets.subarray(0, 8)].map((byte) => byte.toString(16)).join(' ');
    expect(text).not.toContain(head);
    expect(jobs.report(jobId)).toContain('> SYNC');

    const homely = createSimBench({ chip: 'esp32' }, { path: '/home/somebody/ttyV0' });
    await homely.flash([file]);
    const all = await homely.services.traces.text({ jobId: homely.services.traces.list()[0]!.jobId, numbers: null });
    expect(all).toContain('Trace: flash ~/ttyV0');
    expect(all).not.toContain('somebody');
  });

  it('is copied line by line where only some are wanted', async () => {
    const bench = createSimBench({ chip: 'esp32' });
    await bench.flash([file]);
    const { traces } = bench.services;
    const { jobId } = traces.list()[0]!;
    const wanted = linesOf(bench).filter(({ text }) => text.startsWith('SPI_FLASH_MD5'));
    const text = await traces.text({ jobId, numbers: wanted.map(({ number }) => number) });
    const lines = text.trimEnd().split('\n').slice(3);
    expect(lines).toHaveLength(wanted.length);
    expect(lines.every((line) => line.includes('SPI_FLASH_MD5'))).toBe(true);
  });

  it('is kept of running jobs and the last one that ended, and no others', async () => {
    const bench = createSimBench({ chip: 'esp32' });
    await bench.flash([file]);
    const first = bench.services.traces.list()[0]!.jobId;
    const { outcome } = await bench.start([file]);
    expect(bench.services.traces.list().map(({ isRunning }) => isRunning)).toEqual([true, false]);
    await outcome;
    expect(bench.services.traces.list()).toHaveLength(1);
    expect(() => bench.services.traces.read({ jobId: first, from: 0, count: 1 })).toThrow(/job\.notFound/);
  });

  it('tells whoever watches in few messages, and nobody else', async () => {
    const bench = createSimBench({ chip: 'esp32' });
    const told: (readonly TracedJob[])[] = [];
    bench.services.traces.onChanged((jobs) => told.push(jobs));
    await bench.flash([file]);
    expect(told).toEqual([]);
    bench.services.traces.watch(true);
    await bench.flash([file]);
    await new Promise((resolve) => bench.clock.after(1000, () => resolve(null)));
    expect(told.at(-1)).toMatchObject([{ isRunning: false }]);
    const { end } = told.at(-1)![0]!;
    expect(linesOf(bench)).toHaveLength(end);
    expect(told.length).toBeLessThan(end / 2);
  });
});

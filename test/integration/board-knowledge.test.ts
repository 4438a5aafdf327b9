import { describe, expect, it } from 'vitest';
import { defaultFlashSettings, type JobProgress, type PlanView } from '../../src-shared/ipc/contract';
import type { TraceEvent } from '../../src-main/engine/loader/connection';
import { app, bootloader, partition, table } from '../engine/plan/plan-rows';
import { appDescriptionBytes } from '../formats/test-image';
import { createSimBench, type BenchFile } from './flash-bench';

const path = 'sim://esp32';
const nvs = partition({ label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x6000 });
const factory = partition({ label: 'factory', offset: 0x1_0000, sizeBytes: 0x10_0000 });
const build = (version: string): BenchFile[] => [
  { offset: 0x1000, bytes: bootloader(), name: 'bootloader.bin' },
  { offset: 0x8000, bytes: table(nvs, factory), name: 'table.bin' },
  {
    offset: factory.offset,
    bytes: app({ firstSegment: appDescriptionBytes('blink', version) }, 90_000),
    name: 'blink.bin',
  },
];
const createBench = () => createSimBench({ chip: 'esp32' }, { virtualBoards: [path] });
type Bench = ReturnType<typeof createBench>;

/** What the checks say about the last files, at those of `build` that are named. */
async function planOf(bench: Bench, names: readonly string[]): Promise<PlanView> {
  const paths = bench.paths.filter((each) => names.some((name) => each.endsWith(name)));
  const { files } = await bench.services.firmware.addPaths(paths, 'esp32');
  const rows = files.map(({ token }) => ({ token, enabled: true, offsetText: '0x10000' }));
  return bench.services.plans.check({ path, rows, settings: defaultFlashSettings });
}

describe('what is known of a board', () => {
  it('a write tells what lies there afterwards, without another restart, and the next checks know it', async () => {
    const bench = createBench();
    const { outcome } = await bench.start(build('1.2'), {}, true);
    const done = await outcome;
    const layout = done.kind === 'verified' ? done.result.layout : undefined;
    expect(layout?.apps.map(({ label, version }) => [label, version])).toEqual([['factory', '1.2']]);
    const { effects } = await planOf(bench, ['blink.bin']);
    expect(effects?.basis).toBe('board');
    expect(effects?.items.map(({ label, fate }) => [label, fate])).toEqual([
      ['nvs', 'kept'],
      ['factory', 'replaced'],
    ]);
    expect(effects?.items[1]?.before).toEqual({ projectName: 'blink', version: '1.2' });
    // It is the board's word, not the plan's.
    expect(await bench.services.boards.readLayout(path)).toEqual(layout);
  });

  it('a look at the board is enough', async () => {
    const bench = createBench();
    await (
      await bench.start(build('1.2'))
    ).outcome;
    expect((await planOf(bench, ['blink.bin'])).effects).toBeNull();
    await bench.services.boards.readLayout(path);
    expect((await planOf(bench, ['blink.bin'])).effects?.basis).toBe('board');
  });

  it('a write that is broken off leaves nothing that could be relied on', async () => {
    let cancel = (): void => undefined;
    const onTrace = ({ text }: TraceEvent): void => {
      if (text.includes('FLASH_DEFL_DATA')) cancel();
    };
    const bench = createSimBench({ chip: 'esp32' }, { virtualBoards: [path], onTrace });
    await (
      await bench.start(build('1.2'), {}, true)
    ).outcome;
    const { jobId, outcome } = await bench.start(build('1.3'), {}, true);
    cancel = () => bench.services.jobs.cancel(jobId);
    expect((await outcome).kind).toBe('cancelled');
    expect((await planOf(bench, ['blink.bin'])).effects).toBeNull();
  });

  it('a write that is refused before anything is sent changes nothing about it', async () => {
    const bench = createBench();
    await (
      await bench.start(build('1.2'), {}, true)
    ).outcome;
    const tooFar = [{ offset: 0x40_0000, bytes: app(), name: 'far.bin' }];
    expect((await (await bench.start(tooFar, {}, true)).outcome).kind).toBe('failed');
    expect((await planOf(bench, ['far.bin'])).effects?.basis).toBe('board');
  });
});

describe('progress by region', () => {
  it('every region waits, is written, compared and proven, in order', async () => {
    const bench = createBench();
    await (
      await bench.start(build('1.2'), { eraseAll: true })
    ).outcome;
    const seen = bench.progress.filter(({ regions }) => regions !== undefined);
    const order = ['waiting', 'writing', 'verifying', 'verified'];
    const states = (now: JobProgress): number[] => (now.regions ?? []).map(({ state }) => order.indexOf(state));
    for (const [index, now] of seen.entries()) {
      expect(now.regions?.map(({ offset }) => offset)).toEqual([0x1000, 0x8000, 0x1_0000]);
      const before = seen[index - 1];
      if (before === undefined) continue;
      expect(states(now).every((state, at) => state >= states(before)[at]!)).toBe(true);
    }
    expect(
      seen.at(-1)?.regions?.every(({ state, doneBytes, sizeBytes }) => state === 'verified' && doneBytes === sizeBytes),
    ).toBe(true);
    expect(seen.at(-1)?.isFlashErased).toBe(true);
  });
});

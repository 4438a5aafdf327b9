import { describe, expect, it } from 'vitest';
import type { BuiltPlan } from '../../../src-main/engine/plan/build-plan';
import type { BoardLayout } from '../../../src-shared/ipc/contract';
import {
  app,
  appOn,
  bare,
  board,
  boardLayout,
  bootloader,
  build,
  buildOn,
  lines,
  okLines,
  partition,
  repairs,
  row,
  table,
  views,
} from './plan-rows';

const nvs = partition({ label: 'nvs', type: 1, subtype: 2, offset: 0x9000, sizeBytes: 0x5000 });
const otadata = partition({ label: 'otadata', type: 1, subtype: 0, offset: 0xe000, sizeBytes: 0x2000 });
const app0 = partition({ label: 'app0', type: 0, subtype: 0x10, offset: 0x1_0000, sizeBytes: 0x2_0000 });
const app1 = partition({ label: 'app1', type: 0, subtype: 0x11, offset: 0x3_0000, sizeBytes: 0x2_0000 });
const storage = partition({ label: 'storage', type: 1, subtype: 0x82, offset: 0x5_0000, sizeBytes: 0x1_0000 });
const inUse = [nvs, otadata, app0, app1, storage];

/** Two apps, of which OTA data selects the second. */
const used: BoardLayout = boardLayout({
  partitions: views(...inUse),
  apps: [appOn(app0, 'blink', '1.0'), appOn(app1, 'blink', '1.2')],
  start: { label: 'app1', offset: app1.offset, reason: 'onlyEntry' },
  otaData: { label: 'otadata', offset: otadata.offset, entries: [null, null] },
});
const fates = (built: BuiltPlan): Record<string, string> =>
  Object.fromEntries((built.view.effects?.items ?? []).map(({ label, fate }) => [label, fate]));
const effectOn = (built: BuiltPlan, label: string) => built.view.effects?.items.find((each) => each.label === label);
const sayings = (built: BuiltPlan): string[] => [...lines(built, 'problem'), ...lines(built, 'warning')];

describe('what a write does to what is on the board', () => {
  it('an app in its slot replaces the one there, with both versions; the rest stays', () => {
    const built = buildOn(used, [row('0x30000', app(), 'blink.bin')]);
    expect(built.view.effects?.basis).toBe('board');
    expect(fates(built)).toEqual({ nvs: 'kept', otadata: 'kept', app0: 'kept', app1: 'replaced', storage: 'kept' });
    expect(effectOn(built, 'app1')).toMatchObject({
      by: 'blink.bin',
      row: 0,
      before: { projectName: 'blink', version: '1.2' },
      after: { projectName: 'blink', version: '1' },
    });
    expect(effectOn(built, 'app0')).toMatchObject({ by: null, after: { version: '1.0' } });
    expect(sayings(built)).toEqual([]);
    expect(okLines(built)).toContain('data');
  });

  it('an app in an empty slot fills it', () => {
    const empty = { ...used, apps: [appOn(app1, 'blink', '1.2')] };
    expect(fates(buildOn(empty, [row('0x10000', app())]))['app0']).toBe('filled');
  });

  it('something else in an app slot overwrites it', () => {
    expect(fates(buildOn(used, [row('0x30000', bare())]))['app1']).toBe('overwritten');
    expect(fates(buildOn(used, [row('0x40000', bare())]))['app1']).toBe('overwritten');
  });

  it('of an app and a stranger in its slot the stranger is named', () => {
    const built = buildOn(used, [row('0x10000', app(), 'blink.bin'), row('0x20000', bare(), 'stray.bin')]);
    expect(effectOn(built, 'app0')).toMatchObject({ fate: 'overwritten', by: 'stray.bin', row: 1 });
  });

  it('a file that reaches over the end of its partition overwrites the next one', () => {
    const built = buildOn(used, [row('0x9000', bare(0x5004), 'nvs.bin')]);
    expect(fates(built)).toMatchObject({ nvs: 'overwritten', otadata: 'overwritten', app0: 'kept' });
  });

  it('a sector that is shared with a partition is erased with it', () => {
    const tail = partition({ label: 'tail', type: 1, subtype: 6, offset: 0x6_0800, sizeBytes: 0x800 });
    const layout = { ...used, partitions: views(...inUse, tail) };
    expect(fates(buildOn(layout, [row('0x60000', bare(0x10))]))['tail']).toBe('erased');
  });

  it('without a look at the board it is told from the table among the files', () => {
    const built = build([row('0x8000', table(...inUse)), row('0x10000', app())]);
    expect(built.view.effects?.basis).toBe('files');
    expect(fates(built)).toMatchObject({ nvs: 'kept', app0: 'replaced', app1: 'kept' });
    expect(effectOn(built, 'app0')?.before).toBeNull();
    expect(build([row('0x10000', app())]).view.effects).toBeNull();
  });

  it('everything erased first: what is not written anew is gone', () => {
    const built = buildOn(used, [row('0x30000', app())], { eraseAll: true });
    expect(fates(built)).toMatchObject({ nvs: 'erased', app0: 'erased', app1: 'replaced', storage: 'erased' });
  });
});

describe('my Wi-Fi was gone after flashing', () => {
  it('because everything was erased first: said, with a button against it', () => {
    const built = buildOn(used, [row('0x30000', app())], { eraseAll: true });
    expect(lines(built, 'warning')).toContain('data: plan.everythingErased');
    expect(repairs(built)).toContainEqual({ kind: 'setOption', option: 'eraseAll', value: false });
    expect(lines(build([row('0x30000', app())], { eraseAll: true }), 'warning')).toContain(
      'data: plan.everythingErased',
    );
  });

  it('because a file was put over it: said by name, with a button that leaves the file out', () => {
    const built = buildOn(used, [row('0x30000', app()), row('0x9000', bare(0x1000), 'data.bin')]);
    const check = built.view.checks.find(({ id }) => id === 'data');
    expect(check?.error).toEqual({
      code: 'plan.dataOverwritten',
      facts: { name: 'data.bin', partitions: 'nvs' },
    });
    expect(check?.rows).toEqual([1]);
    expect(repairs(built)).toContainEqual({ kind: 'disableRow', row: 1 });
  });

  it('because the new table has another place for it', () => {
    const moved = table({ ...nvs, offset: 0x6_0000 }, app0, storage);
    const built = buildOn(used, [row('0x1000', bootloader()), row('0x8000', moved, 'table.bin')]);
    expect(fates(built)).toMatchObject({ nvs: 'outOfReach', storage: 'kept', app1: 'outOfReach' });
    expect(built.view.checks.find(({ id }) => id === 'data')?.error).toEqual({
      code: 'plan.dataOutOfReach',
      facts: { name: 'table.bin', partitions: 'nvs' },
    });
  });

  it('an app partition that holds no app is missed by nobody', () => {
    const empty = { ...used, apps: [appOn(app0, 'blink', '1.0')] };
    const built = buildOn(empty, [row('0x1000', bootloader()), row('0x8000', table(nvs, otadata, app0, storage))]);
    expect(fates(built)).toMatchObject({ app0: 'kept', app1: 'kept' });
  });

  it('a file system that gets its own file is no loss, settings that get one are', () => {
    expect(sayings(buildOn(used, [row('0x50000', bare(0x1000))]))).toEqual([]);
    expect(sayings(buildOn(used, [row('0x9000', bare(0x5000))]))).toEqual(['data: plan.dataOverwritten']);
  });

  it('not on a board that is known to be empty', () => {
    const empty = boardLayout({ partitions: null, bootloader: null });
    const rows = [row('0x1000', bootloader()), row('0x8000', table(...inUse)), row('0x10000', app())];
    expect(sayings(buildOn(empty, rows, { eraseAll: true }))).toEqual([]);
    expect(okLines(buildOn(empty, rows))).not.toContain('data');
  });
});

describe('an app alone', () => {
  it('does not start on an empty board', () => {
    const empty = boardLayout({ partitions: null, bootloader: null });
    const built = buildOn(empty, [row('0x10000', app())]);
    expect(sayings(built)).toEqual(['complete: plan.noBootloaderThere']);
    expect(built.plan).not.toBeNull();
  });

  it('does not start on a board without a partition table', () => {
    const bare = boardLayout({ partitions: null });
    expect(sayings(buildOn(bare, [row('0x10000', app())]))).toEqual(['complete: plan.noTableThere']);
    const rows = [row('0x10000', app()), row('0x8000', table())];
    expect(sayings(buildOn(bare, rows))).toEqual([]);
  });

  it('an encrypted board that looks empty is not called empty', () => {
    const noise = boardLayout({ partitions: null, bootloader: null });
    const built = buildOn(noise, [row('0x10000', app())], { force: true }, board({ flashEncryption: true }));
    expect(lines(built, 'warning')).toEqual(['encryption: flash.encrypted']);
  });

  it('that is larger than its slot on the board is stopped', () => {
    const built = buildOn(used, [row('0x30000', app({}, 0x2_1000), 'big.bin')]);
    expect(built.error?.code).toBe('plan.appTooLarge');
    expect(built.error?.facts).toMatchObject({ partition: 'app1', partitionSizeBytes: 0x2_0000 });
  });

  it('beside the slots of the board goes to the one that starts', () => {
    const built = buildOn(used, [row('0x20000', app())]);
    expect(lines(built, 'warning')).toContain('app: plan.appNotOnPartition');
    expect(repairs(built)).toContainEqual({ kind: 'setOffset', row: 0, offset: app1.offset });
  });

  it('in the slot that the board does not start is never seen: said, with a button', () => {
    const built = buildOn(used, [row('0x10000', app(), 'blink.bin')]);
    expect(sayings(built)).toEqual(['starts: plan.otherAppStarts']);
    expect(built.view.checks.find(({ id }) => id === 'starts')?.error?.facts).toEqual({
      name: 'blink.bin',
      partition: 'app0',
      starting: 'app1',
      expectedOffset: app1.offset,
    });
    expect(repairs(built)).toContainEqual({ kind: 'setOffset', row: 0, offset: app1.offset });
  });

  it('starts where OTA data is written along, or where nothing else can start', () => {
    expect(sayings(buildOn(used, [row('0x10000', app()), row('0xe000', bare(0x2000))]))).toEqual([]);
    const fallback: BoardLayout = { ...used, start: { label: 'app1', offset: app1.offset, reason: 'fallback' } };
    expect(sayings(buildOn(fallback, [row('0x10000', app())]))).toEqual([]);
  });
});

describe('two files in one place', () => {
  it('the one that is away from its place is moved back, or left out', () => {
    const built = build([row('0x1000', bootloader(), 'boot.bin'), row('0x1000', table(), 'table.bin')]);
    const overlap = built.view.checks.find(({ id }) => id === 'overlap');
    expect(overlap?.repair).toEqual({ kind: 'setOffset', row: 1, offset: 0x8000 });
    expect(overlap?.otherRepair).toEqual({ kind: 'disableRow', row: 1 });
  });

  it('two that want the same place: one is left out', () => {
    const built = build([row('0x10000', app(), 'a.bin'), row('0x10000', app(), 'b.bin')]);
    const overlap = built.view.checks.find(({ id }) => id === 'overlap');
    expect(overlap?.repair?.kind).toBe('disableRow');
    expect(overlap?.otherRepair).toBeUndefined();
  });
});

describe('a board that is locked', () => {
  it('says so when it is not', () => {
    expect(okLines(build([row('0x10000', app())]))).toContain('security');
    expect(okLines(build([row('0x10000', app())], {}, board({ secureBoot: null })))).not.toContain('security');
  });
});

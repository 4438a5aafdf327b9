import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useBoardsStore } from '../../src-renderer/stores/boards';
import { useFlashTableStore } from '../../src-renderer/stores/flash-table';
import { useJobsStore } from '../../src-renderer/stores/jobs';
import { usePlanStore } from '../../src-renderer/stores/plan';
import { useRemarksStore } from '../../src-renderer/stores/remarks';
import { useSettingsStore } from '../../src-renderer/stores/settings';
import { useSetupsStore } from '../../src-renderer/stores/setups';
import { createDevBridge, type DevBridge } from './dev-bridge';
import { boards as cards } from './scene-boards';
import { files, type Scene, scenes, verified } from './scenes';

let bridge: DevBridge;
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);
const callsOf = (channel: string): unknown[] =>
  bridge.calls.filter((call) => call.channel === channel).map((call) => call.payload);
const names = (): string[] => useFlashTableStore().rows.map((row) => row.file.name);
const late = { ...files[0]!, token: 'late', name: 'late.bin' };

/** The stores over a scene whose job goes on until somebody ends it, with four files on the table. */
async function start(scene: Scene): Promise<void> {
  bridge = createDevBridge({ ...scene, stopAt: 'writing' });
  vi.stubGlobal('window', { esplanade: bridge });
  setActivePinia(createPinia());
  await useSettingsStore().load();
  useFlashTableStore().load();
  useJobsStore().load();
  usePlanStore().load();
  await useBoardsStore().load();
  await useSetupsStore().load();
  await useFlashTableStore().choose();
  await settle();
}
async function end(): Promise<void> {
  bridge.emit('job.finished', { jobId: useJobsStore().job?.jobId ?? '', outcome: verified });
  await settle();
}

describe('while a job writes the files of the table', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('others are not taken, and whoever drops them is told', async () => {
    await start(scenes.ready);
    await useJobsStore().start();
    bridge.emit('files.added', { files: [late], rejected: [] });
    await settle();
    expect(useRemarksStore().current).toBe('remark.tableInUse');
    expect(callsOf('files.release')).toEqual([{ tokens: ['late'] }]);
    const asked = callsOf('files.choose').length;
    expect(await useFlashTableStore().choose()).toBe(false);
    expect(callsOf('files.choose')).toHaveLength(asked);
    await end();
    expect(useJobsStore().job?.outcome?.kind).toBe('verified');
    expect(names()).not.toContain('late.bin');
  });

  test('nor are those that were on their way when it began', async () => {
    await start(scenes.ready);
    bridge.hold('files.describe');
    const received = useFlashTableStore().receive({ files: [late], rejected: [] });
    await useJobsStore().start();
    bridge.release('files.describe');
    await received;
    expect(names()).not.toContain('late.bin');
    expect(useRemarksStore().current).toBe('remark.tableInUse');
  });

  test('what the board turns out to be counts for the files as soon as it is over', async () => {
    await start({ ...scenes.ready, boards: [cards.silent], settings: { lastPath: cards.silent.path } });
    await useJobsStore().start();
    expect(useJobsStore().isRunning).toBe(true);
    bridge.emit('boards.changed', [{ ...cards.c3, path: cards.silent.path }]);
    await settle();
    expect(callsOf('files.describe')).toEqual([]);
    await end();
    expect(callsOf('files.describe')).toEqual([{ tokens: ['f1', 'f2', 'f3', 'f4'], chip: 'esp32c3' }]);
    expect(useJobsStore().job?.outcome?.kind).toBe('verified');
  });

  test('a setup that was opened meanwhile waits until it is read how the job ended', async () => {
    await start(scenes.ready);
    await useJobsStore().start();
    const row = { file: late, enabled: true, offsetText: '0x0', offsetIsTyped: false };
    bridge.emit('setup.opened', { revision: 9, rows: [row], source: null, replaces: true, settings: null });
    await end();
    expect(useJobsStore().job?.outcome?.kind).toBe('verified');
    expect(names()).toHaveLength(4);
    useJobsStore().putAway();
    await settle();
    expect(names()).toEqual(['late.bin']);
  });
});

describe('what was removed from the table', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('can be put back with what was typed, until something else comes', async () => {
    await start(scenes.ready);
    const table = useFlashTableStore();
    table.setOffset('f4', '0x20000');
    const before = table.rows;
    table.takeOff(['f1', 'f4']);
    expect(table.rows).toHaveLength(2);
    expect(callsOf('files.release')).toEqual([]);
    table.putBack();
    await settle();
    expect(table.rows).toEqual(before);
    expect(table.takenOff).toBeNull();

    table.takeOff(['f1']);
    table.takeOff(table.rows.map(({ file }) => file.token));
    expect(callsOf('files.release')).toEqual([{ tokens: ['f1'] }]);
    expect(table.rows).toEqual([]);
    await table.receive({ files: [late], rejected: [] });
    expect(table.takenOff).toBeNull();
    expect(callsOf('files.release').slice(1)).toEqual([{ tokens: ['f2', 'f3', 'f4'] }]);
  });

  test('is gone when a job begins', async () => {
    await start(scenes.ready);
    const table = useFlashTableStore();
    table.takeOff(['f1']);
    await useJobsStore().start();
    await settle();
    expect(table.takenOff).toBeNull();
    expect(callsOf('files.release')).toEqual([{ tokens: ['f1'] }]);
  });
});

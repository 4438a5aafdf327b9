import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mergeChanges } from '../../src-renderer/composables/build-changes';
import { useBoardsStore } from '../../src-renderer/stores/boards';
import { useBuildsStore } from '../../src-renderer/stores/builds';
import { useFlashTableStore } from '../../src-renderer/stores/flash-table';
import { useJobsStore } from '../../src-renderer/stores/jobs';
import { useLayoutsStore } from '../../src-renderer/stores/layouts';
import { useNoticesStore } from '../../src-renderer/stores/notices';
import { usePlanStore } from '../../src-renderer/stores/plan';
import { useSettingsStore } from '../../src-renderer/stores/settings';
import { useSetupsStore } from '../../src-renderer/stores/setups';
import type { BuildChange } from '../../src-shared/ipc/contract';
import { createDevBridge, type DevBridge } from './dev-bridge';
import { files, type Scene, scenes } from './scenes';

let bridge: DevBridge;

/** The stores over a scene, as `main.ts` brings them up, with the files on the table. */
async function start(scene: Scene): Promise<void> {
  bridge = createDevBridge(scene);
  vi.stubGlobal('window', { esplanade: bridge });
  setActivePinia(createPinia());
  await useSettingsStore().load();
  useFlashTableStore().load();
  useJobsStore().load();
  useLayoutsStore().load();
  usePlanStore().load();
  useBuildsStore().load();
  await useBoardsStore().load();
  await useSetupsStore().load();
  await useFlashTableStore().choose();
  await settle();
}
const callsOf = (channel: string): unknown[] =>
  bridge.calls.filter((call) => call.channel === channel).map((call) => call.payload);
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);
async function touch(): Promise<void> {
  bridge.emit('builds.touched', null);
  await settle();
}
const tokens = (): string[] => useFlashTableStore().rows.map((row) => row.file.token);
const app = files.find((file) => file.kind === 'app')?.token ?? '';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a build that changes the files on the table', () => {
  test('is put on the table and offered, and nothing is flashed', async () => {
    await start(scenes.buildChanged);
    expect(tokens()).toContain(app);
    await touch();
    expect(tokens()).toContain('f3-new');
    expect(tokens()).not.toContain(app);
    expect(useBuildsStore().offer?.changes.map(({ name }) => name)).toEqual(['weather-station.bin']);
    expect(callsOf('flash.start')).toEqual([]);
    expect(callsOf('files.release')).toContainEqual({ tokens: [app] });
    // What is watched is what lies there now.
    expect(callsOf('builds.follow').at(-1)).toEqual({ tokens: tokens() });
  });

  test('is flashed by one click, and the offer is gone', async () => {
    await start(scenes.buildChanged);
    await touch();
    expect(await useBuildsStore().flash()).toBe(true);
    expect(callsOf('flash.start')).toMatchObject([{ rows: [{}, {}, {}, { token: 'f3-new' }] }]);
    await settle();
    expect(useBuildsStore().offer).toBeNull();
  });

  test('is dismissed, and offered again when it changes again', async () => {
    await start(scenes.buildChanged);
    await touch();
    useBuildsStore().dismiss();
    expect(useBuildsStore().offer).toBeNull();
    await touch();
    expect(useBuildsStore().offer).not.toBeNull();
  });

  test('is flashed by itself only where that was chosen', async () => {
    await start({ ...scenes.buildChanged, isByItself: true });
    expect(useBuildsStore().isByItself).toBe(true);
    await touch();
    expect(callsOf('flash.start')).toHaveLength(1);
    expect(callsOf('flash.start')).toMatchObject([{ rows: [{}, {}, {}, { token: 'f3-new' }] }]);
  });

  test('that finds a problem is not flashed by itself, and says so', async () => {
    await start(scenes.buildStopped);
    await touch();
    expect(callsOf('flash.start')).toEqual([]);
    expect(useBuildsStore().stoppedBy).toBe('checks');
    expect(useBuildsStore().offer).not.toBeNull();
  });

  test('is not flashed by itself without its board', async () => {
    await start({ ...scenes.buildChanged, isByItself: true });
    bridge.emit('boards.changed', []);
    await touch();
    expect(callsOf('flash.start')).toEqual([]);
    expect(useBuildsStore().stoppedBy).toBe('boardMissing');
  });

  test('leaves the rows alone while they are written, and is offered afterwards', async () => {
    await start({ ...scenes.buildChanged, stopAt: 'writing' });
    await useJobsStore().start();
    await settle();
    await touch();
    expect(callsOf('builds.refresh')).toEqual([]);
    expect(tokens()).toContain(app);
    await useJobsStore().cancel();
    await settle();
    expect(callsOf('builds.refresh')).toHaveLength(1);
    expect(tokens()).toContain('f3-new');
    expect(useBuildsStore().offer).not.toBeNull();
  });

  test('waits for another job to end before it is flashed by itself', async () => {
    await start({ ...scenes.buildChanged, isByItself: true, stopAt: 'erasing' });
    await useJobsStore().startErase({ offset: 0, sizeBytes: 'rest' }, false);
    await settle();
    await touch();
    expect(callsOf('flash.start')).toEqual([]);
    bridge.emit('boardJob.finished', {
      jobId: 'job-1',
      outcome: { kind: 'cancelled', error: { code: 'job.cancelled', facts: {} } },
    });
    await settle();
    expect(callsOf('flash.start')).toHaveLength(1);
  });

  test('puts nothing on a table that has changed while the files were read', async () => {
    await start(scenes.buildChanged);
    bridge.emit('builds.touched', null);
    await useFlashTableStore().remove([files[0]?.token ?? '']);
    await settle();
    expect(callsOf('files.release')).toContainEqual({ tokens: ['f3-new'] });
    expect(callsOf('builds.refresh')).toHaveLength(2);
  });

  test('that is not finished leaves everything as it is, and is named', async () => {
    await start(scenes.buildUnfinished);
    await touch();
    expect(useBuildsStore().unfinished).toContain('weather-station.bin');
    expect(useBuildsStore().offer).toBeNull();
    expect(tokens()).toContain(app);
  });

  test('is nobody’s business where watching is switched off', async () => {
    await start({ ...scenes.buildChanged, settings: { ...scenes.buildChanged.settings, watchBuilds: false } });
    expect(callsOf('builds.follow')).toEqual([]);
    await touch();
    expect(callsOf('builds.refresh')).toEqual([]);
    await useSettingsStore().update({ watchBuilds: true });
    await touch();
    expect(useBuildsStore().offer).not.toBeNull();
    await useSettingsStore().update({ watchBuilds: false });
    await settle();
    expect(callsOf('builds.follow').at(-1)).toEqual({ tokens: [] });
    expect(useNoticesStore().notices).toEqual([]);
  });

  test('takes its offer back when the table is emptied', async () => {
    await start(scenes.buildChanged);
    await touch();
    await useFlashTableStore().remove(tokens());
    await settle();
    expect(useBuildsStore().offer).toBeNull();
  });
});

describe('changes one after the other', () => {
  const change = (before: string | null, after: string | null, name = 'lamp.bin'): BuildChange => {
    const state = (fingerprint: string | null) =>
      fingerprint === null ? null : { sizeBytes: fingerprint.length, offset: 0, fingerprint };
    return { name, before: state(before), after: state(after) };
  };
  test.each([
    ['are one from before the first', [change('a', 'bb')], [change('bb', 'ccc')], [change('a', 'ccc')]],
    ['are none when everything is as it was', [change('a', 'bb')], [change('bb', 'a')], []],
    [
      'of different files stand beside each other',
      [change('a', 'b')],
      [change('x', 'y', 'b.bin')],
      [change('a', 'b'), change('x', 'y', 'b.bin')],
    ],
    ['are none for a file that came and went', [change(null, 'b')], [change('b', null)], []],
  ])('%s', (_what, earlier, later, merged) => {
    expect(mergeChanges(earlier, later)).toEqual(merged);
  });
});

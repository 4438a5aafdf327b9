import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useBoardsStore } from '../../src-renderer/stores/boards';
import { useFlashTableStore } from '../../src-renderer/stores/flash-table';
import { useJobsStore } from '../../src-renderer/stores/jobs';
import { usePlanStore } from '../../src-renderer/stores/plan';
import { useSettingsStore } from '../../src-renderer/stores/settings';
import { useTourStore } from '../../src-renderer/stores/tour';
import type { FirmwareFile } from '../../src-shared/ipc/contract';
import { createDevBridge, type DevBridge } from './dev-bridge';
import { files, type Scene, scenes } from './scenes';

let bridge: DevBridge;
const example: readonly FirmwareFile[] = files
  .slice(0, 2)
  .map((file, index) => ({ ...file, token: `example-${index}`, name: `example-${index}.bin` }));
const tokens = (): string[] => useFlashTableStore().rows.map((row) => row.file.token);
const released = (): unknown[] =>
  bridge.calls.flatMap(({ channel, payload }) =>
    channel === 'files.release' ? (payload as { tokens: string[] }).tokens : [],
  );

async function start(scene: Scene): Promise<ReturnType<typeof useTourStore>> {
  bridge = createDevBridge({ ...scene, example });
  vi.stubGlobal('window', { esplanade: bridge });
  setActivePinia(createPinia());
  await useSettingsStore().load();
  useFlashTableStore().load();
  useJobsStore().load();
  usePlanStore().load();
  useTourStore().load();
  await useBoardsStore().load();
  return useTourStore();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the tour', () => {
  test('is offered on a first start, and never again once somebody has declined', async () => {
    const tour = await start(scenes.firstRun);
    expect(tour.isOffered).toBe(true);
    tour.welcome();
    expect(tour.isOffered).toBe(false);
    expect(bridge.calls.at(-1)).toEqual({ channel: 'settings.set', payload: { settings: { welcomed: true } } });
    expect((await start(scenes.empty)).isOffered).toBe(false);
  });

  test('one call later a virtual board and the example can be flashed; verified, it counts as done', async () => {
    const tour = await start(scenes.firstRun);
    await tour.begin();
    await vi.advanceTimersByTimeAsync(1000);
    expect(useBoardsStore().selected?.kind).toBe('virtual');
    expect(tokens()).toEqual(example.map((file) => file.token));
    expect(usePlanStore().view?.canFlash).toBe(true);
    await useJobsStore().start();
    await vi.advanceTimersByTimeAsync(1000);
    expect(useJobsStore().job?.outcome?.kind).toBe('verified');
    expect(tour.isOn).toBe(true);
    expect(useSettingsStore().current.welcomed).toBe(true);
  });

  test('at its end the table and the board are those of before', async () => {
    const tour = await start(scenes.ready);
    await useFlashTableStore().choose();
    const before = tokens();
    await tour.begin();
    expect(tokens()).not.toEqual(before);
    await tour.end();
    expect(tokens()).toEqual(before);
    expect(useBoardsStore().selectedPath).toBe('/dev/ttyUSB0');
    expect(released()).toEqual(example.map((file) => file.token));
  });

  test('without a board before there is none chosen afterwards', async () => {
    const tour = await start(scenes.firstRun);
    await tour.begin();
    await tour.end();
    expect(useBoardsStore().selectedPath).toBeNull();
    expect(tokens()).toEqual([]);
    expect(useSettingsStore().current.lastPath).toBeNull();
  });

  test('ends by itself when another board is chosen', async () => {
    const tour = await start(scenes.ready);
    await useFlashTableStore().choose();
    const before = tokens();
    await tour.begin();
    await useBoardsStore().select('/dev/ttyUSB0');
    await vi.advanceTimersByTimeAsync(100);
    expect(tour.isOn).toBe(false);
    expect(tokens()).toEqual(before);
  });

  test('makes way for files of one’s own, and loses none of those that were there', async () => {
    const tour = await start(scenes.ready);
    await useFlashTableStore().receive({ files: [files[0]!], rejected: [] });
    await tour.begin();
    bridge.emit('files.added', { files: [{ ...files[3]!, token: 'own' }], rejected: [] });
    await vi.advanceTimersByTimeAsync(100);
    expect(tour.isOn).toBe(false);
    expect(tokens()).toEqual(['f1', 'own']);
    expect(released()).toEqual(example.map((file) => file.token));
  });

  test('leaves everything alone while a job runs', async () => {
    const tour = await start({ ...scenes.ready, stopAt: 'writing' });
    await useFlashTableStore().choose();
    await vi.advanceTimersByTimeAsync(1000);
    await useJobsStore().start();
    const before = tokens();
    await tour.begin();
    expect(tokens()).toEqual(before);
    expect(tour.isOn).toBe(false);
  });
});

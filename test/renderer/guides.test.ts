import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findTopics, type HelpTopic, withoutFacts } from '../../src-renderer/composables/use-help-index';
import { useBoardsStore } from '../../src-renderer/stores/boards';
import { useFlashTableStore } from '../../src-renderer/stores/flash-table';
import { useGuidesStore } from '../../src-renderer/stores/guides';
import { useJobsStore } from '../../src-renderer/stores/jobs';
import { usePlanStore } from '../../src-renderer/stores/plan';
import { useSettingsStore } from '../../src-renderer/stores/settings';
import type { AppErrorData } from '../../src-shared/errors/app-error';
import { canPass, guideIds, guidesFor } from '../../src-shared/guides/guides';
import { createDevBridge, type DevBridge } from './dev-bridge';
import { progressAt, scenes } from './scenes';

let bridge: DevBridge;
const error: AppErrorData = {
  code: 'connect.wrongBootMode',
  facts: { path: '/dev/ttyUSB0', bootMode: 0xc, chip: 'esp32c3', bootLog: '' },
};
const calledWith = (channel: string): unknown[] =>
  bridge.calls.filter((call) => call.channel === channel).map((call) => call.payload);
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

/** A write that failed, as the page shows it. */
async function failedWrite(): Promise<ReturnType<typeof useGuidesStore>> {
  bridge = createDevBridge(scenes.guide);
  vi.stubGlobal('window', { esplanade: bridge });
  setActivePinia(createPinia());
  await useSettingsStore().load();
  useFlashTableStore().load();
  useJobsStore().load();
  usePlanStore().load();
  useGuidesStore().load();
  await useBoardsStore().load();
  await useFlashTableStore().choose();
  await settle();
  await useJobsStore().start();
  await settle();
  expect(useJobsStore().job?.outcome?.kind).toBe('failed');
  return useGuidesStore();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a guide beside a failed write', () => {
  test('tries the same write patiently while it is open, and tells why nobody answers', async () => {
    const guides = await failedWrite();
    guides.openForJob(error);
    await settle();
    const [first, second] = calledWith('flash.start');
    expect(second).toEqual({ ...(first as object), isPatient: true });
    expect(guides.open?.id).toBe('bootMode');
    expect(guides.attempts).toMatchObject({ state: 'trying', trouble: { code: 'connect.wrongBootMode' } });
  });

  test('goes away by itself when the board answers, and the write goes on', async () => {
    const guides = await failedWrite();
    guides.openForJob(error);
    await settle();
    const { jobId, path } = useJobsStore().job!;
    bridge.emit('job.progress', { jobId: jobId!, path, ...progressAt('detecting', 0) });
    await vi.advanceTimersByTimeAsync(100);
    expect(guides.attempts?.state).toBe('reached');
    await vi.advanceTimersByTimeAsync(3000);
    expect(guides.open).toBeNull();
    expect(calledWith('job.cancel')).toEqual([]);
    expect(useJobsStore().isRunning).toBe(true);
  });

  test('put away before anybody answered, it ends the attempts and the failure is shown again', async () => {
    const guides = await failedWrite();
    const before = useJobsStore().job;
    guides.openForJob(error);
    await settle();
    guides.close();
    await settle();
    expect(calledWith('job.cancel')).toHaveLength(1);
    expect(useJobsStore().job).toEqual(before);
  });

  test('changing to another guide does not interrupt the attempts', async () => {
    const guides = await failedWrite();
    guides.openForJob(error);
    await settle();
    guides.choose('wiring');
    await settle();
    expect(guides.open?.id).toBe('wiring');
    expect(calledWith('job.cancel')).toEqual([]);
  });

  test('trying again would not help where the chip is the wrong one: there is no guide and no attempt', async () => {
    const guides = await failedWrite();
    guides.openForJob({ code: 'connect.wrongChip', facts: { expected: 'esp32', found: 'esp32c3' } });
    await settle();
    expect(guides.open).toBeNull();
    expect(calledWith('flash.start')).toHaveLength(1);
  });
});

describe('a guide beside a board that does not say who it is', () => {
  test('asks until it is put away', async () => {
    const guides = await failedWrite();
    useJobsStore().putAway();
    guides.openForBoard(error);
    expect(calledWith('boards.identify').at(-1)).toEqual({ path: '/dev/ttyUSB0', isPatient: true });
    guides.close();
    expect(calledWith('boards.stopIdentify')).toEqual([{ path: '/dev/ttyUSB0' }]);
  });
});

test('whatever a person can do something about has a guide, and every guide is reached from an error', () => {
  const codes = ['connect.noReply', 'connect.wrongBootMode', 'port.busy', 'port.forbidden', 'port.notFound'] as const;
  for (const code of codes) expect([code, guidesFor(code).length > 0, canPass(code)]).toEqual([code, true, true]);
  const reached = [...codes, 'port.openFailed' as const].flatMap((code) => guidesFor(code));
  expect([...new Set(reached)].sort()).toEqual([...guideIds].sort());
});

test('Help finds topics by all words, in any order and case', () => {
  const topic = (id: 'power' | 'wiring', words: string): HelpTopic => ({ kind: 'guide', id, title: id, words });
  const topics = [topic('power', 'brownout cable hub'), topic('wiring', 'cable tx rx')];
  expect(findTopics(topics, ' HUB  cable ').map(({ id }) => id)).toEqual(['power']);
  expect(findTopics(topics, '')).toEqual(topics);
  expect(findTopics(topics, 'cable nonsense')).toEqual([]);
});

test('a message in Help says what its facts are, and announces none that it does not have', () => {
  const words = { file: 'file', port: 'port', chip: 'chip' } as const;
  const plain = (text: string): string => withoutFacts(text, (kind) => words[kind]);
  expect(plain('{path} could not be opened: {reason}.')).toBe('‹port› could not be opened.');
  expect(plain('{name} would end at {endOffset}.')).toBe('‹file› would end at …');
  expect(plain('读取 {name} 失败：{reason}。')).toBe('读取 ‹file› 失败。');
});

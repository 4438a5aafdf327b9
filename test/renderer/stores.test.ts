import { createPinia, setActivePinia } from 'pinia';
import { nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useBoardsStore } from '../../src-renderer/stores/boards';
import { useFlashTableStore } from '../../src-renderer/stores/flash-table';
import { useJobsStore } from '../../src-renderer/stores/jobs';
import { useLayoutsStore } from '../../src-renderer/stores/layouts';
import { useNoticesStore } from '../../src-renderer/stores/notices';
import { usePlanStore } from '../../src-renderer/stores/plan';
import { useSettingsStore } from '../../src-renderer/stores/settings';
import { AppError } from '../../src-shared/errors/app-error';
import { createDevBridge, type DevBridge } from './dev-bridge';
import { layout as boardLayout } from './board-scenes';
import { boards as cards } from './scene-boards';
import { files, progressAt, type Scene, scenes } from './scenes';

let bridge: DevBridge;

/** The stores over a scene, as `main.ts` brings them up. */
async function start(scene: Scene): Promise<void> {
  bridge = createDevBridge(scene);
  vi.stubGlobal('window', { esplanade: bridge });
  setActivePinia(createPinia());
  await useSettingsStore().load();
  useFlashTableStore().load();
  useJobsStore().load();
  useLayoutsStore().load();
  usePlanStore().load();
  await useBoardsStore().load();
}
const callsOf = (channel: string): unknown[] =>
  bridge.calls.filter((call) => call.channel === channel).map((call) => call.payload);
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('boards', () => {
  test('the board of last time is chosen again and asked who it is', async () => {
    await start({ ...scenes.onVirtual, settings: { lastPath: 'sim://esp32c3' } });
    expect(useBoardsStore().selectedPath).toBe('sim://esp32c3');
    expect(callsOf('boards.identify')).toEqual([{ path: 'sim://esp32c3' }]);
  });

  test('a board that is plugged in is chosen where none was', async () => {
    await start(scenes.firstRun);
    const boards = useBoardsStore();
    expect(boards.selectedPath).toBeNull();
    bridge.emit('boards.changed', [cards.virtual, cards.c3]);
    expect(boards.selectedPath).toBe('/dev/ttyUSB0');
    expect(boards.chip).toBe('esp32c3');
  });

  test('a virtual board is never chosen for somebody', async () => {
    await start(scenes.firstRun);
    expect(useBoardsStore().selected).toBeNull();
  });

  test('with two boards nobody guesses between them unless one has answered', async () => {
    await start({ ...scenes.firstRun, boards: [cards.silent, cards.asking] });
    expect(useBoardsStore().selectedPath).toBeNull();
    bridge.emit('boards.changed', [cards.silent, cards.asking, cards.c3]);
    expect(useBoardsStore().selectedPath).toBe('/dev/ttyUSB0');
  });

  test('an unplugged board stays chosen and is there again when it comes back', async () => {
    await start(scenes.empty);
    const boards = useBoardsStore();
    bridge.emit('boards.changed', [cards.virtual]);
    expect(boards.isMissing).toBe(true);
    bridge.emit('boards.changed', [cards.virtual, cards.c3]);
    expect(boards.selected?.path).toBe('/dev/ttyUSB0');
  });

  test('virtual boards can be hidden, but not the one in use', async () => {
    await start(scenes.onVirtual);
    await useSettingsStore().update({ showVirtualBoards: false });
    expect(useBoardsStore().cards.map((card) => card.path)).toEqual(['/dev/ttyUSB0', 'sim://esp32']);
  });

  test('a network address that is none is refused with its code', async () => {
    await start(scenes.empty);
    await expect(useBoardsStore().addNetwork('nonsense')).rejects.toMatchObject({ code: 'port.badAddress' });
    await useBoardsStore().addNetwork('socket://10.0.0.1:5555');
    expect(useBoardsStore().selected?.kind).toBe('network');
  });
});

describe('the flash table', () => {
  test('dropped files get their addresses, in order', async () => {
    await start(scenes.ready);
    bridge.emit('files.added', { files: [...files].reverse(), rejected: [] });
    await settle();
    expect(useFlashTableStore().rows.map((row) => row.offsetText)).toEqual(['0x0', '0x8000', '0xe000', '0x10000']);
  });

  test('a newer build replaces the file and keeps an address that was typed', async () => {
    await start(scenes.ready);
    const table = useFlashTableStore();
    await table.choose();
    table.setOffset('f4', '0x20000');
    await table.receive({ files: [{ ...files[3]!, token: 'newer' }], rejected: [] });
    expect(table.rows).toHaveLength(4);
    expect(table.rows.at(-1)).toMatchObject({ offsetText: '0x20000', file: { name: 'weather-station.bin' } });
    expect(callsOf('files.release')).toEqual([{ tokens: ['f4'] }]);
  });

  test('another chip brings its own addresses, but not over typed ones', async () => {
    await start({ ...scenes.ready, boards: [], settings: {} });
    const table = useFlashTableStore();
    await table.receive({ files: files.map((file) => ({ ...file, suggestedOffset: 0x1000 })), rejected: [] });
    table.setOffset('f1', '0x2000');
    bridge.emit('boards.changed', [cards.c3]);
    await settle();
    const texts = Object.fromEntries(table.rows.map((row) => [row.file.token, row.offsetText]));
    expect(texts).toEqual({ f1: '0x2000', f2: '0x8000', f3: '0xe000', f4: '0x10000' });
  });

  test('an address that is put back where it belongs is not a typed one any more', async () => {
    await start({ ...scenes.ready, boards: [], settings: {} });
    const table = useFlashTableStore();
    await table.receive({ files: files.map((file) => ({ ...file, suggestedOffset: 0x1000 })), rejected: [] });
    for (const text of ['0x2000', '4k']) table.setOffset('f4', text);
    expect(table.rows.find((row) => row.file.token === 'f4')?.offsetText).toBe('4k');
    bridge.emit('boards.changed', [cards.c3]);
    await settle();
    expect(table.rows.find((row) => row.file.token === 'f4')?.offsetText).toBe('0x10000');
  });

  test('what cannot be used is said, the rest is taken', async () => {
    await start(scenes.rejected);
    await useFlashTableStore().choose();
    expect(useFlashTableStore().rows).toHaveLength(4);
    expect(useNoticesStore().notices.map((notice) => notice.error.code)).toEqual(['file.notUnderstood', 'file.empty']);
  });

  test('removing a file lets its bytes go', async () => {
    await start(scenes.ready);
    await useFlashTableStore().choose();
    await useFlashTableStore().remove(['f2']);
    expect(useFlashTableStore().rows.map((row) => row.file.token)).toEqual(['f1', 'f3', 'f4']);
    expect(callsOf('files.release')).toEqual([{ tokens: ['f2'] }]);
  });
});

describe('the checks', () => {
  test('typing asks once, when it pauses', async () => {
    await start(scenes.ready);
    await useFlashTableStore().choose();
    await settle();
    const before = callsOf('plan.check').length;
    for (const text of ['0', '0x', '0x2', '0x20']) useFlashTableStore().setOffset('f1', text);
    await settle();
    expect(callsOf('plan.check').length).toBe(before + 1);
  });

  test('while they are asked again the old ones count as stale', async () => {
    await start(scenes.ready);
    await useFlashTableStore().choose();
    await settle();
    expect(usePlanStore().isStale).toBe(false);
    useFlashTableStore().setEnabled('f1', false);
    await Promise.resolve();
    expect(usePlanStore().isStale).toBe(true);
    await settle();
    expect(usePlanStore().view?.writes.map((write) => write.name)).not.toContain('bootloader.bin');
  });

  const telling = { ...cards.c3, identity: { ...cards.c3.identity, mac: '7c:df:a1:00:00:01' } };

  test('news of the board leave a start possible, but wait for their checks first', async () => {
    await start(scenes.ready);
    await useFlashTableStore().choose();
    await settle();
    const plan = usePlanStore();
    bridge.emit('boards.changed', [telling, cards.virtual]);
    await nextTick();
    expect(plan.isStale).toBe(true);
    expect(plan.canFlash).toBe(true);
    const before = callsOf('plan.check').length;
    await useJobsStore().start();
    expect(callsOf('plan.check').length).toBe(before + 1);
    expect(callsOf('flash.start')).toHaveLength(1);
  });

  test('a start is none where the news speak against it', async () => {
    const scene = { ...scenes.ready };
    await start(scene);
    await useFlashTableStore().choose();
    await settle();
    scene.checks = scenes.problems.checks;
    bridge.emit('boards.changed', [telling, cards.virtual]);
    await useJobsStore().start();
    await useJobsStore().startVerify();
    expect(usePlanStore().canFlash).toBe(false);
    expect([callsOf('flash.start'), callsOf('verify.start')]).toEqual([[], []]);
  });

  test('what was changed cannot be written before its checks are back', async () => {
    await start(scenes.ready);
    await useFlashTableStore().choose();
    await settle();
    useFlashTableStore().setOffset('f4', '0x20000');
    expect(usePlanStore().canFlash).toBe(false);
    await settle();
    expect(usePlanStore().canFlash).toBe(true);
    await useSettingsStore().updateFlash({ eraseAll: true });
    expect(usePlanStore().canFlash).toBe(false);
  });

  test('a repair changes the row that the check spoke of', async () => {
    await start(scenes.problems);
    await useFlashTableStore().choose();
    await settle();
    await usePlanStore().repair({ kind: 'setOffset', row: 0, offset: 0x1000 });
    await usePlanStore().repair({ kind: 'disableRow', row: 3 });
    await usePlanStore().repair({ kind: 'setFlashSize', flashSize: 'detect' });
    const table = useFlashTableStore();
    expect(table.rows[0]).toMatchObject({ offsetText: '0x1000' });
    expect(table.rows[3]).toMatchObject({ enabled: false });
    expect(useSettingsStore().current.flash.flashSize).toBe('detect');
  });
});

describe('a job', () => {
  async function flash(scene: Scene): Promise<void> {
    await start(scene);
    await useFlashTableStore().choose();
    await settle();
    await useJobsStore().start();
  }

  test('runs with the rows and settings that were checked, and ends verified', async () => {
    await flash(scenes.verified);
    expect(useJobsStore().isRunning).toBe(true);
    expect(callsOf('flash.start')).toEqual(callsOf('plan.check').slice(-1));
    await settle();
    expect(useJobsStore().job?.outcome?.kind).toBe('verified');
  });

  test('locks the table while it runs', async () => {
    await flash(scenes.running);
    await settle();
    useFlashTableStore().setOffset('f1', '0x4000');
    await useFlashTableStore().remove(['f1']);
    expect(useFlashTableStore().rows[0]?.offsetText).toBe('0x0');
    expect(useJobsStore().job?.progress?.stage).toBe('writing');
  });

  test('an end that overtakes the answer to the start is not lost', async () => {
    await start(scenes.ready);
    await useFlashTableStore().choose();
    await settle();
    const started = useJobsStore().start();
    while (callsOf('flash.start').length === 0) await Promise.resolve();
    bridge.emit('job.progress', { jobId: 'job-1', path: '/dev/ttyUSB0', ...progressAt('writing', 0.5) });
    bridge.emit('job.finished', { jobId: 'job-1', outcome: scenes.cancelled.outcome });
    await started;
    expect(useJobsStore().job?.outcome?.kind).toBe('cancelled');
  });

  test('messages of other jobs change nothing', async () => {
    await flash(scenes.running);
    await settle();
    bridge.emit('job.finished', { jobId: 'another', outcome: scenes.failed.outcome });
    expect(useJobsStore().isRunning).toBe(true);
  });

  test('cancel is a request: the job ends when the main process says so', async () => {
    await flash(scenes.running);
    await settle();
    const cancelled = useJobsStore().cancel();
    expect(useJobsStore().isRunning).toBe(true);
    await cancelled;
    await settle();
    expect(useJobsStore().job?.outcome?.kind).toBe('cancelled');
  });

  test('a start that is refused is a failure like any other', async () => {
    await start(scenes.ready);
    await useFlashTableStore().choose();
    await settle();
    bridge.refuse('flash.start', new AppError('job.portInUse', { path: '/dev/ttyUSB0' }));
    await useJobsStore().start();
    expect(useJobsStore().job?.outcome).toMatchObject({ kind: 'failed', error: { code: 'job.portInUse' } });
    expect(useFlashTableStore().isLocked).toBe(false);
  });

  test('unplugged is told from failed, and stays on show until something else is asked for', async () => {
    await flash(scenes.unplugged);
    await settle();
    expect(useJobsStore().job?.outcome?.kind).toBe('unplugged');
    bridge.emit('boards.changed', [cards.c3, cards.virtual]);
    await settle();
    expect(useJobsStore().job?.outcome?.kind).toBe('unplugged');
    useFlashTableStore().setEnabled('f1', false);
    await settle();
    expect(useJobsStore().job).toBeNull();
  });

  test('copies its report', async () => {
    await flash(scenes.failed);
    await settle();
    await useJobsStore().copyReport();
    expect(callsOf('app.copyText')).toEqual([{ text: 'Esplanade 0.1.0\njob-1' }]);
    expect(useJobsStore().reportCopied).toBe(true);
  });
});

describe('a board’s own partition table', () => {
  test('is read once, told for that board only, and forgotten after a write', async () => {
    await start(scenes.backup);
    const layouts = useLayoutsStore();
    await layouts.need();
    await layouts.need();
    expect(callsOf('boards.layout')).toEqual([{ path: '/dev/ttyUSB0' }]);
    expect(layouts.layout?.app?.label).toBe('app1');
    await useBoardsStore().select('sim://esp32');
    expect(layouts.layout).toBeNull();
    await useBoardsStore().select('/dev/ttyUSB0');
    expect(layouts.layout).not.toBeNull();
    // Another board at the same port.
    bridge.emit('boards.changed', [{ ...cards.c3, identity: { ...cards.c3.identity, mac: '7c:df:a1:00:00:01' } }]);
    expect(layouts.layout).toBeNull();
    bridge.emit('boards.changed', [cards.c3, cards.virtual]);
    expect(layouts.layout).not.toBeNull();
    // A job that never got to write changed nothing.
    bridge.emit('job.progress', { ...progressAt('connecting', 0), jobId: 'job-8', path: '/dev/ttyUSB0' });
    bridge.emit('job.finished', { jobId: 'job-8', outcome: scenes.cancelled.outcome });
    expect(layouts.layout).not.toBeNull();
    bridge.emit('job.progress', { ...progressAt('writing', 0.5), jobId: 'job-9', path: '/dev/ttyUSB0' });
    bridge.emit('job.finished', { jobId: 'job-9', outcome: scenes.cancelled.outcome });
    expect(layouts.layout).toBeNull();
  });

  test('is known after a write that told it, without another restart', async () => {
    await start(scenes.backup);
    const layouts = useLayoutsStore();
    const { outcome } = scenes.verified;
    if (outcome.kind !== 'verified') throw new Error('the scene ends otherwise');
    const told = { ...outcome, result: { ...outcome.result, layout: boardLayout } };
    bridge.emit('job.progress', { ...progressAt('writing', 0.5), jobId: 'job-9', path: '/dev/ttyUSB0' });
    bridge.emit('job.finished', { jobId: 'job-9', outcome: told });
    expect(layouts.layout?.app?.label).toBe('app1');
    expect(callsOf('boards.layout')).toEqual([]);
  });

  test('survives the moment in which a chip’s own USB is gone, and no longer', async () => {
    await start(scenes.backup);
    const layouts = useLayoutsStore();
    await layouts.read();
    bridge.emit('boards.changed', [cards.virtual]);
    await nextTick();
    vi.advanceTimersByTime(2000);
    bridge.emit('boards.changed', [cards.c3]);
    await nextTick();
    vi.advanceTimersByTime(10_000);
    expect(layouts.layout).not.toBeNull();
    bridge.emit('boards.changed', [cards.virtual]);
    await nextTick();
    vi.advanceTimersByTime(10_000);
    bridge.emit('boards.changed', [cards.c3]);
    expect(layouts.layout).toBeNull();
  });

  test('virtual boards are looked at unasked, real ones are not', async () => {
    await start(scenes.onVirtual);
    await useLayoutsStore().needWhereHarmless();
    expect(callsOf('boards.layout')).toEqual([{ path: 'sim://esp32' }]);
    await start(scenes.ready);
    await useLayoutsStore().needWhereHarmless();
    expect(callsOf('boards.layout')).toEqual([]);
  });

  test('a look that a job pushed aside is no trouble of the board', async () => {
    await start(scenes.backup);
    bridge.refuse('boards.layout', new AppError('job.cancelled', {}));
    await useLayoutsStore().read();
    expect(useLayoutsStore().error).toBeNull();
  });

  test('what a look tells is asked about once more', async () => {
    await start(scenes.ready);
    await useFlashTableStore().choose();
    await settle();
    const before = callsOf('plan.check').length;
    await useLayoutsStore().read();
    await settle();
    expect(callsOf('plan.check').length).toBe(before + 1);
  });

  test('that cannot be read is an answer with its reason', async () => {
    await start({ ...scenes.backup, layout: null });
    await useLayoutsStore().read();
    expect(useLayoutsStore().error?.code).toBe('connect.noReply');
  });
});

describe('jobs of the other pages', () => {
  test('a read goes where the person said, with the remembered way of contact', async () => {
    await start(scenes.backupDone);
    await useSettingsStore().updateFlash({ useStub: false });
    await useJobsStore().startRead({ offset: 0x9000, sizeBytes: 0x5000 }, 'nvs.bin');
    await settle();
    expect(callsOf('read.start')).toEqual([
      {
        path: '/dev/ttyUSB0',
        span: { offset: 0x9000, sizeBytes: 0x5000 },
        settings: { baudRate: 'automatic', useStub: false, before: 'default-reset', after: 'hard-reset' },
        save: 'save-1',
      },
    ]);
    expect(useJobsStore().job?.outcome?.kind).toBe('read');
    await useJobsStore().showSave();
    expect(callsOf('saves.show')).toEqual([{ token: 'save-1' }]);
  });

  test('an erase leaves the flash table free, a comparison does not', async () => {
    await start({ ...scenes.ready, stopAt: 'erasing' });
    await useFlashTableStore().choose();
    await useJobsStore().startErase('all', false);
    await settle();
    expect(useFlashTableStore().isLocked).toBe(false);
    // One job at a time.
    await useJobsStore().startVerify();
    expect(callsOf('verify.start')).toEqual([]);
    await useJobsStore().cancel();
    await settle();
    await useJobsStore().startVerify();
    expect(useFlashTableStore().isLocked).toBe(true);
  });
});

describe('builds for several chips', () => {
  const source = { kind: 'manifest', name: 'weather-station' } as const;
  test('the one for the board is switched on, and the other one when the board is', async () => {
    const [first, second] = files;
    await start({ ...scenes.ready, files: [{ ...first!, isForBoard: false }, second!], source });
    await useFlashTableStore().choose();
    const table = useFlashTableStore();
    expect(table.rows.map((row) => row.enabled)).toEqual([false, true]);
    expect(table.source).toEqual(source);
    await table.receive({ files: [files[2]!], rejected: [] });
    expect(table.source).toBeNull();
  });
});

describe('settings', () => {
  test('what is sent can be cloned by the bridge, also when it holds reactive state', async () => {
    await start(scenes.ready);
    await useSettingsStore().updateFlash({ eraseAll: true });
    expect(callsOf('settings.set')).toHaveLength(1);
    expect(useSettingsStore().current.flash.eraseAll).toBe(true);
  });

  test('a setting that could not be kept is said', async () => {
    await start(scenes.ready);
    bridge.refuse('settings.set', new AppError('settings.unreadable', { reason: 'disk full' }));
    await useSettingsStore().update({ theme: 'dark' });
    expect(useNoticesStore().notices[0]?.error.code).toBe('settings.unreadable');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors/app-error';
import {
  appSettingsSchema,
  defaultConnectionSettings,
  defaultFlashSettings,
  requestSchemas,
  type AppSettings,
  type MonitorState,
} from '../../src-shared/ipc/contract';
import type { Desktop } from '../../src-main/ipc/desktop';
import { createHandlers } from '../../src-main/ipc/handlers/handlers';
import { createRouter, type Router } from '../../src-main/ipc/router';
import { SavedFiles } from '../../src-main/jobs/saved-files';
import type { AppServices, FlashRequest } from '../../src-main/jobs/services';
import { noLayout } from '../renderer/board-scenes';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'esplanade-ipc-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const unheard = (): Promise<never> => Promise.reject(new AppError('port.notOpen', { path: '' }));
const noMonitorState: MonitorState = {
  status: 'closed',
  path: null,
  baudRate: null,
  canReset: false,
  heldBy: null,
  error: null,
  recording: null,
  programs: [],
};
const noMonitor: AppServices['monitor'] = {
  isReceiving: false,
  state: () => noMonitorState,
  stateForNewWindow: () => noMonitorState,
  open: unheard,
  close: () => Promise.resolve(),
  setRate: unheard,
  setLines: unheard,
  reset: unheard,
  send: unheard,
  taken: () => undefined,
  clear: () => undefined,
  save: unheard,
  startRecording: unheard,
  stopRecording: () => Promise.resolve(),
  addPrograms: () => Promise.resolve([]),
  locate: unheard,
  shutDown: () => Promise.resolve(),
  onData: () => () => undefined,
  onState: () => () => undefined,
};

/** Services that remember what they were asked for. */
function createRig(overrides: Partial<AppServices['jobs']> = {}) {
  const asked: unknown[] = [];
  let settings: AppSettings = appSettingsSchema.parse({});
  const unsubscribe = (): void => undefined;
  const services: AppServices = {
    memory: {
      openProgram: (path) => Promise.reject(new AppError('file.notFound', { name: path })),
      start: (request) => {
        asked.push(['memory', request]);
        return Promise.resolve({ jobId: 'job-1' });
      },
    },
    tools: {
      start: (request) => {
        asked.push(['tools', request]);
        return Promise.resolve({ jobId: 'job-1' });
      },
      saveSfdp: (token) => Promise.reject(new AppError('file.notFound', { name: token })),
    },
    volumes: {
      start: (request) => {
        asked.push(['volume', request]);
        return Promise.resolve({ jobId: 'job-1' });
      },
      preview: (token) => {
        throw new AppError('file.notFound', { name: token });
      },
      nameOf: () => 'index.html',
      save: (token, entry, save) => {
        asked.push(['volume.save', token, entry, save]);
        return Promise.resolve({ files: [] });
      },
      saveAll: (token, folder) => {
        asked.push(['volume.saveAll', token, folder]);
        return Promise.reject(new AppError('file.notFound', { name: token }));
      },
    },
    volumeEditor: {
      receiver: null,
      add: (token) => Promise.reject(new AppError('file.notFound', { name: token })),
      replace: (token) => Promise.reject(new AppError('file.notFound', { name: token })),
      remove: (token) => ({ token, changes: [], entries: [], usedBytes: 0, problem: null, rejected: [] }),
      rename: (token) => ({ token, changes: [], entries: [], usedBytes: 0, problem: null, rejected: [] }),
      undo: (token) => ({ token, changes: [], entries: [], usedBytes: 0, problem: null, rejected: [] }),
      receive: () => Promise.resolve(),
      write: (request) => {
        asked.push(['volume.write', request]);
        return Promise.resolve({ jobId: 'job-1' });
      },
      onChanged: () => unsubscribe,
    },
    builds: {
      follow: ({ length }) => ({ fileCount: length }),
      refresh: () => Promise.resolve({ kind: 'same' }),
    },
    byItself: { get: () => false, set: (_tokens, _path, isOn) => Promise.resolve(isOn) },
    connections: {
      get: () => defaultConnectionSettings,
      set: (path, choice) => {
        asked.push(['connection', path, choice]);
        return Promise.resolve(choice);
      },
    },
    boards: {
      list: () => [],
      setWatching: (watching) => asked.push(['setWatching', watching]),
      identify: (path) => Promise.reject(new AppError('port.notFound', { path })),
      readLayout: () => Promise.resolve(noLayout),
      stopLayout: (path) => asked.push(['stopLayout', path]),
      stopIdentify: (path) => asked.push(['stopIdentify', path]),
      addNetwork: (path) => Promise.reject(new AppError('port.badAddress', { path, reason: 'no' })),
      remove: (path) => asked.push(['remove', path]),
      onChanged: () => unsubscribe,
    },
    traces: {
      watch: (watching) => {
        asked.push(['watchTrace', watching]);
        return [];
      },
      read: ({ jobId }) => {
        throw new AppError('job.notFound', { jobId });
      },
      text: ({ jobId }) => Promise.reject(new AppError('job.notFound', { jobId })),
      save: ({ jobId }) => Promise.reject(new AppError('job.notFound', { jobId })),
    },
    sharing: {
      list: () => [],
      start: (request) => Promise.reject(new AppError('job.portInUse', { path: request.path })),
      stop: (path) => {
        asked.push(['unshare', path]);
        return Promise.resolve();
      },
    },
    setups: {
      begin: () => 1,
      tell: (table) => asked.push(['tell', table]),
      take: (paths, chip) => {
        asked.push(['take', paths, chip]);
        return Promise.resolve({ files: [], rejected: [] });
      },
      chooseAndOpen: () => Promise.resolve(),
      save: () => Promise.resolve(true),
      close: () => Promise.resolve(true),
      locate: () => Promise.resolve(),
      leaveOut: () => undefined,
      listRecents: () => Promise.resolve([]),
      openRecent: () => Promise.resolve(),
      forgetRecent: () => Promise.resolve(),
    },
    history: {
      list: () => Promise.resolve({ entries: [], problem: null }),
      remove: () => Promise.resolve(),
      check: () => Promise.reject(new AppError('history.notFound', {})),
      save: () => Promise.resolve(),
    },
    again: { prepare: () => Promise.resolve({ kind: 'nothing' }) },
    firmware: {
      addPaths: () => Promise.resolve({ files: [], rejected: [] }),
      describe: () => [],
      release: (tokens) => asked.push(['release', tokens]),
    },
    plans: { check: () => Promise.reject(new TypeError('cannot read properties of undefined')) },
    jobs: {
      startFlash: (request: FlashRequest) => {
        asked.push(['startFlash', request]);
        return Promise.resolve({ jobId: 'job-1' });
      },
      cancel: (jobId) => asked.push(['cancel', jobId]),
      report: (jobId) => `report of ${jobId}`,
      shutDown: () => Promise.resolve(),
      onProgress: () => unsubscribe,
      onFinished: () => unsubscribe,
      startRead: (request) => {
        asked.push(['startRead', request]);
        return Promise.resolve({ jobId: 'job-2' });
      },
      startErase: () => Promise.resolve({ jobId: 'job-3' }),
      startVerify: () => Promise.resolve({ jobId: 'job-4' }),
      startTable: () => Promise.resolve({ jobId: 'job-6' }),
      startNvs: () => Promise.resolve({ jobId: 'job-5' }),
      onBoardJobFinished: () => unsubscribe,
      ...overrides,
    },
    monitor: noMonitor,
    saves: new SavedFiles(),
    nvs: {
      reveal: () => [{ text: 'salt', isCut: false }],
      save: () => Promise.resolve({ files: [], leftOut: 0 }),
    },
    partitions: {
      open: () => Promise.resolve({ name: 'table.csv', rows: [], hasMd5: true }),
      save: () => Promise.resolve({ files: [] }),
    },
    boardFiles: { save: () => Promise.resolve({ files: [] }) },
    images: {
      isReceiving: false,
      open: (paths) => {
        asked.push(['open', paths]);
        return Promise.resolve({ files: [], rejected: [] });
      },
      convert: () => Promise.resolve({ files: [] }),
      merge: () => Promise.resolve({ files: [] }),
    },
    settings: {
      get: () => settings,
      set: (change) => {
        settings = { ...settings, ...change };
        return Promise.resolve(settings);
      },
      reset: () => Promise.resolve(settings),
    },
  };
  const desktop: Desktop = {
    info: () => ({ version: '1', electron: '25', platform: 'linux x64', locale: 'en' }),
    openAdviceLink: (code) => {
      asked.push(['openAdviceLink', code]);
      return Promise.resolve();
    },
    makeExample: (path) => Promise.resolve(join(folder, path)),
    copyText: (text) => asked.push(['copyText', text]),
    notify: (message) => asked.push(['notify', message]),
    showDataFolder: () => asked.push(['showDataFolder']),
    chooseFiles: () => Promise.resolve(['/tmp/app.bin']),
    chooseAnyFiles: () => Promise.resolve(['/tmp/index.html']),
    chooseFolder: () => Promise.resolve('/tmp'),
    chooseSavePath: (suggestedName) => Promise.resolve(join(folder, suggestedName)),
    showInFolder: (path) => asked.push(['showInFolder', path]),
  };
  const unexpected: string[] = [];
  const router: Router<string> = createRouter({
    handlers: createHandlers(services, desktop),
    isTrusted: (caller: string) => caller === 'our window',
    onUnexpectedError: (channel) => unexpected.push(channel),
  });
  return {
    asked,
    unexpected,
    call: (channel: unknown, payload?: unknown) => router(channel, payload, 'our window'),
    router,
  };
}

const row = { token: 't', enabled: true, offsetText: '0x1000' };

describe('the router', () => {
  it('has a handler for every call of the contract', () => {
    const { asked } = createRig();
    const handlers = createHandlers({} as AppServices, {} as Desktop);
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(requestSchemas).sort());
    expect(asked).toEqual([]);
  });

  it('wraps a reply', async () => {
    expect(await createRig().call('app.info')).toEqual({
      ok: true,
      value: { version: '1', electron: '25', platform: 'linux x64', locale: 'en' },
    });
  });

  it('refuses a caller that is not our window before looking at anything', async () => {
    const { router, asked } = createRig();
    for (const payload of [{ jobId: 'job-1' }, { nonsense: true }]) {
      expect(await router('job.cancel', payload, 'an iframe')).toEqual({
        ok: false,
        error: { code: 'ipc.forbiddenSender', facts: { channel: 'job.cancel' } },
      });
    }
    expect(asked).toEqual([]);
  });

  it.each([['no.such'], ['__proto__'], ['toString'], [42], [null], [['job.cancel']], ['x'.repeat(5000)]])(
    'refuses the unknown channel %s',
    async (channel) => {
      const { call, asked } = createRig();
      expect(await call(channel, { jobId: '' })).toMatchObject({ ok: false, error: { code: 'ipc.badRequest' } });
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['job.cancel', undefined],
    ['job.cancel', { jobId: 7 }],
    ['job.cancel', { jobId: 'a', extra: 1 }],
    ['app.info', {}],
    ['boards.watch', { watching: 'yes' }],
    ['files.release', { tokens: ['x'.repeat(101)] }],
    ['flash.start', { path: 'sim://esp32', rows: [], settings: defaultFlashSettings }],
    ['flash.start', { path: 'sim://esp32', rows: [row], settings: { ...defaultFlashSettings, baudRate: 300 } }],
    ['flash.start', { path: 'sim://esp32', rows: [row], settings: { ...defaultFlashSettings, before: 'never' } }],
    ['settings.set', { settings: { theme: 'purple' } }],
    ['settings.set', { settings: { unheardOf: 1 } }],
  ])('refuses %s with %j, and nothing happens', async (channel, payload) => {
    const { call, asked } = createRig();
    expect(await call(channel, payload)).toMatchObject({ ok: false, error: { code: 'ipc.badRequest' } });
    expect(asked).toEqual([]);
  });

  it('hands a good request to the service', async () => {
    const { call, asked } = createRig();
    const request = { path: 'sim://esp32', rows: [row], settings: defaultFlashSettings };
    expect(await call('flash.start', request)).toEqual({ ok: true, value: { jobId: 'job-1' } });
    expect(await call('job.cancel', { jobId: 'job-1' })).toEqual({ ok: true, value: null });
    expect(await call('files.choose', { chip: 'esp32' })).toMatchObject({ ok: true });
    expect(asked).toEqual([
      ['startFlash', { ...request, looksAfterwards: true }],
      ['cancel', 'job-1'],
      ['take', ['/tmp/app.bin'], 'esp32'],
    ]);
  });

  it('reads into the place that was chosen, without the window knowing where that is', async () => {
    const { call, asked } = createRig();
    const chosen = await call('saves.choose', { suggestedName: 'backup.bin' });
    expect(chosen).toEqual({ ok: true, value: { token: 'save-1', name: 'backup.bin' } });
    const request = {
      path: 'sim://esp32',
      span: { offset: 0x9000, sizeBytes: 0x6000 },
      settings: { baudRate: 'automatic', useStub: true, before: 'default-reset', after: 'hard-reset' },
    };
    expect(await call('read.start', { ...request, save: 'save-1' })).toEqual({ ok: true, value: { jobId: 'job-2' } });
    expect(await call('saves.show', { token: 'save-1' })).toEqual({ ok: true, value: null });
    const outputPath = join(folder, 'backup.bin');
    expect(asked).toEqual([
      ['startRead', { ...request, outputPath }],
      ['showInFolder', outputPath],
    ]);
  });

  it('a place that nobody chose is no place', async () => {
    const { call, asked } = createRig();
    const refused = { ok: false, error: { code: 'file.notFound' } };
    for (const token of ['save-1', '/etc/passwd', '../x']) {
      expect(await call('saves.read', { token, offset: 0, sizeBytes: 16 })).toMatchObject(refused);
      expect(await call('saves.show', { token })).toMatchObject(refused);
    }
    expect(asked).toEqual([]);
  });

  it('hands over a made file by pieces', async () => {
    const { call } = createRig();
    await call('saves.choose', { suggestedName: 'pieces.bin' });
    expect(await call('saves.read', { token: 'save-1', offset: 0, sizeBytes: 4 })).toMatchObject({
      ok: false,
      error: { code: 'file.notFound', facts: { name: 'pieces.bin' } },
    });
    writeFileSync(join(folder, 'pieces.bin'), Uint8Array.of(1, 2, 3, 4, 5));
    const pieceAt = (offset: number) => call('saves.read', { token: 'save-1', offset, sizeBytes: 4 });
    expect(await pieceAt(0)).toEqual({ ok: true, value: { bytes: Uint8Array.of(1, 2, 3, 4), fileSizeBytes: 5 } });
    expect(await pieceAt(4)).toEqual({ ok: true, value: { bytes: Uint8Array.of(5), fileSizeBytes: 5 } });
    expect(await pieceAt(9)).toEqual({ ok: true, value: { bytes: new Uint8Array(), fileSizeBytes: 5 } });
    const tooMuch = await call('saves.read', { token: 'save-1', offset: 0, sizeBytes: 0x1_0001 });
    expect(tooMuch).toMatchObject({ ok: false, error: { code: 'ipc.badRequest' } });
  });

  it('changes only the settings that were sent', async () => {
    const { call } = createRig();
    await call('settings.set', { settings: { theme: 'dark', advancedOpen: true } });
    expect(await call('settings.set', { settings: { language: 'de' } })).toMatchObject({
      ok: true,
      value: { theme: 'dark', advancedOpen: true, language: 'de' },
    });
  });

  it('passes a known error on as data', async () => {
    const { call, unexpected } = createRig();
    expect(await call('boards.identify', { path: '/dev/ttyUSB9' })).toEqual({
      ok: false,
      error: { code: 'port.notFound', facts: { path: '/dev/ttyUSB9' } },
    });
    expect(unexpected).toEqual([]);
  });

  it('turns an unknown error into `internal` without its stack, and reports it', async () => {
    const { call, unexpected } = createRig();
    const envelope = await call('plan.check', { path: null, rows: [], settings: defaultFlashSettings });
    expect(envelope).toEqual({
      ok: false,
      error: { code: 'internal', facts: { reason: 'cannot read properties of undefined' } },
    });
    expect(unexpected).toEqual(['plan.check']);
  });

  it('catches what a handler throws at once, not only what it rejects with', async () => {
    const { call } = createRig({
      cancel: (jobId) => {
        throw new AppError('job.notFound', { jobId });
      },
    });
    expect(await call('job.cancel', { jobId: 'gone' })).toEqual({
      ok: false,
      error: { code: 'job.notFound', facts: { jobId: 'gone' } },
    });
  });
});

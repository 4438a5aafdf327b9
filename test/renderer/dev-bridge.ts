/**
 * A main process made of scenes: enough to see every state of the window and to test what the window
 * does with the answers. It checks nothing that the real one checks; it is never shipped.
 */
import type { Bridge } from '../../src-shared/ipc/channels';
import type {
  AppSettings,
  BoardCard,
  BoardJobOutcome,
  Channel,
  Envelope,
  EventName,
  Events,
  FirmwareFile,
  JobKind,
  JobStage,
  PlanView,
  Replies,
  Request,
  VolumeChange,
  VolumeDraft,
} from '../../src-shared/ipc/contract';
import { appSettingsSchema, defaultConnectionSettings } from '../../src-shared/ipc/contract';
import { partitionKind } from '../../src-shared/formats/partition-kind';
import { toAppError, AppError } from '../../src-shared/errors/app-error';
import { parseSize } from '../../src-shared/numbers/parse-number';
import { byteAt } from './board-scenes';
import { memoryOutcome } from './memory-scenes';
import { toolsOutcome } from './tools-scenes';
import { monitorHandlers } from './monitor-scenes';
import { c3 } from './scene-boards';
import { progressAt, type Scene } from './scenes';
import { sharedC3 } from './sharing-scenes';
import { traceHandlers } from './trace-scenes';
import { changeOf, draftOf, previewAt, savedVolume, volumeOutcome, volumeWrittenOutcome } from './volume-scenes';

/** The bridge, and what a test may do to the world behind it. */
export interface DevBridge extends Bridge {
  emit<E extends EventName>(event: E, payload: Events[E]): void;
  /** Every call so far, in order. */
  readonly calls: readonly { readonly channel: Channel; readonly payload: unknown }[];
  /** Makes one channel fail from now on. */
  refuse(channel: Channel, error: AppError): void;
  /** Makes one channel not answer from now on, until `release`. */
  hold(channel: Channel): void;
  release(channel: Channel): void;
}

type Handlers = { [C in Channel]: (request: Request<C>) => Replies[C] | Promise<Replies[C]> };

export function createDevBridge(scene: Scene): DevBridge {
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const calls: { channel: Channel; payload: unknown }[] = [];
  const refusals = new Map<Channel, AppError>();
  const held = new Map<Channel, { readonly answer: Promise<unknown>; readonly release: () => void }>();
  let boards: readonly BoardCard[] = scene.boards;
  let settings: AppSettings = appSettingsSchema.parse(scene.settings);
  const known = new Map<string, FirmwareFile>([...scene.example, ...scene.files].map((file) => [file.token, file]));
  let jobs = 0;
  let connection = defaultConnectionSettings;
  let hasLooked = false;
  let isByItself = scene.isByItself;

  function emit<E extends EventName>(event: E, payload: Events[E]): void {
    for (const listener of listeners.get(event) ?? []) listener(structuredClone(payload));
  }

  function runJob(jobId: string, path: string): void {
    const stages: readonly JobStage[] = [
      'connecting',
      'detecting',
      'startingStub',
      'writing',
      'verifying',
      'resetting',
    ];
    const end = scene.outcome.kind === 'failed' && scene.outcome.error.code.startsWith('connect.') ? 1 : stages.length;
    for (const stage of stages.slice(0, end)) {
      const part = stage === 'writing' ? 0.62 : stages.indexOf(stage) > 3 ? 1 : 0;
      emit('job.progress', { jobId, path, ...progressAt(stage, part) });
      if (stage === scene.stopAt) return;
      if (stage === 'writing' && scene.outcome.kind !== 'failed' && 'error' in scene.outcome) break;
    }
    if (scene.outcome.kind === 'unplugged') {
      boards = boards.filter((card) => card.path !== path);
      emit('boards.changed', boards);
    }
    emit('job.finished', { jobId, outcome: scene.outcome });
  }

  function startBoardJob(
    kind: Exclude<JobKind, 'flash' | 'identify'>,
    path: string,
    end?: BoardJobOutcome,
  ): { jobId: string } {
    jobs += 1;
    const jobId = `job-${jobs}`;
    const work = {
      read: 'reading',
      erase: 'erasing',
      verify: 'verifying',
      nvs: 'reading',
      memory: 'reading',
      tools: 'reading',
      volume: 'reading',
      volumeWrite: 'writing',
    } as const;
    setTimeout(() => {
      for (const stage of ['connecting', 'detecting', 'startingStub', work[kind], 'resetting'] as const) {
        // What is refused is refused before anything is written.
        if (stage === 'writing' && end !== undefined && 'error' in end) continue;
        const part =
          stage === 'reading' || stage === 'writing' || stage === 'verifying' ? 0.44 : stage === 'resetting' ? 1 : 0;
        const now = progressAt(stage, part);
        emit('job.progress', { ...now, jobId, path, kind, rowDoneBytes: [], rowTotalBytes: [] });
        if (stage === scene.stopAt) return;
      }
      emit('boardJob.finished', { jobId, outcome: end ?? (kind === 'nvs' ? scene.nvsOutcome : scene.boardOutcome) });
    }, 0);
    return { jobId };
  }

  let changes: readonly VolumeChange[] = [];
  function draft(next: readonly VolumeChange[]): VolumeDraft {
    changes = next;
    return draftOf(changes, scene.volume);
  }

  const handlers: Handlers = {
    'app.info': () => ({ version: '0.1.0', electron: '45.4.1', platform: 'linux x64', locale: 'en-GB' }),
    'app.openLink': () => null,
    'app.copyText': () => null,
    'app.notify': () => null,
    'app.showDataFolder': () => null,
    'settings.get': () => settings,
    'settings.set': ({ settings: change }) => (settings = { ...settings, ...(change as Partial<AppSettings>) }),
    'settings.reset': () => (settings = appSettingsSchema.parse({ welcomed: settings.welcomed })),
    'boards.list': () => boards,
    'boards.watch': () => null,
    'boards.identify': ({ path }) => {
      const card = boards.find((each) => each.path === path);
      if (card?.identity === undefined || card.identity === null)
        throw new AppError('connect.noReply', { path, attempts: 7 });
      return card.identity;
    },
    'boards.stopIdentify': () => null,
    'boards.layout': ({ path }) => {
      if (scene.layout === null) throw new AppError('connect.noReply', { path, attempts: 7 });
      hasLooked = true;
      return scene.layout;
    },
    'boards.stopLayout': () => null,
    'boards.save': () => ({ files: [{ token: 'save-2', name: 'board.json', sizeBytes: 4210, offset: null }] }),
    'boards.addNetwork': ({ path }) => {
      if (!path.startsWith('socket://'))
        throw new AppError('port.badAddress', { path, reason: 'it does not begin with socket://' });
      const card: BoardCard = {
        path,
        kind: 'network',
        adapter: null,
        vendorId: null,
        productId: null,
        serialNumber: null,
        isLikely: false,
        state: 'unknown',
        identity: null,
        error: null,
      };
      boards = [...boards, card];
      emit('boards.changed', boards);
      return card;
    },
    'boards.remove': ({ path }) => {
      boards = boards.filter((card) => card.path !== path);
      emit('boards.changed', boards);
      return null;
    },
    'connection.get': () => connection,
    'connection.set': ({ settings: choice }) => {
      if (choice.resetSequence.includes('X')) {
        const facts = { text: choice.resetSequence, what: 'reset sequence', choices: 'D0, D1, R0, R1, U0,1, W0.1' };
        throw new AppError('input.badChoice', facts);
      }
      return (connection = choice);
    },
    'files.choose': () => ({
      files: scene.files,
      rejected: scene.rejected,
      ...(scene.source === null ? {} : { source: scene.source }),
    }),
    'files.example': () => ({ files: scene.example, rejected: [], source: { kind: 'idfBuild', name: 'promenade' } }),
    'files.release': () => null,
    'files.describe': ({ tokens }) => tokens.flatMap((token) => known.get(token) ?? []),
    'builds.follow': ({ tokens }) => ({ fileCount: scene.news === null ? 0 : tokens.length }),
    'builds.refresh': () => {
      const news = scene.news ?? { kind: 'same' };
      if (news.kind === 'changed') for (const { file } of news.replaced) known.set(file.token, file);
      return news;
    },
    'builds.byItself': () => isByItself,
    'builds.setByItself': ({ isOn }) => (isByItself = isOn),
    'plan.check': ({ rows }) => planFor(rows, scene, known, hasLooked),
    'flash.start': ({ path, isPatient }) => {
      jobs += 1;
      const jobId = `job-${jobs}`;
      const trouble = 'error' in scene.outcome ? scene.outcome.error : null;
      setTimeout(() => {
        // A patient job goes on trying until a test says otherwise.
        if (isPatient === true) emit('job.progress', { jobId, path, ...progressAt('connecting', 0), trouble });
        else runJob(jobId, path);
      }, 0);
      return { jobId };
    },
    'verify.start': ({ path }) => startBoardJob('verify', path),
    'read.start': ({ path }) => startBoardJob('read', path),
    'erase.start': ({ path }) => startBoardJob('erase', path),
    'images.choose': () => scene.lookedInto,
    'images.receive': () => null,
    'images.convert': () => ({ files: [{ token: 'save-2', name: 'app.bin', sizeBytes: 1_237_504, offset: null }] }),
    'images.merge': () => ({ files: [{ token: 'save-2', name: 'merged.bin', sizeBytes: 1_302_528, offset: 0 }] }),
    'partitions.open': () => scene.openedTable,
    'partitions.save': ({ format }) => ({
      files: [
        { token: 'save-2', name: `partitions.${format === 'csv' ? 'csv' : 'bin'}`, sizeBytes: 3072, offset: null },
      ],
    }),
    'partitions.write': ({ path }) => {
      jobs += 1;
      const jobId = `job-${jobs}`;
      setTimeout(() => runJob(jobId, path), 0);
      return { jobId };
    },
    'memory.chooseProgram': () => ({
      token: 'program-1',
      name: 'blink-ram.bin',
      sizeBytes: 1300,
      entryAddress: 0x4038_0134,
      segments: [{ address: 0x3fc9_0000, sizeBytes: 1200 }],
    }),
    'memory.start': ({ path, task, holds }) => startBoardJob('memory', path, memoryOutcome(c3, task, holds)),
    'tools.start': ({ path, task }) =>
      startBoardJob(
        'tools',
        path,
        toolsOutcome(boards.find((card) => card.path === path)?.identity ?? c3, task, scene.tools),
      ),
    'tools.saveSfdp': () => ({ files: [{ token: 'save-2', name: 'sfdp.bin', sizeBytes: 112, offset: null }] }),
    'volume.start': ({ path, ...place }) => startBoardJob('volume', path, volumeOutcome(c3, place, scene.volume)),
    'volume.preview': ({ entry, asBytes }) => previewAt(entry, asBytes),
    'volume.save': () => ({ files: [{ token: 'save-2', name: 'index.html', sizeBytes: 2210, offset: null }] }),
    'volume.saveAll': () => savedVolume,
    'volume.add': ({ folder }) => draft(changeOf(changes, 'added', `${folder}/new.html`)),
    'volume.replace': ({ entry }) => draft(changeOf(changes, 'replaced', entry)),
    'volume.remove': ({ entry }) => draft(changeOf(changes, 'removed', entry)),
    'volume.rename': ({ entry, to }) => draft(changeOf(changes, 'renamed', entry, to)),
    'volume.undo': ({ change }) => draft(change === null ? [] : changes.filter(({ id }) => id !== change)),
    'volume.receive': () => null,
    'volume.write': ({ path }) => startBoardJob('volumeWrite', path, volumeWrittenOutcome(c3, changes, scene.volume)),
    'nvs.start': ({ path }) => startBoardJob('nvs', path),
    'nvs.reveal': ({ entries }) => entries.map((entry) => ({ text: `value ${entry}`, isCut: false })),
    'nvs.save': () => ({
      files: [{ token: 'save-2', name: 'nvs.csv', sizeBytes: 910, offset: null }],
      leftOut: 1,
    }),
    'saves.choose': ({ suggestedName }) => ({ token: 'save-1', name: suggestedName }),
    'saves.show': () => null,
    'saves.read': ({ offset, sizeBytes }) => ({
      bytes: Uint8Array.from({ length: sizeBytes }, (_, index) => byteAt(offset + index)),
      fileSizeBytes: 4 * 1024 * 1024,
    }),
    'setups.begin': () => {
      setTimeout(() => emit('setup.state', scene.setup), 0);
      return { revision: 1 };
    },
    'setups.table': () => null,
    'setups.open': () => null,
    'setups.save': () => true,
    'setups.close': () => true,
    'setups.locate': () => null,
    'setups.leaveOut': ({ id }) => {
      emit('setup.state', { ...scene.setup, missing: scene.setup.missing.filter((file) => file.id !== id) });
      return null;
    },
    'setups.again': () => ({ kind: 'nothing' }),
    'history.list': () => ({ entries: scene.history, problem: null }),
    'history.remove': ({ ids }) => {
      emit('history.removed', { ids });
      return null;
    },
    'history.check': ({ id }) => {
      const entry = scene.history.find((each) => each.id === id);
      if (entry === undefined) throw new AppError('history.notFound', {});
      return entry.files.map(({ name }, index) => ({ name, state: index === 3 ? 'changed' : 'same' }));
    },
    'history.export': () => null,
    'recents.list': () => scene.recents,
    'recents.open': () => null,
    'recents.forget': ({ id }) => {
      emit(
        'recents.changed',
        scene.recents.filter((item) => item.id !== id),
      );
      return null;
    },
    'sharing.list': () => scene.shares,
    'sharing.start': ({ path, audience, port }) => {
      if (port < 1024)
        throw new AppError('port.cannotListen', { address: `127.0.0.1:${port}`, reason: 'it is reserved' });
      return { ...sharedC3, path, audience, port, wantedPort: port, peers: [] };
    },
    'sharing.stop': () => {
      emit('sharing.changed', []);
      return null;
    },
    'job.cancel': ({ jobId }) => {
      setTimeout(
        () =>
          emit('job.finished', { jobId, outcome: { kind: 'cancelled', error: { code: 'job.cancelled', facts: {} } } }),
        0,
      );
      return null;
    },
    'job.report': ({ jobId }) => ({ text: `Esplanade 0.1.0\n${jobId}` }),
    ...monitorHandlers(scene.monitor, emit),
    ...traceHandlers(scene.trace, emit),
  };

  return {
    calls,
    emit,
    refuse: (channel, error) => refusals.set(channel, error),
    hold(channel) {
      let release = (): void => undefined;
      held.set(channel, { answer: new Promise<void>((done) => (release = done)), release: () => release() });
    },
    release(channel) {
      held.get(channel)?.release();
      held.delete(channel);
    },
    async call(channel, payload) {
      const name = channel as Channel;
      // Real bridges clone: what cannot be cloned must fail here too.
      const request: unknown = structuredClone(payload);
      calls.push({ channel: name, payload: request });
      const refusal = refusals.get(name);
      try {
        if (refusal !== undefined) throw refusal;
        await held.get(name)?.answer;
        const handler = handlers[name] as (request: unknown) => unknown;
        const value: unknown = await handler(request);
        return structuredClone({ ok: true, value }) satisfies Envelope<unknown>;
      } catch (error) {
        return { ok: false, error: toAppError(error).toData() } satisfies Envelope<unknown>;
      }
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener);
      return () => set.delete(listener);
    },
  };
}

/** The scene's checks, and the one that every typed address needs. */
function planFor(
  rows: Request<'plan.check'>['rows'],
  scene: Scene,
  known: ReadonlyMap<string, FirmwareFile>,
  hasLooked: boolean,
): PlanView {
  const checks = [...scene.checks];
  const writes: PlanView['writes'][number][] = [];
  rows.forEach((row, index) => {
    const file = known.get(row.token);
    if (file === undefined || !row.enabled) return;
    try {
      const offset = parseSize(row.offsetText, file.name);
      writes.push({ row: index, name: file.name, kind: file.kind, offset, sizeBytes: file.sizeBytes });
    } catch (error) {
      checks.push({
        id: 'addresses',
        state: 'problem',
        error: toAppError(error).toData(),
        facts: {},
        rows: [index],
        repair: null,
      });
    }
  });
  const table = scene.files.find((file) => file.partitions !== null)?.partitions ?? [];
  return {
    canFlash: writes.length > 0 && checks.every((check) => check.state !== 'problem'),
    checks,
    writes,
    layout: table.map(({ label, type, subtype, offset, sizeBytes }) => ({
      row: null,
      name: label,
      kind: partitionKind({ type, subtype }),
      offset,
      sizeBytes,
    })),
    flashSizeBytes: 4 * 1024 * 1024,
    totalBytes: writes.reduce((sum, write) => sum + write.sizeBytes, 0),
    effects: null,
    ...(hasLooked ? scene.planAfterLook : scene.plan),
  };
}

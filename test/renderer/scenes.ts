/** States of the world that the development bridge plays: what the main process would answer. */
import type { AppErrorData } from '../../src-shared/errors/app-error';
import {
  type AppSettings,
  type BoardCard,
  type BoardJobOutcome,
  type PortShare,
  type BoardLayout,
  type BuildNews,
  defaultFlashSettings,
  type FirmwareFile,
  type FirmwareSource,
  type HistoryEntry,
  type ImagesAdded,
  type JobOutcome,
  type JobProgress,
  type JobStage,
  type OpenedTable,
  type PlanView,
  type RecentItem,
  type SetupState,
} from '../../src-shared/ipc/contract';
import { goodChecks, headerSize, encryptionCheck, closedCheck, badChecks } from './check-scenes';
import { lookedInto, mergedFile } from './image-scenes';
import { files, strangeFile } from './file-scenes';
import {
  bigEffects,
  bigLayout,
  effectsOfFiles,
  erasesAll,
  keepsData,
  mergedPlan,
  overlapping,
  regionsAt,
  withheld,
} from './map-scenes';
import { monitorScenes, type MonitorScene } from './monitor-scenes';
import { comparedOutcome, erasedOutcome, layout as boardLayout, noLayout, readOutcome } from './board-scenes';
import { encryptedNvs, nvsOutcome } from './nvs-scenes';
import { boards, c3 } from './scene-boards';
import { historyOf } from './history-scenes';
import { newBuild } from './build-scenes';
import { lockedTools, type ToolsScene } from './tools-scenes';
import { brokenSetup, noSetup, recents } from './setup-scenes';
import { sharedC3, usedC3 } from './sharing-scenes';
import type { TraceSceneOrNone } from './trace-scenes';
import { emptyVolume, filesChanged, type VolumeScene, wholeVolume } from './volume-scenes';

export { files, strangeFile };

const mib = 1024 * 1024;

export interface Scene {
  readonly boards: readonly BoardCard[];
  readonly files: readonly FirmwareFile[];
  /** What `files.example` answers. */
  readonly example: readonly FirmwareFile[];
  readonly settings: Partial<AppSettings>;
  readonly checks: PlanView['checks'];
  /** Files that the drop also brought and that could not be used. */
  readonly rejected: readonly { readonly name: string; readonly error: AppErrorData }[];
  /** Where a started job stops; null where it runs to its outcome. */
  readonly stopAt: JobStage | null;
  readonly outcome: JobOutcome;
  /** How a read, an erase or a comparison ends. */
  readonly boardOutcome: BoardJobOutcome;
  /** How a read of the settings on the board ends. */
  readonly nvsOutcome: BoardJobOutcome;
  /** What the partition table editor gets out of a file; null: the person thought better of it. */
  readonly openedTable: OpenedTable | null;
  /** What `boards.layout` answers; null: it fails. */
  readonly layout: BoardLayout | null;
  /** The page to go to; null for the one that opens. */
  readonly page: 'Board' | 'Backup' | 'Erase' | 'Images' | 'Monitor' | 'History' | 'Help' | null;
  /** Where the files came from together. */
  readonly source: FirmwareSource | null;
  /** What the checks tell beside their lines, where it is not simply the files. */
  readonly plan: Partial<PlanView>;
  /** The same, once somebody has looked at the board. */
  readonly planAfterLook: Partial<PlanView>;
  /** What the Images page gets to look into. */
  readonly lookedInto: ImagesAdded;
  readonly monitor: MonitorScene;
  /** What is special about the flash part and the chip that the tools ask. */
  readonly tools: ToolsScene;
  /** What lies in the partition with files. */
  readonly volume: VolumeScene;
  /** The setup on the table. */
  readonly setup: SetupState;
  /** What was open lately. */
  readonly recents: readonly RecentItem[];
  /** What a touched build turns out to be; null: the files are not on disk, and nothing is watched. */
  readonly news: BuildNews | null;
  /** The new build is flashed without being asked. */
  readonly isByItself: boolean;
  /** What was flashed, newest first. */
  readonly history: readonly HistoryEntry[];
  /** Ports given to the network. */
  readonly shares: readonly PortShare[];
  readonly trace: TraceSceneOrNone;
}

const md5s = [
  '5d41402abc4b2a76b9719d911017c592',
  '7d793037a0760186574b0282f2f435e7',
  '9e107d9d372bb6826bd81d3542a419d6',
  'e4d909c290d0fb1ca068ffaddf22cbd0',
];

export const verified: Extract<JobOutcome, { readonly kind: 'verified' }> = {
  kind: 'verified',
  result: {
    identity: c3,
    regions: files.map((file, index) => ({
      name: file.name,
      offset: file.suggestedOffset ?? 0,
      sizeBytes: file.sizeBytes,
      md5: md5s[index] ?? '',
      sentBytes: Math.round(file.sizeBytes * 0.61),
    })),
    writtenBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
    elapsedMs: 8423,
    baudRate: 921_600,
    bootLog:
      'ESP-ROM:esp32c3-api1-20210207\nBuild:Feb  7 2021\nrst:0x1 (POWERON),boot:0xc (SPI_FAST_FLASH_BOOT)\nI (24) boot: ESP-IDF v5.5 2nd stage bootloader\nI (301) app_init: Project name:     weather-station\nI (306) app_init: App version:      2.4.1\nI (340) main_task: Calling app_main()\nhello from the weather station',
  },
};

const base: Scene = {
  boards: [boards.c3, boards.virtual, boards.virtual32],
  files: [],
  example: files,
  settings: { theme: 'light', welcomed: true, lastPath: '/dev/ttyUSB0', flash: defaultFlashSettings },
  checks: goodChecks,
  rejected: [],
  stopAt: null,
  outcome: verified,
  boardOutcome: readOutcome(c3),
  nvsOutcome: nvsOutcome(c3),
  openedTable: null,
  layout: boardLayout,
  page: null,
  source: null,
  plan: {},
  planAfterLook: {},
  lookedInto: lookedInto.app,
  monitor: monitorScenes.talking,
  tools: {},
  volume: {},
  setup: noSetup,
  recents: [],
  news: null,
  isByItself: false,
  history: [],
  shares: [],
  trace: { first: 0, end: 131 },
};
const failed: BoardJobOutcome = {
  kind: 'failed',
  error: { code: 'connect.noReply', facts: { path: '/dev/ttyUSB0', attempts: 7 } },
};
const encrypted: BoardCard = {
  ...boards.c3,
  identity: { ...c3, secureBoot: true, flashEncryption: true },
};
const closed: BoardCard = {
  ...boards.c3,
  identity: { ...c3, revision: null, mac: null, flash: null, secureBoot: true, secureDownloadMode: true },
};
const loaded: Scene = {
  ...base,
  files,
  checks: [...goodChecks, keepsData],
  plan: { effects: effectsOfFiles('files') },
  planAfterLook: { effects: effectsOfFiles('board') },
};
const unproven: JobOutcome = {
  kind: 'written',
  result: { ...verified.result, regions: verified.result.regions.map((region) => ({ ...region, isUnproven: true })) },
};

export const scenes = {
  firstRun: {
    ...base,
    boards: [boards.virtual, boards.virtual32],
    settings: { ...base.settings, welcomed: false, lastPath: null },
  },
  noBoards: { ...base, boards: [], settings: { ...base.settings, lastPath: null } },
  empty: base,
  onVirtual: { ...base, settings: { ...base.settings, lastPath: 'sim://esp32' } },
  manyBoards: { ...loaded, boards: Object.values(boards) },
  ready: loaded,
  looked: loaded,
  erasesAll: {
    ...loaded,
    settings: { ...base.settings, flash: { ...defaultFlashSettings, eraseAll: true } },
    checks: [erasesAll, ...goodChecks],
    planAfterLook: { effects: effectsOfFiles('board', true) },
  },
  overlap: {
    ...loaded,
    files: files.map((file) => (file.token === 'f2' ? { ...file, suggestedOffset: 0x20000 } : file)),
    checks: [overlapping, ...goodChecks],
  },
  bigFlash: {
    ...loaded,
    layout: bigLayout,
    plan: { flashSizeBytes: 128 * mib, layout: [], effects: null },
    planAfterLook: { flashSizeBytes: 128 * mib, layout: [], effects: bigEffects },
  },
  smallFlash: {
    ...loaded,
    files: files.map((file) => (file.kind === 'app' ? { ...file, sizeBytes: 300_000 } : file)),
    layout: null,
    plan: { flashSizeBytes: mib / 2, layout: [], effects: null },
  },
  mapZoomed: loaded,
  emptyBoard: { ...loaded, layout: noLayout, planAfterLook: { effects: { basis: 'board', items: [] } } },
  lookFailed: { ...loaded, layout: null },
  advanced: { ...loaded, settings: { ...base.settings, advancedOpen: true } },
  encrypting: { ...loaded, boards: [encrypted], checks: [encryptionCheck, ...goodChecks.slice(1)] },
  warning: { ...loaded, checks: [...goodChecks.slice(0, -1), headerSize] },
  problems: { ...loaded, checks: badChecks, files: [...files, strangeFile] },
  rejected: {
    ...loaded,
    rejected: [
      {
        name: 'readme.pdf',
        error: { code: 'file.notUnderstood', facts: { name: 'readme.pdf', reason: 'it is a PDF' } },
      },
      { name: 'empty.bin', error: { code: 'file.empty', facts: { name: 'empty.bin' } } },
    ],
  },
  boardMissing: { ...loaded, boards: [boards.virtual], settings: { ...base.settings, lastPath: '/dev/ttyUSB0' } },
  connecting: { ...loaded, stopAt: 'connecting' },
  running: { ...loaded, stopAt: 'writing' },
  verifying: { ...loaded, stopAt: 'verifying' },
  verified: loaded,
  failed: {
    ...loaded,
    outcome: {
      kind: 'failed',
      error: {
        code: 'flash.verifyFailed',
        facts: {
          name: 'weather-station.bin',
          offset: 0x10000,
          sizeBytes: 1_237_504,
          expected: md5s[0] ?? '',
          actual: md5s[1] ?? '',
        },
      },
    },
  },
  guide: {
    ...loaded,
    outcome: {
      kind: 'failed',
      error: {
        code: 'connect.wrongBootMode',
        facts: { path: '/dev/ttyUSB0', bootMode: 0xc, chip: 'esp32c3', straps: 'GPIO9 = 1, GPIO8 = 1', bootLog: '' },
      },
    },
  },
  wrongBootMode: {
    ...loaded,
    stopAt: null,
    outcome: {
      kind: 'failed',
      error: {
        code: 'connect.wrongBootMode',
        facts: { path: '/dev/ttyUSB0', bootMode: 0xd, chip: 'esp32c3', bootLog: '' },
      },
    },
  },
  cancelled: { ...loaded, outcome: { kind: 'cancelled', error: { code: 'job.cancelled', facts: {} } } },
  unplugged: {
    ...loaded,
    outcome: { kind: 'unplugged', error: { code: 'port.unplugged', facts: { path: '/dev/ttyUSB0' } } },
  },
  closed: { ...loaded, boards: [closed], checks: [...goodChecks.slice(0, 1), closedCheck] },
  closedDone: { ...loaded, boards: [closed], outcome: unproven },
  compared: { ...loaded, boardOutcome: comparedOutcome(c3, true) },
  comparedSame: { ...loaded, boardOutcome: comparedOutcome(c3, false) },
  board: { ...base, page: 'Board' },
  boardLayout: { ...base, page: 'Board' },
  boardNoTable: { ...base, page: 'Board', layout: noLayout },
  boardSettings: { ...base, page: 'Board' },
  boardSettingsReading: { ...base, page: 'Board', stopAt: 'reading' },
  boardMemory: { ...base, page: 'Board' },
  boardMemoryDump: { ...base, page: 'Board' },
  boardToolsUnread: { ...base, page: 'Board' },
  boardTools: { ...base, page: 'Board' },
  boardToolsBytes: { ...base, page: 'Board' },
  boardToolsLocked: { ...base, page: 'Board', tools: lockedTools },
  boardToolsChange: { ...base, page: 'Board' },
  boardToolsAsked: { ...base, page: 'Board' },
  boardToolsWritten: { ...base, page: 'Board' },
  boardToolsKept: { ...base, page: 'Board', tools: { statusMask: 0x02ff } },
  boardToolsClosed: { ...base, boards: [closed], page: 'Board', tools: lockedTools },
  boardToolsEsp32: {
    ...base,
    settings: { ...base.settings, lastPath: 'sim://esp32' },
    page: 'Board',
    tools: { status: 0x1c, hasSfdp: false, security: null },
  },
  boardToolsRunning: { ...base, page: 'Board', stopAt: 'reading' },
  boardToolsFailed: { ...base, page: 'Board', tools: { failure: failed } },
  boardToolsNone: { ...base, boards: [], settings: { ...base.settings, lastPath: null }, page: 'Board' },
  boardFilesUnread: { ...base, page: 'Board' },
  boardFiles: { ...base, page: 'Board' },
  boardFilesText: { ...base, page: 'Board' },
  boardFilesBytes: { ...base, page: 'Board' },
  boardFilesPicture: { ...base, page: 'Board' },
  boardFilesSaved: { ...base, page: 'Board' },
  boardFilesFiltered: { ...base, page: 'Board' },
  boardFilesEmpty: { ...base, page: 'Board', volume: { volume: emptyVolume } },
  boardFilesForeign: { ...base, page: 'Board', volume: { volume: { state: 'foreign', marks: 'littlefs' } } },
  boardFilesEncrypted: { ...base, boards: [encrypted], page: 'Board', volume: { volume: { state: 'encrypted' } } },
  boardFilesRunning: { ...base, page: 'Board', stopAt: 'reading' },
  boardFilesFailed: { ...base, page: 'Board', volume: { failure: failed } },
  boardFilesChanged: { ...base, page: 'Board', volume: { volume: wholeVolume } },
  boardFilesFull: { ...base, page: 'Board', volume: { volume: wholeVolume, isFull: true } },
  boardFilesRename: { ...base, page: 'Board', volume: { volume: wholeVolume } },
  boardFilesWriting: { ...base, page: 'Board', stopAt: 'writing', volume: { volume: wholeVolume } },
  boardFilesWritten: { ...base, page: 'Board', volume: { volume: wholeVolume } },
  boardFilesStale: { ...base, page: 'Board', volume: { volume: wholeVolume, writeFailure: filesChanged } },
  boardFilesClosed: { ...base, boards: [closed], page: 'Board' },
  boardFilesNoTable: { ...base, page: 'Board', layout: noLayout },
  boardFilesNone: { ...base, boards: [], settings: { ...base.settings, lastPath: null }, page: 'Board' },
  boardSettingsFailed: { ...base, page: 'Board', nvsOutcome: failed },
  boardSettingsEncrypted: { ...base, page: 'Board', nvsOutcome: encryptedNvs(c3) },
  boardExport: { ...base, page: 'Board' },
  tableEmpty: { ...base, page: 'Board', layout: noLayout },
  tableEdited: { ...base, page: 'Board' },
  tableAsked: { ...base, page: 'Board' },
  tableWritten: { ...base, page: 'Board' },
  boardFailed: {
    ...base,
    boards: [boards.silent],
    settings: { ...base.settings, lastPath: '/dev/ttyUSB1' },
    page: 'Board',
  },
  boardNone: { ...base, boards: [], settings: { ...base.settings, lastPath: null }, page: 'Board' },
  trace: loaded,
  traceLine: { ...base, page: 'Backup' },
  traceLong: { ...loaded, trace: { first: 20_000, end: 120_000 } },
  traceNone: { ...base, trace: null },
  share: { ...base, page: 'Board' },
  shareRefused: { ...base, page: 'Board' },
  shared: { ...base, boards: [{ ...boards.c3, state: 'shared' }, boards.virtual], shares: [usedC3], page: 'Board' },
  sharedFlash: { ...loaded, boards: [{ ...boards.c3, state: 'shared' }], shares: [sharedC3] },
  backup: { ...base, page: 'Backup' },
  backupPartition: { ...base, page: 'Backup' },
  backupNoTable: { ...base, page: 'Backup', layout: noLayout },
  backupRunning: { ...base, page: 'Backup', stopAt: 'reading' },
  backupDone: { ...base, page: 'Backup' },
  backupFailed: { ...base, page: 'Backup', boardOutcome: failed },
  erase: { ...base, page: 'Erase' },
  erasePartition: { ...base, page: 'Erase' },
  eraseRegion: { ...base, page: 'Erase' },
  eraseLocked: { ...base, boards: [encrypted], page: 'Erase' },
  eraseClosed: { ...base, boards: [closed], page: 'Erase' },
  eraseRunning: { ...base, page: 'Erase', stopAt: 'erasing' },
  eraseDone: { ...base, page: 'Erase', boardOutcome: erasedOutcome(c3) },
  jobElsewhere: { ...base, page: 'Backup', stopAt: 'reading' },
  merged: {
    ...base,
    files: [mergedFile],
    source: { kind: 'zip', name: 'weather-station-2.4.1.zip' },
    plan: mergedPlan,
    checks: [withheld, ...goodChecks],
  },
  guideWiring: {
    ...base,
    boards: [boards.silent],
    settings: { ...base.settings, lastPath: '/dev/ttyUSB1' },
  },
  help: { ...base, page: 'Help' },
  images: { ...base, page: 'Images' },
  imagesApp: { ...base, page: 'Images' },
  imagesMerged: { ...base, page: 'Images', lookedInto: lookedInto.merged },
  imagesProgram: { ...base, page: 'Images', lookedInto: lookedInto.program },
  monitor: { ...base, page: 'Monitor' },
  monitorNone: { ...base, boards: [], settings: { ...base.settings, lastPath: null }, page: 'Monitor' },
  monitorTalking: { ...base, page: 'Monitor' },
  monitorCrashed: { ...base, page: 'Monitor', monitor: monitorScenes.crashed },
  monitorEmptyFlash: { ...base, page: 'Monitor', monitor: monitorScenes.empty },
  monitorPlot: { ...base, page: 'Monitor', monitor: monitorScenes.plotting },
  monitorHex: { ...base, page: 'Monitor' },
  monitorNoise: { ...base, page: 'Monitor', monitor: monitorScenes.noise },
  monitorYielded: { ...base, page: 'Monitor', monitor: monitorScenes.yielded },
  monitorBusy: { ...base, page: 'Monitor', monitor: monitorScenes.busy },
  monitorFiltered: { ...base, page: 'Monitor' },
  imagesMerge: { ...loaded, page: 'Images' },
  history: { ...base, page: 'History', history: historyOf(600) },
  historyNone: { ...base, page: 'History' },
  recents: { ...base, recents, history: historyOf(5) },
  buildWatched: { ...loaded, news: { kind: 'same' } },
  buildChanged: { ...loaded, news: newBuild },
  buildUnfinished: {
    ...loaded,
    news: { kind: 'unfinished', names: ['weather-station.bin', 'storage.bin', 'x.bin'], isOverdue: false },
  },
  buildByItself: { ...loaded, news: { kind: 'same' }, isByItself: true },
  buildStopped: { ...loaded, news: newBuild, checks: [overlapping, ...goodChecks], isByItself: true },
  buildMonitor: { ...loaded, page: 'Monitor', news: newBuild },
  setup: { ...loaded, setup: { ...noSetup, name: 'weather-station', chip: 'esp32c3' } },
  setupMissing: { ...loaded, files: files.slice(0, 2), setup: brokenSetup },
} satisfies Record<string, Scene>;
export type SceneName = keyof typeof scenes;

/** A moment of a job, as the main process would report it. */
export function progressAt(stage: JobStage, part: number): Omit<JobProgress, 'jobId' | 'path'> {
  const totals = files.map((file) => file.sizeBytes);
  const totalBytes = totals.reduce((sum, size) => sum + size, 0);
  const doneBytes = Math.round(totalBytes * part);
  let left = doneBytes;
  const rowDoneBytes = totals.map((size) => {
    const done = Math.min(size, left);
    left -= done;
    return done;
  });
  const isWriting = stage === 'writing' || stage === 'reading';
  return {
    kind: 'flash',
    stage,
    detail: null,
    attempt: stage === 'connecting' ? { number: 2, count: 7 } : null,
    doneBytes,
    totalBytes,
    rowDoneBytes,
    rowTotalBytes: totals,
    ...(['writing', 'verifying', 'resetting'].includes(stage)
      ? { regions: regionsAt(files, doneBytes, stage !== 'writing') }
      : {}),
    bytesPerSecond: isWriting ? 190_464 : null,
    secondsLeft: isWriting ? ((1 - part) * totalBytes) / 190_464 : null,
    elapsedMs: stageBeganMs(part)[stage] ?? 0,
    baudRate: isWriting ? 921_600 : 115_200,
  };
}

const stageBeganMs = (part: number): Partial<Record<JobStage, number>> => ({
  waiting: 0,
  connecting: 200,
  detecting: 640,
  startingStub: 900,
  erasing: 1000,
  reading: 1300 + part * 6000,
  writing: 1300 + part * 6000,
  verifying: 7400,
  resetting: 7900,
  listening: 8000,
  done: 8400,
});

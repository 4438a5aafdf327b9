/** The files on a board, for the scenes. */
import type {
  BoardIdentity,
  BoardJobOutcome,
  FilePreview,
  SavedVolume,
  VolumeChange,
  VolumeDraft,
  VolumeEntry,
  VolumeView,
} from '../../src-shared/ipc/contract';

/** Where it is not as usual. */
export interface VolumeScene {
  readonly volume?: VolumeView;
  /** How every read ends. */
  readonly failure?: BoardJobOutcome;
  /** How every write ends. */
  readonly writeFailure?: BoardJobOutcome;
  /** What is added does not fit. */
  readonly isFull?: boolean;
}

const when = Date.UTC(2026, 8, 13, 19, 46);
const file = (path: string, sizeBytes: number, more: Partial<VolumeEntry> = {}): VolumeEntry => ({
  path,
  kind: 'file',
  sizeBytes,
  modifiedMs: null,
  isDamaged: false,
  ...more,
});
const folder = (path: string): VolumeEntry => ({ ...file(path, 0), kind: 'folder' });

const entries: readonly VolumeEntry[] = [
  file('/config.json', 412, { modifiedMs: when }),
  file('/empty.txt', 0),
  folder('/logs'),
  ...Array.from({ length: 300 }, (_, index) =>
    file(`/logs/2026-${String(1 + (index % 12)).padStart(2, '0')}-${index}.csv`, 900 + index * 7, {
      modifiedMs: when + index * 3_600_000,
    }),
  ),
  folder('/www'),
  file('/www/app.js', 48_211),
  file('/www/firmware.bin', 90_112),
  folder('/www/images'),
  file('/www/images/pier.png', 68),
  file('/www/index.html', 2210, { modifiedMs: when }),
  file('/www/style.css', 5120, { isDamaged: true }),
  file('/www/an exceedingly long name of a file that somebody thought of on a rainy afternoon.txt', 12),
];

const readable: VolumeView = {
  state: 'readable',
  token: 'volume-1',
  kind: 'littlefs',
  layout: [
    { name: 'version', value: '2.1' },
    { name: 'blockSize', value: '4096' },
    { name: 'blockCount', value: '352' },
    { name: 'nameLength', value: '255' },
  ],
  totalBytes: 0x16_0000,
  usedBytes: 0x9_3000,
  isIncomplete: true,
  entries,
};
/** Nothing in it is damaged, so that it can be changed. */
const undamaged = entries.map((entry) => ({ ...entry, isDamaged: false }));
export const wholeVolume: VolumeView = { ...readable, isIncomplete: false, entries: undamaged };
export const emptyVolume: VolumeView = { ...readable, isIncomplete: false, usedBytes: 0x2000, entries: [] };

/** The end of a read. */
export const volumeOutcome = (
  identity: BoardIdentity,
  { label, offset, sizeBytes }: { readonly label: string; readonly offset: number; readonly sizeBytes: number },
  { volume = readable, failure }: VolumeScene,
): BoardJobOutcome =>
  failure ?? { kind: 'volume', result: { identity, label, offset, sizeBytes, volume, elapsedMs: 18_420 } };

const html = `<!doctype html>
<html lang="en">
  <head>
    <title>Weather at the pier</title>
    <link rel="stylesheet" href="style.css" />
    <script>
      alert('nothing in a file is ever run');
    </script>
  </head>
  <body>
    <h1>Weather at the pier</h1>
  </body>
</html>
`;
/** One red pixel, as PNG. */
const picture = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIAAAzzgH/5ezpUgAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
);

/** What the main process shows of the file at this place. */
export function previewAt(path: string, asBytes: boolean): FilePreview {
  const { sizeBytes } = entries.find((entry) => entry.path === path) ?? { sizeBytes: 3120 };
  const shownBytes = Math.min(sizeBytes, 0x1_0000);
  if (asBytes || path.endsWith('.bin')) {
    return { kind: 'bytes', bytes: Uint8Array.from({ length: shownBytes }, (_, index) => index & 0xff), shownBytes };
  }
  if (path.endsWith('.png')) return { kind: 'picture', mediaType: 'image/png', bytes: picture, width: 1, height: 1 };
  return { kind: 'text', text: path.endsWith('.html') ? html : `${path}\n`.repeat(20), shownBytes };
}

export const savedVolume: SavedVolume = {
  folder: { token: 'save-2', name: 'storage' },
  fileCount: 306,
  totalBytes: 612_400,
  renamedCount: 2,
  leftOut: ['/www/style.css'],
};

/** The volume with changes: what is in it, and how full it is. */
export function draftOf(changes: readonly VolumeChange[], { isFull = false }: VolumeScene): VolumeDraft {
  const gone = changes.filter(({ kind }) => kind === 'removed' || kind === 'renamed').map(({ path }) => path);
  const come = changes.filter(({ kind }) => kind === 'added').map(({ path }) => file(path, 3120));
  const renamed = changes.flatMap(({ to }) => (to === null ? [] : [file(to, 412)]));
  return {
    token: 'volume-1',
    changes,
    entries: [
      ...undamaged.filter(({ path }) => !gone.some((each) => path === each || path.startsWith(`${each}/`))),
      ...come,
      ...renamed,
    ],
    usedBytes: isFull ? null : 0xa_4000,
    problem: isFull ? { code: 'file.noRoom', facts: { name: '/www/new.html', missingBytes: 40_960 } } : null,
    rejected: [],
  };
}

/** A change with the next number. */
export const changeOf = (
  before: readonly VolumeChange[],
  kind: VolumeChange['kind'],
  path: string,
  to: string | null = null,
): readonly VolumeChange[] => [
  ...before,
  {
    id: before.length + 1,
    kind,
    path,
    to,
    fileCount: path === '/logs' ? 300 : 1,
  },
];

/** The end of a write. */
export const volumeWrittenOutcome = (
  identity: BoardIdentity,
  changes: readonly VolumeChange[],
  { writeFailure }: VolumeScene,
): BoardJobOutcome =>
  writeFailure ?? {
    kind: 'volumeWritten',
    result: {
      identity,
      label: 'storage',
      offset: 0x29_0000,
      sizeBytes: 0x16_0000,
      elapsedMs: 6210,
      volume: { ...readable, token: 'volume-2', isIncomplete: false, entries: draftOf(changes, {}).entries },
      writtenBytes: 0x9000,
      md5: '5d41402abc4b2a76b9719d911017c592',
    },
  };
export const filesChanged: BoardJobOutcome = {
  kind: 'failed',
  error: { code: 'flash.filesChanged', facts: { name: 'storage' } },
};

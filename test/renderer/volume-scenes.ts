/** The files on a board, for the scenes. */
import type {
  BoardIdentity,
  BoardJobOutcome,
  FilePreview,
  SavedVolume,
  VolumeEntry,
  VolumeView,
} from '../../src-shared/ipc/contract';

/** Where it is not as usual. */
export interface VolumeScene {
  readonly volume?: VolumeView;
  /** How every read ends. */
  readonly failure?: BoardJobOutcome;
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
  entries,
};
export const emptyVolume: VolumeView = { ...readable, usedBytes: 0x2000, entries: [] };

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
export function previewAt(at: number, asBytes: boolean): FilePreview {
  const { path = '', sizeBytes = 0 } = entries[at] ?? {};
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

import { AppError } from '../../../src-shared/errors/app-error';
import { recognizeFilesystem } from '../../../src-shared/formats/filesystem';
import type { FileVolume } from '../../../src-shared/formats/filesystems/file-volume';
import type { SpiffsFamily } from '../../../src-shared/formats/filesystems/spiffs-geometry';
import { readVolume } from '../../../src-shared/formats/filesystems/read-volume';
import type {
  BoardIdentity,
  FilePreview,
  MadeFiles,
  Request,
  SavedVolume,
  VolumeView,
} from '../../../src-shared/ipc/contract';
import { saveFiles } from '../../firmware/save-files';
import { dependenciesFor, type ServiceDependencies } from '../dependencies';
import type { Jobs } from '../job-runner';
import { runPartitionJob } from '../partition-job';
import type { SavedFiles } from '../saved-files';
import { previewOf } from './file-preview';
import { safeLastName, safeName, safePlaces } from './safe-names';
import { saveFolder, type PlaceToSave } from './save-folder';
import { VolumeDraft } from './volume-draft';

/** Boards are looked at one after another: what was read long ago is nobody's any more. */
const keptVolumes = 8;
const keptBytes = 0x1000_0000;

/** A partition that was read: what it is called, where and on which board it lies. */
export interface KeptVolume {
  readonly label: string;
  readonly offset: number;
  readonly mac: string | null;
  /** The whole partition. */
  readonly bytes: Uint8Array;
  /** By which an empty SPIFFS is told how it is set. */
  readonly family: SpiffsFamily;
  readonly volume: FileVolume;
  /** What somebody wants to become of it. */
  readonly draft: VolumeDraft;
  /** A write of the draft has begun: what lies on the board may be neither the one nor the other. */
  hasBegun: boolean;
}

/** Files on boards: partitions are read, and what is in them stays behind tokens until somebody asks for one file. */
export class VolumeDesk {
  private readonly kept = new Map<string, KeptVolume>();
  private lastNumber = 0;

  constructor(
    private readonly deps: ServiceDependencies,
    private readonly jobs: Pick<Jobs, 'startBoardJob'>,
    private readonly saves: SavedFiles,
  ) {}

  /** Reads a partition. A job like any other; its end comes by `boardJob.finished`. */
  start(request: Request<'volume.start'>): Promise<{ jobId: string }> {
    const { path, label, offset, sizeBytes, settings } = request;
    return this.jobs.startBoardJob('volume', request, async (tools) => {
      tools.note(`Partition ${label}: ${offset}, ${sizeBytes} bytes`);
      const { bytes, ...found } = await runPartitionJob(
        dependenciesFor(this.deps, path),
        { ...tools, settings },
        request,
      );
      const volume = this.keep({ label, offset, bytes }, found.identity);
      return { kind: 'volume', result: { ...found, label, offset, sizeBytes, volume } };
    });
  }

  /** What can be shown of a file, as it is to become. `file.notFound`; `file.notUnderstood` for one that is damaged. */
  preview(token: string, entry: string, asBytes: boolean): FilePreview {
    return previewOf(this.get(token).draft.read(entry), asBytes);
  }

  /** What a file may be called where it is saved. */
  nameOf(entry: string): string {
    return safeLastName(entry);
  }

  /** Writes one file. `file.*`. */
  async save(token: string, entry: string, save: string): Promise<MadeFiles> {
    const bytes = this.get(token).draft.read(entry);
    const path = this.saves.pathOf(save);
    await saveFiles([{ path, bytes }]);
    return { files: [{ ...this.saves.add(path), sizeBytes: bytes.length, offset: null }] };
  }

  /** Makes a folder with all files as they were read, in a folder that a person chose. Nothing there is replaced. `file.*`. */
  async saveAll(token: string, parent: string): Promise<SavedVolume> {
    const { label, volume } = this.get(token);
    const damaged = volume.entries.filter(({ kind, isDamaged }) => kind === 'file' && isDamaged);
    const leftOut = new Set(damaged.map(({ path }) => path));
    const saved = safePlaces(volume.entries.filter(({ path }) => !leftOut.has(path)));
    const files = volume.entries.filter(({ kind, path }) => kind === 'file' && !leftOut.has(path));
    const folder = await saveFolder(parent, safeName(label), placesOf(volume, saved));
    const filePaths = new Set(files.map(({ path }) => path));
    return {
      folder: this.saves.add(folder),
      fileCount: files.length,
      totalBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      renamedCount: saved.filter(({ path, isRenamed }) => isRenamed && filePaths.has(path)).length,
      leftOut: [...leftOut],
    };
  }

  /** Keeps what a partition holds and answers what may be shown of it. */
  keep(
    { label, offset, bytes }: Pick<KeptVolume, 'label' | 'offset' | 'bytes'>,
    { chip, mac, flashEncryption }: Pick<BoardIdentity, 'chip' | 'mac' | 'flashEncryption'>,
  ): VolumeView {
    const family = chip === 'esp8266' ? 'esp8266' : 'esp32';
    const volume = readVolume(bytes, family);
    if (volume === null) {
      if (bytes.every((byte) => byte === 0xff)) return { state: 'blank' };
      return flashEncryption === true
        ? { state: 'encrypted' }
        : { state: 'foreign', marks: recognizeFilesystem(bytes) };
    }
    const token = `volume-${++this.lastNumber}`;
    const draft = new VolumeDraft(volume);
    this.kept.set(token, { label, offset, mac, bytes, family, volume, draft, hasBegun: false });
    this.forgetOld();
    const { kind, layout, totalBytes, usedBytes, isIncomplete, entries } = volume;
    return { state: 'readable', token, kind, layout, totalBytes, usedBytes, isIncomplete, entries };
  }

  private forgetOld(): void {
    const sum = (): number => [...this.kept.values()].reduce((all, { bytes }) => all + bytes.length, 0);
    for (const oldest of [...this.kept.keys()].slice(0, -1)) {
      if (this.kept.size <= keptVolumes && sum() <= keptBytes) return;
      this.kept.delete(oldest);
    }
  }

  /** `file.notFound` for a token that is not, or no longer, known. */
  get(token: string): KeptVolume {
    const kept = this.kept.get(token);
    if (kept === undefined) throw new AppError('file.notFound', { name: token });
    return kept;
  }
}

/** One at a time: all files of a volume together may be larger than what one wants in memory twice. */
function* placesOf(volume: FileVolume, saved: ReturnType<typeof safePlaces>): Iterable<PlaceToSave> {
  const kinds = new Map(volume.entries.map(({ path, kind }) => [path, kind]));
  for (const { path, parts } of saved) {
    yield { parts, bytes: kinds.get(path) === 'file' ? volume.read(path) : null };
  }
}

import { AppError } from '../../../src-shared/errors/app-error';
import { recognizeFilesystem } from '../../../src-shared/formats/filesystem';
import type { FileVolume, VolumeEntry } from '../../../src-shared/formats/filesystems/file-volume';
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

/** Boards are looked at one after another: what was read long ago is nobody's any more. */
const keptVolumes = 8;
const keptBytes = 0x1000_0000;

/** A partition that was read, and what it is called. */
interface KeptVolume {
  readonly label: string;
  readonly volume: FileVolume;
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
      const volume = this.keep(label, bytes, found.identity);
      return { kind: 'volume', result: { ...found, label, offset, sizeBytes, volume } };
    });
  }

  /** What can be shown of a file. `file.notFound`; `file.notUnderstood` for one that is damaged. */
  preview(token: string, entry: number, asBytes: boolean): FilePreview {
    const { volume } = this.get(token);
    return previewOf(volume.read(this.fileAt(volume, token, entry).path), asBytes);
  }

  /** What a file may be called where it is saved. `file.notFound`. */
  nameOf(token: string, entry: number): string {
    return safeLastName(this.fileAt(this.get(token).volume, token, entry).path);
  }

  /** Writes one file. `file.*`. */
  async save(token: string, entry: number, save: string): Promise<MadeFiles> {
    const { volume } = this.get(token);
    const bytes = volume.read(this.fileAt(volume, token, entry).path);
    const path = this.saves.pathOf(save);
    await saveFiles([{ path, bytes }]);
    return { files: [{ ...this.saves.add(path), sizeBytes: bytes.length, offset: null }] };
  }

  /** Makes a folder with all files in it, in a folder that a person chose. Nothing there is replaced. `file.*`. */
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

  private keep(label: string, bytes: Uint8Array, { chip, flashEncryption }: BoardIdentity): VolumeView {
    const volume = readVolume(bytes, chip === 'esp8266' ? 'esp8266' : 'esp32');
    if (volume === null) {
      if (bytes.every((byte) => byte === 0xff)) return { state: 'blank' };
      return flashEncryption === true
        ? { state: 'encrypted' }
        : { state: 'foreign', marks: recognizeFilesystem(bytes) };
    }
    const token = `volume-${++this.lastNumber}`;
    this.kept.set(token, { label, volume });
    this.forgetOld();
    const { kind, layout, totalBytes, usedBytes, entries } = volume;
    return { state: 'readable', token, kind, layout, totalBytes, usedBytes, entries };
  }

  private forgetOld(): void {
    const sum = (): number => [...this.kept.values()].reduce((bytes, { volume }) => bytes + volume.totalBytes, 0);
    for (const oldest of [...this.kept.keys()].slice(0, -1)) {
      if (this.kept.size <= keptVolumes && sum() <= keptBytes) return;
      this.kept.delete(oldest);
    }
  }

  private get(token: string): KeptVolume {
    const kept = this.kept.get(token);
    if (kept === undefined) throw new AppError('file.notFound', { name: token });
    return kept;
  }

  private fileAt({ entries }: FileVolume, token: string, at: number): VolumeEntry {
    const entry = entries[at];
    if (entry?.kind !== 'file') throw new AppError('file.notFound', { name: `${token} ${at}` });
    return entry;
  }
}

/** One at a time: all files of a volume together may be larger than what one wants in memory twice. */
function* placesOf(volume: FileVolume, saved: ReturnType<typeof safePlaces>): Iterable<PlaceToSave> {
  const kinds = new Map(volume.entries.map(({ path, kind }) => [path, kind]));
  for (const { path, parts } of saved) {
    yield { parts, bytes: kinds.get(path) === 'file' ? volume.read(path) : null };
  }
}

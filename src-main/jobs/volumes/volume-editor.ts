import { basename } from 'node:path';
import { AppError, toAppError } from '../../../src-shared/errors/app-error';
import { readVolume } from '../../../src-shared/formats/filesystems/read-volume';
import type { Request, VolumeDraft as VolumeDraftView } from '../../../src-shared/ipc/contract';
import { readWholeFile } from '../../firmware/read-whole-file';
import { dependenciesFor, type ServiceDependencies } from '../dependencies';
import type { Jobs } from '../job-runner';
import { Listeners } from '../listeners';
import { remakePartition } from './remake-partition';
import type { KeptVolume, VolumeDesk } from './volume-desk';
import { runVolumeWriteJob } from './volume-write-job';

/** A place for files that are dropped. */
type Receiver = Request<'volume.receive'>['into'];
type Rejected = VolumeDraftView['rejected'];

/** Changes to the files on a board: gathered, tried, and written all at once. */
export class VolumeEditor {
  /** Where dropped files go; null: they are for the flash table. */
  receiver: Receiver = null;
  private readonly dropped = new Listeners<VolumeDraftView>();
  readonly onChanged = this.dropped.add;

  constructor(
    private readonly deps: ServiceDependencies,
    private readonly jobs: Pick<Jobs, 'startBoardJob'>,
    private readonly volumes: Pick<VolumeDesk, 'get' | 'keep'>,
  ) {}

  /** Adds files to a folder; a file of that name is replaced. What cannot be read or put there comes back with its error. */
  async add(token: string, folder: string, paths: readonly string[]): Promise<VolumeDraftView> {
    const { draft } = this.volumes.get(token);
    const rejected: Rejected[number][] = [];
    for (const path of paths) {
      try {
        const { name, bytes } = await readWholeFile(path);
        draft.put(`${folder}/${name}`, bytes);
      } catch (error) {
        rejected.push({ name: basename(path), error: toAppError(error).toData() });
      }
    }
    return this.view(token, rejected);
  }

  /** Puts a file in the place of another, under that one's name. `file.*`. */
  async replace(token: string, entry: string, path: string): Promise<VolumeDraftView> {
    const { draft } = this.volumes.get(token);
    const { bytes } = await readWholeFile(path);
    draft.put(entry, bytes);
    return this.view(token);
  }

  /** See `VolumeDraft`. */
  remove(token: string, entry: string): VolumeDraftView {
    this.volumes.get(token).draft.remove(entry);
    return this.view(token);
  }

  /** See `VolumeDraft`. */
  rename(token: string, entry: string, to: string): VolumeDraftView {
    this.volumes.get(token).draft.rename(entry, to);
    return this.view(token);
  }

  /** See `VolumeDraft`. */
  undo(token: string, change: number | null): VolumeDraftView {
    this.volumes.get(token).draft.undo(change);
    return this.view(token);
  }

  /** Takes files that were dropped while somebody looks at a volume. */
  async receive(paths: readonly string[]): Promise<void> {
    if (this.receiver === null) return;
    const { token, folder } = this.receiver;
    this.dropped.tell(await this.add(token, folder, paths));
  }

  /** Writes the draft. A job like any other; its end comes by `boardJob.finished`. What cannot be made throws at once. */
  async write(request: Request<'volume.write'>): Promise<{ jobId: string }> {
    const { path, token, settings } = request;
    const kept = this.volumes.get(token);
    const { label, offset, mac, bytes: was } = kept;
    const changes = kept.draft.changes();
    const wanted = remake(kept);
    return await this.jobs.startBoardJob('volumeWrite', request, async (tools) => {
      tools.note(`Files in ${label}: ${offset}, ${was.length} bytes, ${changes.length} changes`);
      const rewritten = await runVolumeWriteJob(
        dependenciesFor(this.deps, path),
        { ...tools, settings },
        { label, offset, was, mac, wanted, hasBegun: kept.hasBegun, onBegin: () => (kept.hasBegun = true) },
      );
      const volume = this.volumes.keep({ label, offset, bytes: wanted }, rewritten.identity);
      return { kind: 'volumeWritten', result: { ...rewritten, label, offset, sizeBytes: wanted.length, volume } };
    });
  }

  private view(token: string, rejected: Rejected = []): VolumeDraftView {
    const kept = this.volumes.get(token);
    const { draft } = kept;
    const entries = draft.entries().map(({ path, kind, sizeBytes, modifiedMs, isDamaged }) => ({
      path,
      kind,
      sizeBytes,
      modifiedMs,
      isDamaged,
    }));
    const common = { token, changes: draft.changes(), entries, rejected };
    try {
      const made = readVolume(remake(kept), kept.family);
      return { ...common, usedBytes: made?.usedBytes ?? null, problem: null };
    } catch (error) {
      return { ...common, usedBytes: null, problem: toAppError(error).toData() };
    }
  }
}

/** The whole partition with the draft carried out. */
function remake({ bytes, family, volume, draft }: KeptVolume): Uint8Array {
  if (draft.changes().length === 0) return bytes;
  if (volume.isIncomplete || volume.entries.some(({ isDamaged }) => isDamaged)) {
    throw new AppError('file.notUnderstood', { name: volume.kind, reason: 'it is damaged' });
  }
  return remakePartition(bytes.length, volume, family, draft.files(), Date.now());
}

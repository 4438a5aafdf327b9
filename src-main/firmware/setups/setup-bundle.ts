import { chipById } from '../../../src-shared/chips';
import { AppError } from '../../../src-shared/errors/app-error';
import { inspectFirmware } from '../inspect-firmware';
import type { LoadedFirmware } from '../read-firmware';
import type { FirmwareInput, LoadedBuild } from '../read-input';
import { readWholeFile } from '../read-whole-file';
import { looksLikeZip, zipTree } from '../sources/zip-tree';
import { parseSetup, serializeSetup, type FlashSetup, type SetupRow } from './setup-file';
import { writeZip } from './write-zip';

const listName = 'setup.json';
const folderName = 'files';

/** A setup that was read from a file. */
export interface OpenedSetup {
  readonly setup: FlashSetup;
  /** It holds the files itself: its only source is the setup's own path. */
  readonly hasFiles: boolean;
}

/**
 * Reads a setup file of either kind: a list of paths, or a zip file with the list and the firmware itself.
 *
 * @throws AppError `setup.* | file.*`.
 */
export async function readSetup(path: string, folder: string): Promise<OpenedSetup> {
  const { name, bytes } = await readWholeFile(path);
  if (!looksLikeZip(bytes)) return { setup: parseSetup(bytes, name, folder), hasFiles: false };
  const { setup } = await readList(bytes, name);
  const rows = setup.sources.flatMap((source) => source.rows);
  return { setup: { ...setup, sources: rows.length === 0 ? [] : [{ path, rows }] }, hasFiles: true };
}

/**
 * The firmware in a setup that holds it. Every row is a file as it would be written, whatever it came out of once.
 *
 * @throws AppError `setup.* | file.*`.
 */
export async function readBundledFiles(path: string): Promise<FirmwareInput> {
  const { name, bytes } = await readWholeFile(path);
  if (!looksLikeZip(bytes)) throw new AppError('setup.notUnderstood', { name, reason: 'there are no files in it' });
  const { setup, tree } = await readList(bytes, name);
  const entries = await tree.list(folderName);
  const files: LoadedFirmware[] = [];
  for (const [index, row] of setup.sources.flatMap(({ rows }) => rows).entries()) {
    const entry = entries.find((candidate) => candidate.name.startsWith(`${index}-`));
    if (entry === undefined) throw new AppError('setup.partMissing', { name, part: row.name });
    files.push(loaded(row, await tree.read(`${folderName}/${entry.name}`)));
  }
  return { source: null, builds: buildsOf(files), problems: [], diskPaths: [path] };
}

function loaded(row: SetupRow, bytes: Uint8Array): LoadedFirmware {
  if (bytes.length === 0) throw new AppError('file.empty', { name: row.name });
  const origin = row.chip === null ? {} : { origin: { chip: chipById(row.chip), isForEncryption: row.encrypt } };
  return { name: row.name, bytes, statedOffset: null, contents: inspectFirmware(bytes), ...origin };
}

/** Builds for several chips stay apart, so that the board decides between them. */
function buildsOf(files: readonly LoadedFirmware[]): readonly LoadedBuild[] {
  const chips = [...new Set(files.flatMap(({ origin }) => origin?.chip ?? []))];
  const [first = null] = chips;
  if (chips.length < 2) return [{ chip: first, files }];
  return chips.map((chip) => ({ chip, files: files.filter(({ origin }) => (origin?.chip ?? first) === chip) }));
}

async function readList(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly setup: FlashSetup; readonly tree: Awaited<ReturnType<typeof zipTree>> }> {
  const tree = await zipTree(bytes, name);
  const isThere = (await tree.list('')).some((entry) => entry.name === listName);
  if (!isThere) throw new AppError('setup.notUnderstood', { name, reason: 'there is no setup in it' });
  return { setup: parseSetup(await tree.read(listName), name, '/'), tree };
}

/** A row with what it would write. */
export interface BundledRow {
  readonly row: SetupRow;
  readonly bytes: Uint8Array;
}

/** The setup and its files as one file to be sent to somebody. */
export function bundleSetup({ chip, settings }: Omit<FlashSetup, 'sources'>, rows: readonly BundledRow[]): Uint8Array {
  const sources = rows.length === 0 ? [] : [{ path: folderName, rows: rows.map(({ row }) => row) }];
  return writeZip([
    { path: listName, bytes: serializeSetup({ chip, settings, sources }, null) },
    ...rows.map(({ row, bytes }, index) => ({ path: `${folderName}/${index}-${plainName(row.name)}`, bytes })),
  ]);
}

/** A name that every system takes, should somebody unpack the file. */
function plainName(name: string): string {
  return name.replaceAll(/[^\w.() -]/g, '_').slice(-100);
}

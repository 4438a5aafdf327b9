import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { AppError, toAppError } from '../../../src-shared/errors/app-error';
import type { FirmwareSource, Request, SetupRowView } from '../../../src-shared/ipc/contract';
import { formatHex, parseSize } from '../../../src-shared/numbers/parse-number';
import { matchFiles } from '../../firmware/match-files';
import { readInput, type FirmwareInput } from '../../firmware/read-input';
import { readBundledFiles, type BundledRow } from '../../firmware/setups/setup-bundle';
import {
  setupExtension,
  setupSettings,
  type FlashSetup,
  type SetupRow,
  type SetupSource,
} from '../../firmware/setups/setup-file';
import { callsOut, lastName } from '../../firmware/setups/setup-paths';
import type { FirmwareFiles } from '../firmware-store';

/** The flash table as the window told it. */
export type ToldTable = Omit<Request<'setups.table'>, 'revision'>;

/** Rows whose file is not to be had. */
export interface MissingSource extends SetupSource {
  readonly error: AppError;
}

/** What came of the sources of a setup. */
export interface PlacedRows {
  readonly rows: readonly SetupRowView[];
  readonly missing: readonly MissingSource[];
  /** Where all rows came from together; null where they did not. */
  readonly source: FirmwareSource | null;
}

/** True for the path of a setup, by its ending. */
export function isSetupPath(path: string): boolean {
  return path.toLowerCase().endsWith(`.${setupExtension}`);
}

/**
 * Reads the files of a setup and makes table rows of them. What is not to be had becomes `missing`; nothing is thrown.
 *
 * @param folder where the setup lies.
 * @param chip whose addresses are suggested; null: the files' own.
 */
export async function placeRows(
  firmware: FirmwareFiles,
  sources: readonly SetupSource[],
  folder: string,
  chip: ChipId | null,
): Promise<PlacedRows> {
  const missing: MissingSource[] = [];
  const found: { token: string; row: SetupRow }[] = [];
  const kinds: (FirmwareSource | null)[] = [];
  for (const source of sources) {
    try {
      const { files, from } = await addSource(firmware, source.path, folder);
      const matches = matchFiles(source.rows, files);
      const tokens = matches.map((match) => (match === null ? undefined : files[match]?.token));
      firmware.release(files.map(({ token }) => token).filter((token) => !tokens.includes(token)));
      source.rows.forEach((row, index) => {
        const token = tokens[index];
        if (token !== undefined) found.push({ token, row });
        else missing.push(partMissing(source, row));
      });
      kinds.push(from);
    } catch (error) {
      missing.push({ ...source, error: toAppError(error) });
    }
  }
  const described = firmware.describe(
    found.map(({ token }) => token),
    chip,
  );
  const rows = found.flatMap(({ row }, index): SetupRowView[] => {
    const file = described[index];
    if (file === undefined) return [];
    const { suggestedOffset } = file;
    const isSuggested = !row.offsetIsTyped && suggestedOffset !== null;
    return [
      {
        file,
        enabled: row.enabled && file.isForBoard !== false,
        offsetText: isSuggested ? formatHex(suggestedOffset) : row.offsetText,
        offsetIsTyped: row.offsetIsTyped,
        ...(row.encrypt ? { encrypt: true } : {}),
      },
    ];
  });
  const [only = null] = kinds;
  return { rows, missing, source: sources.length === 1 ? only : null };
}

/** Reads whatever a row came out of, a setup with the files inside included. Throws `file.* | setup.*`. */
export function readSource(path: string): Promise<FirmwareInput> {
  return isSetupPath(path) ? readBundledFiles(path) : readInput(path);
}

async function addSource(firmware: FirmwareFiles, path: string, folder: string) {
  if (callsOut(folder, path)) throw new AppError('setup.fileOnNetwork', { name: path });
  const { files, source } = await firmware.addInput(path, () => readSource(path));
  return { files, from: source };
}

function partMissing(source: SetupSource, row: SetupRow): MissingSource {
  const error = new AppError('setup.partMissing', { name: lastName(source.path), part: row.name });
  return { path: source.path, rows: [row], error };
}

/** The table as a setup, with the rows whose files are missing. */
export function setupOf(
  firmware: FirmwareFiles,
  { rows, settings, chip }: ToldTable,
  missing: readonly SetupSource[],
  formerChip: ChipId | null,
): FlashSetup {
  const described = firmware.describe(
    rows.map(({ token }) => token),
    chip,
  );
  const sources = new Map<string, SetupRow[]>();
  const add = (path: string, row: SetupRow): void => void sources.set(path, [...(sources.get(path) ?? []), row]);
  rows.forEach(({ token, enabled, offsetText, offsetIsTyped, encrypt = false }, index) => {
    const { path, name, chip: buildChip } = firmware.originOf(token);
    // Files of a build for another chip are off on the table, and there for when the board changes.
    const isOn = enabled || described[index]?.isForBoard === false;
    add(path, { name, chip: buildChip, offsetText, offsetIsTyped, enabled: isOn, encrypt });
  });
  for (const source of missing) for (const row of source.rows) add(source.path, row);
  return {
    chip: chipOf(described, formerChip, chip),
    settings: setupSettings(settings),
    sources: [...sources].map(([path, own]) => ({ path, rows: own })),
  };
}

/** The files' own word counts most; several builds are for whatever board there is. */
function chipOf(
  files: readonly SetupRowView['file'][],
  formerChip: ChipId | null,
  boardChip: string | null,
): ChipId | null {
  if (files.some(({ isForBoard }) => isForBoard === false)) return null;
  const told = new Set(files.flatMap(({ image, statedChip }) => image?.chip ?? statedChip ?? []));
  const [only] = told;
  if (only !== undefined && told.size === 1) return only;
  return formerChip ?? (boardChip as ChipId | null);
}

/** Two setups with the same key are the same to a person: addresses that follow from the files do not count. */
export function contentKey({ settings, sources }: FlashSetup): string {
  const rows = sources.flatMap(({ path, rows: own }) =>
    own.map(({ name, chip, offsetText, offsetIsTyped, enabled, encrypt }) =>
      JSON.stringify([path, name, chip, offsetIsTyped ? offsetText : null, enabled, encrypt]),
    ),
  );
  return JSON.stringify([rows.sort(), Object.entries(settings).sort()]);
}

/** The rows with what they would write. */
export function rowsToBundle(firmware: FirmwareFiles, { rows }: ToldTable): readonly BundledRow[] {
  return rows.map(({ token, enabled, offsetText, encrypt = false }) => {
    const { name, chip } = firmware.originOf(token);
    // What a list or a program said about the address is lost with it.
    const row = { name, chip, offsetText, offsetIsTyped: offsetText !== '', enabled, encrypt };
    return { row, bytes: firmware.get(token).bytes };
  });
}

/** A name for the setup: the project's, where a file tells one. */
export function projectName(firmware: FirmwareFiles, { rows }: ToldTable): string {
  for (const { token } of rows) {
    const name = firmware.get(token).contents.image?.projectName;
    if (name) return name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 60);
  }
  return 'setup';
}

/** Two setups with the same key would write the same files to the same places, whatever else lies there. */
export function flashKey({ sources }: FlashSetup): string {
  const rows = sources.flatMap(({ path, rows: own }) =>
    own
      .filter(({ enabled }) => enabled)
      .map(({ name, chip, offsetText, encrypt }) => JSON.stringify([path, name, chip, placeOf(offsetText), encrypt])),
  );
  return JSON.stringify(rows.sort());
}

function placeOf(offsetText: string): number | string {
  try {
    return parseSize(offsetText, '');
  } catch {
    return offsetText;
  }
}

/** An address that is the suggested one was not typed, and follows when a new build moves it. */
export function withoutNeedlessTyping(row: SetupRowView): SetupRowView {
  return row.file.suggestedOffset === placeOf(row.offsetText) ? { ...row, offsetIsTyped: false } : row;
}

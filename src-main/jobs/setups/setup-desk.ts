import { basename, dirname } from 'node:path';
import { AppError, toAppError } from '../../../src-shared/errors/app-error';
import {
  defaultFlashSettings,
  type FilesAdded,
  type FlashAgainReply,
  type RecentItem,
  type Request,
  type SetupOpened,
  type SetupState,
} from '../../../src-shared/ipc/contract';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { findChip } from '../../../src-shared/chips';
import type { Clock } from '../../engine/transport/transport';
import { saveFiles } from '../../firmware/save-files';
import { bundleSetup, readSetup } from '../../firmware/setups/setup-bundle';
import { serializeSetup, setupExtension, type FlashSetup, type SetupSettings } from '../../firmware/setups/setup-file';
import { lastName } from '../../firmware/setups/setup-paths';
import type { FirmwareFiles } from '../firmware-store';
import { Listeners } from '../listeners';
import { DraftFile } from './draft-file';
import { findBeside } from './find-beside';
import type { RecentFiles } from './recent-files';
import { refreshFiles } from './refresh-files';
import {
  contentKey,
  flashKey,
  isSetupPath,
  placeRows,
  projectName,
  rowsToBundle,
  setupOf,
  withoutNeedlessTyping,
  type MissingSource,
  type PlacedRows,
  type ToldTable,
} from './setup-table';

/** What a person is asked; `app/` shows the system's dialogs. */
export interface SetupDialogs {
  /** A setup to be opened; null when cancelled. */
  chooseSetup(): Promise<string | null>;
  /** A place for one; null when cancelled. The system asks before replacing. */
  chooseSetupPlace(suggestedName: string): Promise<string | null>;
  /** Where the missing file or folder of this name is; null when cancelled. */
  locate(name: string): Promise<string | null>;
  /** What becomes of changes to the setup of this name. */
  askToSave(name: string): Promise<'save' | 'discard' | 'cancel'>;
}

export interface SetupDeskParts {
  readonly firmware: FirmwareFiles;
  readonly recents: RecentFiles;
  readonly dialogs: SetupDialogs;
  readonly clock: Clock;
  /** Of the program's own data. */
  readonly folder: string;
}

/** Null settings: those of the table stay. */
type LaidSetup = Omit<FlashSetup, 'settings'> & { readonly settings: SetupSettings | null };

interface OpenSetup {
  readonly path: string;
  /** Of what the file holds; null until the window has told the table that it became. */
  readonly savedKey: string | null;
}

/** Long enough that typing writes once, short enough that a crash costs little. */
const draftQuietMs = 800;
const emptyTable: ToldTable = { rows: [], settings: defaultFlashSettings, chip: null };

/**
 * The setup on the flash table: opens and saves it, knows what changed, and never lets go of changes without asking.
 * The window tells what the table holds (`tell`) and gets rows (`onOpened`); paths stay here.
 */
export class SetupDesk {
  private table = emptyTable;
  private open: OpenSetup | null = null;
  private chip: ChipId | null = null;
  private missing: readonly (MissingSource & { readonly id: string })[] = [];
  private revision = 0;
  private lastNumber = 0;
  private isReady = false;
  private early: string[] = [];
  private stopDraft = (): void => undefined;
  private readonly draft: DraftFile;
  private readonly opened = new Listeners<SetupOpened>();
  private readonly states = new Listeners<SetupState>();
  private readonly received = new Listeners<FilesAdded>();

  readonly onOpened = this.opened.add;
  readonly onState = this.states.add;
  /** Files for the table, and what could not be opened, where no call waits for the answer. */
  readonly onReceived = this.received.add;

  constructor(private readonly parts: SetupDeskParts) {
    this.draft = new DraftFile(parts.folder);
  }

  /** The window is there, with an empty table. Answers the revision that its table has until a setup is opened. */
  begin(): number {
    this.table = emptyTable;
    this.open = null;
    this.chip = null;
    this.missing = [];
    this.revision += 1;
    this.isReady = true;
    this.tellState();
    const early = this.early.splice(0);
    if (early.length > 0) void this.receive(early);
    return this.revision;
  }

  /** Like `take`, where no call waits for the answer: it is told by `onReceived`. Before the window is there it waits. */
  async receive(paths: readonly string[]): Promise<void> {
    if (!this.isReady) {
      this.early.push(...paths);
      return;
    }
    const added = await this.take(paths, this.table.chip);
    if (added.files.length > 0 || added.rejected.length > 0) this.received.tell(added);
  }

  /** Whatever a person dropped or chose: a setup is opened, everything else becomes files for the table. */
  async take(paths: readonly string[], chip: string | null): Promise<FilesAdded> {
    const setup = paths.find(isSetupPath);
    const others = paths.filter((path) => !isSetupPath(path));
    const rejected: FilesAdded['rejected'][number][] = [];
    if (setup !== undefined) {
      try {
        if (!(await this.openPath(setup))) return { files: [], rejected: [] };
      } catch (error) {
        rejected.push({ name: basename(setup), error: toAppError(error).toData() });
      }
    }
    if (others.length === 0) return { files: [], rejected };
    const added = await this.parts.firmware.addPaths(others, chip);
    await this.rememberSource(others, added);
    return { ...added, rejected: [...rejected, ...added.rejected] };
  }

  /** Asks for a setup and opens it. */
  async chooseAndOpen(): Promise<void> {
    const path = await this.parts.dialogs.chooseSetup();
    if (path !== null) await this.openPath(path);
  }

  /** False where the person thought better of it. Throws `setup.* | file.*`, and then leaves everything as it is. */
  async openPath(path: string): Promise<boolean> {
    const { setup } = await readSetup(path, dirname(path));
    if (!(await this.mayReplace())) return false;
    await this.put(setup, path);
    await this.parts.recents.add({ kind: 'setup', path, name: shownName(path), sourceKind: null });
    return true;
  }

  /** Something that was open lately; `file.notFound` where it is forgotten. */
  async openRecent(id: string): Promise<void> {
    if (id === draftId) return this.openDraft();
    const recent = await this.parts.recents.find(id);
    if (recent === null) throw new AppError('file.notFound', { name: id });
    await this.receive([recent.path]);
  }

  /** What was open lately, newest first; before it what was on the table when the program ended, unless it is there again. */
  async listRecents(): Promise<readonly RecentItem[]> {
    const recents = await this.parts.recents.list();
    const isFree = this.table.rows.length === 0 && this.open === null;
    const draft = isFree ? await this.draft.read() : null;
    const path = draft?.setupPath ?? draft?.setup.sources[0]?.path;
    if (path === undefined) return recents;
    const name = draft?.setupPath ? shownName(path) : lastName(path);
    const item = { id: draftId, kind: 'draft', name, folder: basename(dirname(path)) } as const;
    return [{ ...item, sourceKind: null, usedAt: recents[0]?.usedAt ?? 0, isMissing: false }, ...recents];
  }

  async forgetRecent(id: string): Promise<void> {
    if (id !== draftId) return this.parts.recents.forget(id);
    await this.draft.write(null);
    this.parts.recents.tell();
  }

  /** What the table holds now. What was told before the last setup was opened is passed over. */
  tell({ revision, ...table }: Request<'setups.table'>): void {
    if (revision !== this.revision) return;
    const wasEmpty = this.table.rows.length === 0;
    this.table = table;
    if (this.open?.savedKey === null) this.open = { ...this.open, savedKey: contentKey(this.current()) };
    // The table of a fresh window says nothing about the last one, whose draft is still to be had.
    if (!(wasEmpty && table.rows.length === 0)) this.keepDraftSoon();
    this.tellState();
  }

  /** False where the person thought better of it. */
  async save(how: Request<'setups.save'>['how']): Promise<boolean> {
    const setup = this.current();
    const isCopy = how === 'withFiles';
    const former = how === 'save' ? (this.open?.path ?? null) : null;
    const path = former ?? (await this.choosePlace(isCopy));
    if (path === null) return false;
    const holdsFiles = setup.sources.some((source) => isSetupPath(source.path));
    const [missing] = this.missing;
    // A file that is to spare the other person a search must not begin with one.
    if ((isCopy || holdsFiles) && missing !== undefined) throw missing.error;
    const bytes =
      isCopy || holdsFiles
        ? bundleSetup(setup, rowsToBundle(this.parts.firmware, this.table))
        : serializeSetup(setup, dirname(path));
    const inputs = this.parts.firmware.diskPathsOf(this.table.rows.map(({ token }) => token));
    await saveFiles(
      [{ path, bytes }],
      // A setup that holds its files is what it is made from.
      inputs.filter((input) => !isSetupPath(input)),
    );
    await this.parts.recents.add({ kind: 'setup', path, name: shownName(path), sourceKind: null });
    if (isCopy) return true;
    this.open = { path, savedKey: contentKey(setup) };
    this.chip = setup.chip;
    if (holdsFiles) await this.put((await readSetup(path, dirname(path))).setup, path);
    else this.tellState();
    this.keepDraftSoon();
    return true;
  }

  /** An empty table that belongs to no setup. */
  async close(): Promise<boolean> {
    if (!(await this.mayReplace())) return false;
    await this.put({ chip: null, settings: null, sources: [] }, null);
    await this.draft.write(null);
    return true;
  }

  /**
   * Lays rows on the table that are to be flashed at once. Where the table has just these, its files are read anew and
   * everything else stays. Throws what is wrong with a file that is gone, and then leaves the table as it is.
   */
  async lay(setup: FlashSetup): Promise<FlashAgainReply> {
    const { firmware, folder } = this.parts;
    if (this.missing.length === 0 && flashKey(this.current()) === flashKey(setup)) {
      const { revision } = this;
      const tokens = this.table.rows.map(({ token }) => token);
      const { refreshed, gone } = await refreshFiles(firmware, tokens, this.describeChip());
      if (gone[0] !== undefined) throw gone[0].error;
      return { kind: 'ready', opened: null, refreshed: refreshed === null ? null : { revision, ...refreshed } };
    }
    const placed = await placeRows(firmware, setup.sources, folder, this.boardChip() ?? setup.chip);
    const [missing] = placed.missing;
    if (missing !== undefined || !(await this.mayReplace())) {
      firmware.release(placed.rows.map(({ file }) => file.token));
      if (missing !== undefined) throw missing.error;
      return { kind: 'cancelled' };
    }
    const opened = this.commit(setup, { ...placed, rows: placed.rows.map(withoutNeedlessTyping) }, null);
    return { kind: 'ready', opened, refreshed: null };
  }

  async locate(id: string): Promise<void> {
    const wanted = this.missing.find((source) => source.id === id);
    if (wanted === undefined) return;
    const path = await this.parts.dialogs.locate(lastName(wanted.path));
    if (path === null) return;
    const { firmware } = this.parts;
    const placed = await placeRows(firmware, [{ path, rows: wanted.rows }], dirname(path), this.describeChip());
    const [problem] = placed.missing;
    if (placed.rows.length === 0 && problem !== undefined) throw problem.error;
    const others = this.missing.filter((source) => source.id !== id);
    // What lay beside it may lie beside it again.
    const beside = await findBeside(wanted.path, path, others);
    const more = await placeRows(firmware, beside, dirname(path), this.describeChip());
    const rest = others.filter(({ rows }) => !beside.some((source) => source.rows === rows));
    this.setMissing([...rest, ...placed.missing, ...more.missing]);
    const rows = [...placed.rows, ...more.rows];
    this.opened.tell({ revision: this.revision, replaces: false, rows, source: null, settings: null });
    this.tellState();
  }

  leaveOut(id: string): void {
    this.missing = this.missing.filter((source) => source.id !== id);
    this.keepDraftSoon();
    this.tellState();
  }

  state(): SetupState {
    return {
      name: this.open === null ? null : shownName(this.open.path),
      isChanged: this.isChanged(),
      chip: this.chip,
      missing: this.missing.map(({ id, path, rows, error }) => ({
        id,
        name: lastName(path),
        rows: rows.map(({ name }) => name),
        error: error.toData(),
      })),
    };
  }

  /** Where the open setup lies, for the window's title bar on macOS; null without one. */
  get openPathOfSetup(): string | null {
    return this.open?.path ?? null;
  }

  /** Like `mayLeave`, where another table takes the place of this one: work by hand counts that is in no setup. */
  private async mayReplace(): Promise<boolean> {
    const described = this.parts.firmware.describe(
      this.table.rows.map(({ token }) => token),
      this.table.chip,
    );
    const isByHand = this.table.rows.some(
      ({ enabled, offsetIsTyped }, index) => offsetIsTyped || (!enabled && described[index]?.isForBoard !== false),
    );
    if (this.open !== null || !isByHand) return this.mayLeave();
    return this.askToLeave(projectName(this.parts.firmware, this.table));
  }

  /** True where the setup is saved, has no changes, or may lose them. Asks where it has to. */
  async mayLeave(): Promise<boolean> {
    return this.open === null || !this.isChanged() || this.askToLeave(shownName(this.open.path));
  }

  private async askToLeave(name: string): Promise<boolean> {
    switch (await this.parts.dialogs.askToSave(name)) {
      case 'save':
        return this.save('save');
      case 'discard':
        return true;
      case 'cancel':
        return false;
    }
  }

  /** The program ends. Changes that were to be discarded are; a table of no setup is there again next time. */
  async end(): Promise<void> {
    this.stopDraft();
    if (this.open !== null) await this.draft.write(null);
    else if (this.table.rows.length > 0) await this.keepDraft();
  }

  private async openDraft(): Promise<void> {
    const draft = await this.draft.read();
    if (draft === null || !(await this.mayLeave())) return;
    await this.put(draft.setup, draft.setupPath);
    // Nobody saved it: it differs from the file, whatever that holds.
    if (this.open !== null) this.open = { ...this.open, savedKey: '' };
    this.tellState();
  }

  private async put(setup: LaidSetup, path: string | null): Promise<void> {
    const { firmware, folder } = this.parts;
    const from = path === null ? folder : dirname(path);
    const placed = await placeRows(firmware, setup.sources, from, this.boardChip() ?? setup.chip);
    this.opened.tell(this.commit(setup, placed, path));
  }

  /** From now on the table is this one, of the setup at `path` or of none; answers what the window has to show. */
  private commit({ chip, settings }: LaidSetup, placed: PlacedRows, path: string | null): SetupOpened {
    this.revision += 1;
    this.table = { ...emptyTable, chip: this.table.chip };
    this.open = path === null ? null : { path, savedKey: null };
    this.chip = chip;
    this.setMissing(placed.missing);
    this.tellState();
    return {
      revision: this.revision,
      replaces: true,
      rows: placed.rows,
      source: placed.source,
      settings: settings === null ? null : { ...settings, force: false },
    };
  }

  private boardChip(): ChipId | null {
    return this.table.chip === null ? null : (findChip(this.table.chip)?.id ?? null);
  }

  private describeChip(): ChipId | null {
    return this.boardChip() ?? this.chip;
  }

  private setMissing(missing: readonly MissingSource[]): void {
    this.missing = missing.map((source) => ({ ...source, id: `missing-${++this.lastNumber}` }));
  }

  /** Whether the open setup's file holds something else than the table. */
  isChanged(): boolean {
    const savedKey = this.open?.savedKey ?? null;
    return savedKey !== null && savedKey !== contentKey(this.current());
  }

  private current(): FlashSetup {
    return setupOf(this.parts.firmware, this.table, this.missing, this.chip);
  }

  private async choosePlace(isCopy: boolean): Promise<string | null> {
    const suggested = this.open === null ? projectName(this.parts.firmware, this.table) : shownName(this.open.path);
    const ending = isCopy ? `-with-files.${setupExtension}` : `.${setupExtension}`;
    const path = await this.parts.dialogs.chooseSetupPlace(`${suggested}${ending}`);
    return path === null || isSetupPath(path) ? path : `${path}.${setupExtension}`;
  }

  private async rememberSource(paths: readonly string[], { files, source }: FilesAdded): Promise<void> {
    const [path, ...more] = paths;
    if (path === undefined || more.length > 0 || files.length === 0) return;
    const name = source?.name ?? basename(path);
    await this.parts.recents.add({ kind: 'source', path, name, sourceKind: source?.kind ?? null });
  }

  private keepDraftSoon(): void {
    this.stopDraft();
    this.stopDraft = this.parts.clock.after(draftQuietMs, () => void this.keepDraft());
  }

  private async keepDraft(): Promise<void> {
    const isKept = this.open === null ? this.table.rows.length > 0 : this.isChanged();
    await this.draft.write(isKept ? { setupPath: this.open?.path ?? null, setup: this.current() } : null);
    if (!isKept) this.parts.recents.tell();
  }

  private tellState(): void {
    this.states.tell(this.state());
  }
}

/** Of the draft among what was open lately. */
export const draftId = 'draft';

/** Without the ending, as people call it. */
function shownName(path: string): string {
  return basename(path).replace(/\.esplanade$/i, '');
}

import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type {
  FilesAdded,
  FilesRefreshed,
  FirmwareFile,
  FirmwareSource,
  FlashRow,
  SetupOpened,
} from '../../src-shared/ipc/contract';
import { formatHex, parseSize } from '../../src-shared/numbers/parse-number';
import { call, on } from '../api/client';
import { useBoardsStore } from './boards';
import { useNoticesStore } from './notices';
import { useRemarksStore } from './remarks';

/** One line of the flash table. */
export interface TableRow {
  readonly file: FirmwareFile;
  readonly enabled: boolean;
  /** As typed. */
  readonly offsetText: string;
  /** Typed by a person: another chip's suggestion no longer replaces it. */
  readonly offsetIsTyped: boolean;
  /** The chip encrypts it while it is written. */
  readonly encrypt?: boolean;
}

/** Everything that lies on the table. */
export interface TableContents {
  readonly rows: readonly TableRow[];
  readonly source: FirmwareSource | null;
}

const suggestedText = (file: FirmwareFile): string =>
  file.suggestedOffset === null ? '' : formatHex(file.suggestedOffset);

const freshRow = (file: FirmwareFile): TableRow => ({
  file,
  enabled: file.isForBoard !== false,
  offsetText: suggestedText(file),
  offsetIsTyped: false,
});

/** The files that will be written, and where. */
export const useFlashTableStore = defineStore('flashTable', () => {
  const boards = useBoardsStore();
  const notices = useNoticesStore();
  const remarks = useRemarksStore();
  const rows = ref<readonly TableRow[]>([]);
  /** Where all rows came from together; null where they did not. */
  const source = ref<FirmwareSource | null>(null);
  /** What a person took off last and can have back, until something else comes onto the table or a job begins. */
  const takenOff = ref<TableContents | null>(null);
  /** While a job runs its rows must stay what they were. */
  const isLocked = ref(false);
  /** The board has become another chip meanwhile, as it does when a job is the first to ask. */
  let isOutdated = false;

  const requestRows = computed<FlashRow[]>(() =>
    rows.value.map(({ file, enabled, offsetText, encrypt }) => ({
      token: file.token,
      enabled,
      offsetText,
      ...(encrypt === undefined ? {} : { encrypt }),
    })),
  );

  function load(): void {
    on('files.added', (added) => void receive(added));
    watch(
      () => boards.chip,
      () => void describeAgain(),
    );
    watch(isLocked, () => {
      if (isLocked.value) forgetTakenOff();
      if (isOutdated) void describeAgain();
    });
  }

  /** True where something was chosen. */
  async function choose(): Promise<boolean> {
    if (isLocked.value) {
      remarks.say('remark.tableInUse', 'note');
      return false;
    }
    try {
      const added = await call('files.choose', { chip: boards.chip });
      await receive(added);
      return added.files.length + added.rejected.length > 0;
    } catch (error) {
      notices.report(error);
      return false;
    }
  }

  async function receive(added: FilesAdded): Promise<void> {
    for (const { error } of added.rejected) notices.add(error);
    const files = isLocked.value ? [] : await describe(added.files);
    // A job may also have begun while they were being described.
    if (isLocked.value) {
      if (added.files.length > 0) remarks.say('remark.tableInUse', 'note');
      await release(added.files);
      return;
    }
    // The same file again is a newer build of it, not a second one.
    const isReplaced = (row: TableRow): boolean =>
      files.some((file) => file.name === row.file.name && file.kind === row.file.kind);
    const replaced = rows.value.filter(isReplaced);
    const kept = rows.value.filter((row) => !isReplaced(row));
    const fresh = files.map((file): TableRow => {
      const former = replaced.find((row) => row.file.name === file.name);
      const isTyped = former?.offsetIsTyped === true;
      return {
        file,
        enabled: file.isForBoard !== false,
        offsetText: isTyped ? former.offsetText : suggestedText(file),
        offsetIsTyped: isTyped,
        ...(former?.encrypt === undefined ? {} : { encrypt: former.encrypt }),
      };
    });
    rows.value = [...kept, ...fresh].sort(byOffset);
    if (fresh.length > 0) {
      source.value = kept.length === 0 ? (added.source ?? null) : null;
      forgetTakenOff();
    }
    await release(replaced.map((row) => row.file));
  }

  /** Rows of a setup: these and no others, or beside those that are there. Nothing is asked before they are in place. */
  async function put({ rows: fresh, source: from, replaces }: SetupOpened): Promise<void> {
    const former = replaces ? rows.value : [];
    rows.value = [...(replaces ? [] : rows.value), ...fresh].sort(byOffset);
    if (replaces) source.value = from;
    forgetTakenOff();
    await release(former.map((row) => row.file));
  }

  /** Files that were read anew take the places of the old ones; addresses that nobody typed follow them. */
  function refresh({ replaced, added }: Pick<FilesRefreshed, 'replaced' | 'added'>): void {
    const byToken = new Map(replaced.map(({ token, file }) => [token, file]));
    const former = rows.value.filter((row) => byToken.has(row.file.token));
    const kept = rows.value.map((row): TableRow => {
      const file = byToken.get(row.file.token);
      if (file === undefined) return row;
      return { ...row, file, offsetText: row.offsetIsTyped ? row.offsetText : suggestedText(file) };
    });
    rows.value = [...kept, ...added.map(freshRow)].sort(byOffset);
    // A build that went on may have replaced these, too.
    forgetTakenOff();
    void release(former.map((row) => row.file));
  }

  /** What the files are on the chosen chip; as they came where the main process cannot tell. */
  async function describe(files: readonly FirmwareFile[]): Promise<readonly FirmwareFile[]> {
    if (files.length === 0 || boards.chip === null) return files;
    try {
      const described = await call('files.describe', { tokens: files.map((file) => file.token), chip: boards.chip });
      const byToken = new Map(described.map((file) => [file.token, file]));
      return files.map((file) => byToken.get(file.token) ?? file);
    } catch (error) {
      notices.report(error);
      return files;
    }
  }

  async function describeAgain(): Promise<void> {
    const mustWait = (): boolean => (isOutdated = isLocked.value);
    if (mustWait() || rows.value.length === 0) return;
    const described = await describe(rows.value.map((row) => row.file));
    if (mustWait()) return;
    const byToken = new Map(described.map((file) => [file.token, file]));
    rows.value = rows.value
      .map((row) => {
        const file = byToken.get(row.file.token) ?? row.file;
        // Of several builds the one for the new board is now the one to write.
        const isOther = file.isForBoard !== row.file.isForBoard;
        const enabled = isOther ? file.isForBoard !== false : row.enabled;
        return { ...row, file, enabled, offsetText: row.offsetIsTyped ? row.offsetText : suggestedText(file) };
      })
      .sort(byOffset);
  }

  async function release(files: readonly FirmwareFile[]): Promise<void> {
    if (files.length === 0) return;
    try {
      await call('files.release', { tokens: files.map((file) => file.token) });
    } catch (error) {
      notices.report(error);
    }
  }

  /** Puts other rows on the table and hands over those that lay there, of which nothing is released. */
  function exchange(next: TableContents): TableContents {
    const former = { rows: rows.value, source: source.value };
    rows.value = next.rows;
    source.value = next.source;
    forgetTakenOff();
    return former;
  }

  function change(token: string, part: Partial<Omit<TableRow, 'file'>>): void {
    if (isLocked.value) return;
    rows.value = rows.value.map((row) => (row.file.token === token ? { ...row, ...part } : row));
  }

  const setEnabled = (token: string, enabled: boolean): void => change(token, { enabled });
  /** What is where it belongs anyway follows the files and the chip again. */
  function setOffset(token: string, offsetText: string): void {
    const file = rows.value.find((row) => row.file.token === token)?.file;
    const isSuggested = file !== undefined && file.suggestedOffset === placeOf(offsetText);
    change(token, { offsetText, offsetIsTyped: !isSuggested });
  }

  const setEncrypted = (token: string, encrypt: boolean): void => change(token, { encrypt });

  /** Removes rows for good: their files are no longer to be had. */
  async function remove(tokens: readonly string[]): Promise<void> {
    await release(lift(tokens).rows.map((row) => row.file));
  }

  /** Removes rows as a person does, who may want them back. */
  function takeOff(tokens: readonly string[]): void {
    const gone = lift(tokens);
    if (gone.rows.length === 0) return;
    forgetTakenOff();
    takenOff.value = gone;
  }

  function putBack(): void {
    if (isLocked.value || takenOff.value === null) return;
    if (rows.value.length === 0) source.value = takenOff.value.source;
    rows.value = [...rows.value, ...takenOff.value.rows].sort(byOffset);
    takenOff.value = null;
    // The board may be another one by now.
    void describeAgain();
  }

  function forgetTakenOff(): void {
    const gone = takenOff.value?.rows ?? [];
    takenOff.value = null;
    void release(gone.map((row) => row.file));
  }

  function lift(tokens: readonly string[]): TableContents {
    if (isLocked.value) return { rows: [], source: null };
    const former = { rows: rows.value.filter((row) => tokens.includes(row.file.token)), source: source.value };
    rows.value = rows.value.filter((row) => !former.rows.includes(row));
    if (rows.value.length === 0) source.value = null;
    return former;
  }

  return {
    rows,
    source,
    isLocked,
    takenOff,
    requestRows,
    load,
    choose,
    receive,
    put,
    refresh,
    setEnabled,
    setOffset,
    setEncrypted,
    remove,
    takeOff,
    putBack,
    exchange,
    release,
  };
});

/** Rows without a usable address come last, in the order in which they came. */
function byOffset(a: TableRow, b: TableRow): number {
  const [first, second] = [placeOf(a.offsetText) ?? Infinity, placeOf(b.offsetText) ?? Infinity];
  return first === second ? 0 : first - second;
}

/** Null for what is no address. */
function placeOf(offsetText: string): number | null {
  try {
    return parseSize(offsetText, '');
  } catch {
    return null;
  }
}

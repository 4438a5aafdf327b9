import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { chipById } from '../../src-shared/chips';
import { checkRows, type CheckedPlace } from '../../src-shared/formats/partitions/check-rows';
import { partitionChanges } from '../../src-shared/formats/partitions/partition-changes';
import {
  resolveRows,
  rowsOfTable,
  tableOfRows,
  type PartitionRow,
} from '../../src-shared/formats/partitions/partition-rows';
import { numberOf } from '../../src-shared/formats/partitions/partition-rows';
import type { MadeFiles, OpenedTable } from '../../src-shared/ipc/contract';
import { formatHex } from '../../src-shared/numbers/parse-number';
import { call } from '../api/client';
import { editHistory } from '../composables/edit-history';
import { useBoardsStore } from './boards';
import { useJobsStore } from './jobs';
import { useLayoutsStore } from './layouts';
import { useNoticesStore } from './notices';

/** A row with an identity, so that it stays the same one while it is moved and edited. */
export interface EditedRow extends PartitionRow {
  readonly id: number;
}

/** Where the rows came from. */
export type TableSource = { readonly kind: 'board' | 'new' } | { readonly kind: 'file'; readonly name: string };

const usualTableOffset = 0x8000;
const usualRows: readonly PartitionRow[] = [
  ['nvs', 'data', 'nvs', '24K'],
  ['phy_init', 'data', 'phy', '4K'],
  ['factory', 'app', 'factory', '1M'],
].map(([label = '', type = '', subtype = '', size = '']) => ({
  label,
  type,
  subtype,
  offset: '',
  size,
  isEncrypted: false,
  isReadOnly: false,
}));

/** The partition table that is being edited. It stays while other pages are looked at. */
export const usePartitionEditorStore = defineStore('partition-editor', () => {
  const boards = useBoardsStore();
  const layouts = useLayoutsStore();
  const jobs = useJobsStore();
  const notices = useNoticesStore();

  const history = editHistory<readonly EditedRow[]>([]);
  const source = shallowRef<TableSource | null>(null);
  const tableOffsetText = ref(formatHex(usualTableOffset));
  const hasMd5 = ref(true);
  const saved = shallowRef<MadeFiles | null>(null);
  let lastId = 0;

  const rows = history.current;
  const tableOffset = computed(() => numberOf(tableOffsetText.value) ?? usualTableOffset);
  const place = computed<CheckedPlace>(() => ({
    tableOffset: tableOffset.value,
    bootloaderOffset: boards.chip === null ? null : chipById(boards.chip).bootloaderOffset,
    flashSizeBytes: boards.selected?.identity?.flash?.sizeBytes ?? null,
  }));
  const resolved = computed(() => resolveRows(rows.value, place.value));
  const problems = computed(() => (source.value === null ? [] : checkRows(rows.value, place.value)));
  const errorCount = computed(() => problems.value.filter(({ isWarning }) => !isWarning).length);
  const table = computed(() => tableOfRows(rows.value, place.value, hasMd5.value));
  const boardTable = computed(() => layouts.layout?.table ?? null);
  /** What the table changes on the board; null where nobody knows what is there. */
  const changes = computed(() =>
    boardTable.value === null || table.value === null ? null : partitionChanges(boardTable.value, table.value),
  );
  /** The app that starts now and that the new table does not name. */
  const lostApp = computed(() => {
    const app = layouts.layout?.app ?? null;
    if (table.value === null) return null;
    const isNamed = table.value.partitions.some(({ type, offset }) => type === 0 && offset === app?.offset);
    return app === null || isNamed ? null : app.label;
  });
  const isSameAsBoard = computed(
    () =>
      boardTable.value !== null &&
      table.value !== null &&
      tableOffset.value === layouts.layout?.tableOffset &&
      JSON.stringify(boardTable.value) === JSON.stringify(table.value),
  );

  function withoutId(row: EditedRow): PartitionRow {
    const plain: PartitionRow & { id?: number } = { ...row };
    delete plain.id;
    return plain;
  }
  const withId = (row: PartitionRow): EditedRow => ({ ...row, id: ++lastId });

  /** Starts over with these rows; what was edited before is let go. */
  function open(from: TableSource, opened: Pick<OpenedTable, 'rows' | 'hasMd5'>): void {
    source.value = from;
    hasMd5.value = opened.hasMd5;
    saved.value = null;
    history.restart(opened.rows.map(withId));
  }

  /** The table on the chosen board; reads it where that was not done. */
  async function openBoard(): Promise<void> {
    await layouts.need();
    const found = boardTable.value;
    if (found === null) return;
    tableOffsetText.value = formatHex(layouts.layout?.tableOffset ?? usualTableOffset);
    open({ kind: 'board' }, { rows: rowsOfTable(found), hasMd5: found.hasMd5 });
  }

  async function openFile(): Promise<void> {
    try {
      const opened = await call('partitions.open');
      if (opened !== null) open({ kind: 'file', name: opened.name }, opened);
    } catch (error) {
      notices.report(error);
    }
  }

  function startNew(): void {
    open({ kind: 'new' }, { rows: usualRows, hasMd5: true });
  }

  function change(id: number, part: Partial<PartitionRow>): void {
    const next = rows.value.map((row) => (row.id === id ? { ...row, ...part } : row));
    history.edit(next, `${id} ${Object.keys(part).join(' ')}`);
  }

  /** Adds a row at the end and answers its id. */
  function add(): number {
    const row = withId({
      label: '',
      type: 'data',
      subtype: '',
      offset: '',
      size: '',
      isEncrypted: false,
      isReadOnly: false,
    });
    history.edit([...rows.value, row]);
    return row.id;
  }

  function remove(id: number): void {
    history.edit(rows.value.filter((row) => row.id !== id));
  }

  function move(id: number, by: -1 | 1): void {
    const from = rows.value.findIndex((row) => row.id === id);
    const to = from + by;
    const row = rows.value[from];
    if (row === undefined || to < 0 || to >= rows.value.length) return;
    const others = rows.value.filter((each) => each.id !== id);
    history.edit([...others.slice(0, to), row, ...others.slice(to)]);
  }

  function placeAll(): void {
    history.edit(rows.value.map((row) => ({ ...row, offset: '' })));
  }

  const plain = computed(() => rows.value.map(withoutId));

  /** Asks for a place and writes the table there. */
  async function save(format: 'csv' | 'binary'): Promise<void> {
    saved.value = null;
    try {
      const suggestedName = format === 'csv' ? 'partitions.csv' : 'partition-table.bin';
      const chosen = await call('saves.choose', { suggestedName });
      if (chosen === null) return;
      const request = { rows: plain.value, tableOffset: tableOffset.value, hasMd5: hasMd5.value };
      saved.value = await call('partitions.save', { ...request, format, save: chosen.token });
    } catch (error) {
      notices.report(error);
    }
  }

  async function write(): Promise<void> {
    await jobs.startTable({ rows: plain.value, tableOffset: tableOffset.value, hasMd5: hasMd5.value });
  }

  return {
    rows,
    source,
    tableOffsetText,
    tableOffset,
    hasMd5,
    saved,
    resolved,
    problems,
    errorCount,
    changes,
    lostApp,
    isSameAsBoard,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    undo: () => history.undo(),
    redo: () => history.redo(),
    open,
    openBoard,
    openFile,
    startNew,
    change,
    add,
    remove,
    move,
    placeAll,
    save,
    write,
  };
});

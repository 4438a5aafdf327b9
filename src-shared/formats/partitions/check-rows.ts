import { otaDataSize } from '../ota-data';
import { partitionTypes } from '../partition-names';
import { mostPartitions } from '../partition-table';
import {
  partitionTableSectorBytes,
  resolveRows,
  type PartitionRow,
  type ResolvedRow,
  type TablePlace,
} from './partition-rows';

/** Column of a row, as `PartitionRow` has them. */
export type RowField = 'label' | 'type' | 'subtype' | 'offset' | 'size';

/** What is wrong with a table, by a stable name. */
export type RowProblemKind =
  | 'nameMissing'
  | 'nameTooLong'
  | 'nameOdd'
  | 'nameTwice'
  | 'typeMissing'
  | 'typeUnknown'
  | 'subtypeMissing'
  | 'subtypeUnknown'
  | 'subtypeTwice'
  | 'offsetUnknown'
  | 'offsetOpen'
  | 'offsetOff4k'
  | 'offsetOff64k'
  | 'reserved'
  | 'overlap'
  | 'pastEnd'
  | 'sizeUnknown'
  | 'sizeMissing'
  | 'sizeOff4k'
  | 'otaDataSize'
  | 'nvsSmall'
  | 'readOnly'
  | 'tooMany'
  | 'empty'
  | 'noApp'
  | 'otaGap'
  | 'otaDataMissing';

/** One thing that is wrong. A warning is odd, but works. */
export interface RowProblem {
  readonly kind: RowProblemKind;
  readonly isWarning: boolean;
  /** Index of the row; null where it is about the whole table. */
  readonly row: number | null;
  readonly field: RowField | null;
  /** For the sentence: another row's name, an offset, a number. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What the check knows besides the rows. */
export interface CheckedPlace extends TablePlace {
  /** Null where no board is known: then nothing is past the end. */
  readonly flashSizeBytes: number | null;
}

const sectorBytes = 0x1000;
const appAlign = 0x1_0000;
const labelBytes = 16;
const firstOtaSubtype = 0x10;
const lastOtaSubtype = 0x1f;
const otaDataSubtype = 0x00;
const nvsSubtype = 0x02;
const coreDumpSubtype = 0x03;
/** Three pages: two in use and one to tidy up with. */
const smallestNvsBytes = 0x3000;

/** Everything that is wrong with rows, in their order. Never throws. */
export function checkRows(rows: readonly PartitionRow[], place: CheckedPlace): readonly RowProblem[] {
  const resolved = resolveRows(rows, place);
  return [...rows.flatMap((row, index) => checkRow(row, resolved, index, place)), ...checkWhole(resolved)];
}

function checkRow(
  row: PartitionRow,
  all: readonly ResolvedRow[],
  index: number,
  place: CheckedPlace,
): readonly RowProblem[] {
  const self = all[index];
  if (self === undefined) return [];
  const add = (
    kind: RowProblemKind,
    field: RowField,
    facts: RowProblem['facts'] = {},
    isWarning = false,
  ): RowProblem => ({
    kind,
    isWarning,
    row: index,
    field,
    facts,
  });
  const unknown = (field: 'type' | 'subtype'): RowProblem =>
    row[field].trim() === '' ? add(`${field}Missing`, field) : add(`${field}Unknown`, field, { text: row[field] });
  return [
    ...checkName(row.label, all, index).map(([kind, facts]) => add(kind, 'label', facts)),
    ...(self.type === null ? [unknown('type')] : []),
    ...(self.type !== null && self.subtype === null ? [unknown('subtype')] : []),
    ...checkTwin(all, index).map((name) => add('subtypeTwice', 'subtype', { other: name })),
    ...checkOffset(row, self).map(([kind, facts]) => add(kind, 'offset', facts)),
    ...checkSpan(all, index, place).map(([kind, facts]) => add(kind, 'offset', facts)),
    ...(row.isReadOnly && isAlwaysWritten(self) ? [add('readOnly', 'subtype')] : []),
    ...checkSize(row, self).map(([kind, isWarning]) => add(kind, 'size', {}, isWarning)),
  ];
}

type Found = readonly [kind: RowProblemKind, facts: RowProblem['facts']];

function checkName(label: string, all: readonly ResolvedRow[], index: number): readonly Found[] {
  if (label === '') return [['nameMissing', {}]];
  const found: Found[] = [];
  const sizeBytes = new TextEncoder().encode(label).length;
  if (sizeBytes > labelBytes) found.push(['nameTooLong', { limit: labelBytes }]);
  // What a CSV file cannot hold, and what a program on the board cannot ask for.
  if (/[,"\p{C}\uFFFD]/u.test(label) || label.trim() !== label || label.startsWith('#')) found.push(['nameOdd', {}]);
  if (all.some((other, at) => at < index && other.label === label)) found.push(['nameTwice', {}]);
  return found;
}

/** Name of an earlier row that is the same to the bootloader. Of data only OTA data has to be alone. */
function checkTwin(all: readonly ResolvedRow[], index: number): readonly string[] {
  const self = all[index];
  if (self === undefined || self.type === null || self.subtype === null) return [];
  const isOnly = self.type === partitionTypes.app || isOtaData(self);
  if (!isOnly) return [];
  const twin = all.find((other, at) => at < index && other.type === self.type && other.subtype === self.subtype);
  return twin === undefined ? [] : [twin.label];
}

function checkOffset(row: PartitionRow, { type, offset }: ResolvedRow): readonly Found[] {
  if (offset === null) return [[row.offset.trim() === '' ? 'offsetOpen' : 'offsetUnknown', { text: row.offset }]];
  if (type === partitionTypes.app && offset % appAlign !== 0) return [['offsetOff64k', {}]];
  return offset % sectorBytes === 0 ? [] : [['offsetOff4k', {}]];
}

function checkSpan(all: readonly ResolvedRow[], index: number, place: CheckedPlace): readonly Found[] {
  const self = all[index];
  if (self === undefined || self.offset === null || self.sizeBytes === null) return [];
  const { offset } = self;
  const end = offset + self.sizeBytes;
  const found: Found[] = [];
  const firstFree = place.tableOffset + partitionTableSectorBytes;
  const isBelow = self.type === partitionTypes.bootloader || self.type === partitionTypes.partition_table;
  if (offset < firstFree && !isBelow) found.push(['reserved', { offset: firstFree }]);
  const other = all.find((each, at) => at < index && overlaps(each, offset, end));
  if (other !== undefined) found.push(['overlap', { other: other.label }]);
  if (place.flashSizeBytes !== null && end > place.flashSizeBytes) {
    found.push(['pastEnd', { end, flashSizeBytes: place.flashSizeBytes }]);
  }
  return found;
}

function overlaps({ offset, sizeBytes }: ResolvedRow, start: number, end: number): boolean {
  return offset !== null && sizeBytes !== null && offset < end && start < offset + sizeBytes;
}

function checkSize(row: PartitionRow, self: ResolvedRow): readonly (readonly [RowProblemKind, boolean])[] {
  const { type, subtype, sizeBytes } = self;
  if (sizeBytes === null) return [[row.size.trim() === '' ? 'sizeMissing' : 'sizeUnknown', false]];
  if (sizeBytes === 0) return [['sizeMissing', false]];
  if (isOtaData(self) && sizeBytes !== otaDataSize) return [['otaDataSize', false]];
  if (sizeBytes % sectorBytes !== 0) return [['sizeOff4k', type !== partitionTypes.app]];
  const isNvs = type === partitionTypes.data && subtype === nvsSubtype;
  return isNvs && sizeBytes < smallestNvsBytes && !row.isReadOnly ? [['nvsSmall', true]] : [];
}

function checkWhole(all: readonly ResolvedRow[]): readonly RowProblem[] {
  const about = (kind: RowProblemKind, isWarning: boolean, facts: RowProblem['facts'] = {}): RowProblem => ({
    kind,
    isWarning,
    row: null,
    field: null,
    facts,
  });
  if (all.length === 0) return [about('empty', false)];
  const apps = all.filter(({ type }) => type === partitionTypes.app);
  const slots = apps
    .map(({ subtype }) => subtype ?? -1)
    .filter((each) => each >= firstOtaSubtype && each <= lastOtaSubtype);
  const numbers = slots.map((each) => each - firstOtaSubtype).sort((a, b) => a - b);
  const hasGap = numbers.some((number, index) => number !== index);
  const hasFactory = apps.some(({ subtype }) => subtype === 0);
  const hasOtaData = all.some(isOtaData);
  return [
    ...(all.length > mostPartitions ? [about('tooMany', false, { limit: mostPartitions })] : []),
    ...(!hasFactory && slots.length === 0 ? [about('noApp', true)] : []),
    // Two rows with one number are told about by themselves.
    ...(hasGap && new Set(numbers).size === numbers.length ? [about('otaGap', true)] : []),
    ...(slots.length > 1 && !hasOtaData ? [about('otaDataMissing', true)] : []),
  ];
}

function isOtaData({ type, subtype }: ResolvedRow): boolean {
  return type === partitionTypes.data && subtype === otaDataSubtype;
}

/** What the system writes to whatever the flag says, and refuses to have read-only. */
function isAlwaysWritten(row: ResolvedRow): boolean {
  return isOtaData(row) || (row.type === partitionTypes.data && row.subtype === coreDumpSubtype);
}

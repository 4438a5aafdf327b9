import { basename } from 'node:path';
import { findChip } from '../../src-shared/chips';
import { AppError } from '../../src-shared/errors/app-error';
import { serializePartitionTable } from '../../src-shared/formats/partition-table';
import { checkRows, type CheckedPlace, type RowProblemKind } from '../../src-shared/formats/partitions/check-rows';
import {
  looksLikePartitionCsv,
  parsePartitionCsv,
  serializePartitionCsv,
} from '../../src-shared/formats/partitions/partition-csv';
import { rowsOfTable, tableOfRows } from '../../src-shared/formats/partitions/partition-rows';
import type { BoardIdentity, MadeFiles, OpenedTable, Request } from '../../src-shared/ipc/contract';
import { findImages } from '../firmware/find-images';
import { loadFirmware } from '../firmware/read-firmware';
import { readWholeFile } from '../firmware/read-whole-file';
import { saveFiles } from '../firmware/save-files';
import { formatHex } from '../../src-shared/numbers/parse-number';
import { describeFirmware } from '../firmware/describe-firmware';
import type { PlanRow } from '../engine/plan/plan-input';
import type { SavedFiles } from './saved-files';

/** What a table that is written is called. */
const tableName = 'partition-table.bin';

/** Rows and what they need to become a table. */
export type TableRequest = Pick<Request<'partitions.save'>, 'rows' | 'tableOffset' | 'hasMd5'>;

/** Partition tables out of files and into files. */
export class PartitionDesk {
  constructor(private readonly saves: SavedFiles) {}

  /** A CSV or binary table, or the first table in a firmware file. `file.*`. */
  async open(path: string): Promise<OpenedTable> {
    const { name, bytes } = await readWholeFile(path);
    return openTable(name, bytes);
  }

  /** `plan.partitionTableBroken`, `file.*`. CSV files hold what is written, also where something is wrong with it. */
  async save({ format, save, ...request }: Request<'partitions.save'>): Promise<MadeFiles> {
    const path = this.saves.pathOf(save);
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(serializePartitionCsv(request.rows))
        : tableBytes(request, null, basename(path));
    await saveFiles([{ path, bytes }]);
    const offset = format === 'csv' ? null : request.tableOffset;
    return { files: [{ ...this.saves.add(path), sizeBytes: bytes.length, offset }] };
  }
}

/** The table in a file; `file.notUnderstood`, `file.badLine`, `file.nothingInside`. */
export function openTable(name: string, bytes: Uint8Array): OpenedTable {
  if (looksLikePartitionCsv(bytes)) return { name, rows: parsePartitionCsv(bytes, name), hasMd5: true };
  for (const part of loadFirmware(name, bytes).flatMap(findImages)) {
    if (part.kind === 'partitionTable') return { name, rows: rowsOfTable(part.table), hasMd5: part.table.hasMd5 };
  }
  throw new AppError('file.nothingInside', { name });
}

/**
 * The 0xC00 bytes of the table. `board` null = none is known. `plan.partitionTableBroken` where something
 * is wrong with it: what stops a board from starting is not made.
 */
export function tableBytes(
  { rows, tableOffset, hasMd5 }: TableRequest,
  board: BoardIdentity | null,
  name: string,
): Uint8Array {
  const place: CheckedPlace = {
    tableOffset,
    bootloaderOffset: findChip(board?.chip ?? '')?.bootloaderOffset ?? null,
    flashSizeBytes: board?.flash?.sizeBytes ?? null,
  };
  const problem = checkRows(rows, place).find(({ isWarning }) => !isWarning);
  const table = tableOfRows(rows, place, hasMd5);
  if (problem !== undefined || table === null) {
    const partition = rows[problem?.row ?? -1]?.label ?? '';
    throw new AppError('plan.partitionTableBroken', { name, partition, reason: faults[problem?.kind ?? 'empty'] });
  }
  return serializePartitionTable(table, name);
}

/** The table as the only row of a flash table. `plan.partitionTableBroken`. */
export function tableRow(request: TableRequest, board: BoardIdentity): PlanRow {
  const bytes = tableBytes(request, board, tableName);
  const [loaded] = loadFirmware(tableName, bytes);
  if (loaded === undefined) throw new AppError('file.empty', { name: tableName });
  const description = describeFirmware(loaded, findChip(board.chip));
  return { name: tableName, enabled: true, offsetText: formatHex(request.tableOffset), bytes, description };
}

/** Words for `plan.partitionTableBroken`. The window finds all of these first, and has sentences for them. */
const faults: Readonly<Record<RowProblemKind, string>> = {
  nameMissing: 'it has no name',
  nameTooLong: 'its name is too long',
  nameOdd: 'its name has signs that it must not have',
  nameTwice: 'another partition has the same name',
  typeMissing: 'it has no type',
  typeUnknown: 'its type is unknown',
  subtypeMissing: 'it has no subtype',
  subtypeUnknown: 'its subtype is unknown',
  subtypeTwice: 'another partition has the same subtype',
  offsetUnknown: 'its offset is no number',
  offsetOpen: 'its offset is not known',
  offsetOff4k: 'its offset is not a multiple of 0x1000',
  offsetOff64k: 'its offset is not a multiple of 0x10000',
  reserved: 'it begins before the end of the table',
  overlap: 'it overlaps another partition',
  pastEnd: 'it ends past the end of the flash',
  sizeUnknown: 'its size is no number',
  sizeMissing: 'it has no size',
  sizeOff4k: 'its size is not a multiple of 0x1000',
  otaDataSize: 'OTA data has 0x2000 bytes',
  nvsSmall: 'NVS needs 0x3000 bytes',
  readOnly: 'it cannot be read-only',
  tooMany: 'the table has no room for it',
  empty: 'the table has no partitions',
  noApp: 'there is no place for an app',
  otaGap: 'the OTA slots are not numbered from 0',
  otaDataMissing: 'several OTA slots need OTA data',
};

import { bytesToHex } from '@noble/hashes/utils.js';
import type { NvsEntry, NvsValue } from '../../src-shared/formats/nvs/nvs-contents';
import { isSecretKey } from '../../src-shared/formats/nvs/secret-keys';
import type { BoardCard, BoardIdentity, BoardLayout } from '../../src-shared/ipc/contract';
import type { KeptNvs } from './nvs-desk';

/** What goes into a report. */
export interface BoardReportParts {
  /** Lines about product and system. */
  readonly about: readonly string[];
  /** ISO 8601. */
  readonly savedAt: string;
  readonly card: BoardCard;
  /** Null where the table was not read. */
  readonly layout: BoardLayout | null;
  readonly nvs: readonly KeptNvs[];
  /** False: values whose names say that they are secrets are left out. */
  readonly withSecrets: boolean;
}

/**
 * Everything known about a board, for other programs. `version` goes up whenever a field changes its meaning or goes
 * away; new fields may come without. Offsets and sizes are numbers of bytes; 64-bit values and blobs are text.
 */
export interface BoardReport {
  readonly format: 'esplanade-board';
  readonly version: 1;
  readonly savedAt: string;
  readonly savedBy: readonly string[];
  readonly connection: Pick<BoardCard, 'path' | 'kind' | 'adapter' | 'vendorId' | 'productId' | 'serialNumber'>;
  readonly board: BoardIdentity | null;
  readonly flash:
    | (Omit<BoardLayout, 'app' | 'partitions' | 'table'> & {
        readonly partitions: readonly ReportedPartition[] | null;
      })
    | null;
  readonly nvs: readonly ReportedNvs[];
}

interface ReportedPartition {
  readonly label: string;
  readonly type: string;
  readonly subtype: string;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly isEncrypted: boolean;
  readonly isReadOnly: boolean;
}

interface ReportedNvs {
  readonly partition: string;
  readonly state: KeptNvs['contents']['state'];
  readonly entries: readonly {
    readonly namespace: string;
    readonly key: string;
    readonly type: NvsValue['type'];
    /** Numbers of up to 32 bits as numbers, of 64 as text; blobs as hex digits; absent where it is left out. */
    readonly value?: string | number;
    /** It is there and was left out. */
    readonly isHidden?: true;
  }[];
  readonly notes: KeptNvs['contents']['notes'];
}

/** Puts a report together. */
export function boardReport({ about, savedAt, card, layout, nvs, withSecrets }: BoardReportParts): BoardReport {
  const { path, kind, adapter, vendorId, productId, serialNumber, identity } = card;
  return {
    format: 'esplanade-board',
    version: 1,
    savedAt,
    savedBy: about,
    connection: { path, kind, adapter, vendorId, productId, serialNumber },
    board: identity,
    flash: layout && flashReport(layout),
    nvs: nvs.map(({ label, contents }) => ({
      partition: label,
      state: contents.state,
      entries: contents.entries.map((entry) => entryReport(entry, withSecrets)),
      notes: contents.notes,
    })),
  };
}

function flashReport({ tableOffset, partitions, table, apps, start, otaData, bootloader }: BoardLayout) {
  return {
    tableOffset,
    bootloader,
    partitions:
      partitions?.map((partition, index) => ({
        ...partition,
        isEncrypted: table?.partitions[index]?.isEncrypted ?? false,
        isReadOnly: table?.partitions[index]?.isReadOnly ?? false,
      })) ?? null,
    apps,
    start,
    otaData,
  };
}

function entryReport(entry: NvsEntry, withSecrets: boolean): ReportedNvs['entries'][number] {
  const { namespace, key, value } = entry;
  const common = { namespace, key, type: value.type };
  return isSecretKey(entry) && !withSecrets ? { ...common, isHidden: true } : { ...common, value: plainValue(value) };
}

function plainValue(value: NvsValue): string | number {
  switch (value.type) {
    case 'string':
      return value.value;
    case 'blob':
      return bytesToHex(value.bytes);
    case 'u64':
    case 'i64':
      return value.value.toString();
    default:
      return Number(value.value);
  }
}

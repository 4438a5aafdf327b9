/** The partition table editor: tables out of files, into files and onto a board. */
import { z } from 'zod';
import type { PartitionRow } from '../../formats/partitions/partition-rows';
import type { MadeFiles } from '../image-file';
import { contactSettingsSchema } from './board-jobs';
import { isPatient, noPayload, path, token } from './payloads';

const text = z.string().max(200);
export const partitionRowSchema = z.strictObject({
  label: text,
  type: text,
  subtype: text,
  offset: text,
  size: text,
  isEncrypted: z.boolean(),
  isReadOnly: z.boolean(),
  otherFlags: z.number().int().min(0).max(0xffff_ffff).exactOptional(),
}) satisfies z.ZodType<PartitionRow>;

/** Rows with what they need to become a table. */
const tableShape = {
  rows: z.array(partitionRowSchema).min(1).max(500),
  tableOffset: z.number().int().min(0).max(0xffff_ffff),
  hasMd5: z.boolean(),
};

/** A table out of a file. */
export interface OpenedTable {
  /** Of the file. */
  readonly name: string;
  readonly rows: readonly PartitionRow[];
  readonly hasMd5: boolean;
}

/** Requests, by channel. */
export const partitionsRequests = {
  /** Asks the person for a file: a CSV or binary table, or a merged file that holds one; null when they think better of it. */
  'partitions.open': noPayload,
  'partitions.save': z.strictObject({ ...tableShape, format: z.enum(['csv', 'binary']), save: token }),
  /** Writes the table to a board; ends like `flash.start`. */
  'partitions.write': z.strictObject({ ...tableShape, path, settings: contactSettingsSchema, isPatient }),
} as const satisfies Record<string, z.ZodType>;

/** Replies, by channel. */
export interface PartitionsReplies {
  'partitions.open': OpenedTable | null;
  'partitions.save': MadeFiles;
  'partitions.write': { readonly jobId: string };
}

import { AppError } from '../../errors/app-error';
import { notUnderstood } from '../byte-reader';
import { partitionTypeNumber } from '../partition-names';
import { formatHex } from '../../numbers/parse-number';
import { numberOf, sizeText, type PartitionRow } from './partition-rows';

/** Larger than any table that a chip can hold. */
const largestCsvBytes = 0x1_0000;
const mostRows = 500;
const columns = 6;
const fewestColumns = 3;

/**
 * Reads a partition table as ESP-IDF writes it in CSV (documentation, "Partition Tables"): name, type, subtype, offset,
 * size, flags. Lines that begin with # are comments. Values are kept as they are written; whether they make sense is
 * for `checkRows`. Throws `file.badLine`, and `file.notUnderstood` where it is no such file at all.
 */
export function parsePartitionCsv(bytes: Uint8Array, name = ''): PartitionRow[] {
  const lines = textLines(bytes, name);
  const rows: PartitionRow[] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    rows.push(parseLine(text, { name, line: index + 1, text: text.slice(0, 80) }));
    if (rows.length > mostRows) throw notUnderstood(name, 'too many partition table entries', 0);
  }
  if (rows.length === 0) throw notUnderstood(name, 'not a partition table entry', 0);
  return rows;
}

/** Whether the bytes seem to be such a file: text, of which the first row has a type that there is. */
export function looksLikePartitionCsv(bytes: Uint8Array): boolean {
  try {
    const first = textLines(bytes, '').find((line) => line.trim() !== '' && !line.trim().startsWith('#'));
    const fields = first?.split(',') ?? [];
    return fields.length >= fewestColumns && partitionTypeNumber(fields[1] ?? '') !== null;
  } catch {
    return false;
  }
}

function textLines(bytes: Uint8Array, name: string): readonly string[] {
  if (bytes.length > largestCsvBytes || bytes.includes(0)) throw notUnderstood(name, 'not a partition table entry', 0);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUnderstood(name, 'a name is not text', 0);
  }
  return text.split(/\r\n|\n|\r/);
}

function parseLine(text: string, facts: { name: string; line: number; text: string }): PartitionRow {
  const fields = text.split(',').map((field) => field.trim());
  // A comma at the end of a line is common.
  while (fields.length > columns && fields.at(-1) === '') fields.pop();
  if (fields.length < fewestColumns || fields.length > columns) throw new AppError('file.badLine', facts);
  const [label = '', type = '', subtype = '', offset = '', size = '', flags = ''] = fields;
  const words = flags.split(':').map((word) => word.trim().toLowerCase());
  if (words.some((word) => !['', 'encrypted', 'readonly'].includes(word))) throw new AppError('file.badLine', facts);
  return {
    label,
    type,
    subtype,
    offset,
    size,
    isEncrypted: words.includes('encrypted'),
    isReadOnly: words.includes('readonly'),
  };
}

/**
 * The same rows as a file, numbers as ESP-IDF's tool writes them. Names with commas and line breaks have no place in it:
 * `checkRows` finds them.
 */
export function serializePartitionCsv(rows: readonly PartitionRow[]): string {
  const lines = rows.map(({ label, type, subtype, offset, size, isEncrypted, isReadOnly }) => {
    const flags = [isEncrypted ? 'encrypted' : '', isReadOnly ? 'readonly' : '']
      .filter((word) => word !== '')
      .join(':');
    const place = [written(offset, formatHex), written(size, sizeText)];
    return [label, type, subtype, ...place, flags].map((field) => field.trim()).join(',');
  });
  return `${['# Name, Type, SubType, Offset, Size, Flags', ...lines].join('\n')}\n`;
}

/** What is no number stays as it is. */
function written(text: string, write: (value: number) => string): string {
  const value = numberOf(text);
  return value === null ? text : write(value);
}

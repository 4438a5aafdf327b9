import { chipById } from '../../../src-shared/chips';
import type { HistoryEntry } from '../../../src-shared/ipc/contract';
import { formatHex } from '../../../src-shared/numbers/parse-number';

const columns = [
  'time',
  'result',
  'error',
  'chip',
  'mac',
  'port',
  'file',
  'offset',
  'size',
  'md5',
  'project',
  'version',
  'setup',
  'duration_ms',
  'written_bytes',
  'baud_rate',
] as const;
type Line = Readonly<Record<(typeof columns)[number], string | number | null>>;

/** A table of entries as RFC 4180 has it, a line for each file; the byte order mark makes Excel read UTF-8. */
export function csvOf(entries: readonly HistoryEntry[]): Uint8Array {
  const lines = entries.flatMap(linesOf).map((line) => columns.map((name) => cell(line[name])).join(','));
  return new TextEncoder().encode(`\uFEFF${[columns.join(','), ...lines, ''].join('\r\n')}`);
}

function linesOf(entry: HistoryEntry): readonly Line[] {
  const { at, result, error, chip, mac, port, setup, durationMs, writtenBytes, baudRate, files } = entry;
  const common = {
    time: new Date(at).toISOString(),
    result,
    error: error?.code ?? null,
    chip: chip === null ? null : chipById(chip).name,
    ...{ mac, port, setup },
    duration_ms: durationMs,
    written_bytes: writtenBytes,
    baud_rate: baudRate,
  };
  return files.map(({ name, offset, sizeBytes, md5, project, version }) => ({
    ...common,
    file: name,
    offset: offset === null ? null : formatHex(offset),
    size: sizeBytes,
    ...{ md5, project, version },
  }));
}

/** Names of files are anybody's: none of them becomes a formula in a spreadsheet. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

import { AppError } from '../../src-shared/errors/app-error';
import type { NvsContents, NvsEntry, NvsValue } from '../../src-shared/formats/nvs/nvs-contents';
import { nvsToCsv } from '../../src-shared/formats/nvs/nvs-csv';
import { isSecretKey } from '../../src-shared/formats/nvs/secret-keys';
import type { MadeFiles, NvsEntryView, NvsShownValue, NvsView } from '../../src-shared/ipc/contract';
import { saveFiles } from '../firmware/save-files';
import type { SavedFiles } from './saved-files';

/** In a list a blob is shown by its beginning; a click shows more of it, and the saved table has all. */
const listedBlobBytes = 32;
const shownBlobBytes = 0x4000;
/** Boards are looked at one after another: what was read long ago is nobody's any more. */
const keptPartitions = 16;

/** An NVS partition that was read, and what it is called. */
export interface KeptNvs {
  readonly label: string;
  readonly contents: NvsContents;
}

/** Contents of NVS partitions behind tokens: secrets leave the main process only when somebody asks for them. */
export class NvsDesk {
  private readonly kept = new Map<string, KeptNvs>();
  private lastNumber = 0;

  constructor(private readonly saves: SavedFiles) {}

  /** Keeps what was read and answers what may be shown of it. */
  keep(label: string, contents: NvsContents): NvsView {
    const token = `nvs-${++this.lastNumber}`;
    this.kept.set(token, { label, contents });
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptPartitions && oldest !== undefined) this.kept.delete(oldest);
    return { ...contents, token, entries: contents.entries.map(viewOf) };
  }

  /** `file.notFound` for a token that is not, or no longer, known. */
  get(token: string): KeptNvs {
    const kept = this.kept.get(token);
    if (kept === undefined) throw new AppError('file.notFound', { name: token });
    return kept;
  }

  /** The values at these places, secret or not. `file.notFound`; `input.notANumber` for a place that there is not. */
  reveal(token: string, entries: readonly number[]): readonly NvsShownValue[] {
    const { contents } = this.get(token);
    return entries.map((index) => {
      const entry = contents.entries[index];
      if (entry === undefined) throw new AppError('input.notANumber', { text: String(index), what: token });
      return shownValue(entry.value, shownBlobBytes);
    });
  }

  /** Writes the table of all values. `file.*`. */
  async save(token: string, save: string): Promise<MadeFiles & { readonly leftOut: number }> {
    const { text, leftOut } = nvsToCsv(this.get(token).contents.entries);
    const bytes = new TextEncoder().encode(text);
    const path = this.saves.pathOf(save);
    await saveFiles([{ path, bytes }]);
    return {
      files: [{ ...this.saves.add(path), sizeBytes: bytes.length, offset: null }],
      leftOut: leftOut.length,
    };
  }
}

function viewOf(entry: NvsEntry): NvsEntryView {
  const { namespace, key, value } = entry;
  const isSecret = isSecretKey(entry);
  return {
    namespace,
    key,
    type: value.type,
    sizeBytes: 'bytes' in value ? value.bytes.length : null,
    isSecret,
    value: isSecret ? null : shownValue(value, listedBlobBytes),
  };
}

/** A value as people read it; of a blob no more than so many bytes. */
export function shownValue(value: NvsValue, mostBytes: number): NvsShownValue {
  switch (value.type) {
    case 'string':
      return { text: value.value, isCut: false };
    case 'blob': {
      const bytes = value.bytes.subarray(0, mostBytes);
      const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
      return { text, isCut: bytes.length < value.bytes.length };
    }
    default:
      return { text: value.value.toString(), isCut: false };
  }
}

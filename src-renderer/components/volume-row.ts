/** One row of the list of files. */
export interface VolumeRow {
  /** Place among the entries; null for a folder that only the paths of files tell of. */
  readonly entry: number | null;
  readonly key: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** How many folders it lies in, as far as it is shown. */
  readonly depth: number;
  readonly sizeBytes: number;
  readonly modifiedMs: number | null;
  readonly isDamaged: boolean;
}

/** One row of the list of files. */
export interface VolumeRow {
  /** In the volume. */
  readonly path: string;
  readonly key: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** How many folders it lies in, as far as it is shown. */
  readonly depth: number;
  readonly sizeBytes: number;
  readonly modifiedMs: number | null;
  readonly isDamaged: boolean;
  /** What is to become of it; null where it stays. */
  readonly change: 'added' | 'replaced' | 'renamed' | null;
}

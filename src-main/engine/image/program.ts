import type { LoadSegment } from './load-segments';

/** A program that an image is to be made of. */
export interface Program {
  /** What errors call it. */
  readonly name: string;
  readonly entryPoint: number;
  readonly segments: readonly LoadSegment[];
  /** SHA-256 of the ELF file; null where it was none. */
  readonly digest: Uint8Array | null;
}

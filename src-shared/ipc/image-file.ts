import type { ChipId } from '../chips/chip-descriptor';
import type { AppErrorData } from '../errors/app-error';
import type { ImageReport } from '../formats/image-report';
import type { PartitionView } from './board';
import type { OpenedTable } from './calls/partitions';

/** A place that a person chose for a file. Its path stays in the main process behind `token`. */
export interface SavePlace {
  readonly token: string;
  readonly name: string;
}

/** A piece of a file, to be looked at. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly fileSizeBytes: number;
}

/** A file that was looked into. */
export interface ImageFile {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly contents:
    | { readonly kind: 'firmware'; readonly parts: readonly ImagePart[] }
    | {
        /** An ELF file, of which an image can be made. */
        readonly kind: 'program';
        readonly machine: 'xtensa' | 'riscv';
        readonly entryPoint: number;
        /** Chips that have memory wherever the program wants to be; may be none. */
        readonly candidates: readonly ChipId[];
        readonly sections: readonly { readonly name: string; readonly address: number; readonly sizeBytes: number }[];
      };
}

/** Something with a structure in a firmware file. `label`: what a merged file holds it as. */
export type ImagePart =
  | { readonly kind: 'image'; readonly offset: number; readonly label: string | null; readonly report: ImageReport }
  | { readonly kind: 'damaged'; readonly offset: number; readonly label: string | null; readonly error: AppErrorData }
  | {
      readonly kind: 'partitionTable';
      /** Of the table in the file; null for a table that is written as CSV. */
      readonly offset: number | null;
      /** Rows that say all that they have to. */
      readonly partitions: readonly PartitionView[];
      /** What the partition table editor starts from. */
      readonly table: Omit<OpenedTable, 'name'>;
    };

/** What came of files that were to be looked into. */
export interface ImagesAdded {
  readonly files: readonly ImageFile[];
  readonly rejected: readonly { readonly name: string; readonly error: AppErrorData }[];
}

/** Files that were made. `offset`: where in flash one belongs; null where others decide. */
export interface MadeFiles {
  readonly files: readonly (SavePlace & { readonly sizeBytes: number; readonly offset: number | null })[];
}

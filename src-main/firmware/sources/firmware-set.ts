import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { AppError } from '../../../src-shared/errors/app-error';
import type { FirmwareSource } from '../../../src-shared/ipc/contract';
import type { FileTree } from './file-tree';

/** One file of a set. */
export interface SetPart {
  /** What the table calls it. */
  readonly name: string;
  /** Its path in the tree, its contents where it is made and not read, or why it cannot be had. */
  readonly from: string | Uint8Array | AppError;
  /** Where the set says that it goes; null = where its contents say. */
  readonly offset: number | null;
  readonly isForEncryption: boolean;
}

/** Files that go onto one board together. */
export interface FirmwareBuild {
  /** What the set says that they are for; null = their contents tell. */
  readonly chip: ChipDescriptor | null;
  /** At least one. */
  readonly parts: readonly SetPart[];
}

/** What was found in a folder: one build, or several for different chips. */
export interface FirmwareSet {
  readonly source: FirmwareSource;
  /** What errors about missing parts call the set: the name of the file that lists them. */
  readonly listName: string;
  readonly builds: readonly FirmwareBuild[];
}

/** A folder that is looked at. */
export interface TreeFolder {
  readonly tree: FileTree;
  readonly path: string;
  /** Names of the files in it. */
  readonly files: ReadonlySet<string>;
}

/** More files than any build has. */
export const mostParts = 64;

/** What an NVS partition holds, once its pages are put together. */
export interface NvsContents {
  /**
   * `empty`: nothing was ever written; `encrypted`: its pages are sound and none of their entries can be read;
   * `foreign`: no page of it is NVS.
   */
  readonly state: 'readable' | 'empty' | 'encrypted' | 'foreign';
  readonly pages: readonly NvsPageSummary[];
  /** By namespace, then in the order in which they were written. */
  readonly entries: readonly NvsEntry[];
  /** What was left out, or looks odd; one note of each kind. */
  readonly notes: readonly NvsNote[];
}

/** One value, as the program on the board would get it. */
export interface NvsEntry {
  /** `#12` where the namespace with that number has no name. */
  readonly namespace: string;
  readonly key: string;
  readonly value: NvsValue;
}

export const nvsIntegerTypes = ['u8', 'i8', 'u16', 'i16', 'u32', 'i32', 'u64', 'i64'] as const;
export type NvsIntegerType = (typeof nvsIntegerTypes)[number];

export type NvsValue =
  | { readonly type: NvsIntegerType; readonly value: bigint }
  /** `bytes`: up to the zero at its end. `isText` false: they are no UTF-8, and `value` has U+FFFD in their place. */
  | { readonly type: 'string'; readonly value: string; readonly bytes: Uint8Array; readonly isText: boolean }
  | { readonly type: 'blob'; readonly bytes: Uint8Array };

/** `freeing`: its entries are being moved to another page. `damaged`: its header cannot be believed. */
export type NvsPageState = 'empty' | 'active' | 'full' | 'freeing' | 'corrupt' | 'damaged';

/** One page of 4 KiB. Entries are rows of 32 bytes, of which a page has 126. */
export interface NvsPageSummary {
  readonly state: NvsPageState;
  /** Null where there is no header to believe. */
  readonly sequence: number | null;
  /** 2 since ESP-IDF 3.2 (blobs of several pages), else 1. */
  readonly version: number | null;
  readonly writtenEntries: number;
  readonly erasedEntries: number;
  readonly emptyEntries: number;
}

/**
 * `damagedPage`, `newerPage`: left out as a whole. `entryChecksum`, `entryShape`, `dataChecksum`, `unknownType`:
 * entries left out. `chunkMissing`: a blob of which a part is not there. `looseChunk`: a part of a blob that is not
 * there. `overwritten`: an older value that was never erased. `unknownNamespace`: a value whose namespace has no name.
 * `partialPage`: bytes behind the last whole page.
 */
export type NvsNoteKind =
  | 'damagedPage'
  | 'newerPage'
  | 'entryChecksum'
  | 'entryShape'
  | 'dataChecksum'
  | 'unknownType'
  | 'chunkMissing'
  | 'looseChunk'
  | 'overwritten'
  | 'unknownNamespace'
  | 'partialPage';

/** How often, and where first: index of the page and, where it is about one, of the entry in it. */
export interface NvsNote {
  readonly kind: NvsNoteKind;
  readonly count: number;
  readonly page: number;
  readonly entry: number | null;
}

/** Collects notes, one of each kind. */
export class NvsNotes {
  readonly #notes = new Map<NvsNoteKind, NvsNote>();

  add(kind: NvsNoteKind, page: number, entry: number | null = null): void {
    const known = this.#notes.get(kind);
    this.#notes.set(kind, known === undefined ? { kind, count: 1, page, entry } : { ...known, count: known.count + 1 });
  }

  list(): readonly NvsNote[] {
    return [...this.#notes.values()];
  }
}

import { joinBytes } from './join-bytes';
import type { FileVolume, VolumeNote } from './file-volume';
import { isLaterRevision, readLittleFsLog, words, type LittleFsLog, type LittleFsRecord } from './littlefs-log';
import { findLittleFs } from './littlefs-superblock';
import { secondsAsMs } from './volume-times';
import { isPlainName, nameText, rawNameNote, VolumeTree } from './volume-tree';

const fileName = 1;
const folderName = 2;
const superblockName = 0xff;
const inlineStruct = 1;
const blocksStruct = 2;
/** Time of the last change, as Arduino's core for the ESP8266 and `esp_littlefs` note it: seconds, in 4 or 8 bytes. */
export const timeAttribute = 0x74;

/** A metadata pair as it stands now. */
interface Pair {
  readonly block: number;
  readonly log: LittleFsLog;
  readonly key: string;
}

/**
 * LittleFS of versions 2.0 and 2.1 (littlefs, SPEC.md and DESIGN.md); null for anything else. Time and memory are linear:
 * every metadata block is read once, and a block belongs to the first file or folder that claims it.
 */
export function readLittleFs(bytes: Uint8Array): FileVolume | null {
  const geometry = findLittleFs(bytes);
  if (!geometry) return null;
  const reader = new LittleFsReader(bytes, geometry.blockSize, geometry.blockCount);
  if (!reader.readRoot()) return null;
  const { tree } = reader;
  return {
    kind: 'littlefs',
    layout: [
      { name: 'version', value: `2.${geometry.minorVersion}` },
      { name: 'blockSize', value: String(geometry.blockSize) },
      { name: 'blockCount', value: String(geometry.blockCount) },
      { name: 'nameLength', value: String(geometry.nameMax) },
    ],
    geometry: { ...geometry, inlineMax: Math.max(geometry.inlineMax, reader.largestInline) },
    totalBytes: geometry.blockSize * geometry.blockCount,
    usedBytes: reader.usedBlocks * geometry.blockSize,
    isIncomplete: tree.isIncomplete,
    entries: tree.entries(),
    read: (path) => tree.read(path),
    notesOf: (path) => tree.notesOf(path),
  };
}

class LittleFsReader {
  readonly tree: VolumeTree;
  usedBlocks = 0;
  largestInline = 0;
  readonly #logs = new Map<number, LittleFsLog | null>();
  readonly #claimed: Uint8Array;
  #moved: { readonly key: string; readonly id: number } | null = null;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly blockSize: number,
    blockCount: number,
  ) {
    this.tree = new VolumeTree(bytes.length);
    // Blocks that the partition is too small for are not there, whatever the superblock says.
    this.#claimed = new Uint8Array(Math.min(blockCount, Math.floor(bytes.length / blockSize)));
  }

  /** Follows the list of all metadata pairs, as mounting does, then the folders. False where there is no root. */
  readRoot(): boolean {
    const state = new Uint8Array(12);
    let root: Pair | null = null;
    let next: readonly [number, number] | null = [0, 1];
    for (let step = 0; next !== null && step < Math.max(this.#claimed.length, 2); step++) {
      const pair = this.#pair(next);
      // With a link of the list missing, what the others say of a pending move makes no sense.
      if (!pair) {
        state.fill(0);
        this.tree.isIncomplete = true;
        break;
      }
      if (superblockOf(pair)) root = pair;
      pair.log.moveState?.forEach((byte, index) => (state[index] = (state[index] ?? 0) ^ byte));
      next = pair.log.tail;
      // Pairs of superblocks are only claimed here: the tree of folders begins at the last of them.
      if (superblockOf(pair)) this.#claim(pair);
    }
    if (!root) return false;
    this.#moved = movedFile(state);
    const files: (() => void)[] = [];
    this.#readFolders(root, files);
    // Folders come first, so that a file cannot take their blocks away.
    for (const addFile of files) addFile();
    return true;
  }

  #readFolders(root: Pair, files: (() => void)[]): void {
    this.tree.setRootNotes(notes(superblockOf(root)));
    const waiting = [{ path: '', pairs: this.#pairsFrom(root) }];
    for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
      for (const pair of folder.pairs) {
        pair.log.records.forEach((record, id) => {
          const isMovedAway = this.#moved?.key === pair.key && this.#moved.id === id;
          if (isMovedAway || !record.name || (record.nameType !== fileName && record.nameType !== folderName)) return;
          const path = this.tree.pathOf(folder.path, nameText(record.name));
          if (path === null) return;
          if (record.nameType === fileName) {
            // Its place is kept now, so that a folder of the same name that comes later does not push it out.
            this.tree.add(entryOf(record, path, 0, true), null);
            files.push(() => this.#addFile(path, record));
            return;
          }
          const first =
            record.structType === 0 && record.struct?.length === 8 ? this.#pair(words(record.struct)) : null;
          const pairs = first && this.#claim(first) ? this.#pairsFrom(first) : null;
          const isDamaged = pairs === null || pairs.isCutOff;
          this.tree.add(entryOf(record, path, 0, isDamaged), null, () => notes(record));
          if (pairs) waiting.push({ path, pairs });
        });
      }
    }
  }

  #addFile(path: string, record: LittleFsRecord): void {
    const { struct } = record;
    const addNotes = (): VolumeNote[] => notes(record);
    if (struct && record.structType === inlineStruct) {
      this.largestInline = Math.max(this.largestInline, struct.length);
      this.tree.add(entryOf(record, path, struct.length, false), () => struct.slice(), addNotes);
      return;
    }
    const [head, size] = struct && record.structType === blocksStruct && struct.length === 8 ? words(struct) : [0, 0];
    const isKnown = struct !== null && record.structType === blocksStruct;
    const blocks = isKnown ? this.#blocksOfFile(head, size) : null;
    this.tree.add(entryOf(record, path, size, blocks === null), () => blocks && this.#join(blocks, size), addNotes);
  }

  /** All pairs of the folder that begins with `first`, which is claimed already. */
  #pairsFrom(first: Pair): Pair[] & { isCutOff: boolean } {
    const pairs = Object.assign([first], { isCutOff: false });
    for (let pair = first; pair.log.isHardTail && pair.log.tail;) {
      const next = this.#pair(pair.log.tail);
      if (!next || !this.#claim(next)) {
        this.tree.isIncomplete = true;
        pairs.isCutOff = true;
        break;
      }
      pairs.push(next);
      pair = next;
    }
    return pairs;
  }

  /**
   * The blocks of a file from its first to its last (DESIGN.md, "CTZ skip-lists"): block n > 0 begins with as many
   * pointers as n has zeroes at its end, plus one; the first of them names block n - 1. Null where that leads nowhere.
   */
  #blocksOfFile(head: number, size: number): number[] | null {
    if (size === 0) return [];
    if (size > this.bytes.length) return null;
    const blocks: number[] = [];
    for (let left = blocksFor(size, this.blockSize), block = head; left > 0; left--) {
      if (this.#claimed[block] !== 0) return null;
      this.#take(block);
      blocks.push(block);
      [block] = words(this.#block(block));
    }
    return blocks.reverse();
  }

  #join(blocks: readonly number[], size: number): Uint8Array {
    return joinBytes(
      blocks.map((block, index) => this.#block(block).subarray(pointerBytes(index))),
      size,
    );
  }

  #claim(pair: Pair): boolean {
    if (this.#claimed[pair.block] !== 0) return false;
    for (const block of pair.key.split(',')) this.#take(Number(block));
    return true;
  }

  #take(block: number): void {
    if (this.#claimed[block] === 0) this.usedBlocks += 1;
    this.#claimed[block] = 1;
  }

  /** The later of both blocks that holds a whole commit (SPEC.md, "Metadata block fields"). */
  #pair(blocks: readonly [number, number]): Pair | null {
    const [a, b] = blocks.map((block) => ({ block, log: this.#log(block) }));
    if (!a || !b) return null;
    const isSecond = b.log !== null && (a.log === null || isLaterRevision(b.log.revision, a.log.revision));
    const { block, log } = isSecond ? b : a;
    return log && { block, log, key: keyOf(blocks) };
  }

  #log(block: number): LittleFsLog | null {
    if (block >= this.#claimed.length) return null;
    let log = this.#logs.get(block);
    if (log === undefined) this.#logs.set(block, (log = readLittleFsLog(this.#block(block))));
    return log;
  }

  #block(block: number): Uint8Array {
    return this.bytes.subarray(block * this.blockSize, (block + 1) * this.blockSize);
  }
}

/**
 * How many blocks a file of this size has. All pointers of n blocks together are just short of two words a block
 * (DESIGN.md, "CTZ skip-lists": the sum of ctz(i) + 1 for i < n is 2n - popcount(n)), which makes it a division.
 */
export function blocksFor(size: number, blockSize: number): number {
  if (size === 0) return 0;
  const room = blockSize - 8;
  const last = size - 1;
  const index = Math.floor(last / room);
  return index === 0 ? 1 : Math.floor((last - 4 * (bitCount(index - 1) + 2)) / room) + 1;
}

function bitCount(value: number): number {
  let count = 0;
  for (let left = value; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** What the pointers of a file's block of this number take. */
export function pointerBytes(index: number): number {
  return index === 0 ? 0 : 4 * (32 - Math.clz32(index & -index));
}

const keyOf = ([a, b]: readonly [number, number]): string => (a < b ? `${a},${b}` : `${b},${a}`);

function superblockOf({ log }: Pair): LittleFsRecord | null {
  const [first] = log.records;
  return first?.nameType === superblockName && first.name !== null ? first : null;
}

/** A file on its way to another folder when the power went: its old place counts as deleted (SPEC.md, `LFS_TYPE_MOVESTATE`). */
function movedFile(state: Uint8Array): { key: string; id: number } | null {
  const tag = words(state)[0];
  return ((tag >>> 28) & 7) === 0 ? null : { key: keyOf(words(state.subarray(4))), id: (tag >>> 10) & 0x3ff };
}

function entryOf(
  record: LittleFsRecord,
  path: string,
  sizeBytes: number,
  isDamaged: boolean,
): FileVolume['entries'][0] {
  const kind = record.nameType === folderName ? 'folder' : 'file';
  return { path, kind, sizeBytes, modifiedMs: secondsAsMs(record.attributes.get(timeAttribute)), isDamaged };
}

function notes(record: LittleFsRecord | null): VolumeNote[] {
  const attributes = [...(record?.attributes ?? [])].map(([type, bytes]) => ({ type, bytes: bytes.slice() }));
  const name = record?.nameType === superblockName ? null : record?.name;
  return name && !isPlainName(name) ? [...attributes, { type: rawNameNote, bytes: name.slice() }] : attributes;
}

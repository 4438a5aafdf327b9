import { crc32 } from '../crc32';

/** A file, folder or superblock of a metadata block. */
export interface LittleFsRecord {
  /** What its name tag says: 1 file, 2 folder, 0xff superblock. */
  nameType: number;
  name: Uint8Array | null;
  /** What its struct tag says: 0 folder, 1 inline file, 2 file in blocks. */
  structType: number;
  struct: Uint8Array | null;
  attributes: Map<number, Uint8Array>;
}

/** What all commits of a metadata block amount to that arrived whole. */
export interface LittleFsLog {
  readonly revision: number;
  readonly records: readonly LittleFsRecord[];
  readonly tail: readonly [number, number] | null;
  /** True where the tail goes on with the same folder. */
  readonly isHardTail: boolean;
  /** This block's share of the global state: twelve bytes. */
  readonly moveState: Uint8Array | null;
  /** Where the commits end, from the start of the block. */
  readonly endOffsets: readonly number[];
  /** What the last forward CRC covers, which is the unit of writing; 0 where there is none (version 2.0). */
  readonly forwardBytes: number;
}

const deletedSize = 0x3ff;
const mostRecords = 0x3ff;

/**
 * Replays the commits of one metadata block, up to the last one whose CRC holds; null where there is none
 * (littlefs, SPEC.md, "Directories / Metadata pairs" and "Metadata types"). Linear in the size of the block.
 */
export function readLittleFsLog(block: Uint8Array): LittleFsLog | null {
  if (block.length < 12) return null;
  const view = new DataView(block.buffer, block.byteOffset, block.length);
  const replay = new Replay();
  let whole: Omit<LittleFsLog, 'revision' | 'records'> | null = null;
  let records: LittleFsRecord[] = [];
  const endOffsets: number[] = [];
  let offset = 4;
  let commitStart = 0;
  let previous = 0xffff_ffff;
  while (offset + 4 <= block.length) {
    const tag = (view.getUint32(offset) ^ previous) >>> 0;
    if (tag >>> 31 !== 0) break;
    const sizeBytes = (tag & 0x3ff) === deletedSize ? 0 : tag & 0x3ff;
    const data = offset + 4;
    if (data + sizeBytes > block.length) break;
    offset = data + sizeBytes;
    previous = tag;
    const type = (tag >>> 20) & 0x7ff;
    if ((type & 0x780) === 0x500) {
      if (sizeBytes < 4 || ~crc32(block.subarray(commitStart, data)) >>> 0 !== view.getUint32(data, true)) break;
      previous = (tag ^ ((type & 1) << 31)) >>> 0;
      commitStart = offset;
      endOffsets.push(offset);
      const { tail, isHardTail, moveState, forwardBytes } = replay;
      records = replay.commit();
      whole = { tail, isHardTail, moveState, forwardBytes, endOffsets };
    } else {
      replay.apply(type, (tag >>> 10) & 0x3ff, tag & 0x3ff, block.subarray(data, offset));
    }
  }
  return whole && { revision: view.getUint32(0, true), records, ...whole };
}

/** True when `a` is a later revision than `b`: they count round (SPEC.md: "Sequence comparison must be used"). */
export function isLaterRevision(a: number, b: number): boolean {
  return ((a - b) | 0) > 0;
}

type Change = (records: LittleFsRecord[]) => void;

/** The state of a block, tag by tag. Changes of records wait until their commit is known to be whole. */
class Replay {
  tail: readonly [number, number] | null = null;
  isHardTail = false;
  moveState: Uint8Array | null = null;
  forwardBytes = 0;
  readonly #records: LittleFsRecord[] = [];
  #waiting: Change[] = [];

  apply(type: number, id: number, size: number, data: Uint8Array): void {
    const chunk = type & 0xff;
    switch (type >>> 8) {
      case 0:
        this.#change(id, (record) => Object.assign(record, { nameType: chunk, name: data }));
        break;
      case 2:
        this.#change(id, (record) => Object.assign(record, { structType: chunk, struct: data }));
        break;
      case 3:
        this.#change(id, ({ attributes }) => {
          if (size === deletedSize) attributes.delete(chunk);
          else attributes.set(chunk, data);
        });
        break;
      case 4:
        if (type === 0x401) this.#waiting.push((records) => insert(records, id));
        if (type === 0x4ff) this.#waiting.push((records) => records.splice(id, 1));
        break;
      case 5:
        if (type === 0x5ff && data.length === 8) this.forwardBytes = words(data)[0];
        break;
      case 6:
        if (data.length === 8) this.tail = words(data);
        this.isHardTail = (chunk & 1) === 1;
        break;
      case 7:
        if (type === 0x7ff && data.length === 12) this.moveState = data;
        break;
      default:
        break;
    }
  }

  commit(): LittleFsRecord[] {
    for (const change of this.#waiting) change(this.#records);
    this.#waiting = [];
    return this.#records;
  }

  #change(id: number, change: (record: LittleFsRecord) => void): void {
    if (id >= mostRecords) return;
    this.#waiting.push((records) => {
      while (records.length <= id) records.push(emptyRecord());
      const record = records[id];
      if (record) change(record);
    });
  }
}

function insert(records: LittleFsRecord[], id: number): void {
  while (records.length < id) records.push(emptyRecord());
  records.splice(id, 0, emptyRecord());
  records.length = Math.min(records.length, mostRecords);
}

const emptyRecord = (): LittleFsRecord => ({
  nameType: 0,
  name: null,
  structType: 0,
  struct: null,
  attributes: new Map(),
});

/** Two little-endian words. */
export function words(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return [view.getUint32(0, true), view.getUint32(4, true)];
}

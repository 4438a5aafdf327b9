import { tagBytes, writeLittleFsLog, type LittleFsTag } from './littlefs-commit';
import { blocksFor, pointerBytes, timeAttribute } from './littlefs-volume';
import { isTimeLength, secondsBytes } from './volume-times';
import type { LittleFsGeometry } from './volume-geometry';
import { checkNameLength, noRoom, parentOf, rawNameOf, type PlannedFile, type VolumePlan } from './volume-plan';
import { rawNameNote } from './volume-tree';

/** What must stay free in a metadata block: its revision, tail, moves and the end of its commit (littlefs, `lfs_dir_splittingcompact`). */
const keptFree = 44;
/** Without moves, for a name that needs a block for itself. */
const leastFree = 24;
const mostPerPair = 0xff - 1;
const noId = 0x3ff;
const revision = 1;

interface Item {
  readonly file: PlannedFile;
  readonly name: Uint8Array;
  readonly attributes: readonly LittleFsTag[];
  readonly isInline: boolean;
}

/**
 * A LittleFS volume with these files in it: one commit for each metadata pair, half of its block left for more, as littlefs
 * leaves it. Throws `file.nameTooLong` and `file.noRoom`.
 */
export function makeLittleFs(plan: VolumePlan, geometry: LittleFsGeometry): Uint8Array {
  // Where that does not fit, pairs are filled to their ends: a board then has to move things before it can write.
  try {
    return new LittleFsMaker(plan, geometry, 2).make();
  } catch {
    return new LittleFsMaker(plan, geometry, 1).make();
  }
}

class LittleFsMaker {
  readonly #image: Uint8Array;
  readonly #roomPerPair: number;
  #nextBlock = 2;

  constructor(
    private readonly plan: VolumePlan,
    private readonly geometry: LittleFsGeometry,
    share: 1 | 2,
  ) {
    const { blockSize, blockCount, programSize } = geometry;
    this.#image = new Uint8Array(blockSize * blockCount).fill(0xff);
    const part = Math.ceil(blockSize / share / programSize) * programSize;
    this.#roomPerPair = Math.min(blockSize - keptFree, part);
  }

  make(): Uint8Array {
    const folders = new Map<string, Item[]>([['', []]]);
    for (const file of this.plan.files) {
      const item = this.#itemOf(file);
      if (file.bytes === null) folders.set(file.path, []);
      folders.get(parentOf(file.path))?.push(item);
    }
    const layouts = [...folders].map(([path, items]) => ({ path, groups: this.#grouped(items, path === '') }));
    const groupCount = layouts.reduce((sum, { groups }) => sum + groups.length, 0);
    this.#checkRoom([...folders.values()].flat(), groupCount);
    const pairs = layouts.map(({ path, groups }) =>
      groups.map((_, index) => (path === '' && index === 0 ? ([0, 1] as const) : this.#takePair())),
    );
    const firstPairs = new Map(layouts.map(({ path }, index) => [path, pairs[index]?.[0] ?? ([0, 1] as const)]));
    const all = layouts.flatMap(({ path, groups }, folder) =>
      groups.map((group, index) => ({
        group,
        pair: pairs[folder]?.[index] ?? ([0, 1] as const),
        isRoot: path === '' && index === 0,
        isLast: index === groups.length - 1,
      })),
    );
    all.forEach(({ group, pair, isRoot, isLast }, index) => {
      const next = all[index + 1]?.pair;
      const tags = [
        ...(isRoot ? this.#superblock() : []),
        ...group.flatMap((item, place) => this.#tagsOf(item, place + (isRoot ? 1 : 0), firstPairs)),
        ...(next ? [{ type: isLast ? 0x600 : 0x601, id: noId, data: words(...next) }] : []),
      ];
      this.#put(pair[0], writeLittleFsLog(tags, revision, this.geometry));
      // The second superblock is a copy, for boards that find the first one damaged.
      if (isRoot) this.#put(pair[1], writeLittleFsLog(tags, revision + 1, this.geometry));
    });
    return this.#image;
  }

  #itemOf(file: PlannedFile): Item {
    const { blockSize, nameMax, inlineMax, fileMax } = this.geometry;
    const name = rawNameOf(file);
    checkNameLength(file.path, name.length, nameMax);
    if (file.bytes && file.bytes.length > fileMax) throw noRoom(file.path, file.bytes.length - fileMax);
    const attributes = this.#attributesOf(file);
    const sizeBytes = file.bytes?.length ?? 0;
    const fixed = name.length + attributes.reduce((sum, tag) => sum + tagBytes(tag), 0) + 16;
    const most = blockSize - leastFree;
    if (fixed > most) throw noRoom(file.path, fixed - most);
    const isInline = sizeBytes <= inlineMax && fixed + sizeBytes <= blockSize - keptFree - superblockBytes;
    return { file, name, attributes, isInline };
  }

  #attributesOf({ notes, isUnchanged }: PlannedFile): LittleFsTag[] {
    const kept = notes.filter(({ type }) => type !== rawNameNote && (isUnchanged || type !== timeAttribute));
    const time = this.#timeBytes();
    const all = isUnchanged || time === null ? kept : [...kept, { type: timeAttribute, bytes: time }];
    return all.map(({ type, bytes }) => ({ type: 0x300 | type, id: 0, data: bytes }));
  }

  /** The time in as many bytes as the volume has it in elsewhere; null where it notes none. */
  #timeBytes(): Uint8Array | null {
    if (this.plan.nowMs === null) return null;
    for (const { notes } of this.plan.files) {
      const length = notes.find(({ type }) => type === timeAttribute)?.bytes.length;
      if (length !== undefined && isTimeLength(length)) return secondsBytes(this.plan.nowMs, length);
    }
    return null;
  }

  /** Divides a folder among metadata pairs, in the order that littlefs looks for names in. */
  #grouped(items: readonly Item[], isRoot: boolean): Item[][] {
    const sorted = [...items].sort((a, b) => compareBytes(a.name, b.name));
    const groups: Item[][] = [[]];
    let used = isRoot ? superblockBytes + this.#rootAttributes().reduce((sum, tag) => sum + tagBytes(tag), 0) : 0;
    for (const item of sorted) {
      const { bytes } = item.file;
      const struct = item.isInline && bytes ? bytes.length : 8;
      const size = 8 + item.name.length + struct + item.attributes.reduce((sum, tag) => sum + tagBytes(tag), 0);
      const group = groups.at(-1);
      const isFirst = group?.length === 0 && !(isRoot && groups.length === 1 && used + size > this.#roomPerPair);
      if (!isFirst && (used + size > this.#roomPerPair || (group?.length ?? 0) >= mostPerPair)) {
        groups.push([item]);
        used = size;
      } else {
        group?.push(item);
        used += size;
      }
    }
    return groups;
  }

  #tagsOf(
    { file, name, attributes, isInline }: Item,
    id: number,
    folders: Map<string, readonly [number, number]>,
  ): LittleFsTag[] {
    const { bytes } = file;
    const named = { type: bytes === null ? 2 : 1, id, data: name };
    const struct = (): LittleFsTag => {
      if (bytes === null) return { type: 0x200, id, data: words(...(folders.get(file.path) ?? [0, 0])) };
      if (isInline) return { type: 0x201, id, data: bytes };
      return { type: 0x202, id, data: words(this.#writeFile(bytes), bytes.length) };
    };
    return [named, struct(), ...attributes.map((tag) => ({ ...tag, id }))];
  }

  /** Writes the blocks of a file (DESIGN.md, "CTZ skip-lists"); the last of them is the result. */
  #writeFile(bytes: Uint8Array): number {
    const { blockSize } = this.geometry;
    const blocks: number[] = [];
    const count = blocksFor(bytes.length, blockSize);
    for (let index = 0, at = 0; index < count; index++) {
      const block = this.#nextBlock++;
      blocks.push(block);
      const pointers = pointerBytes(index);
      const jumps = Array.from({ length: pointers / 4 }, (_, power) => blocks[index - 2 ** power] ?? 0);
      this.#image.set(words(...jumps), block * blockSize);
      const room = blockSize - pointers;
      this.#image.set(bytes.subarray(at, at + room), block * blockSize + pointers);
      at += room;
    }
    return blocks.at(-1) ?? 0;
  }

  /** All must fit before anything is written. */
  #checkRoom(items: readonly Item[], pairCount: number): void {
    const { blockSize, blockCount } = this.geometry;
    let wanted = 2 * pairCount;
    let first: string | null = null;
    for (const { file, isInline } of items) {
      if (file.bytes && !isInline) wanted += blocksFor(file.bytes.length, blockSize);
      if (wanted > blockCount) first ??= file.path;
    }
    if (wanted > blockCount) throw noRoom(first ?? '/', (wanted - blockCount) * blockSize);
  }

  #takePair(): readonly [number, number] {
    this.#nextBlock += 2;
    return [this.#nextBlock - 2, this.#nextBlock - 1];
  }

  #superblock(): LittleFsTag[] {
    const { minorVersion, blockSize, blockCount, nameMax, fileMax, attributeMax } = this.geometry;
    return [
      { type: 0x0ff, id: 0, data: new TextEncoder().encode('littlefs') },
      {
        type: 0x201,
        id: 0,
        data: words(0x2_0000 + minorVersion, blockSize, blockCount, nameMax, fileMax, attributeMax),
      },
      ...this.#rootAttributes(),
    ];
  }

  #rootAttributes(): LittleFsTag[] {
    return this.plan.rootNotes.map(({ type, bytes }) => ({ type: 0x300 | type, id: 0, data: bytes }));
  }

  #put(block: number, bytes: Uint8Array): void {
    this.#image.set(bytes, block * this.geometry.blockSize);
  }
}

/** The superblock's name and struct with their tags. */
const superblockBytes = 4 + 8 + 4 + 24;

function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint32(index * 4, value, true));
  return bytes;
}

/** Order of names in a folder: by their bytes, and of two that begin alike the longer first (littlefs, `lfs_dir_find_match`). */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return b.length - a.length;
}

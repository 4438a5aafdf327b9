import { endMark, entryBytes, fatPlaces } from './fat-boot';
import { fatAttributes, fatTimeWords } from './fat-directory';
import { reservedPart } from './fat-format';
import { FatNames } from './fat-names';
import type { FatGeometry } from './volume-geometry';
import { noRoom, parentOf, type PlannedFile, type VolumePlan } from './volume-plan';
import { wrapWearLevelling } from './wear-levelling';

const firstCluster = 2;
/** Date and time of what has none: the first day that there is. */
const noTime = Date.UTC(1980, 0, 1);

interface Folder {
  readonly path: string;
  /** 32 bytes each, without those of `.` and `..`. Clusters are filled in when all have theirs. */
  readonly entries: Uint8Array[];
  readonly children: { readonly file: PlannedFile; readonly entry: Uint8Array }[];
  cluster: number;
}

/**
 * A FAT volume with these files in it, each in one piece, in a partition of this size: with wear levelling around it if the
 * geometry has it. Throws `file.noRoom`, `file.nameTooLong` and `file.nameNotAllowed`.
 */
export function makeFat(plan: VolumePlan, geometry: FatGeometry, sizeBytes: number): Uint8Array {
  const volume = new FatMaker(plan, geometry).make();
  if (geometry.wearLevelling) return wrapWearLevelling(volume, geometry.wearLevelling, sizeBytes);
  const image = new Uint8Array(geometry.leading.length + volume.length);
  image.set(geometry.leading);
  image.set(volume, geometry.leading.length);
  return image;
}

class FatMaker {
  readonly #folders = new Map<string, Folder>();
  readonly #clusterBytes: number;
  readonly #chains: { first: number; count: number }[] = [];
  #nextCluster = firstCluster;

  constructor(
    private readonly plan: VolumePlan,
    private readonly geometry: FatGeometry,
  ) {
    this.#clusterBytes = geometry.sectorsPerCluster * geometry.sectorSize;
  }

  make(): Uint8Array {
    const { sectorCount, sectorSize, bits } = this.geometry;
    const root = this.#nameAll();
    this.#checkRoom(root);
    const image = new Uint8Array(sectorCount * sectorSize).fill(0xff);
    const places = fatPlaces(this.geometry);
    image.fill(0, places.fat, places.data);
    // Folders get their clusters first, the root of FAT32 the very first, because the boot sector says so.
    for (const folder of this.#folders.values()) {
      if (folder !== root || bits === 32) folder.cluster = this.#take(this.#folderBytes(folder));
    }
    for (const folder of this.#folders.values()) this.#fill(image, places.data, folder);
    for (const folder of this.#folders.values()) {
      const isFixedRoot = folder === root && bits !== 32;
      this.#putFolder(image, isFixedRoot ? places.root : this.#placeOf(folder.cluster), folder, root);
    }
    this.#putTables(image, places.fat);
    image.set(reservedPart(this.geometry, this.#nextCluster - firstCluster));
    return image;
  }

  /** Gives every file its entries; the root's folder is the result. */
  #nameAll(): Folder {
    const root: Folder = { path: '', entries: [], children: [], cluster: 0 };
    this.#folders.set('', root);
    const { label } = this.geometry;
    if (label) {
      const entry = new Uint8Array(entryBytes);
      entry.set(label);
      entry[11] = fatAttributes.label;
      root.entries.push(entry);
    }
    const names = new Map([['', new FatNames()]]);
    for (const { path, bytes } of this.plan.files) if (bytes === null) names.set(path, new FatNames());
    const kept = new Set<PlannedFile>();
    for (const file of this.plan.files) {
      const before = entryBefore(file);
      if (before && names.get(parentOf(file.path))?.keep(before)) kept.add(file);
    }
    for (const file of this.plan.files) {
      const parent = parentOf(file.path);
      const before = entryBefore(file);
      const name = names.get(parent)?.take(file.path, file.parts.at(-1) ?? '', kept.has(file) ? before : null);
      const folder = this.#folders.get(parent);
      if (!name || !folder) continue;
      const entry = this.#entryOf(file, before);
      entry.set(name.short);
      entry[12] = name.caseBits;
      folder.entries.push(...name.longParts, entry);
      folder.children.push({ file, entry });
      if (file.bytes !== null) continue;
      this.#folders.set(file.path, { path: file.path, entries: [], children: [], cluster: 0 });
    }
    return root;
  }

  #entryOf({ bytes, isUnchanged }: PlannedFile, before: Uint8Array | null): Uint8Array {
    const entry = new Uint8Array(entryBytes);
    const view = new DataView(entry.buffer);
    if (before) entry.set(before);
    const kind = bytes === null ? fatAttributes.folder : fatAttributes.archive;
    if (!before || !isUnchanged) {
      const { date, time } = fatTimeWords(this.plan.nowMs ?? noTime);
      view.setUint16(18, date, true);
      view.setUint16(22, time, true);
      view.setUint16(24, date, true);
      if (!before) {
        view.setUint16(14, time, true);
        view.setUint16(16, date, true);
      }
      entry[11] = (before?.[11] ?? 0) | kind;
    }
    view.setUint16(20, 0, true);
    view.setUint16(26, 0, true);
    view.setUint32(28, bytes?.length ?? 0, true);
    return entry;
  }

  #checkRoom(root: Folder): void {
    const { bits, rootEntries, clusterCount } = this.geometry;
    const tooMany = root.entries.length - rootEntries;
    if (bits !== 32 && tooMany > 0) throw noRoom(root.children.at(-1)?.file.path ?? '/', tooMany * entryBytes);
    let wanted = 0;
    let first: string | null = null;
    for (const folder of this.#folders.values()) {
      if (folder !== root || bits === 32) wanted += this.#clustersFor(this.#folderBytes(folder));
      if (wanted > clusterCount) first ??= folder.path;
    }
    for (const { path, bytes } of this.plan.files) {
      wanted += this.#clustersFor(bytes?.length ?? 0);
      if (wanted > clusterCount) first ??= path;
    }
    if (first !== null) throw noRoom(first || '/', (wanted - clusterCount) * this.#clusterBytes);
  }

  /** With `.` and `..`; a folder that ends with its last cluster needs no end mark. */
  #folderBytes({ path, entries }: Folder): number {
    return Math.max(1, entries.length + (path === '' ? 0 : 2)) * entryBytes;
  }

  #clustersFor(sizeBytes: number): number {
    return Math.ceil(sizeBytes / this.#clusterBytes);
  }

  #take(sizeBytes: number): number {
    const first = this.#nextCluster;
    const count = this.#clustersFor(sizeBytes);
    this.#nextCluster += count;
    this.#chains.push({ first, count });
    return first;
  }

  #placeOf(cluster: number): number {
    return fatPlaces(this.geometry).data + (cluster - firstCluster) * this.#clusterBytes;
  }

  #fill(image: Uint8Array, data: number, { children }: Folder): void {
    for (const { file, entry } of children) {
      const { bytes } = file;
      if (bytes?.length === 0) continue;
      const cluster = bytes === null ? (this.#folders.get(file.path)?.cluster ?? 0) : this.#take(bytes.length);
      setCluster(entry, cluster);
      if (bytes) image.set(bytes, data + (cluster - firstCluster) * this.#clusterBytes);
    }
  }

  #putFolder(image: Uint8Array, at: number, folder: Folder, root: Folder): void {
    if (folder.cluster !== 0) {
      image.fill(0, at, at + this.#clustersFor(this.#folderBytes(folder)) * this.#clusterBytes);
    }
    const dots = folder === root ? [] : this.#dotsOf(folder, root);
    [...dots, ...folder.entries].forEach((entry, index) => image.set(entry, at + index * entryBytes));
  }

  #dotsOf({ path, cluster }: Folder, root: Folder): Uint8Array[] {
    const parent = this.#folders.get(parentOf(path)) ?? root;
    const own = parent.children.find(({ file }) => file.path === path)?.entry ?? new Uint8Array(entryBytes);
    // The parent's number is 0 where the parent is the root, also with FAT32.
    return [dotEntry(own, '.', cluster), dotEntry(own, '..', parent === root ? 0 : parent.cluster)];
  }

  #putTables(image: Uint8Array, at: number): void {
    const { bits, fatCount, sectorsPerFat, sectorSize, bootSector } = this.geometry;
    const table = image.subarray(at, at + sectorsPerFat * sectorSize);
    const last = endMark(bits) + 7;
    setNext(table, bits, 0, last - 0xff + (bootSector[21] ?? 0xf8));
    setNext(table, bits, 1, last);
    for (const { first, count } of this.#chains) {
      for (let index = 0; index < count; index++) {
        setNext(table, bits, first + index, index === count - 1 ? last : first + index + 1);
      }
    }
    for (let copy = 1; copy < fatCount; copy++) image.set(table, at + copy * table.length);
  }
}

/** The entry's bytes in the volume that this one is like; null for a new one. */
const entryBefore = ({ notes }: PlannedFile): Uint8Array | null =>
  notes.find(({ type, bytes }) => type === 0 && bytes.length > 13)?.bytes ?? null;

function setCluster(entry: Uint8Array, cluster: number): void {
  const view = new DataView(entry.buffer, entry.byteOffset, entry.length);
  view.setUint16(26, cluster & 0xffff, true);
  view.setUint16(20, cluster >>> 16, true);
}

function dotEntry(own: Uint8Array, name: '.' | '..', cluster: number): Uint8Array {
  const entry = own.slice();
  entry.fill(0x20, 0, 11);
  entry.fill(0x2e, 0, name.length);
  entry[12] = 0;
  setCluster(entry, cluster);
  return entry;
}

function setNext(table: Uint8Array, bits: 12 | 16 | 32, cluster: number, next: number): void {
  const at = Math.floor((cluster * bits) / 8);
  const set = (index: number, value: number, mask = 0xff): void => {
    table[at + index] = ((table[at + index] ?? 0) & ~mask) | (value & mask);
  };
  if (bits === 12) {
    const shifted = cluster % 2 === 0 ? next : next << 4;
    set(0, shifted, cluster % 2 === 0 ? 0xff : 0xf0);
    set(1, shifted >>> 8, cluster % 2 === 0 ? 0x0f : 0xff);
    return;
  }
  for (let index = 0; index < bits / 8; index++) set(index, next >>> (8 * index));
}

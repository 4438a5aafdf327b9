import { endMark, entryBytes, fatPlaces, nextCluster, readBootSector, type FatPlaces } from './fat-boot';
import { fatAttributes, noteRange, readFatEntries, type FatEntry } from './fat-directory';
import type { FileVolume, VolumeNote } from './file-volume';
import { joinBytes } from './join-bytes';
import type { FatGeometry } from './volume-geometry';
import { nameText, VolumeTree } from './volume-tree';
import { unwrapWearLevelling } from './wear-levelling';

const firstCluster = 2;

/**
 * FAT12, FAT16 and FAT32, with ESP-IDF's wear levelling around it, with a partition table before it, or plain; null for
 * anything else. Time and memory are linear: a cluster belongs to the first file or folder that claims it.
 */
export function readFat(bytes: Uint8Array): FileVolume | null {
  const found = findFat(bytes);
  if (!found) return null;
  const { volume, geometry } = found;
  const reader = new FatReader(volume, geometry);
  const label = reader.readAll();
  const { sectorSize, bits, clusterCount } = geometry;
  const clusterBytes = geometry.sectorsPerCluster * sectorSize;
  const { tree } = reader;
  return {
    kind: 'fat',
    layout: [
      { name: 'version', value: `FAT${bits}` },
      { name: 'sectorSize', value: String(sectorSize) },
      { name: 'clusterSize', value: String(clusterBytes) },
      { name: 'wearLevelling', value: geometry.wearLevelling ? 'yes' : 'no' },
      ...(label ? [{ name: 'label', value: nameText(label).trimEnd() } as const] : []),
    ],
    geometry: { ...geometry, label },
    totalBytes: clusterCount * clusterBytes,
    usedBytes: reader.countUsed() * clusterBytes,
    isIncomplete: tree.isIncomplete,
    entries: tree.entries(),
    read: (path) => tree.read(path),
    notesOf: (path) => tree.notesOf(path),
  };
}

interface Found {
  readonly volume: Uint8Array;
  readonly geometry: FatGeometry;
}

/** The volume in a partition: its sectors in their order, and what its boot sector says. */
export function findFat(bytes: Uint8Array): Found | null {
  const wrapped = unwrapWearLevelling(bytes);
  const inner = wrapped && findPlain(wrapped.volume);
  if (inner) return { ...inner, geometry: { ...inner.geometry, wearLevelling: wrapped.wearLevelling } };
  return findPlain(bytes);
}

function findPlain(bytes: Uint8Array): Found | null {
  for (const start of [0, ...partitionStarts(bytes)]) {
    const volume = bytes.subarray(start);
    const boot = readBootSector(volume);
    if (boot)
      return { volume, geometry: { ...boot, label: null, wearLevelling: null, leading: bytes.slice(0, start) } };
  }
  return null;
}

/** Where the entries of a partition table like that of an SD card may point to. */
function partitionStarts(bytes: Uint8Array): number[] {
  if (bytes.length < 512 || bytes[510] !== 0x55 || bytes[511] !== 0xaa) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sectors = [446, 462, 478, 494].map((at) => view.getUint32(at + 8, true)).filter((sector) => sector > 0);
  return sectors.flatMap((sector) => [512, 4096].map((size) => sector * size)).filter((start) => start < bytes.length);
}

class FatReader {
  readonly tree: VolumeTree;
  readonly #places: FatPlaces;
  readonly #table: Uint8Array;
  readonly #claimed: Uint8Array;
  #label: Uint8Array | null = null;

  constructor(
    private readonly volume: Uint8Array,
    private readonly geometry: FatGeometry,
  ) {
    this.tree = new VolumeTree(volume.length);
    this.#places = fatPlaces(geometry);
    const { fat, data, clusterBytes } = this.#places;
    this.#table = volume.subarray(fat, fat + geometry.sectorsPerFat * geometry.sectorSize);
    // Clusters that the partition is too small for are not there.
    const available = Math.max(0, Math.floor((volume.length - data) / clusterBytes));
    this.#claimed = new Uint8Array(firstCluster + Math.min(geometry.clusterCount, available));
  }

  /** Puts all files into the tree; the volume's name is the result. */
  readAll(): Uint8Array | null {
    const files: (() => void)[] = [];
    const waiting = [{ path: '', contents: this.#root() }];
    for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
      const { path: parent, contents } = folder;
      for (const entry of readFatEntries(contents).entries) {
        if ((entry.attributes & fatAttributes.label) !== 0) {
          if (parent === '') this.#label ??= entry.raw.slice(0, 11);
          continue;
        }
        if (entry.name === '.' || entry.name === '..') continue;
        const path = this.tree.pathOf(parent, entry.name);
        if (path === null) continue;
        if ((entry.attributes & fatAttributes.folder) === 0) {
          // Its place is kept now; its clusters are taken when all folders have theirs.
          this.#add(path, entry, null);
          files.push(() => this.#addFile(path, entry));
          continue;
        }
        const { clusters, isWhole } = this.#chain(entry.firstCluster, Infinity);
        const inner = this.#join(clusters, clusters.length * this.#places.clusterBytes);
        this.tree.add(
          {
            path,
            kind: 'folder',
            sizeBytes: 0,
            modifiedMs: entry.modifiedMs,
            isDamaged: !isWhole && !readFatEntries(inner).hasEnd,
          },
          null,
          () => notesOf(entry),
        );
        waiting.push({ path, contents: inner });
      }
    }
    for (const addFile of files) addFile();
    return this.#label;
  }

  /** All clusters that the table says are in use. */
  countUsed(): number {
    const { bits, clusterCount } = this.geometry;
    // The table may be cut off where the partition ends.
    const end = Math.min(clusterCount + firstCluster, Math.floor((this.#table.length * 8) / bits));
    let used = 0;
    for (let cluster = firstCluster; cluster < end; cluster++) {
      if (nextCluster(this.#table, bits, cluster) !== 0) used += 1;
    }
    return used;
  }

  #root(): Uint8Array {
    const { bits, rootEntries, bootSector } = this.geometry;
    const { root, clusterBytes } = this.#places;
    if (bits !== 32) return this.volume.subarray(root, root + rootEntries * entryBytes);
    const first = new DataView(bootSector.buffer, bootSector.byteOffset).getUint32(44, true);
    const { clusters, isWhole } = this.#chain(first, Infinity);
    const contents = this.#join(clusters, clusters.length * clusterBytes);
    if (!isWhole && !readFatEntries(contents).hasEnd) this.tree.isIncomplete = true;
    return contents;
  }

  #addFile(path: string, entry: FatEntry): void {
    const count = Math.ceil(entry.sizeBytes / this.#places.clusterBytes);
    const { clusters } = this.#chain(entry.firstCluster, count);
    this.#add(path, entry, clusters.length === count ? clusters : null);
  }

  #add(path: string, entry: FatEntry, clusters: readonly number[] | null): void {
    const { sizeBytes, modifiedMs } = entry;
    this.tree.add(
      { path, kind: 'file', sizeBytes, modifiedMs, isDamaged: clusters === null },
      () => clusters && this.#join(clusters, sizeBytes),
      () => notesOf(entry),
    );
  }

  /** Clusters from the first on, at most so many; not whole where the chain leads nowhere or to another's. */
  #chain(first: number, most: number): { clusters: number[]; isWhole: boolean } {
    const { bits } = this.geometry;
    const clusters: number[] = [];
    for (let cluster = first; clusters.length < most; cluster = nextCluster(this.#table, bits, cluster)) {
      if (clusters.length > 0 && cluster >= endMark(bits)) break;
      if (cluster < firstCluster || this.#claimed[cluster] !== 0) return { clusters, isWhole: false };
      this.#claimed[cluster] = 1;
      clusters.push(cluster);
    }
    return { clusters, isWhole: true };
  }

  #join(clusters: readonly number[], sizeBytes: number): Uint8Array {
    const { data, clusterBytes } = this.#places;
    const parts = clusters.map((cluster) => {
      const at = data + (cluster - firstCluster) * clusterBytes;
      return this.volume.subarray(at, at + clusterBytes);
    });
    return joinBytes(parts, sizeBytes);
  }
}

/** Short name, attributes and times as they stand. */
const notesOf = ({ raw }: FatEntry): VolumeNote[] => [{ type: 0, bytes: raw.slice(noteRange.start, noteRange.end) }];

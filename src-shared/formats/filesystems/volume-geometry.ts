/** LittleFS: what its superblock says, and the unit in which it was written. */
export interface LittleFsGeometry {
  readonly kind: 'littlefs';
  readonly minorVersion: 0 | 1;
  readonly blockSize: number;
  readonly blockCount: number;
  /** Longest name, in bytes. */
  readonly nameMax: number;
  readonly fileMax: number;
  readonly attributeMax: number;
  /** The `prog_size` of who wrote it, as far as the places of its commits tell. */
  readonly programSize: number;
  /**
   * Files up to this size are kept beside their names. A board cannot have them larger than its cache, which nothing tells;
   * so this is the size of the largest one found, and never less than the smallest cache that is in use.
   */
  readonly inlineMax: number;
}

/** SPIFFS: what is fixed where the library is compiled, and nowhere written down but in how the pages look. */
export interface SpiffsGeometry {
  readonly kind: 'spiffs';
  readonly pageSize: number;
  readonly blockSize: number;
  readonly blockCount: number;
  /** `SPIFFS_OBJ_NAME_LEN`: the field of a name, whose last byte stays zero. */
  readonly nameLength: number;
  /** `SPIFFS_OBJ_META_LEN`. */
  readonly metaLength: number;
  /** Where the first page of a file's index has its list of pages: behind the metadata, on an even place or not. */
  readonly listOffset: number;
  /** `SPIFFS_USE_MAGIC` and `SPIFFS_USE_MAGIC_LENGTH`. */
  readonly magic: 'none' | 'plain' | 'withLength';
  /** True where nothing was ever in it that tells the lengths of names and metadata, so that they are only what is usual. */
  readonly isGuessed: boolean;
}

/** Wear levelling of ESP-IDF around a FAT volume. */
export interface WearLevelling {
  /** Tells volumes apart; the records of moved sectors are made from it. */
  readonly deviceId: number;
  /** After so many erased sectors one is moved. */
  readonly updateRate: number;
  /** The sector of its configuration, as it stands at the end of the partition. */
  readonly configSector: Uint8Array;
}

/** FAT: what its boot sector says. Sectors are counted from the volume's first, not the partition's. */
export interface FatGeometry {
  readonly kind: 'fat';
  /** By the number of clusters, as the specification wants it; what the boot sector calls itself does not count. */
  readonly bits: 12 | 16 | 32;
  readonly sectorSize: number;
  readonly sectorsPerCluster: number;
  readonly reservedSectors: number;
  readonly fatCount: number;
  /** Places of entries in the root folder; 0 for FAT32, whose root is a folder like others. */
  readonly rootEntries: number;
  readonly sectorsPerFat: number;
  readonly sectorCount: number;
  readonly clusterCount: number;
  /** As it stands: names, serial number, and what a board's loader may have put there. */
  readonly bootSector: Uint8Array;
  /** The root folder's entry of the volume's name, 11 bytes; null for none. */
  readonly label: Uint8Array | null;
  readonly wearLevelling: WearLevelling | null;
  /** What stands before the volume: a partition table, if anything. */
  readonly leading: Uint8Array;
}

/** The measures by which a filesystem is laid out: all that is needed to make another one like it. */
export type VolumeGeometry = LittleFsGeometry | SpiffsGeometry | FatGeometry;

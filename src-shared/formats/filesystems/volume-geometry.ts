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
}

/** The measures by which a filesystem is laid out: all that is needed to make another one like it. */
export type VolumeGeometry = LittleFsGeometry | SpiffsGeometry;

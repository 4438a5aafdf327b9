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

/** The measures by which a filesystem is laid out: all that is needed to make another one like it. */
export type VolumeGeometry = LittleFsGeometry;

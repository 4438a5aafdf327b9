import type { ChipId } from '../chips/chip-descriptor';
import type { PartitionView } from './board';

/** What a file turned out to be. */
export type FirmwareKind =
  'bootloader' | 'partitionTable' | 'otaData' | 'app' | 'filesystem' | 'nvs' | 'merged' | 'esp8266Image' | 'unknown';

/** What the header of an image says; null where the file has none. */
export interface ImageSummary {
  /** Null for ESP8266-style images, which carry no chip id. */
  readonly chip: ChipId | 'esp8266' | null;
  readonly flashMode: string | null;
  readonly flashFrequency: string | null;
  readonly flashSize: string | null;
  readonly projectName: string | null;
  readonly version: string | null;
  readonly idfVersion: string | null;
  /** `0.3`; null = any. */
  readonly minRevision: string | null;
  readonly maxRevision: string | null;
  readonly checksumOk: boolean | null;
  readonly hashOk: boolean | null;
}

/** One file on the table. The bytes stay in the main process behind `token`. */
export interface FirmwareFile {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly kind: FirmwareKind;
  /** Where it belongs on the given chip; null when nobody can know. */
  readonly suggestedOffset: number | null;
  /** True when the file itself states the offset (Intel HEX, UF2), so that it is no suggestion. */
  readonly offsetIsStated?: boolean;
  /** The chip that a build, a manifest or a UF2 file names; absent where none does. */
  readonly statedChip?: ChipId;
  /** True when its build wants it encrypted on the board. */
  readonly isForEncryption?: boolean;
  /**
   * False for a part of a build for another chip than the board's, out of a source that holds several: it is there
   * for when the board changes, and not written. Absent = true.
   */
  readonly isForBoard?: boolean;
  readonly image: ImageSummary | null;
  /** Partition table contents, for kinds that hold one. */
  readonly partitions: readonly PartitionView[] | null;
}

import type { ChipId } from '../chips/chip-descriptor';
import type { AppErrorData } from '../errors/app-error';
import type { BootReason } from '../formats/boot-choice';
import type { OtaEntry } from '../formats/ota-data';
import type { PartitionTable } from '../formats/partition-table';

/** What is known about a chip after asking it. Sizes in bytes, rates in Hz where named so. */
export interface BoardIdentity {
  readonly chip: ChipId;
  /** `ESP32-C3 (QFN32)` */
  readonly description: string;
  /** `0.4`; null where the chip does not tell. */
  readonly revision: string | null;
  readonly features: readonly string[];
  readonly crystalMhz: number | null;
  /** `7c:df:a1:b2:03:9c` */
  readonly mac: string | null;
  readonly flash: FlashIdentity | null;
  readonly secureBoot: boolean | null;
  readonly flashEncryption: boolean | null;
  readonly secureDownloadMode: boolean;
  /** Which of the chip's own connections answered; absent where it was not asked. */
  readonly console?: 'uart' | 'usbSerialJtag' | 'usbOtg';
}

/** The flash part by its JEDEC id. */
export interface FlashIdentity {
  readonly manufacturerId: number;
  readonly deviceId: number;
  /** `Winbond`; null when the id is in no list. */
  readonly manufacturer: string | null;
  /** Null when the size code means nothing to us. */
  readonly sizeBytes: number | null;
}

/** What lies where on a board, by the partition table in its flash. */
export interface BoardLayout {
  /** Where the table was looked for. */
  readonly tableOffset: number;
  /** Null where there is none that can be read: an empty flash, another place, an encrypted one. */
  readonly partitions: readonly PartitionView[] | null;
  /** The same rows as they are in flash, flags and all: what an editor starts from. */
  readonly table: PartitionTable | null;
  /** The application that starts; null where there is none or nobody can tell. */
  readonly app: StartingApp | null;
  /** Every app partition that holds an image, in the order of the table. */
  readonly apps: readonly PartitionApp[];
  /** Which app partition the bootloader turns to, and why; null where there is no table or no app partition in it. */
  readonly start: BootSelection | null;
  /** The OTA data partition; null where the table has none that is whole. */
  readonly otaData: OtaDataView | null;
  /** What lies where the chip's ROM looks for the bootloader; null where that is no image. */
  readonly bootloader: BoardBootloader | null;
}

/** What an image in flash says about itself. Only its headers were read, so nothing is known of the bytes between. */
export interface FlashedImage {
  readonly offset: number;
  /** Up to and with its checksum and hash; null where the headers make no sense or the format does not tell. */
  readonly imageSizeBytes: number | null;
  /** As far as its headers tell: every segment has a place inside of its partition. Null where that cannot be told. */
  readonly isIntact: boolean | null;
  /** Made for the chip that it lies on; null where the image does not say. */
  readonly isForThisChip: boolean | null;
}

/** An application in flash. Its own words are null where it has none. */
export interface PartitionApp extends FlashedImage, StartingApp {
  /** Of its partition: `factory`, `ota_0`. */
  readonly subtype: string;
  readonly partitionSizeBytes: number;
  /** Counts up against anti-rollback. */
  readonly secureVersion: number | null;
  /** Of the ELF file that it was made from, 64 lower-case hex digits. */
  readonly elfSha256: string | null;
}

/** The bootloader in flash. Only those of ESP-IDF 5.2 and later describe themselves. */
export interface BoardBootloader extends FlashedImage {
  /** On a chip without partition tables (ESP8266) it is the firmware itself, or the first part of it. */
  readonly isWholeFirmware?: true;
  readonly idfVersion: string | null;
  readonly built: string | null;
  /** Names of the header's fields: `dio`, `40m`, `4MB`; null for a number that the chip has no name for. */
  readonly flashMode: string | null;
  readonly flashFrequency: string | null;
  readonly flashSize: string | null;
}

/** Which app partition the bootloader turns to; the first of all where none holds anything that can start. */
export interface BootSelection {
  readonly label: string;
  readonly offset: number;
  readonly reason: BootReason;
}

/** The two entries of the OTA data partition; null = erased. */
export interface OtaDataView {
  readonly label: string;
  readonly offset: number;
  readonly entries: readonly [OtaEntryView | null, OtaEntryView | null];
}

export interface OtaEntryView extends OtaEntry {
  /** Label of the app partition that its number stands for; null where there is no such slot. */
  readonly slot: string | null;
}

/** The application that the bootloader would start. Its own words are null where it has none. */
export interface StartingApp {
  /** Of its partition. */
  readonly label: string;
  readonly offset: number;
  readonly projectName: string | null;
  readonly version: string | null;
  readonly idfVersion: string | null;
  /** `Sep 13 2022 19:46:07`, as the compiler wrote it. */
  readonly built: string | null;
}

/** One entry of the board picker. */
export interface BoardCard {
  /** `COM3`, `/dev/ttyUSB0`, `socket://…`, `sim://esp32c3` */
  readonly path: string;
  readonly kind: 'serial' | 'network' | 'virtual';
  /** `CP2102N USB to UART bridge`, `Virtual board`; null when unknown. */
  readonly adapter: string | null;
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly serialNumber: string | null;
  /** Adapters that usually carry an Espressif chip; only these are asked without a click. */
  readonly isLikely: boolean;
  readonly state: 'unknown' | 'asking' | 'identified' | 'failed' | 'busy' | 'shared';
  readonly identity: BoardIdentity | null;
  readonly error: AppErrorData | null;
}

/** One row of a partition table. */
export interface PartitionView {
  readonly label: string;
  readonly type: string;
  readonly subtype: string;
  readonly offset: number;
  readonly sizeBytes: number;
}

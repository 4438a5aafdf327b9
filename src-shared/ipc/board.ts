import type { ChipId } from '../chips/chip-descriptor';
import type { AppErrorData } from '../errors/app-error';

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
  /** The application that starts; null where there is none or nobody can tell. */
  readonly app: StartingApp | null;
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
  readonly state: 'unknown' | 'asking' | 'identified' | 'failed' | 'busy';
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

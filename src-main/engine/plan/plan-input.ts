import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type {
  BoardEffects,
  BoardIdentity,
  BoardLayout,
  FirmwareFile,
  FirmwareKind,
  FlashSettings,
  KeptPlace,
  PartitionView,
} from '../../../src-shared/ipc/contract';

/** One row of the flash table with its file. */
export interface PlanRow {
  readonly name: string;
  readonly enabled: boolean;
  /** As typed. */
  readonly offsetText: string;
  /** The chip is to encrypt it while it is written. */
  readonly encrypt?: boolean;
  readonly bytes: Uint8Array;
  readonly description: Pick<
    FirmwareFile,
    'kind' | 'suggestedOffset' | 'image' | 'partitions' | 'statedChip' | 'isForEncryption'
  >;
}

/** What a plan is made from. */
export interface PlanInput {
  readonly rows: readonly PlanRow[];
  readonly settings: FlashSettings;
  /** The board; null while none has been asked. */
  readonly identity: BoardIdentity | null;
  /** What is known to lie on that board; null or absent while nobody has looked. */
  readonly layout?: BoardLayout | null;
}

/** A row whose offset is a number, with its bytes padded to whole words. */
export interface PlacedRow {
  /** Index into the request. */
  readonly index: number;
  readonly row: PlanRow;
  readonly offset: number;
  readonly endOffset: number;
  readonly bytes: Uint8Array;
}

/** What will be written in one go: a whole row or a piece of a merged file, its header patched. */
export interface PlacedRegion extends PlacedRow {
  readonly name: string;
  /** Of a merged file: label of the partition; null for a file that is written as a whole. */
  readonly part: string | null;
  readonly kind: FirmwareKind;
}

/** What every check looks at. */
export interface PlanFacts {
  readonly settings: FlashSettings;
  readonly identity: BoardIdentity | null;
  /** What lies on the board; null while nobody has looked. */
  readonly layout: BoardLayout | null;
  /** The board's chip, else the one that the images are for; null when neither is known. */
  readonly chip: ChipDescriptor | null;
  /** Ascending by offset. */
  readonly placed: readonly PlacedRow[];
  /** What will be written of them, ascending by offset. */
  readonly regions: readonly PlacedRegion[];
  /** Where merged files have a place for something that stays as it is on the board. */
  readonly kept: readonly KeptPlace[];
  /** The board's own partitions: none where it is known to be empty, null where nobody knows. */
  readonly onBoard: readonly PartitionView[] | null;
  /** What becomes of what is on the board; null while no partition table is known. */
  readonly effects: BoardEffects | null;
  /** Size of the flash part as the board tells it. */
  readonly realSizeBytes: number | null;
  /** What must not be passed: the smaller of the real size and a size that was set; null when neither is known. */
  readonly limitBytes: number | null;
  /** The partition table among the rows. */
  readonly table: { readonly placed: PlacedRow; readonly partitions: readonly PartitionView[] } | null;
}

/** The one whose image is at the bootloader offset, the only place where header settings count. */
export function rowAtBootloader<R extends PlacedRow>(placed: readonly R[], chip: ChipDescriptor): R | null {
  return placed.find((row) => row.offset === chip.bootloaderOffset) ?? null;
}

import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { BoardIdentity, FirmwareFile, FlashSettings, PartitionView } from '../../../src-shared/ipc/contract';

/** One row of the flash table with its file. */
export interface PlanRow {
  readonly name: string;
  readonly enabled: boolean;
  /** As typed. */
  readonly offsetText: string;
  readonly bytes: Uint8Array;
  readonly description: Pick<FirmwareFile, 'kind' | 'suggestedOffset' | 'image' | 'partitions'>;
}

/** What a plan is made from. */
export interface PlanInput {
  readonly rows: readonly PlanRow[];
  readonly settings: FlashSettings;
  /** The board; null while none has been asked. */
  readonly identity: BoardIdentity | null;
}

/** A row whose offset is a number, with the bytes that will be written: header patched, padded to whole words. */
export interface PlacedRow {
  /** Index into the request. */
  readonly index: number;
  readonly row: PlanRow;
  readonly offset: number;
  readonly endOffset: number;
  readonly bytes: Uint8Array;
}

/** What every check looks at. */
export interface PlanFacts {
  readonly settings: FlashSettings;
  readonly identity: BoardIdentity | null;
  /** The board's chip, else the one that the images are for; null when neither is known. */
  readonly chip: ChipDescriptor | null;
  /** Ascending by offset. */
  readonly placed: readonly PlacedRow[];
  /** Size of the flash part as the board tells it. */
  readonly realSizeBytes: number | null;
  /** What must not be passed: the smaller of the real size and a size that was set; null when neither is known. */
  readonly limitBytes: number | null;
  /** The partition table among the rows. */
  readonly table: { readonly placed: PlacedRow; readonly partitions: readonly PartitionView[] } | null;
}

/** The row whose image is at the bootloader offset, the only place where header settings count. */
export function rowAtBootloader(placed: readonly PlacedRow[], chip: ChipDescriptor): PlacedRow | null {
  return placed.find((row) => row.offset === chip.bootloaderOffset) ?? null;
}

import type { ChipId } from '../../../src-shared/chips/chip-descriptor';

/**
 * What will be written where: pure data, made and shown before anything is sent to a chip. Headers
 * are already patched in `bytes`, so what is compared after writing is exactly what stands here.
 */
export interface FlashPlan {
  readonly chip: ChipId;
  readonly flashSizeBytes: number;
  /** Ascending by offset, never overlapping. */
  readonly regions: readonly PlannedRegion[];
  readonly eraseAll: boolean;
  /** `automatic` compresses a region only where that makes it smaller. */
  readonly compression: 'automatic' | 'never';
}

/** One contiguous span of the plan. */
export interface PlannedRegion {
  /** File name as the user knows it. */
  readonly name: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** The chip encrypts it on its way into flash, which afterwards holds something else than `bytes`. */
  readonly encrypted?: boolean;
}

/** Where a write is. Byte counts are of flash contents, not of the wire. */
export interface WriteProgress {
  readonly stage: 'erasing' | 'writing' | 'verifying';
  readonly regionIndex: number;
  readonly regionDoneBytes: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

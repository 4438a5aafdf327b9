import type { FirmwareFile } from '../../src-shared/ipc/contract';

/** What one line of the flash table shows. */
export interface FlashTableLine {
  readonly file: FirmwareFile;
  readonly enabled: boolean;
  readonly offsetText: string;
  /** The chip encrypts it while it is written. */
  readonly isEncrypted: boolean;
  /** Whether it shall be is a question here. */
  readonly showsEncryption: boolean;
  /** A sentence about what is wrong with this line; null where nothing is. */
  readonly problem: string | null;
  readonly isOffsetWrong: boolean;
  /** From 0 to 1 while a job runs and after it; null before. */
  readonly progress: number | null;
}

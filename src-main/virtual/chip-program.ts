import type { AddressSpace } from './address-space';
import type { NorFlash } from './nor-flash';
import type { Personality } from './personality';
import type { SpiController } from './spi-controller';

/** What a loader does about one frame. */
export interface Work {
  /** Packets that go back, in order. */
  readonly replies: readonly Uint8Array[];
  /** How long the chip is busy before it replies. */
  readonly busyMs: number;
  /** Runs once the replies have left; answers how long the chip stays busy with it. */
  readonly afterwards: (() => number) | null;
}

/** Nothing to do, nothing to say. */
export const idle: Work = { replies: [], busyMs: 0, afterwards: null };

/** Why a chip starts over; decides whether the strapping pins are read again. */
export type ResetCause = 'powerOn' | 'externalReset' | 'watchdog' | 'software' | 'usbSerialJtag';

/** The chip around a running program: what its code can reach. */
export interface Chip {
  readonly personality: Personality;
  readonly memory: AddressSpace;
  readonly flashPart: NorFlash;
  readonly spi: SpiController;
  /** Rate of the UART at this moment. */
  readonly baudRate: number;
  setBaudRate(baudRate: number): void;
  /** Troubles may make the flash part slower or the digest wrong. */
  adjustEraseMs(milliseconds: number): number;
  adjustMd5(digest: Uint8Array): Uint8Array;
  /** False while a trouble keeps the chip from answering SYNC. */
  answersSync(): boolean;
  restart(cause: ResetCause): void;
  /** Leaves the loader for the application in flash without a reset. */
  startApplication(): void;
  /** Hands the CPU to code that was loaded to RAM. */
  startUploadedCode(): void;
}

/** Code that the chip runs and that listens to the host: the ROM loader or the stub. */
export interface ChipProgram {
  readonly kind: 'rom' | 'stub';
  /** Whether a frame that comes in while another is worked on (and `waiting` wait) can be kept; if not, it is lost. */
  hasRoomFor(waiting: readonly Uint8Array[], frame: Uint8Array): boolean;
  handle(frame: Uint8Array): Work;
}

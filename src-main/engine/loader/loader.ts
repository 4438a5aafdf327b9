import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';
import type { Clock } from '../transport/transport';

/** Handed to everything that takes time. Aborting makes the call reject with `job.cancelled`. */
export interface Abortable {
  readonly signal?: AbortSignal;
}

/** What GET_SECURITY_INFO tells (esptool documentation, "Serial Protocol"). */
export interface SecurityInfo {
  readonly flags: number;
  readonly flashCryptCount: number;
  readonly keyPurposes: readonly number[];
  /** Null where the answer has none (ESP32-S2). */
  readonly chipId: number | null;
  readonly ecoVersion: number | null;
}

/** One span of flash to be written. `bytes` is what the flash will hold, never the compressed form. */
export interface FlashWrite {
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** zlib stream of `bytes` where that is to be sent instead; null = send plain. */
  readonly compressed: Uint8Array | null;
  /** The chip encrypts while writing (needs flash encryption keys in its eFuses). */
  readonly encrypted: boolean;
}

/** Bytes of the flash image that the loader has accepted so far (uncompressed count). */
export type OnFlashBytes = (acceptedBytes: number) => void;

/**
 * One loader running on one chip: the ROM's own, or the stub we uploaded. Everything above speaks to
 * the chip through this interface and never sees an opcode; how ROM and stub differ stays below it.
 *
 * Errors: `protocol.*`, `port.unplugged`, `job.cancelled`.
 */
export interface Loader {
  readonly kind: 'rom' | 'stub';
  readonly chip: ChipDescriptor;
  readonly clock: Clock;

  readRegister(address: number, options?: Abortable): Promise<number>;
  /** Writes `value` under `mask` (default all ones), then waits `delayUs` on the chip. */
  writeRegister(
    address: number,
    value: number,
    options?: Abortable & { mask?: number; delayUs?: number },
  ): Promise<void>;

  /** Null where this loader does not know the command. */
  securityInfo(options?: Abortable): Promise<SecurityInfo | null>;

  /** Puts code or data into RAM. */
  uploadToRam(address: number, bytes: Uint8Array, options?: Abortable & { onBytes?: OnFlashBytes }): Promise<void>;
  /** Jumps to code in RAM; afterwards this loader is gone. */
  startFromRam(entryAddress: number, options?: Abortable): Promise<void>;

  /**
   * Connects the SPI flash controller to the flash chip's pins; a no-op where the loader needs none. `connection` =
   * other pins than the chip's own choice, as a word of SPI_ATTACH; `protocol.unsupported` where that cannot be said.
   */
  attachFlash(options?: Abortable & { connection?: number }): Promise<void>;
  /** Tells the loader how large the flash is, so that it can address all of it. */
  setFlashParameters(sizeBytes: number, options?: Abortable): Promise<void>;
  /** Sends one command to the flash chip itself through the SPI controller; answers `readBits` bits (≤ 32). */
  runSpiFlashCommand(
    command: number,
    options?: Abortable & {
      data?: Uint8Array;
      readBits?: number;
      address?: number;
      addressBits?: number;
      dummyBits?: number;
    },
  ): Promise<number>;

  /** Erases as this loader wants it, then writes. Rejects with `protocol.commandFailed` when refused. */
  writeFlash(write: FlashWrite, options?: Abortable & { onBytes?: OnFlashBytes }): Promise<void>;
  /** Ends a series of `writeFlash` without leaving the loader. */
  finishFlash(options?: Abortable): Promise<void>;
  /**
   * Leaves this loader without a reset: `application` runs what is in flash, `romLoader` goes back from the
   * stub to the ROM loader (nothing to do when the ROM loader is already the one running). FLASH_END with its
   * reboot word, or RUN_USER_CODE of ESP8266's stub. Resolves without waiting for an answer where none comes.
   */
  softReset(to: 'application' | 'romLoader', options?: Abortable): Promise<void>;
  /** MD5 of a span of flash as the chip reads it, 32 lower-case hex digits; null where it cannot (ESP8266 ROM). */
  md5(offset: number, sizeBytes: number, options?: Abortable): Promise<string | null>;
  /** Bytes of flash read back slowly; the proof of last resort where there is no MD5. */
  readFlash(offset: number, sizeBytes: number, options?: Abortable & { onBytes?: OnFlashBytes }): Promise<Uint8Array>;
  /** Erases the whole flash. Null-like refusal: `protocol.unsupported` on a ROM loader without the command. */
  eraseFlash(options?: Abortable): Promise<void>;
  eraseRegion(offset: number, sizeBytes: number, options?: Abortable): Promise<void>;

  /** Switches both ends; on failure the old rate is in force again or the call rejects. */
  changeBaudRate(baudRate: number, options?: Abortable): Promise<void>;
}

import { md5 } from '@noble/hashes/legacy.js';
import { Inflate, Z_SYNC_FLUSH } from 'pako';
import type { Chip } from './chip-program';
import { eraseMs, programMs } from './flash-timing';
import { putWord, wordAt } from './little-endian';
import { SECTOR_BYTES } from './nor-flash';

/** The four words every …_BEGIN carries. */
export interface BeginFields {
  readonly totalBytes: number;
  readonly packetCount: number;
  readonly packetBytes: number;
  readonly offset: number;
}

/** Reads size, packet count, packet size and offset. */
export function readBeginFields(data: Uint8Array): BeginFields {
  return {
    totalBytes: wordAt(data, 0),
    packetCount: wordAt(data, 4),
    packetBytes: wordAt(data, 8),
    offset: wordAt(data, 12),
  };
}

const CIPHER_BLOCK_BYTES = 16;

/** The fifth word of …_BEGIN, where it is there: the chip encrypts what it writes. */
export function readEncryptedWord(data: Uint8Array): boolean {
  return wordAt(data, 16) !== 0;
}

/** Encrypted writes begin and end with whole blocks of the cipher. */
export function isEncryptable({ offset, totalBytes }: BeginFields, align: number): boolean {
  return offset % align === 0 && totalBytes % align === 0;
}

function wordBytes(...words: number[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  for (const [index, word] of words.entries()) putWord(bytes, index * 4, word);
  return bytes;
}

/** When the flash is erased: all of it at …_BEGIN (ROM) or sector by sector ahead of the data (stub). */
export type EraseStyle = 'atBegin' | 'asWritten';

/** One FLASH_BEGIN … FLASH_END or FLASH_DEFL_BEGIN … FLASH_DEFL_END. */
export class FlashSession {
  private readonly inflate: Inflate | null;
  private position: number;
  private erasedTo: number;
  /** Bytes still to come; negative when more came than was announced. */
  remainingBytes: number;
  private inflateFailed = false;
  private spentMs = 0;
  private keyStream = new Uint8Array(CIPHER_BLOCK_BYTES);

  constructor(
    private readonly chip: Chip,
    fields: BeginFields,
    isCompressed: boolean,
    private readonly eraseStyle: EraseStyle,
    private readonly encrypts = false,
  ) {
    this.position = fields.offset;
    this.erasedTo = fields.offset - (fields.offset % SECTOR_BYTES);
    this.remainingBytes = fields.totalBytes;
    this.inflate = isCompressed ? new Inflate({ chunkSize: 0x8000 }) : null;
    if (this.inflate !== null) this.inflate.onData = (bytes) => this.program(bytes);
  }

  /** Takes one packet's payload; false when it does not inflate. Adds to the time spent. */
  write(payload: Uint8Array): boolean {
    if (this.inflate === null) {
      // The last packet is padded: the stub stops at the announced size, the ROM writes the padding (FFh).
      const isStub = this.eraseStyle === 'asWritten';
      this.program(isStub ? payload.subarray(0, Math.max(0, this.remainingBytes)) : payload);
      return true;
    }
    if (!this.inflateFailed) this.inflateFailed = !this.inflate.push(payload, Z_SYNC_FLUSH);
    return !this.inflateFailed;
  }

  /** Milliseconds of erasing and programming since the last call. */
  takeSpentMs(): number {
    const spent = this.spentMs;
    this.spentMs = 0;
    return spent;
  }

  private program(bytes: Uint8Array): void {
    const end = this.position + bytes.length;
    if (this.eraseStyle === 'asWritten') this.eraseTo(end);
    this.chip.flashPart.program(this.position, this.encrypts ? this.encrypted(bytes) : bytes);
    this.spentMs += programMs(bytes.length);
    this.position = end;
    this.remainingBytes -= bytes.length;
  }

  /** Not the chip's cipher, but a stream that depends on chip and place as its does. */
  private encrypted(bytes: Uint8Array): Uint8Array {
    const { seed } = this.chip.personality;
    const result = new Uint8Array(bytes.length);
    for (let at = 0; at < bytes.length; at++) {
      const address = this.position + at;
      const pad = address % CIPHER_BLOCK_BYTES;
      if (at === 0 || pad === 0) this.keyStream = md5(wordBytes(seed, address - pad));
      result[at] = (bytes[at] ?? 0) ^ (this.keyStream[pad] ?? 0);
    }
    return result;
  }

  /** The stub skips sectors that are blank already, which is why blank chips are fast. */
  private eraseTo(end: number): void {
    const { flashPart: flash } = this.chip;
    while (this.erasedTo < end) {
      if (!isBlank(flash.bytes, this.erasedTo)) {
        flash.erase(this.erasedTo, SECTOR_BYTES);
        this.spentMs += this.chip.adjustEraseMs(eraseMs(this.erasedTo, SECTOR_BYTES));
      }
      this.erasedTo += SECTOR_BYTES;
    }
  }
}

function isBlank(flash: Uint8Array, sector: number): boolean {
  for (let at = sector; at < sector + SECTOR_BYTES && at < flash.length; at++) if (flash[at] !== 0xff) return false;
  return true;
}

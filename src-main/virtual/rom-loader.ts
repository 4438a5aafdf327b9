import { md5 } from '@noble/hashes/legacy.js';
import { idle, type Chip, type ChipProgram, type Work } from './chip-program';
import { FlashSession, isEncryptable, readBeginFields, readEncryptedWord } from './flash-session';
import { eraseMs, hashMs } from './flash-timing';
import { wordAt } from './little-endian';
import { SECTOR_BYTES } from './nor-flash';
import { RamUpload, type UploadOutcome } from './ram-upload';
import { checksumOf, makeReply, opcode, payloadOf, readRequest, type Request } from './request';
import { securityInfo } from './security-info';

/** Reasons the ROM gives in the second status byte ("Serial Protocol", ROM loader errors). */
const romError = {
  invalidMessage: 0x05,
  failedToAct: 0x06,
  invalidChecksum: 0x07,
  flashWrite: 0x08,
  inflate: 0x0b,
} as const;

const SYNC_REPLIES = 8;
const SLOW_READ_BYTES = 64;
/** What ROM code takes the flash to be until SPI_SET_PARAMS tells otherwise. */
const ROM_FLASH_LIMIT = 4 * 1024 * 1024;
/** The UART's receive FIFO, all the room there is for what comes while the ROM is at work. */
const FIFO_BYTES = 128;
const SECTORS_PER_BLOCK = 16;
const noData = new Uint8Array(0);

/** Commands that Secure Download Mode leaves ("Serial Protocol"; ESP-IDF "Secure Boot v2"). */
const allowedInSecureDownload: ReadonlySet<number> = new Set([
  opcode.sync,
  opcode.flashBegin,
  opcode.flashData,
  opcode.flashEnd,
  opcode.flashDeflBegin,
  opcode.flashDeflData,
  opcode.flashDeflEnd,
  opcode.spiSetParams,
  opcode.spiAttach,
  opcode.changeBaudRate,
  opcode.getSecurityInfo,
]);

type Outcome = { readonly error: number } | { readonly data: Uint8Array };
const done: Outcome = { data: noData };
const failed = (error: number): Outcome => ({ error });

/** The loader in a chip's ROM, in the dialect that the chip's descriptor describes. */
export class RomLoader implements ChipProgram {
  readonly kind = 'rom';
  private readonly upload: RamUpload;
  private session: FlashSession | null = null;
  private flashLimitBytes: number;
  private busyMs = 0;
  private afterwards: (() => number) | null = null;
  /**
   * The reply buffer is reused: its value word keeps what the last READ_REG or SYNC left there, and an
   * unknown command is answered by sending the previous reply again with a failure status, as often as
   * that one was sent (recorded from a real ESP32).
   */
  private last = { opcode: 0, value: 0, count: 1 };

  constructor(private readonly chip: Chip) {
    this.upload = new RamUpload(chip.memory);
    this.flashLimitBytes = chip.personality.descriptor.rom.hasSpiSetParams ? ROM_FLASH_LIMIT : chip.flashPart.sizeBytes;
  }

  hasRoomFor(waiting: readonly Uint8Array[], frame: Uint8Array): boolean {
    return waiting.reduce((sum, one) => sum + one.length, frame.length) <= FIFO_BYTES;
  }

  handle(frame: Uint8Array): Work {
    const request = readRequest(frame);
    if (request === null) return idle;
    if (request.opcode === opcode.sync && !this.chip.answersSync()) return idle;
    this.busyMs = 0;
    this.afterwards = null;
    if (!this.knows(request.opcode)) {
      return this.work(this.reply(failed(romError.invalidMessage)), this.last.count);
    }
    const outcome = request.isWhole ? this.act(request) : failed(romError.invalidMessage);
    this.last = {
      opcode: request.opcode,
      value: this.last.value,
      count: request.opcode === opcode.sync ? SYNC_REPLIES : 1,
    };
    return this.work(this.reply(outcome), this.last.count);
  }

  private work(reply: Uint8Array, count: number): Work {
    return {
      replies: Array.from({ length: count }, () => reply),
      busyMs: this.busyMs,
      afterwards: this.afterwards,
    };
  }

  private reply(outcome: Outcome): Uint8Array {
    const status = new Uint8Array(this.chip.personality.descriptor.rom.statusBytes);
    if ('error' in outcome) {
      status[0] = 1;
      status[1] = outcome.error;
    }
    return makeReply(this.last.opcode, this.last.value, 'data' in outcome ? outcome.data : noData, status);
  }

  private knows(op: number): boolean {
    const { rom } = this.chip.personality.descriptor;
    if (this.chip.personality.security.secureDownloadMode && !allowedInSecureDownload.has(op)) return false;
    switch (op) {
      case opcode.sync:
      case opcode.flashBegin:
      case opcode.flashData:
      case opcode.flashEnd:
      case opcode.memBegin:
      case opcode.memData:
      case opcode.memEnd:
      case opcode.readReg:
      case opcode.writeReg:
        return true;
      case opcode.spiAttach:
        return rom.hasSpiAttach;
      case opcode.spiSetParams:
        return rom.hasSpiSetParams;
      case opcode.flashDeflBegin:
      case opcode.flashDeflData:
      case opcode.flashDeflEnd:
        return rom.hasCompressedWrite;
      case opcode.spiFlashMd5:
        return rom.hasMd5;
      case opcode.changeBaudRate:
        return rom.hasChangeBaudRate;
      case opcode.readFlashSlow:
        return rom.hasReadFlashSlow;
      case opcode.getSecurityInfo:
        return rom.securityInfo !== 'none';
      default:
        return false;
    }
  }

  private act(request: Request): Outcome {
    const { chip } = this;
    const { data } = request;
    switch (request.opcode) {
      case opcode.sync:
        this.last.value = wordAt(data, 0);
        return done;
      case opcode.readReg:
        this.last.value = chip.memory.readWord(wordAt(data, 0));
        return done;
      case opcode.writeReg:
        return this.writeRegisters(data);
      case opcode.memBegin:
        return uploadOutcome(this.upload.begin(data));
      case opcode.memData:
        return uploadOutcome(this.upload.data(request));
      case opcode.memEnd:
        return this.memEnd(data);
      case opcode.spiAttach:
        chip.spi.attach(wordAt(data, 0));
        return done;
      case opcode.spiSetParams:
        this.flashLimitBytes = Math.min(wordAt(data, 4), chip.flashPart.sizeBytes);
        return done;
      case opcode.flashBegin:
      case opcode.flashDeflBegin:
        return this.flashBegin(request);
      case opcode.flashData:
      case opcode.flashDeflData:
        return this.flashData(request);
      case opcode.flashEnd:
      case opcode.flashDeflEnd:
        return this.flashEnd(data);
      case opcode.spiFlashMd5:
        return this.md5(data);
      case opcode.readFlashSlow:
        return this.readFlashSlow(data);
      case opcode.changeBaudRate:
        this.afterwards = () => {
          chip.setBaudRate(wordAt(data, 0));
          return 0;
        };
        return done;
      case opcode.getSecurityInfo:
        return { data: securityInfo(chip.personality) };
      default:
        return failed(romError.invalidMessage);
    }
  }

  private writeRegisters(data: Uint8Array): Outcome {
    if (data.length < 16 || data.length % 16 !== 0) return failed(romError.invalidMessage);
    for (let at = 0; at < data.length; at += 16) {
      writeMasked(this.chip, data, at);
      this.busyMs += wordAt(data, at + 12) / 1000;
    }
    return done;
  }

  private memEnd(data: Uint8Array): Outcome {
    const { outcome, entry, isLoaded } = this.upload.end(data);
    const { descriptor, security } = this.chip.personality;
    if (entry !== null && security.secureBoot && !descriptor.stubUnderSecureBoot) return failed(romError.failedToAct);
    if (outcome === 'ok' && entry !== null) {
      this.afterwards = () => {
        if (isLoaded) this.chip.startUploadedCode();
        else this.chip.restart('watchdog');
        return 0;
      };
    }
    return uploadOutcome(outcome);
  }

  private flashBegin(request: Request): Outcome {
    const { chip } = this;
    const { rom } = chip.personality.descriptor;
    if (request.data.length < (rom.beginHasEncryptedWord ? 20 : 16)) return failed(romError.invalidMessage);
    const fields = readBeginFields(request.data);
    const encrypts = rom.beginHasEncryptedWord && readEncryptedWord(request.data);
    if (encrypts && !isEncryptable(fields, chip.personality.descriptor.encryptedWriteAlign)) {
      return failed(romError.failedToAct);
    }
    // On chips without SPI_ATTACH a first FLASH_BEGIN is what connects the flash part.
    if (!rom.hasSpiAttach) chip.spi.attach();
    if (!chip.spi.isAttached || fields.offset + fields.totalBytes > this.flashLimitBytes) {
      return failed(romError.failedToAct);
    }
    const eraseBytes = rom.eraseSizeQuirk ? overErased(fields.offset, fields.totalBytes) : fields.totalBytes;
    chip.flashPart.erase(fields.offset, eraseBytes);
    this.busyMs += chip.adjustEraseMs(eraseMs(fields.offset, eraseBytes));
    this.session = new FlashSession(chip, fields, request.opcode === opcode.flashDeflBegin, 'atBegin', encrypts);
    return done;
  }

  private flashData(request: Request): Outcome {
    if (this.session === null) return failed(romError.failedToAct);
    const { bytes, declaredBytes } = payloadOf(request);
    if (declaredBytes !== bytes.length) return failed(romError.invalidMessage);
    if (checksumOf(bytes) !== (request.checksum & 0xff)) return failed(romError.invalidChecksum);
    const isGood = this.session.write(bytes);
    this.busyMs += this.session.takeSpentMs();
    return isGood ? done : failed(romError.inflate);
  }

  private flashEnd(data: Uint8Array): Outcome {
    this.session = null;
    const runsApplication = wordAt(data, 0) !== 0;
    this.afterwards = () => {
      if (runsApplication) this.chip.startApplication();
      else this.chip.restart('software');
      return 0;
    };
    return done;
  }

  private md5(data: Uint8Array): Outcome {
    const offset = wordAt(data, 0);
    const sizeBytes = wordAt(data, 4);
    if (offset + sizeBytes > this.flashLimitBytes) return failed(romError.failedToAct);
    this.busyMs += hashMs(sizeBytes);
    const digest = this.chip.adjustMd5(md5(this.chip.flashPart.bytes.subarray(offset, offset + sizeBytes)));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { data: new TextEncoder().encode(hex) };
  }

  private readFlashSlow(data: Uint8Array): Outcome {
    const offset = wordAt(data, 0);
    const sizeBytes = Math.min(SLOW_READ_BYTES, wordAt(data, 4));
    if (!this.chip.spi.isAttached || offset + sizeBytes > this.flashLimitBytes) return failed(romError.failedToAct);
    // Always a full buffer, whatever was asked for.
    const answer = new Uint8Array(SLOW_READ_BYTES);
    answer.set(this.chip.flashPart.read(offset, sizeBytes));
    return { data: answer };
  }
}

/** WRITE_REG's address, value, mask (the delay is the caller's). */
export function writeMasked(chip: Chip, data: Uint8Array, at: number): void {
  const address = wordAt(data, at);
  const mask = wordAt(data, at + 8);
  const kept = mask === 0xffff_ffff ? 0 : chip.memory.readWord(address) & ~mask;
  chip.memory.writeWord(address, ((wordAt(data, at + 4) & mask) | kept) >>> 0);
}

function uploadOutcome(outcome: UploadOutcome): Outcome {
  switch (outcome) {
    case 'ok':
      return done;
    case 'notBegun':
      return failed(romError.failedToAct);
    case 'wrongLength':
      return failed(romError.invalidMessage);
    case 'wrongChecksum':
      return failed(romError.invalidChecksum);
  }
}

/**
 * ESP8266's ROM erases the sectors up to the next block boundary (or all, where there are fewer) twice
 * over: once as asked, and that many more behind the end.
 */
function overErased(offset: number, sizeBytes: number): number {
  const sectors = Math.ceil(sizeBytes / SECTOR_BYTES);
  const toBlockEnd = SECTORS_PER_BLOCK - (Math.floor(offset / SECTOR_BYTES) % SECTORS_PER_BLOCK);
  return (sectors + Math.min(sectors, toBlockEnd)) * SECTOR_BYTES;
}

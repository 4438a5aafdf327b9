import { md5 } from '@noble/hashes/legacy.js';
import { idle, type Chip, type ChipProgram, type Work } from './chip-program';
import { FlashSession, isEncryptable, readBeginFields, readEncryptedWord } from './flash-session';
import { eraseMs, hashMs } from './flash-timing';
import { wordAt } from './little-endian';
import { SECTOR_BYTES } from './nor-flash';
import { RamUpload, type UploadOutcome } from './ram-upload';
import { checksumOf, makeReply, opcode, payloadOf, readRequest, type Request } from './request';
import { writeMasked } from './rom-loader';
import { securityInfo } from './security-info';

/** First status byte of a failed command ("Serial Protocol", stub loader errors). */
const stubError = {
  badLength: 0xc0,
  badChecksum: 0xc1,
  invalidCommand: 0xc3,
  flashFailed: 0xc4,
  notInFlashMode: 0xc6,
  inflate: 0xc7,
  notEnoughData: 0xc8,
  tooMuchData: 0xc9,
  notImplemented: 0xff,
} as const;

const SYNC_BYTES = 36;
const SYNC_REPLIES = 8;
/** Largest packet of READ_FLASH: the stub's buffer. */
const READ_PACKET_LIMIT = 4096;
const noData = new Uint8Array(0);

type Outcome = { readonly error: number } | { readonly value?: number; readonly data?: Uint8Array };
const done: Outcome = {};
const failed = (error: number): Outcome => ({ error });

interface ReadStream {
  readonly startOffset: number;
  readonly sizeBytes: number;
  readonly packetBytes: number;
  sentBytes: number;
}

/** Said by a stub as its first frame. */
export const stubGreeting = new TextEncoder().encode('OHAI');

/**
 * The flasher stub: the loader that host tools put into RAM. Works on one frame while it receives the
 * next; flash data is acknowledged first and programmed afterwards, so that an error of programming
 * shows up in the answer to the next command.
 */
export class StubLoader implements ChipProgram {
  readonly kind = 'stub';
  private readonly upload: RamUpload;
  private session: FlashSession | null = null;
  private readStream: ReadStream | null = null;
  private flashLimitBytes: number;
  private lateError: number | null = null;
  private busyMs = 0;
  private afterwards: (() => number) | null = null;

  constructor(private readonly chip: Chip) {
    this.upload = new RamUpload(chip.memory);
    this.flashLimitBytes = chip.flashPart.sizeBytes;
    chip.spi.attach();
  }

  /** Two buffers: the frame being worked on, and the one being received. */
  hasRoomFor(waiting: readonly Uint8Array[]): boolean {
    return waiting.length === 0;
  }

  handle(frame: Uint8Array): Work {
    if (this.readStream !== null) return this.continueReading(this.readStream, frame);
    const request = readRequest(frame);
    if (request === null) return idle;
    if (request.opcode === opcode.sync && !this.chip.answersSync()) return idle;
    this.busyMs = 0;
    this.afterwards = null;
    const outcome = this.takeLateError() ?? (request.isWhole ? this.act(request) : failed(stubError.badLength));
    if (request.opcode === opcode.runUserCode && !('error' in outcome)) {
      return { ...idle, afterwards: this.afterwards };
    }
    const count = request.opcode === opcode.sync ? SYNC_REPLIES : 1;
    const reply = this.reply(request.opcode, outcome);
    return {
      replies: [...Array.from({ length: count }, () => reply), ...this.firstReadFrame()],
      busyMs: this.busyMs,
      afterwards: 'error' in outcome ? null : this.afterwards,
    };
  }

  private reply(op: number, outcome: Outcome): Uint8Array {
    if ('error' in outcome) return makeReply(op, 0, noData, Uint8Array.of(outcome.error, 0));
    return makeReply(op, outcome.value ?? 0, outcome.data ?? noData, new Uint8Array(2));
  }

  private takeLateError(): Outcome | null {
    const error = this.lateError;
    this.lateError = null;
    return error === null ? null : failed(error);
  }

  private act(request: Request): Outcome {
    const { chip } = this;
    const { data } = request;
    switch (request.opcode) {
      case opcode.sync:
        return data.length === SYNC_BYTES ? done : failed(stubError.badLength);
      case opcode.readReg:
        return data.length === 4 ? { value: chip.memory.readWord(wordAt(data, 0)) } : failed(stubError.badLength);
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
        if (data.length !== 24) return failed(stubError.badLength);
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
      case opcode.readFlash:
        return this.beginReading(data);
      case opcode.eraseFlash:
        chip.flashPart.erase(0, chip.flashPart.sizeBytes);
        this.busyMs += chip.adjustEraseMs(eraseMs(0, chip.flashPart.sizeBytes));
        return chip.flashPart.isProtected ? failed(stubError.flashFailed) : done;
      case opcode.eraseRegion:
        return this.eraseRegion(data);
      case opcode.changeBaudRate:
        return this.changeBaudRate(data);
      case opcode.getSecurityInfo:
        if (chip.personality.descriptor.rom.securityInfo === 'none') return failed(stubError.notImplemented);
        return { data: securityInfo(chip.personality) };
      case opcode.runUserCode:
        return this.andThen(() => chip.startApplication());
      default:
        return failed(stubError.invalidCommand);
    }
  }

  private andThen(action: () => void): Outcome {
    this.afterwards = () => {
      action();
      return 0;
    };
    return done;
  }

  private writeRegisters(data: Uint8Array): Outcome {
    if (data.length === 0 || data.length % 16 !== 0) return failed(stubError.notEnoughData);
    for (let at = 0; at < data.length; at += 16) {
      writeMasked(this.chip, data, at);
      this.busyMs += wordAt(data, at + 12) / 1000;
    }
    return done;
  }

  private memEnd(data: Uint8Array): Outcome {
    const { outcome, entry, isLoaded } = this.upload.end(data);
    if (outcome !== 'ok' || entry === null) return uploadOutcome(outcome);
    return this.andThen(() => {
      if (isLoaded) this.chip.startUploadedCode();
      else this.chip.restart('watchdog');
    });
  }

  private flashBegin({ data, opcode: op }: Request): Outcome {
    if (data.length !== 16 && data.length !== 20) return failed(stubError.badLength);
    const fields = readBeginFields(data);
    const encrypts = readEncryptedWord(data);
    if (encrypts && !isEncryptable(fields, this.chip.personality.descriptor.encryptedWriteAlign)) {
      return failed(stubError.flashFailed);
    }
    this.session = new FlashSession(this.chip, fields, op === opcode.flashDeflBegin, 'asWritten', encrypts);
    return done;
  }

  private flashData(request: Request): Outcome {
    const { session } = this;
    if (session === null) return failed(stubError.notInFlashMode);
    const { bytes, declaredBytes } = payloadOf(request);
    if (declaredBytes !== bytes.length) return failed(stubError.tooMuchData);
    if (checksumOf(bytes) !== (request.checksum & 0xff)) return failed(stubError.badChecksum);
    this.afterwards = () => {
      if (!session.write(bytes)) this.lateError = stubError.inflate;
      return session.takeSpentMs();
    };
    return done;
  }

  private flashEnd(data: Uint8Array): Outcome {
    if (data.length !== 4) return failed(stubError.badLength);
    if (this.session === null) return failed(stubError.notInFlashMode);
    if (this.session.remainingBytes !== 0) return failed(stubError.badLength);
    this.session = null;
    // 0 = reboot; the strapping is not read again, so a chip in download mode comes back in its ROM loader.
    return wordAt(data, 0) === 0 ? this.andThen(() => this.chip.restart('software')) : done;
  }

  private md5(data: Uint8Array): Outcome {
    const offset = wordAt(data, 0);
    const sizeBytes = wordAt(data, 4);
    if (data.length !== 16) return failed(stubError.badLength);
    if (offset + sizeBytes > this.flashLimitBytes) return failed(stubError.flashFailed);
    this.busyMs += hashMs(sizeBytes);
    return { data: this.chip.adjustMd5(md5(this.chip.flashPart.bytes.subarray(offset, offset + sizeBytes))) };
  }

  private eraseRegion(data: Uint8Array): Outcome {
    const offset = wordAt(data, 0);
    const sizeBytes = wordAt(data, 4);
    if (data.length !== 8 || offset % SECTOR_BYTES !== 0 || sizeBytes % SECTOR_BYTES !== 0) {
      return failed(stubError.badLength);
    }
    if (offset + sizeBytes > this.flashLimitBytes || this.chip.flashPart.isProtected)
      return failed(stubError.flashFailed);
    this.chip.flashPart.erase(offset, sizeBytes);
    this.busyMs += this.chip.adjustEraseMs(eraseMs(offset, sizeBytes));
    return done;
  }

  private changeBaudRate(data: Uint8Array): Outcome {
    if (data.length !== 8) return failed(stubError.badLength);
    return this.andThen(() => this.chip.setBaudRate(wordAt(data, 0)));
  }

  private beginReading(data: Uint8Array): Outcome {
    if (data.length !== 16) return failed(stubError.badLength);
    const stream: ReadStream = {
      startOffset: wordAt(data, 0),
      sizeBytes: wordAt(data, 4),
      packetBytes: wordAt(data, 8),
      sentBytes: 0,
    };
    if (stream.packetBytes === 0 || stream.packetBytes > READ_PACKET_LIMIT) {
      this.lateError = stubError.badLength;
      return done;
    }
    if (stream.startOffset + stream.sizeBytes > this.flashLimitBytes) {
      this.lateError = stubError.flashFailed;
      return done;
    }
    this.readStream = stream;
    return done;
  }

  /** The frame that follows READ_FLASH's reply without being asked for. */
  private firstReadFrame(): Uint8Array[] {
    const stream = this.readStream;
    if (stream === null) return [];
    return [stream.sizeBytes === 0 ? this.finishReading(stream) : this.nextPacket(stream)];
  }

  /** While data streams out, every frame that comes in is an acknowledgement: the byte count so far. */
  private continueReading(stream: ReadStream, frame: Uint8Array): Work {
    const isAcknowledgement = frame.length === 4;
    const isOver = !isAcknowledgement || wordAt(frame, 0) >= stream.sizeBytes;
    if (isOver) return { ...idle, replies: [this.finishReading(stream)] };
    // One packet in flight, whatever window the host asked for.
    return stream.sentBytes < stream.sizeBytes ? { ...idle, replies: [this.nextPacket(stream)] } : idle;
  }

  private nextPacket(stream: ReadStream): Uint8Array {
    const bytes = this.chip.flashPart.read(
      stream.startOffset + stream.sentBytes,
      Math.min(stream.packetBytes, stream.sizeBytes - stream.sentBytes),
    );
    stream.sentBytes += bytes.length;
    return bytes;
  }

  private finishReading(stream: ReadStream): Uint8Array {
    this.readStream = null;
    return this.chip.adjustMd5(
      md5(this.chip.flashPart.bytes.subarray(stream.startOffset, stream.startOffset + stream.sentBytes)),
    );
  }
}

function uploadOutcome(outcome: UploadOutcome): Outcome {
  switch (outcome) {
    case 'ok':
      return done;
    case 'notBegun':
      return failed(stubError.notInFlashMode);
    case 'wrongLength':
      return failed(stubError.tooMuchData);
    case 'wrongChecksum':
      return failed(stubError.badChecksum);
  }
}

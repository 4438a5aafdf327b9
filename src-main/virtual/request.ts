import { halfWordAt, wordAt } from './little-endian';

/** Opcodes of the serial protocol, as Espressif's "Serial Protocol" page lists them. */
export const opcode = {
  flashBegin: 0x02,
  flashData: 0x03,
  flashEnd: 0x04,
  memBegin: 0x05,
  memEnd: 0x06,
  memData: 0x07,
  sync: 0x08,
  writeReg: 0x09,
  readReg: 0x0a,
  spiSetParams: 0x0b,
  spiAttach: 0x0d,
  readFlashSlow: 0x0e,
  changeBaudRate: 0x0f,
  flashDeflBegin: 0x10,
  flashDeflData: 0x11,
  flashDeflEnd: 0x12,
  spiFlashMd5: 0x13,
  getSecurityInfo: 0x14,
  eraseFlash: 0xd0,
  eraseRegion: 0xd1,
  readFlash: 0xd2,
  runUserCode: 0xd3,
} as const;

const HEADER_BYTES = 8;
const DATA_HEADER_BYTES = 16;
const CHECKSUM_SEED = 0xef;

/** A command packet as it came in. */
export interface Request {
  readonly opcode: number;
  readonly checksum: number;
  readonly data: Uint8Array;
  /** The length field agrees with what came. */
  readonly isWhole: boolean;
}

/** Reads a frame as a command; null where it is none (too short, or not in the host's direction). */
export function readRequest(frame: Uint8Array): Request | null {
  if (frame.length < HEADER_BYTES || frame[0] !== 0x00) return null;
  const data = frame.subarray(HEADER_BYTES);
  return {
    opcode: frame[1] ?? 0,
    checksum: wordAt(frame, 4),
    data,
    isWhole: data.length === halfWordAt(frame, 2),
  };
}

/** The payload of MEM_DATA, FLASH_DATA and FLASH_DEFL_DATA behind its 16-byte header. */
export function payloadOf(request: Request): { declaredBytes: number; sequence: number; bytes: Uint8Array } {
  return {
    declaredBytes: wordAt(request.data, 0),
    sequence: wordAt(request.data, 4),
    bytes: request.data.subarray(DATA_HEADER_BYTES),
  };
}

/** The protocol's checksum: EFh and all payload bytes, exclusive-ored. */
export function checksumOf(bytes: Uint8Array): number {
  let checksum = CHECKSUM_SEED;
  for (const byte of bytes) checksum ^= byte;
  return checksum;
}

/** A reply packet: opcode, the value word, data, status bytes. */
export function makeReply(op: number, value: number, data: Uint8Array, status: Uint8Array): Uint8Array {
  const length = data.length + status.length;
  const reply = new Uint8Array(HEADER_BYTES + length);
  reply[0] = 0x01;
  reply[1] = op;
  reply[2] = length & 0xff;
  reply[3] = length >>> 8;
  for (let i = 0; i < 4; i++) reply[4 + i] = (value >>> (8 * i)) & 0xff;
  reply.set(data, HEADER_BYTES);
  reply.set(status, HEADER_BYTES + data.length);
  return reply;
}

import { FakeClock } from '../../src-main/virtual/fake-clock';
import { VirtualBoard, type VirtualBoardOptions } from '../../src-main/virtual/virtual-board';

/** Opcodes as numbers, straight from the protocol's page. */
export const op = {
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
  deflBegin: 0x10,
  deflData: 0x11,
  deflEnd: 0x12,
  md5: 0x13,
  securityInfo: 0x14,
  eraseFlash: 0xd0,
  eraseRegion: 0xd1,
  readFlash: 0xd2,
  runUserCode: 0xd3,
} as const;

export function words(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) view.setUint32(i * 4, value, true);
  return bytes;
}

export function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Bytes on the wire of any packet. */
export function framed(packet: Uint8Array): Uint8Array {
  const out: number[] = [0xc0];
  for (const byte of packet) {
    if (byte === 0xc0) out.push(0xdb, 0xdc);
    else if (byte === 0xdb) out.push(0xdb, 0xdd);
    else out.push(byte);
  }
  return Uint8Array.from([...out, 0xc0]);
}

/** Bytes on the wire of a command. */
export function command(opcode: number, data: Uint8Array, checksum = 0): Uint8Array {
  return framed(joined(Uint8Array.of(0, opcode, data.length & 0xff, data.length >> 8), words(checksum), data));
}

/** A data command: 16-byte header, payload, checksum. */
export function dataCommand(opcode: number, sequence: number, payload: Uint8Array): Uint8Array {
  const checksum = payload.reduce((sum, byte) => sum ^ byte, 0xef);
  return command(opcode, joined(words(payload.length, sequence, 0, 0), payload), checksum);
}

export const syncCommand = command(
  op.sync,
  Uint8Array.from([0x07, 0x07, 0x12, 0x20, ...Array.from({ length: 32 }, () => 0x55)]),
);

export interface Reply {
  readonly opcode: number;
  readonly value: number;
  readonly data: Uint8Array;
}

/** Splits what came into frames (unescaped) and the text outside of them. */
export function unframed(bytes: Uint8Array): { frames: Uint8Array[]; text: string } {
  const frames: Uint8Array[] = [];
  let text = '';
  let frame: number[] | null = null;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === 0xc0) {
      if (frame !== null && frame.length > 0) {
        frames.push(Uint8Array.from(frame));
        frame = null;
      } else frame = [];
    } else if (frame === null) text += String.fromCharCode(byte);
    else if (byte === 0xdb) frame.push(bytes[++i] === 0xdc ? 0xc0 : 0xdb);
    else frame.push(byte);
  }
  return { frames, text };
}

export function readReply(frame: Uint8Array): Reply {
  const view = new DataView(frame.buffer, frame.byteOffset);
  return { opcode: frame[1]!, value: view.getUint32(4, true), data: frame.subarray(8) };
}

/** A virtual board on a fake clock, and a host that keeps everything the board says. */
export class Host {
  readonly clock = new FakeClock();
  readonly board: VirtualBoard;
  received: Uint8Array = new Uint8Array(0);

  constructor(options: Omit<VirtualBoardOptions, 'clock'>) {
    this.board = new VirtualBoard({ ...options, clock: this.clock });
    this.board.onBytes((bytes) => (this.received = joined(this.received, bytes)));
  }

  /** Sends bytes, lets `ms` pass and answers what came back meanwhile. */
  async exchange(bytes: Uint8Array, ms = 1): Promise<{ frames: Uint8Array[]; text: string }> {
    this.received = new Uint8Array(0);
    void this.board.receive(bytes);
    await this.clock.advance(ms);
    return unframed(this.received);
  }

  /** One command, its one reply. */
  async ask(opcode: number, data: Uint8Array, ms = 1): Promise<Reply> {
    return this.one(command(opcode, data), ms);
  }

  async one(bytes: Uint8Array, ms = 1): Promise<Reply> {
    const { frames } = await this.exchange(bytes, ms);
    if (frames.length === 0) throw new Error('the board said nothing');
    return readReply(frames[0]!);
  }

  /** Uploads something (any code will do) and lets it start. */
  async startStub(): Promise<void> {
    const code = Uint8Array.from({ length: 300 }, (_, i) => i & 0xff);
    await this.ask(op.memBegin, words(code.length, 1, 0x1800, 0x4010_0000));
    await this.one(dataCommand(op.memData, 0, code));
    const { frames } = await this.exchange(command(op.memEnd, words(0, 0x4010_0004)), 3);
    if (new TextDecoder().decode(frames[1]) !== 'OHAI') throw new Error('no greeting');
  }

  async lines(dtr: boolean, rts: boolean, ms: number): Promise<void> {
    this.board.setModemLines({ dtr, rts });
    await this.clock.advance(ms);
  }
}

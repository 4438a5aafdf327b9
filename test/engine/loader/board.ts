import { deflate } from 'pako';
import type { ChipId } from '../../../src-shared/chips/chip-descriptor';
import { connect } from '../../../src-main/engine/loader/connect';
import type { Connection, ConnectOptions } from '../../../src-main/engine/loader/connection';
import type { FlashWrite } from '../../../src-main/engine/loader/loader';
import type { Transport } from '../../../src-main/engine/transport/transport';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { VirtualBoard } from '../../../src-main/virtual/virtual-board';
import type { VirtualBoardOptions } from '../../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../../src-main/virtual/virtual-transport';

export const connectOptions: ConnectOptions = {
  before: 'default-reset',
  attempts: 3,
  baudRate: 115200,
  expectedChip: null,
  customResetSequence: null,
};

/** A virtual board on an opened port, on a clock that moves by itself. */
export async function openBoard(
  chip: ChipId,
  options: Partial<VirtualBoardOptions> = {},
): Promise<{ board: VirtualBoard; transport: Transport }> {
  const board = new VirtualBoard({ chip, clock: new FakeClock({ autoAdvance: true }), ...options });
  const transport = createVirtualTransport(board);
  await transport.open(115200);
  return { board, transport };
}

export async function connectBoard(
  chip: ChipId,
  options: Partial<VirtualBoardOptions> = {},
  how: Partial<ConnectOptions> = {},
): Promise<{ board: VirtualBoard; transport: Transport; connection: Connection }> {
  const { board, transport } = await openBoard(chip, options);
  const connection = await connect(transport, { ...connectOptions, ...how });
  return { board, transport, connection };
}

/** Bytes that compress somewhat, with every value in them. */
export function someBytes(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    state = (state * 1103515245 + 12345) >>> 0;
    bytes[at] = at % 64 < 40 ? (state >>> 16) & 0xff : 0xc0;
  }
  return bytes;
}

export function plainWrite(offset: number, bytes: Uint8Array): FlashWrite {
  return { offset, bytes, compressed: null, encrypted: false };
}

export function compressedWrite(offset: number, bytes: Uint8Array): FlashWrite {
  return { offset, bytes, compressed: deflate(bytes, { level: 9 }), encrypted: false };
}

/** True where the board's flash holds exactly these bytes at the offset. */
export function holds(board: VirtualBoard, offset: number, bytes: Uint8Array): boolean {
  return Buffer.compare(board.flash.subarray(offset, offset + bytes.length), bytes) === 0;
}

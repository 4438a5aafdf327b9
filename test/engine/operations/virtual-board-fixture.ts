import { connect } from '../../../src-main/engine/loader/connect';
import type { Connection } from '../../../src-main/engine/loader/connection';
import type { Loader } from '../../../src-main/engine/loader/loader';
import { startStub } from '../../../src-main/engine/loader/stub';
import { detectFlash } from '../../../src-main/engine/operations/detect-flash';
import type { FlashPlan, PlannedRegion } from '../../../src-main/engine/plan/flash-plan';
import { FakeClock } from '../../../src-main/virtual/fake-clock';
import { VirtualBoard, type VirtualBoardOptions } from '../../../src-main/virtual/virtual-board';
import { createVirtualTransport } from '../../../src-main/virtual/virtual-transport';

/** A virtual board with its loader running and its flash known. */
export interface ConnectedBoard {
  readonly board: VirtualBoard;
  readonly connection: Connection;
  readonly loader: Loader;
}

/** Makes a board, connects to it, and starts the stub where `kind` says so. */
export async function connectBoard(
  options: Omit<VirtualBoardOptions, 'clock'>,
  kind: 'rom' | 'stub' = 'stub',
): Promise<ConnectedBoard> {
  const board = new VirtualBoard({ ...options, clock: new FakeClock({ autoAdvance: true }) });
  const transport = createVirtualTransport(board);
  await transport.open(115_200);
  const connection = await connect(transport, {
    before: 'default-reset',
    attempts: 3,
    baudRate: 115_200,
    expectedChip: options.chip,
    customResetSequence: null,
  });
  const loader = kind === 'stub' ? await startStub(connection) : connection.loader;
  await detectFlash(loader);
  return { board, connection, loader };
}

/** Bytes that are half code-like and half compressible, always the same. */
export function firmware(sizeBytes: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: sizeBytes }, (_, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return index % 64 < 32 ? state >>> 24 : index >> 6;
  });
}

/** A plan of three regions: one with an odd size, one that compresses well, one that does not compress. */
export function planFor({ board }: Pick<ConnectedBoard, 'board'>, more: Partial<FlashPlan> = {}): FlashPlan {
  const regions: readonly PlannedRegion[] = [
    { name: 'odd.bin', offset: 0x1000, bytes: firmware(5_003) },
    { name: 'blank.bin', offset: 0x8000, bytes: new Uint8Array(12_288).fill(0xff).fill(7, 0, 100) },
    { name: 'app.bin', offset: 0x10000, bytes: firmware(40_000, 7) },
  ];
  return {
    chip: board.descriptor.id,
    flashSizeBytes: board.flash.length,
    regions,
    eraseAll: false,
    compression: 'automatic',
    ...more,
  };
}

/** The names of the plan's regions whose bytes the board's flash really holds. */
export function heldRegions(board: VirtualBoard, plan: FlashPlan): string[] {
  return plan.regions
    .filter(({ offset, bytes }) => bytes.every((byte, index) => board.flash[offset + index] === byte))
    .map(({ name }) => name);
}

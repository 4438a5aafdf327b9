import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSimAddress } from '../virtual/serve/sim-address';
import { makeVirtualBoard } from '../virtual/serve/make-virtual-board';
import type { Clock, Transport } from '../engine/transport/transport';
import type { VirtualBoard } from '../virtual/virtual-board';
import { createVirtualTransport } from '../virtual/virtual-transport';

/** In the picker unless ESPLANADE_SIM_BOARDS says otherwise: one board of each family that people have at home. */
const usualBoards = ['sim://esp32', 'sim://esp32c3', 'sim://esp32s3', 'sim://esp8266'];

/** How virtual boards are set up from outside. */
export interface VirtualBoardSettings {
  readonly clock: Clock;
  /** ESPLANADE_SIM_BOARDS: paths separated by blanks, such as `sim://esp32c3?size=8MB&trouble=no-sync`. */
  readonly paths: string | undefined;
  /** ESPLANADE_SIM_FLASH_DIR: where each board keeps its flash in a file. */
  readonly flashFolder: string | undefined;
}

/** The virtual boards of the desktop application: each takes its time as a real one would, and lives as long as the program. */
export class VirtualBoards {
  private readonly boards = new Map<string, VirtualBoard>();
  readonly paths: readonly string[];

  constructor(private readonly settings: VirtualBoardSettings) {
    this.paths = settings.paths?.split(/\s+/).filter((path) => path !== '') ?? usualBoards;
  }

  /** A transport to the board of a `sim://` path; `port.badAddress` when the path means none. */
  openTransport(path: string): Transport {
    const board = this.boards.get(path) ?? this.make(path);
    this.boards.set(path, board);
    return createVirtualTransport(board, { path });
  }

  private make(path: string): VirtualBoard {
    const address = parseSimAddress(path);
    const flashFile = address.flashFile ?? this.flashFile(path);
    return makeVirtualBoard({ ...address, flashFile, clock: this.settings.clock, pace: true });
  }

  private flashFile(path: string): string | null {
    const { flashFolder } = this.settings;
    if (flashFolder === undefined || flashFolder === '') return null;
    mkdirSync(flashFolder, { recursive: true });
    return join(flashFolder, `${path.slice('sim://'.length).replace(/[^a-z0-9.]+/gi, '-')}.bin`);
  }
}
